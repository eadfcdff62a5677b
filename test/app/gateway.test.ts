import { DEFAULT_LIMITS, SchemaPacks, withDocument } from '../../src/duis/schema/index.js';
import { XSD_DIRECTORY } from '../duis/schema/packs.js';
import { expect } from 'chai';
import {
  decodeMessage,
  encodeMessage,
  privateKeySigner,
  signMessage,
  verifyMac,
  sharedSecret,
} from '../../src/gbcs/index.js';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { verifyMessage } from '../../src/duis/signature/index.js';
import { signerLookup } from '../../src/smki/index.js';
import { ACB, ESME, GatewayHarness, HUB, NETWORK_OPERATOR, PPMID, SUPPLIER } from './gateway-harness.js';

describe('gateway', () => {
  let home: GatewayHarness;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(() => home.stop());

  const join =
    '<sr:JoinServiceCritical><sr:OtherDeviceID>00-DB-12-34-56-78-90-A4</sr:OtherDeviceID></sr:JoinServiceCritical>';

  it('acknowledges a request, sends the Command with a MAC the Device can check', async () => {
    const { status, code } = await home.post('S', home.signed());
    expect([status, code]).to.deep.equal([200, 'I99']);
    const command = await sentCommand(home);
    const message = decodeMessage(command.bytes);
    expect(message.header.messageCode).to.equal(0x0129);
    const acb = home.credentials.find(parseEui64(ACB), 'ka');
    const device = home.credentials.find(parseEui64(PPMID), 'ka');
    if (!acb || !device?.privateKey) throw new Error('keys');
    expect(verifyMac(message, sharedSecret(device.privateKey, acb.publicKey))).to.equal(true);
  });

  it('signs its answers as the DCC', async () => {
    const { text } = await home.post('S', home.signed());
    const lookup = signerLookup(home.credentials, { clock: () => home.now, acceptExpired: true });
    expect(verifyMessage(Buffer.from(text), lookup).signer.eui).to.equal(ACB);
  });

  it('gives the Response of a Device to the User, once', async () => {
    await home.post('S', home.signed({ counter: 77n }));
    const { bytes, device } = await sentCommand(home);
    const command = decodeMessage(bytes);
    const { header } = command;
    const response = encodeMessage({
      header: { ...header, kind: 'Response', originator: header.recipient, recipient: header.originator },
      content: Buffer.from('3009040400030001020100', 'hex'),
      signature: Buffer.alloc(0),
      mac: Buffer.alloc(12),
    });
    await home.gateway.takeDeviceMessage({ device, bytes: response });
    await home.gateway.takeDeviceMessage({ device, bytes: response });
    const delivered = await home.user.next();
    expect(delivered).to.contain(`<sr:RequestID>${SUPPLIER}:${PPMID}:77</sr:RequestID>`);
    expect(delivered).to.contain(`<sr:ResponseID>${PPMID}:${SUPPLIER}:77</sr:ResponseID>`);
    expect(delivered).to.contain('<sr:ResponseCode>I0</sr:ResponseCode>');
    expect(delivered).to.contain(response.toString('base64'));
    await home.gateway.stop();
    expect(home.user.received).to.have.length(1);
    await home.startGateway();
  });

  it('tells the User the Customer Identification Number that the meter shows', async () => {
    for (const target of [ESME, '00-DB-12-34-56-78-90-A1']) {
      await home.post(
        'S',
        home.signed({ target, variant: '9.1', body: '<sr:RequestCustomerIdentificationNumber/>' }),
      );
      const { bytes, device } = await sentCommand(home);
      home.sent.length = 0;
      const { header } = decodeMessage(bytes);
      const response = encodeMessage({
        header: { ...header, kind: 'Response', originator: header.recipient, recipient: header.originator },
        content: Buffer.from('da2000051400000100010200', 'hex'),
        signature: Buffer.alloc(0),
        mac: Buffer.alloc(12),
      });
      await home.gateway.takeDeviceMessage({ device, bytes: response });
      const delivered = await home.user.next();
      const number = /CustomerIdentificationNumber>(\d{4})</.exec(delivered)?.[1] ?? expect.fail(delivered);
      expect(bytes.includes(Buffer.from(number))).to.equal(true);
      expect(delivered).to.contain(response.toString('base64'));
    }
  });

  it('gives an Alert of a Device to the User it is for, once, as DUIS has it', async () => {
    // A generic alert: a DER SEQUENCE that begins with the alert code.
    const alert = encodeMessage({
      header: {
        kind: 'Alert',
        originator: parseEui64(ESME),
        originatorCounter: 2000n,
        recipient: parseEui64(SUPPLIER),
        messageCode: 0x1000,
      },
      content: Buffer.from('30050203008f66', 'hex'),
      signature: Buffer.alloc(64),
    });
    await home.gateway.takeDeviceMessage({ device: parseEui64(ESME), bytes: alert });
    await home.gateway.takeDeviceMessage({ device: parseEui64(ESME), bytes: alert });
    const delivered = await home.user.next();
    expect(delivered)
      .to.contain('<sr:AlertCode>8F66</sr:AlertCode>')
      .and.to.contain(alert.toString('base64'));
    expect(delivered).to.contain('<sr:ResponseCode>I0</sr:ResponseCode>').and.not.to.contain('RequestID');
    const packs = SchemaPacks.load(XSD_DIRECTORY);
    try {
      withDocument(Buffer.from(delivered), DEFAULT_LIMITS, (document) => {
        expect(packs.validate(document, '5.4')).to.deep.equal([]);
      });
    } finally {
      packs.dispose();
    }
    await home.gateway.stop();
    expect(home.user.received).to.have.length(1);
    await home.startGateway();
  });

  it('answers an identical repeat with the first answer and sends nothing again', async () => {
    const message = home.signed();
    const first = await home.post('S', message);
    await sentCommand(home);
    const second = await home.post('S', message);
    expect(second.text).to.equal(first.text);
    expect(home.sent).to.have.length(1);
  });

  it('serves a message that comes twice at the same time once', async () => {
    const message = home.signed();
    const [first, second] = await Promise.all([home.post('S', message), home.post('S', message)]);
    expect(second.text).to.equal(first.text);
    await sentCommand(home);
    expect(home.sent).to.have.length(1);
  });

  it('refuses another message with a RequestID that was used', async () => {
    await home.post('S', home.signed({ counter: 5n }));
    const other = home.signed({ counter: 5n, commandVariant: 3 });
    expect((await home.post('S', other)).code).to.equal('E12');
  });

  const refusals: [string, string, 'T' | 'S' | 'D', Parameters<GatewayHarness['signed']>[0]][] = [
    ['a sender that is no User', 'E1', 'S', { originator: '90-B3-D5-1F-30-00-00-07' }],
    [
      'a User Role that may not ask',
      'E2',
      'S',
      { originator: NETWORK_OPERATOR, target: HUB, variant: '8.9', body: '<sr:ReadDeviceLog/>' },
    ],
    ['an unknown Device', 'E19', 'S', { target: '00-DB-00-00-00-00-00-01' }],
    [
      'a Device type it does not go to',
      'E11',
      'S',
      { target: PPMID, variant: '4.2', body: '<sr:ReadInstantaneousExportRegisters/>' },
    ],
    ['the wrong web service', 'E13', 'T', {}],
    ['a Command Variant that does not fit', 'E12', 'T', { commandVariant: 4 }],
    ['the Command Variant of the DCC itself', 'E12', 'S', { commandVariant: 9 }],
    ['a Service Reference that does not fit the variant', 'E12', 'S', { reference: '11.3' }],
    ['a body that does not fit the variant', 'E12', 'S', { body: '<sr:ReadDeviceLog/>' }],
    [
      'a Non-Device Service not addressed to the DCC',
      'E19',
      'D',
      {
        target: PPMID,
        commandVariant: 8,
        variant: '8.2',
        body: `<sr:ReadInventory><sr:DeviceID>${PPMID}</sr:DeviceID></sr:ReadInventory>`,
      },
    ],
  ];
  for (const [what, code, service, facts] of refusals) {
    it(`refuses ${what} with ${code}`, async () => {
      const answer = await home.post(service, home.signed(facts));
      expect([answer.status, answer.code]).to.deep.equal([200, code]);
      expect(home.sent).to.have.length(0);
    });
  }

  it('refuses a request for a decommissioned Device with E5', async () => {
    await home.post(
      'D',
      home.signed({
        target: ACB,
        commandVariant: 8,
        variant: '8.3',
        body: `<sr:DecommissionDevice><sr:DeviceID>${PPMID}</sr:DeviceID></sr:DecommissionDevice>`,
      }),
    );
    expect((await home.post('S', home.signed())).code).to.equal('E5');
  });

  const unreadable: [string, () => string | Buffer, number, RegExp][] = [
    ['what is not XML', () => 'hello', 400, /well-formed/],
    ['a document type declaration', () => '<!DOCTYPE a><a/>', 400, /DOCTYPE/],
    ['what breaks the schema', () => home.xml({ body: '<sr:Nonsense/>' }), 400, /Nonsense/],
    ['an unknown schema version', () => home.xml({ version: '9.9' }), 400, /known are .*5\.4/],
    ['no signature', () => home.xml(), 403, /no-signature/],
    [
      'a changed message',
      () => home.signed({ counter: 9n }).toString().replace(':9<', ':8<'),
      403,
      /digest-mismatch/,
    ],
    ['the signature of another party', () => home.signed({}, NETWORK_OPERATOR), 403, /signer-mismatch/],
  ];
  for (const [what, message, status, detail] of unreadable) {
    it(`answers ${what} with ${status} and a sentence`, async () => {
      const answer = await home.post('S', message());
      expect(answer.status).to.equal(status);
      expect((JSON.parse(answer.text) as { detail: string }).detail).to.match(detail);
    });
  }

  it('gives a Pre-Command, and takes it back signed under the same RequestID', async () => {
    const { preCommand, answer } = await transformed();
    expect(answer.code).to.equal('I0');
    const signed = encodeMessage(
      signMessage(decodeMessage(preCommand), privateKeySigner(home.gbcsKey(SUPPLIER))),
    );
    expect((await home.post('S', signedPreCommand(signed))).code).to.equal('I99');
    const { bytes } = await sentCommand(home);
    expect(bytes.includes(signed)).to.equal(true);
  });

  it('refuses a Signed Pre-Command whose content was changed, with E12', async () => {
    const { preCommand } = await transformed();
    const changed = decodeMessage(preCommand);
    changed.content[changed.content.length - 1]! ^= 1;
    const signed = encodeMessage(signMessage(changed, privateKeySigner(home.gbcsKey(SUPPLIER))));
    expect((await home.post('S', signedPreCommand(signed))).code).to.equal('E12');
  });

  it('refuses a Pre-Command signed by somebody else, with E12', async () => {
    const { preCommand } = await transformed();
    const signed = encodeMessage(
      signMessage(decodeMessage(preCommand), privateKeySigner(home.gbcsKey(NETWORK_OPERATOR))),
    );
    expect((await home.post('S', signedPreCommand(signed))).code).to.equal('E12');
  });

  it('refuses a Signed Pre-Command without a Transform before it, with E12', async () => {
    expect((await home.post('S', signedPreCommand(Buffer.from('DF00', 'hex')))).code).to.equal('E12');
  });

  it('returns a Command for local delivery instead of sending it', async () => {
    const answer = await home.post('D', home.signed({ commandVariant: 2 }));
    expect(answer.code).to.equal('I0');
    expect(answer.text).to.contain('<sr:LocalCommand><sr:GBCSPayload>');
    expect(home.sent).to.have.length(0);
  });

  it('tells the User with E20 when the network does not take the Command', async () => {
    home.transmit = () => Promise.reject(new PeerError('out of coverage', false));
    await home.post('S', home.signed());
    expect(await home.user.next()).to.contain('<sr:ResponseCode>E20</sr:ResponseCode>');
  });

  describe('with an S1SP that is dead', () => {
    const SMETS1_PPMID = '00-DB-12-34-56-78-92-A4';

    it('keeps trying, then tells the User with E20', async () => {
      await home.gateway.stop();
      await home.startGateway({ DUIS_RETRY_LIMIT: '3', DUIS_RETRY_DELAY_MS: '1' });
      expect((await home.post('S', home.signed({ target: SMETS1_PPMID }))).code).to.equal('I99');
      // The clock of the gateway stands still, so that a pause ends only when it is moved.
      const answer = home.user.next();
      let told = false;
      void answer.then(() => (told = true));
      while (!told) {
        home.now = new Date(home.now.getTime() + 1000);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect(await answer).to.contain('<sr:ResponseCode>E20</sr:ResponseCode>');
      expect(
        (await home.store.outbox.dead()).map(({ channel, attempts }) => [channel, attempts]),
      ).to.deep.equal([['s1sp', 3]]);
    });

    it('goes on with the request after a restart', async () => {
      await home.post('S', home.signed({ target: SMETS1_PPMID }));
      await home.gateway.stop();
      expect(
        (await home.store.outbox.due('s1sp', new Date(home.now.getTime() + 3_600_000), 10))[0]?.attempts,
      ).to.be.oneOf([0, 1]);
      await home.startGateway();
    });
  });

  it('sends after a restart what was acknowledged before it', async () => {
    home.transmit = () => Promise.reject(new PeerError('the network is down', true));
    await home.post('S', home.signed());
    await home.gateway.stop();
    expect(home.sent).to.have.length(0);
    home.now = new Date(home.now.getTime() + 3_600_000);
    home.transmit = (command) => {
      home.sent.push(command);
      return Promise.resolve();
    };
    await home.startGateway();
    expect((await sentCommand(home)).device).to.equal(PPMID);
  });

  it('refuses what is not for SMETS1 Devices with E11', async () => {
    const body =
      '<sr:RestoreGPFDeviceLog><sr:OldGPFID>00-DB-12-34-56-78-92-A3</sr:OldGPFID></sr:RestoreGPFDeviceLog>';
    const message = home.signed({ target: '00-DB-12-34-56-78-92-A3', variant: '8.12.2', body });
    expect((await home.post('S', message)).code).to.equal('E11');
  });

  async function transformed(): Promise<{ preCommand: Buffer; answer: { code: string | undefined } }> {
    const answer = await home.post(
      'T',
      home.signed({ target: ESME, counter: 500n, commandVariant: 4, variant: '8.7.1', body: join }),
    );
    const payload = /GBCSPayload>([^<]*)</.exec(answer.text)?.[1] ?? '';
    return { preCommand: Buffer.from(payload, 'base64'), answer };
  }

  function signedPreCommand(message: Buffer): Buffer {
    const body = `<sr:SignedPreCommand><sr:GBCSPayload>${message.toString('base64')}</sr:GBCSPayload></sr:SignedPreCommand>`;
    return home.signed({ target: ESME, counter: 500n, commandVariant: 5, variant: '8.7.1', body });
  }
});

/** The first Command the network was given, as soon as it has it. */
async function sentCommand(home: GatewayHarness): Promise<GatewayHarness['sent'][number]> {
  for (;;) {
    const [command] = home.sent;
    if (command !== undefined) return command;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
