import { expect } from 'chai';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { silentLogger } from '../../src/common/logger.js';
import {
  addMac,
  decodeMessage,
  decryptAttribute,
  describeMessage,
  encodeMessage,
  type GbcsMessage,
  NO_SIGNATURE,
  sharedSecret,
  privateKeySigner,
  signMessage,
  verifyMac,
  verifyMessageSignature,
} from '../../src/gbcs/index.js';
import { type CredentialStore, generateDevicePki, openCredentials } from '../../src/smki/index.js';
import { VirtualHan } from '../../src/wan/index.js';

const ACB = parseEui64('90-B3-D5-1F-30-00-00-02');
const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
const HUB = parseEui64('00-DB-12-34-56-78-95-02');
const PPMID = parseEui64('00-DB-12-34-56-78-95-04');
const ESME = parseEui64('00-DB-12-34-56-78-95-00');

/** ECS17b content for the supplier's counter 1000 (RTDS 4.5.0, ECS17b_4.1.1_SINGLE_SUCCESS), addressed to `ESME`. */
const READ_REGISTERS = Buffer.from(
  (
    'd9200003e8000103001e00002b0208ff0101 02020101 0205120001090600005e2c220a0f02120000 02021600000101 02021602' +
    '0205 0909040000000000 0003e8 090890b3d51f30010000 090800db123456789500 0900 0202160202020901020900'
  ).replaceAll(' ', ''),
  'hex',
);

describe('virtual HAN', () => {
  let credentials: CredentialStore;
  let han: VirtualHan;
  let counter: bigint;
  let received: GbcsMessage[];
  let arrived: () => void;
  const now = new Date('2026-06-01T12:00:00Z');

  before(async () => {
    ({ store: credentials } = await openCredentials({ testCredentials: true }));
    credentials.add(generateDevicePki({ devices: [HUB, PPMID, ESME] }));
  });

  beforeEach(() => {
    counter = 5000n;
    received = [];
    han = new VirtualHan({ credentials, accessControlBroker: ACB, clock: () => now, log: silentLogger });
    han.addDevice({ id: HUB, deviceType: 'CHF' });
    han.addDevice({ id: PPMID, deviceType: 'PPMID', hub: HUB, firmwareVersion: '0123ABCD' });
    han.addDevice({ id: ESME, deviceType: 'ESME', hub: HUB });
    han.onMessage(({ bytes }) => {
      received.push(decodeMessage(bytes));
      arrived();
      return Promise.resolve();
    });
  });

  it('reads the firmware version of a PPMID (CS08)', async () => {
    const response = await answer(command(0x0129, PPMID, '0500'));
    expect(contentOf(response)).to.deep.equal({ firmwareVersion: '0123ABCD', responseCode: 'success' });
  });

  it('answers with a MAC of the Device and under the counter of the Command', async () => {
    const response = await answer(command(0x0129, PPMID, '0500'));
    expect(response.header).to.deep.include({
      kind: 'Response',
      originatorCounter: 5000n,
      originator: PPMID,
      recipient: ACB,
    });
    expect(verifyMac(response, sharedSecret(keyOf(ACB, 'ka'), publicKeyOf(PPMID, 'ka')))).to.equal(true);
  });

  it('adds a Device to the log of a Communications Hub, shows it there and removes it', async () => {
    const added = parseEui64('00-DB-12-34-56-78-95-09');
    const address = `0908${added.replaceAll('-', '')}`;
    const add = `d920000000000103006800001e0300ff0101 0204${address}1601091000000000000000000000000000000000 1684`;
    expect(resultsOf(await answer(command(0x0001, HUB, add)))).to.deep.equal(['success']);
    expect(await logOfHub()).to.include(added);
    expect(
      resultsOf(await answer(command(0x0002, HUB, `d920000000000103006800001e0300ff0201${address}`))),
    ).to.deep.equal(['success']);
    expect(await logOfHub()).to.not.include(added);
  });

  it('encrypts registers so that only the party that asked can read them', async () => {
    const response = await answer(
      protect({
        header: {
          kind: 'Command',
          originatorCounter: 1000n,
          originator: SUPPLIER,
          recipient: ESME,
          messageCode: 0x0027,
        },
        content: READ_REGISTERS,
      }),
      ESME,
    );
    const at = response.content.indexOf(Buffer.from('3100000000', 'hex'));
    const end = response.content.length - 3;
    const secret = sharedSecret(keyOf(SUPPLIER, 'ka'), publicKeyOf(ESME, 'ka'));
    const plaintext = decryptAttribute(response.header, response.content.subarray(at, end), secret);
    expect(plaintext.subarray(0, 4).toString('hex')).to.equal('02010204');
    const wrong = sharedSecret(keyOf(ACB, 'ka'), publicKeyOf(ESME, 'ka'));
    expect(() => decryptAttribute(response.header, response.content.subarray(at, end), wrong)).to.throw();
  });

  it('answers a signed Command with a signature of the Device', async () => {
    const join = signMessage(
      {
        header: {
          ...headerOf(0x00ab, PPMID),
          supplementaryRemoteParty: { id: SUPPLIER, counter: 1n },
        },
        content: Buffer.from('30100201010408' + ESME.replaceAll('-', '') + '020101', 'hex'),
      },
      privateKeySigner(keyOf(ACB, 'ds')),
    );
    const response = await answer(protect(join));
    expect(contentOf(response)).to.equal('success');
    expect(response.mac).to.equal(undefined);
    expect(verifyMessageSignature(response, publicKeyOf(PPMID, 'ds'))).to.equal(true);
  });

  it('carries out the same Command once and answers it again', async () => {
    const bytes = command(0x0129, PPMID, '0500');
    const first = await answer(bytes);
    expect(await answer(bytes)).to.deep.equal(first);
    expect(han.trace('request')?.outcome).to.equal('repeated');
  });

  const refusals: [string, () => Buffer, RegExp][] = [
    ['a wrong MAC', () => flip(command(0x0129, PPMID, '0500')), /MAC/],
    ['a message code of another Device type', () => command(0x010f, PPMID, '0500'), /not for PPMID/],
    ['an unknown message code', () => command(0x7777, PPMID, '0500'), /unknown message code/],
    [
      'the signature of somebody else',
      () =>
        protect(
          signMessage(
            { header: headerOf(0x00ab, PPMID), content: Buffer.from('0500', 'hex') },
            privateKeySigner(keyOf(SUPPLIER, 'ds')),
          ),
        ),
      /signature is wrong/,
    ],
  ];
  for (const [what, bytes, reason] of refusals) {
    it(`does not carry out a Command with ${what}`, async () => {
      await han.send({ requestId: 'request', device: PPMID, bytes: bytes() });
      while (han.trace('request') === undefined) await new Promise((resolve) => setImmediate(resolve));
      expect(han.trace('request')?.outcome).to.equal('refused');
      expect(han.trace('request')?.reason).to.match(reason);
      expect(received).to.have.length(0);
    });
  }

  it('does not carry out a Command whose Originator Counter was used by another', async () => {
    await answer(command(0x0129, PPMID, '0500'));
    counter = 4999n;
    await han.send({ requestId: 'late', device: PPMID, bytes: command(0x0129, PPMID, '0500') });
    while (han.trace('late') === undefined) await new Promise((resolve) => setImmediate(resolve));
    expect(han.trace('late')?.reason).to.match(/Counter/);
  });

  it('cannot reach a Device out of coverage, and says it may be tried again', async () => {
    han.setFault(PPMID, 'out of coverage');
    const refused = await han
      .send({ requestId: 'request', device: PPMID, bytes: command(0x0129, PPMID, '0500') })
      .catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(PeerError).with.property('retryable', true);
  });

  function headerOf(messageCode: number, recipient: typeof PPMID) {
    return {
      kind: 'Command' as const,
      originatorCounter: counter++,
      originator: ACB,
      recipient,
      messageCode,
    };
  }

  function command(messageCode: number, recipient: typeof PPMID, content: string): Buffer {
    return protect({
      header: {
        ...headerOf(messageCode, recipient),
        supplementaryRemoteParty: { id: SUPPLIER, counter: 1n },
      },
      content: Buffer.from(content.replaceAll(' ', ''), 'hex'),
    });
  }

  function protect(message: GbcsMessage): Buffer {
    const secret = sharedSecret(keyOf(ACB, 'ka'), publicKeyOf(message.header.recipient, 'ka'));
    return encodeMessage(addMac({ signature: NO_SIGNATURE, ...message }, secret));
  }

  async function answer(bytes: Buffer, device = decodeMessage(bytes).header.recipient): Promise<GbcsMessage> {
    const response = new Promise<void>((resolve) => (arrived = resolve));
    await han.send({ requestId: 'request', device, bytes });
    await response;
    return received.at(-1) as GbcsMessage;
  }

  async function logOfHub(): Promise<string> {
    const response = await answer(command(0x010f, HUB, 'd920000000000101006800001e0300ff040100'));
    return JSON.stringify(describeMessage(response));
  }

  const keyOf = (id: typeof ACB, usage: 'ka' | 'ds') => {
    const key = credentials.find(id, usage)?.privateKey;
    if (key === undefined) throw new Error(`no key of ${id}`);
    return key;
  };
  const publicKeyOf = (id: typeof ACB, usage: 'ka' | 'ds') => {
    const key = credentials.find(id, usage)?.publicKey;
    if (key === undefined) throw new Error(`no key of ${id}`);
    return key;
  };
});

const contentOf = (message: GbcsMessage): unknown =>
  (describeMessage(message) as { content: unknown }).content;

function resultsOf(message: GbcsMessage): string[] {
  return [...JSON.stringify(describeMessage(message)).matchAll(/"result":"([^"]*)"/g)].map(
    ([, result]) => result ?? '',
  );
}

function flip(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length - 1]! ^= 1;
  return changed;
}
