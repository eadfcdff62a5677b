import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { decodeDer, encodeDer } from '../../src/gbcs/asn1/der-schema.js';
import { alertCodeOf, executedInstructionOf, type GbcsMessage } from '../../src/gbcs/index.js';
import {
  type UpdateCredentialsCommand,
  updateCredentialsCommand,
} from '../../src/gbcs/use-cases/asn1/update-credentials-contents.js';
import { BROKER, contentOf, ESME, NETWORK_OPERATOR, SUPPLIER, VirtualHome } from './virtual-home.js';

/** Subject key identifiers of the supplier's certificates. Source: Response of CS02b in RTDS 4.5.0. */
const OLD = ['44899792D196F4B8', '405B8C62687D8F70', '41FB49221588C570'];
const NEW = ['43046B4FB7C4F11B', '429667C1B8BB1E34', '4EB07A1BCA0DD58C'];
/** The supplier that the sample of 6.23 hands over to. */
const GAINING_SUPPLIER = parseEui64('90-B3-D5-1F-30-03-00-00');

const IMMEDIATE = 'CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS';
const FUTURE_DATED = 'CS02bSupplierBySupplier_6.15.1_FUTURE_DATED_SUCCESS';

/** Meters have more to tell by then. */
const outcomeIn = (messages: readonly GbcsMessage[]): GbcsMessage | undefined =>
  messages.find((message) => executedInstructionOf(message) !== undefined);

interface ReplacementOutcome {
  readonly statusCode: string;
  readonly existingSubjectUniqueID: string;
  readonly existingSubjectKeyIdentifier: string;
  readonly replacingSubjectUniqueID: string;
  readonly replacingSubjectKeyIdentifier: string;
}

const outcomesIn = (message: GbcsMessage | undefined): readonly ReplacementOutcome[] =>
  (contentOf(message) as { executionOutcome: { replacementOutcomes: ReplacementOutcome[] } }).executionOutcome
    .replacementOutcomes;

describe('credentials of Remote Parties in a virtual Device', () => {
  let home: VirtualHome;

  beforeEach(() => {
    home = new VirtualHome();
  });

  afterEach(() => home.han.stop());

  it('are replaced, and the Response tells what was there and what is', async () => {
    const [response] = await home.sample('CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS');
    const outcomes = outcomesIn(response);
    expect(outcomes.map(({ statusCode }) => statusCode)).to.deep.equal(['success', 'success', 'success']);
    expect(outcomes.map((one) => one.existingSubjectKeyIdentifier)).to.deep.equal(OLD);
    expect(outcomes.map((one) => one.replacingSubjectKeyIdentifier)).to.deep.equal(NEW);
    expect(response && home.isAuthentic(response)).to.equal(true);
  });

  it('are from then on what signatures are checked with', async () => {
    await home.sample('CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS');
    expect(await refusalOf('ECS02_1.6_FUTURE_DATED_TWIN_SUCCESS')).to.match(/signature is wrong/);
  });

  it('let the counter of their party begin anew', async () => {
    const device = home.han.device(ESME);
    await home.sample('CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS');
    expect(device?.counterOf(SUPPLIER)).to.equal(0n);
  });

  it('can be read back', async () => {
    const keys = (messages: GbcsMessage[]) =>
      [...JSON.stringify(contentOf(messages[0])).matchAll(/KeyIdentifier":"(\w*)"/g)].map(([, key]) => key);
    const before = keys(await home.sample('CS02aMAC_6.24.1_SUCCESS'));
    expect(before.slice(0, 3)).to.deep.equal(OLD);
    expect(before).to.have.length(5);
    await home.sample('CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS');
    const after = keys(await home.sample('CS02aMAC_6.24.1_SUCCESS'));
    expect(after).to.deep.equal([...NEW, ...before.slice(3)]);
    expect(JSON.stringify(contentOf((await home.sample('CS02aMAC_6.24.1_SUCCESS'))[0]))).to.include(
      NETWORK_OPERATOR,
    );
  });

  it('of a supplier pass to another, and the old one is trusted no more', async () => {
    const [response] = await home.sample('CS02bSupplierByTransCoS_6.23_IMMEDIATE_SUCCESS');
    for (const outcome of outcomesIn(response)) {
      expect(outcome).to.include({
        statusCode: 'success',
        existingSubjectUniqueID: SUPPLIER,
        replacingSubjectUniqueID: GAINING_SUPPLIER,
      });
    }
    expect(await refusalOf('ECS02_1.6_FUTURE_DATED_TWIN_SUCCESS')).to.match(/signature is wrong/);
    expect(home.han.device(ESME)?.trustAnchors.keysOf(GAINING_SUPPLIER, 'ds')).to.have.length(1);
  });

  it('are replaced at the time the Command says', async () => {
    const [response] = await home.sample('CS02bSupplierByTransCoS_6.23_FUTURE_DATED_SUCCESS');
    expect(contentOf(response)).to.deep.equal({ commandAccepted: null });
    const [alert, ...others] = await home.comes('2030-01-15T09:00:00Z');
    expect(others).to.deep.equal([]);
    expect(alert && executedInstructionOf(alert)).to.deep.equal({
      messageCode: response?.header.messageCode,
      originatorCounter: response?.header.originatorCounter,
      instruction: { encoding: 'ASN.1' },
      succeeded: true,
    });
    expect(alert?.header.recipient).to.equal(response?.header.recipient);
  });

  it('stay where a cancellation came before the time', async () => {
    await home.sample('CS02bSupplierBySupplier_6.15.1_FUTURE_DATED_SUCCESS');
    await home.sample('CS02bSupplierBySupplier_6.15.1_CANCELLATION_SUCCESS');
    expect(await home.comes('2030-01-15T09:00:00Z')).to.deep.equal([]);
  });

  it('stay where the new certificate does not lead to the path that came with it', async () => {
    const refused = await home.send(withoutPath('CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS'));
    for (const outcome of outcomesIn(refused[0])) {
      expect(outcome.statusCode).to.equal('noTrustAnchor');
      expect(outcome.replacingSubjectKeyIdentifier).to.equal(outcome.existingSubjectKeyIdentifier);
    }
    const [accepted] = await home.send(withoutPath('CS02bSupplierBySupplier_6.15.1_FUTURE_DATED_SUCCESS'));
    expect(contentOf(accepted)).to.deep.equal({ commandAccepted: null });
    const [alert] = await home.comes('2030-01-15T09:00:00Z');
    expect(alert && alertCodeOf(alert)).to.equal(0x8f67);
  });

  it('stay where the new certificate is for another usage', async () => {
    const [response] = await home.send(
      changed('CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS', (command) => {
        const [signing, agreement, topUp] = command.replacements;
        if (!signing || !agreement || !topUp) throw new Error('there are three certificates');
        const misplaced = { ...signing, replacementCertificate: agreement.replacementCertificate };
        return { ...command, replacements: [misplaced, agreement, topUp] };
      }),
    );
    expect(outcomesIn(response).map(({ statusCode }) => statusCode)).to.deep.equal([
      'badCertificate',
      'success',
      'success',
    ]);
  });

  it('of the Access Control Broker are replaced with a signed Response, and MACs are checked with them', async () => {
    const [response] = await home.sample('CS02bACBByACB_8.5_SUCCESS');
    expect(outcomesIn(response).map(({ statusCode }) => statusCode)).to.deep.equal(['success']);
    expect(response?.header.recipient).to.equal(BROKER);
    expect(response?.mac).to.equal(undefined);
    expect(response && home.isAuthentic(response)).to.equal(true);
    expect(await refusalOf('CS02aMAC_6.24.1_SUCCESS')).to.match(/MAC is wrong/);
  });

  describe('of a faulty Device', () => {
    const keysOf = (message: GbcsMessage | undefined) =>
      outcomesIn(message).map((one) => one.existingSubjectKeyIdentifier);

    it('stay, counters and all, and the Response says of each that it failed', async () => {
      const device = home.han.device(ESME);
      home.han.setFault(ESME, 'faulty');
      const [response] = await home.fresh(IMMEDIATE);
      for (const outcome of outcomesIn(response)) {
        expect(outcome.statusCode).to.equal('other');
        expect(outcome.replacingSubjectKeyIdentifier).to.equal(outcome.existingSubjectKeyIdentifier);
      }
      expect(keysOf(response)).to.deep.equal(OLD);
      expect(contentOf(response)).to.have.nested.property(
        'executionOutcome.remotePartySeqNumberChanges.length',
        0,
      );
      expect(device?.counterOf(SUPPLIER)).to.equal(response?.header.originatorCounter);
      home.han.setFault(ESME, undefined);
      expect(keysOf((await home.fresh(IMMEDIATE))[0])).to.deep.equal(OLD);
    });

    it('stay when the time comes that the Command says, and its Alert says that it failed', async () => {
      await home.sample(FUTURE_DATED);
      home.han.setFault(ESME, 'faulty');
      const alert = outcomeIn(await home.comes('2030-01-15T09:00:00Z'));
      expect(alert && alertCodeOf(alert)).to.equal(0x8f67);
      expect(outcomesIn(alert).map(({ statusCode }) => statusCode)).to.deep.equal([
        'other',
        'other',
        'other',
      ]);
    });

    it('are replaced in the end if it is mended before the time that the Command says', async () => {
      home.han.setFault(ESME, 'faulty');
      const [accepted] = await home.sample(FUTURE_DATED);
      expect(contentOf(accepted)).to.deep.equal({ commandAccepted: null });
      home.han.setFault(ESME, undefined);
      const alert = outcomeIn(await home.comes('2030-01-15T09:00:00Z'));
      expect(alert && alertCodeOf(alert)).to.equal(0x8f66);
    });

    for (const sample of ['CS02aMAC_6.24.1_SUCCESS', 'CS02fMAC_6.24.1_SUCCESS']) {
      it(`cannot be read, of whatever role: ${sample}`, async () => {
        home.han.setFault(ESME, 'faulty');
        const [response] = await home.fresh(sample);
        const roles = contentOf(response) as readonly Readonly<Record<string, unknown>>[];
        expect(roles).to.have.length.above(0);
        for (const role of roles) {
          expect(role).to.have.all.keys('remotePartyRole', 'statusCode');
          expect(role).to.include({ statusCode: 'other' });
        }
      });
    }
  });

  const refusalOf = (sample: string) =>
    home.sample(sample).then(
      () => 'it was not refused',
      (error: unknown) => String(error),
    );

  function changed(
    sample: string,
    change: (command: UpdateCredentialsCommand) => UpdateCredentialsCommand,
  ): ReturnType<VirtualHome['command']> {
    const command = home.command(sample);
    const { value } = decodeDer(updateCredentialsCommand, command.message.content);
    const content = encodeDer(updateCredentialsCommand, change(value));
    return { ...command, message: { ...command.message, content } };
  }

  const withoutPath = (sample: string) =>
    changed(sample, (command) => ({ ...command, certificationPathCertificates: [] }));
});
