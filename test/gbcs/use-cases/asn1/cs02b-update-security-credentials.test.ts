import { expect } from 'chai';
import { decodeDer, encodeDer } from '../../../../src/gbcs/asn1/der-schema.js';
import { ASN1_USE_CASES } from '../../../../src/gbcs/use-cases/asn1/index.js';
import {
  REPLACEMENT_MODE_ROWS,
  REPLACEMENT_MODES,
} from '../../../../src/gbcs/use-cases/asn1/replacement-mode.js';
import { cell } from '../../../../src/gbcs/use-cases/asn1/trust-anchor-cell.js';
import {
  updateCredentialsCommand,
  type UpdateCredentialsCommand,
} from '../../../../src/gbcs/use-cases/asn1/update-credentials-contents.js';
import { expectRejection } from './refusal-expectation.js';
import { testCertificate } from './test-certificates.js';
import { addExecution, all, type Edit, remove, set } from './request-edits.js';
import { contentFor, context, templateRequest, useCaseFor } from './template-requests.js';

const SUPPLIER = 'CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS';
const FUTURE_DATED = 'CS02bSupplierBySupplier_6.15.1_FUTURE_DATED_SUCCESS';
const NETWORK_OPERATOR = 'CS02bNOByNO_6.15.1_SUCCESS';
const HANDOVER = 'CS02bSupplierBySupplierHandover_6.21_SUCCESS';
const CHANGE_OF_SUPPLIER = 'CS02bSupplierByTransCoS_6.23_IMMEDIATE_SUCCESS';
const OPT_OUT = 'CS02bACBByACB_8.5_SUCCESS';
const LOAD_CONTROLLER = 'CS02gLoadControllerBySupplier_6.15.1_IMMEDIATE_SUCCESS';

const MAX = '9223372036854775807';

function command(name: string, edit?: Edit, facts = context()): UpdateCredentialsCommand {
  const request = templateRequest(name, edit);
  return decodeDer(updateCredentialsCommand, contentFor(request, facts, 7n)).value;
}

function control(name: string, edit?: Edit): UpdateCredentialsCommand['authorisingRemotePartyControl'] {
  return command(name, edit).authorisingRemotePartyControl;
}

describe('Update Security Credentials', () => {
  it('carries the counter of its own Grouping Header', () => {
    expect(control(SUPPLIER).authorisingRemotePartySeqNumber).to.equal(7n);
  });

  it('carries floors up to 2^63 - 1, and none where the request has none', () => {
    const { newRemotePartyFloorSeqNumber, newRemotePartySpecialistFloorSeqNumber } = control(
      SUPPLIER,
      all(set('RemotePartyFloorSeqNumber', MAX), set('RemotePartyPrepaymentTopUpFloorSeqNumber', '5')),
    );
    expect(newRemotePartyFloorSeqNumber).to.equal(BigInt(MAX));
    expect(newRemotePartySpecialistFloorSeqNumber).to.deep.equal([
      { seqNumberUsage: 'prepaymentTopUp', seqNumber: 5n },
    ]);
    const without = control(
      SUPPLIER,
      all(remove('RemotePartyFloorSeqNumber'), remove('RemotePartyPrepaymentTopUpFloorSeqNumber')),
    );
    expect(without).not.to.have.any.keys(
      'newRemotePartyFloorSeqNumber',
      'newRemotePartySpecialistFloorSeqNumber',
      'otherRemotePartySeqNumberChanges',
    );
  });

  it('puts the floors of another role under that role', () => {
    const change = (edit: Edit): unknown =>
      control(CHANGE_OF_SUPPLIER, edit).otherRemotePartySeqNumberChanges;
    expect(
      change(all(set('SupplierFloorSeqNumber', '11'), set('SupplierPrepaymentTopUpFloorSeqNumber', '12'))),
    ).to.deep.equal([
      {
        otherRemotePartyRole: 'supplier',
        otherRemotePartyFloorSeqNumber: 11n,
        newRemotePartySpecialistFloorSeqNumber: [{ seqNumberUsage: 'prepaymentTopUp', seqNumber: 12n }],
      },
    ]);
    expect(change(remove('SupplierPrepaymentTopUpFloorSeqNumber'))).to.deep.equal([
      { otherRemotePartyRole: 'supplier', otherRemotePartyFloorSeqNumber: 0n },
    ]);
    expect(control(LOAD_CONTROLLER, set('RemotePartyFloorSeqNumber', '9'))).to.deep.include({
      otherRemotePartySeqNumberChanges: [
        { otherRemotePartyRole: 'loadController', otherRemotePartyFloorSeqNumber: 9n },
      ],
    });
    expect(control(LOAD_CONTROLLER, remove('RemotePartyFloorSeqNumber'))).not.to.have.property(
      'otherRemotePartySeqNumberChanges',
    );
  });

  it('switches time based checks off, and says nothing where they are on', () => {
    expect(control(SUPPLIER, set('ApplyTimeBasedCPVChecks', 'false'))).to.include({
      applyTimeBasedCPVChecks: 'disapply',
    });
    expect(control(SUPPLIER, set('ApplyTimeBasedCPVChecks', '1'))).not.to.have.property(
      'applyTimeBasedCPVChecks',
    );
  });

  it('replaces the cells for which the request has certificates', () => {
    const cells = (edit?: Edit): unknown =>
      command(SUPPLIER, edit).replacements.map(({ targetTrustAnchorCell }) => targetTrustAnchorCell);
    const signing = cell('supplier', 'digitalSignature');
    const agreement = cell('supplier', 'keyAgreement');
    const topUp = cell('supplier', 'keyAgreement', 'prePaymentTopUp');
    expect(cells()).to.deep.equal([signing, agreement, topUp]);
    expect(cells(remove('DigitalSigningCertificate'))).to.deep.equal([agreement, topUp]);
    expect(cells(remove('KeyAgreementCertificate'))).to.deep.equal([signing, topUp]);
    expect(cells(remove('KeyAgreementTopUpCertificate'))).to.deep.equal([signing, agreement]);
  });

  it('is refused without any certificate', () => {
    const none = all(
      remove('DigitalSigningCertificate'),
      remove('KeyAgreementCertificate'),
      remove('KeyAgreementTopUpCertificate'),
    );
    expectRejection(() => command(SUPPLIER, none), 'E4', 'replaces no certificate');
  });

  it('carries every certificate of the path in its order', () => {
    const twice: Edit = (xml) => xml.replace(/(<sr:Certificate>[^<]*<\/sr:Certificate>)/, '$1$1$1');
    expect(command(SUPPLIER, twice).certificationPathCertificates).to.have.length(3);
  });

  it('is future dated, cancelled or immediate as 6.15.1 and 6.23 say', () => {
    const time = (name: string, edit?: Edit): string | undefined =>
      command(name, edit).executionDateTime?.toISOString();
    expect(time(FUTURE_DATED)).to.equal('2030-01-15T00:00:00.000Z');
    expect(time(FUTURE_DATED, set('ExecutionDateTime', '3000-12-31T00:00:00.00Z'))).to.equal(
      '9999-12-31T23:59:59.000Z',
    );
    expect(time(FUTURE_DATED, set('ExecutionDateTime', '3000-12-31T01:00:00.00Z'))).to.equal(
      '3000-12-31T01:00:00.000Z',
    );
    expect(time(SUPPLIER)).to.equal(undefined);
    expect(time(CHANGE_OF_SUPPLIER, addExecution('2031-02-03T04:05:06.00Z'))).to.equal(
      '2031-02-03T04:05:06.000Z',
    );
  });

  it('does not tell the Device a time for which the DCC waits (6.21, 8.5)', () => {
    expect(command(HANDOVER, addExecution('2031-02-03T04:05:06.00Z'))).to.deep.equal(command(HANDOVER));
    expect(command(OPT_OUT, set('ExecutionDateTime', '2031-02-03T04:05:06.00Z'))).to.deep.equal(
      command(OPT_OUT),
    );
  });

  it('is refused for a time the message cannot carry', () => {
    expectRejection(
      () => command(FUTURE_DATED, set('ExecutionDateTime', '2030-01-15T00:00:00.50Z')),
      'E12',
      'whole second',
    );
  });

  it('is signed to a Communications Hub Function, whose cell the Access Control Broker then names', () => {
    const hub = context({ device: () => ({ deviceType: 'CHF' }) });
    const request = templateRequest(OPT_OUT);
    expect(useCaseFor(request, hub).protection?.(request, hub)).to.deep.equal({ signed: true, mac: true });
    expect(command(OPT_OUT, undefined, hub).authorisingRemotePartyControl).to.deep.include({
      authorisingRemotePartyTACellIdentifier: cell('accessControlBroker', 'digitalSignature'),
    });
    expect(control(OPT_OUT)).not.to.have.property('authorisingRemotePartyTACellIdentifier');
  });

  it('takes a top-up certificate or floor from suppliers only', () => {
    const [topUp] = /<sr:KeyAgreementCertificate>[^<]*/.exec(xmlOf(NETWORK_OPERATOR)) ?? [''];
    const added = topUp.replace('KeyAgreementCertificate', 'KeyAgreementTopUpCertificate');
    expectRejection(
      () =>
        command(NETWORK_OPERATOR, (xml) =>
          xml.replace(
            '</sr:KeyAgreementCertificate>',
            `</sr:KeyAgreementCertificate>${added}</sr:KeyAgreementTopUpCertificate>`,
          ),
        ),
      'E12',
      'networkOperator takes no part',
    );
    expectRejection(
      () =>
        command(NETWORK_OPERATOR, (xml) =>
          xml.replace(
            '</sr:RemotePartyFloorSeqNumber>',
            '$&<sr:RemotePartyPrepaymentTopUpFloorSeqNumber>1</sr:RemotePartyPrepaymentTopUpFloorSeqNumber>',
          ),
        ),
      'E12',
      'networkOperator takes no part',
    );
  });

  for (const role of ['ACB', 'Recovery', 'Root', 'TransCoS']) {
    it(`has no use case for a User who asks for the credentials of ${role}`, () => {
      const request = templateRequest(SUPPLIER, set('RemotePartyRole', role));
      expect(() => useCaseFor(request, context())).to.throw('0 use cases fit');
    });
  }

  it('is of the Load Controller itself where the User has its certificate', () => {
    const { der } = testCertificate('Z1-loadController-ka');
    const facts = context({ keyAgreementCertificate: () => der });
    const request = templateRequest(LOAD_CONTROLLER, set('RemotePartyFloorSeqNumber', '9'));
    expect(useCaseFor(request, facts)).to.include({ code: 'CS02g', messageCode: 0x0125 });
    const { authorisingRemotePartyControl: found } = command(
      LOAD_CONTROLLER,
      set('RemotePartyFloorSeqNumber', '9'),
      facts,
    );
    expect(found).to.deep.include({
      credentialsReplacementMode: 'loadControllerByLoadController',
      authorisingRemotePartyTACellIdentifier: cell('loadController', 'digitalSignature'),
      newRemotePartyFloorSeqNumber: 9n,
    });
    expect(found).not.to.have.property('otherRemotePartySeqNumberChanges');
  });
});

describe('Credential replacement modes', () => {
  it('each have a row and a message code of their own', () => {
    expect(REPLACEMENT_MODE_ROWS.map(({ mode }) => mode)).to.deep.equal(Object.keys(REPLACEMENT_MODES));
    for (const { mode, useCase, messageCode } of REPLACEMENT_MODE_ROWS) {
      const offset = REPLACEMENT_MODES[mode] >= 10 ? 0x0125 - 10 : 0x0100;
      expect(messageCode).to.equal(offset + REPLACEMENT_MODES[mode]);
      expect(useCase).to.equal(REPLACEMENT_MODES[mode] >= 10 ? 'CS02g' : 'CS02b');
      expect(ASN1_USE_CASES.filter((found) => found.messageCode === messageCode)).to.have.length(1);
    }
  });

  it('carry a key of the contingency party, and cells of a root, though no reference message does', () => {
    const value: UpdateCredentialsCommand = {
      authorisingRemotePartyControl: {
        credentialsReplacementMode: 'anyByContingency',
        plaintextSymmetricKey: Buffer.alloc(16, 1),
        authorisingRemotePartySeqNumber: 5000n,
        otherRemotePartySeqNumberChanges: [
          { otherRemotePartyRole: 'root', otherRemotePartyFloorSeqNumber: 0n },
          { otherRemotePartyRole: 'other', otherRemotePartyFloorSeqNumber: 1n },
        ],
      },
      replacements: [
        {
          replacementCertificate: Buffer.from('3007300030000301' + '00', 'hex'),
          targetTrustAnchorCell: cell('root', 'keyCertSign'),
        },
      ],
      certificationPathCertificates: [],
    };
    const encoded = encodeDer(updateCredentialsCommand, value);
    expect(decodeDer(updateCredentialsCommand, encoded).value).to.deep.equal(value);
    expect(encoded.toString('hex')).to.include('80100101010101').and.include('03020204');
  });

  it('are not asked for by anything but their own services', () => {
    for (const useCase of ASN1_USE_CASES.filter(({ code }) => code === 'CS02b')) {
      if (useCase.serviceReferenceVariants.length > 0) continue;
      expect(() => useCase.buildContent(templateRequest(SUPPLIER), context(), 1n)).to.throw(
        'no Service Request asks',
      );
    }
  });
});

function xmlOf(name: string): string {
  let text = '';
  templateRequest(name, (xml) => (text = xml));
  return text;
}
