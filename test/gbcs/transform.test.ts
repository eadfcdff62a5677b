import { openCredentials } from '../../src/smki/index.js';
import { expect } from 'chai';
import { DuisRejection, InternalError } from '../../src/common/errors.js';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import { decodeMessage } from '../../src/gbcs/message.js';
import { transform } from '../../src/gbcs/transform.js';
import type { DeviceFacts, TransformContext } from '../../src/gbcs/transform-context.js';
import { sampleRequest } from './requests.js';
import { transformed, withContent as withMembers } from './transformed.js';

const BROKER = parseEui64('90b3d51f30000002');
const SUPPLIER = parseEui64('90b3d51f30010000');
const ESME = parseEui64('00db1234567890a0');
const CHF = parseEui64('00db1234567890a2');

function context(devices: readonly (readonly [Eui64, DeviceFacts])[]): TransformContext {
  const facts = new Map(devices);
  return {
    accessControlBroker: BROKER,
    accessControlBrokerCounter: 77n,
    device: (id) => facts.get(id),
    keyAgreementCertificate: () => undefined,
  };
}

const esme = context([[ESME, { deviceType: 'ESME' }]]);
const readImport = sampleRequest('ECS17b_4.1.1_SINGLE_SUCCESS');

/** The request with another body content. */
function withContent(request: ServiceRequest, content: object): ServiceRequest {
  return { ...request, body: { ...request.body, content } as ServiceRequest['body'] };
}

describe('transform', () => {
  it('sends a Command in the name of the User where the Device knows it', () => {
    const { message, originator, kind } = transform(readImport, esme);
    expect({ originator, kind }).to.deep.equal({ originator: 'User', kind: 'Command' });
    expect(message.header).to.deep.equal({
      kind: 'Command',
      originator: SUPPLIER,
      originatorCounter: readImport.requestId.counter,
      recipient: ESME,
      messageCode: 0x0027,
    });
  });

  it('sends it in the name of the Access Control Broker where the Device does not know the User', () => {
    const facts: DeviceFacts = { deviceType: 'ESME', knownRemoteParties: [] };
    const { message, originator } = transform(readImport, context([[ESME, facts]]));
    expect(originator).to.equal('AccessControlBrokerForUser');
    expect(message.header).to.deep.include({
      originator: BROKER,
      originatorCounter: 77n,
      supplementaryRemoteParty: { id: SUPPLIER, counter: readImport.requestId.counter },
    });
  });

  it('names the User, with the counter of the header, as reader of encrypted answers all the same', () => {
    const facts: DeviceFacts = { deviceType: 'ESME', knownRemoteParties: [] };
    const { message } = transform(readImport, context([[ESME, facts]]));
    expect(message.content.toString('hex')).to.contain(
      '0909040000000000000' + '04d' + '0908' + '90b3d51f30010000',
    );
  });

  it('takes a party whose certificate the request brings along for one the Device does not know', () => {
    const request = sampleRequest('GCS61_4.17_SUCCESS');
    const gpf = context([[request.requestId.target, { deviceType: 'GPF' }]]);
    const { message, originator } = transform(request, gpf);
    expect(originator).to.equal('AccessControlBrokerForUser');
    expect(message.header.supplementaryRemoteParty?.keyAgreementCertificate?.[0]).to.equal(0x30);
    const known: DeviceFacts = { deviceType: 'GPF', knownRemoteParties: [SUPPLIER] };
    expect(transform(request, context([[request.requestId.target, known]])).originator).to.equal('User');
  });

  it('sends everything to a Communications Hub in the name of the Access Control Broker', () => {
    const request = sampleRequest('ECS35c_6.13_SUCCESS');
    const result = transform(request, context([[CHF, { deviceType: 'CHF' }]]));
    expect(result.useCase.code).to.equal('ECS35c');
    expect(result.originator).to.equal('AccessControlBrokerForUser');
  });

  it('gives a Pre-Command for a critical request, and a Command with an empty signature for any other', () => {
    const critical = transform(sampleRequest('ECS28a_6.4.1_IMMEDIATE_SUCCESS'), esme);
    expect(critical.kind).to.equal('PreCommand');
    expect(critical.protection).to.deep.equal({ signed: true, mac: true });
    expect(decodeMessage(critical.bytes).signature).to.equal(undefined);
    const other = transform(readImport, esme);
    expect(other.protection).to.deep.equal({ signed: false, mac: true });
    expect(decodeMessage(other.bytes).signature).to.have.length(0);
  });

  it('chooses by Device type, by body and by GBCS version', () => {
    const log = sampleRequest('CCS06_8.9_SUCCESS');
    const hub = (facts: Partial<DeviceFacts>) => context([[CHF, { deviceType: 'CHF', ...facts }]]);
    expect(transform(log, hub({})).useCase.code).to.equal('CCS06');
    expect(transform(log, hub({ gbcsVersion: '1.1' })).useCase.code).to.equal('CCS05/CCS04');
    const security = withContent(log, { ReadSecurityDetails: {} });
    expect(transform(security, hub({ gbcsVersion: '1.1' })).useCase.code).to.equal('CCS07');
    const gsme = context([[CHF, { deviceType: 'GSME' }]]);
    expect(transform(log, gsme).useCase.code).to.equal('CS07');
  });

  it('leaves an ExecutionDateTime that concerns the DCC only out of the Command', () => {
    const dated = withContent(readImport, { ExecutionDateTime: new Date('2030-01-01T00:00:00Z') });
    expect(transform(dated, esme).bytes.equals(transform(readImport, esme).bytes)).to.equal(true);
  });

  it('refuses a Device the inventory lacks with E19', () => {
    expect(() => transform(readImport, context([])))
      .to.throw(DuisRejection, `no Device ${ESME}`)
      .with.property('responseCode', 'E19');
  });

  it('refuses a request that is not for this Device type with E11', () => {
    expect(() => transform(readImport, context([[ESME, { deviceType: 'PPMID' }]])))
      .to.throw(DuisRejection, 'no use case serves Service Request 4.1.1 for PPMID')
      .with.property('responseCode', 'E11');
  });

  it('refuses a value the Command cannot carry with E12 and the member', () => {
    const request = sampleRequest('CCS01_8.11_SUCCESS');
    const hub = context([
      [CHF, { deviceType: 'CHF' }],
      [ESME, { deviceType: 'ESME' }],
    ]);
    const content = {
      DeviceID: ESME,
      RequestType: 'Add',
      AddDeviceToCHFWhitelist: { JoinTimePeriod: 70000, InstallCode: Buffer.alloc(16) },
    };
    expect(() => transform(withContent(request, content), hub))
      .to.throw(DuisRejection, 'CCS01: joinTimeout: 70000 is not a whole number from 0 to 65535')
      .with.property('responseCode', 'E12');
    const short = {
      ...content,
      AddDeviceToCHFWhitelist: { JoinTimePeriod: 90, InstallCode: Buffer.alloc(15) },
    };
    expect(() => transform(withContent(request, short), hub)).to.throw(DuisRejection, 'addEntry.installCode');
  });

  it('refuses to whitelist a Device of unknown type with E19', () => {
    expect(() => transform(sampleRequest('CCS01_8.11_SUCCESS'), context([[CHF, { deviceType: 'CHF' }]])))
      .to.throw(DuisRejection, `the inventory has no Device ${ESME}`)
      .with.property('responseCode', 'E19');
  });

  it('needs the transitional Change of Supplier party where that party originates', () => {
    const request = sampleRequest('CS02bSupplierByTransCoS_6.23_IMMEDIATE_SUCCESS');
    expect(() => transform(request, esme)).to.throw(
      InternalError,
      'no transitional Change of Supplier party',
    );
  });
});

describe('Key Agreement certificate of a User whom the Device does not know', () => {
  const sample = sampleRequest('ECS21b_4.14_URP_SUCCESS');
  const withCertificate = (KAPublicSecurityCredentials: Buffer) =>
    withMembers(sample, { KAPublicSecurityCredentials });

  it('goes into the message', () => {
    const { KAPublicSecurityCredentials } = sample.body.content as { KAPublicSecurityCredentials: Buffer };
    expect(transformed(sample).bytes.includes(KAPublicSecurityCredentials)).to.equal(true);
  });

  it('is refused where it is none, of somebody else, or for signatures', async () => {
    const { store } = await openCredentials({ testCredentials: true });
    const certificateOf = (party: string, usage: 'ka' | 'ds') =>
      store.find(parseEui64(party), usage)?.certificate?.der ?? expect.fail('no certificate');
    const { originator } = sample.requestId;
    for (const [certificate, reason] of [
      [Buffer.from('no certificate'), 'not an X.509 certificate'],
      [certificateOf('90-B3-D5-1F-30-00-00-02', 'ka'), 'is of 90-B3-D5-1F-30-00-00-02'],
      [certificateOf(originator, 'ds'), 'is for digitalSignature'],
    ] as const) {
      expect(() => transformed(withCertificate(certificate)), reason).to.throw(DuisRejection, reason);
    }
  });
});
