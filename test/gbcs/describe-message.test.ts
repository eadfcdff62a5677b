import { expect } from 'chai';
import { CodecError } from '../../src/common/errors.js';
import { describeMessage } from '../../src/gbcs/describe-message.js';
import { useCaseOf } from '../../src/gbcs/catalogue.js';
import { decodeMessage, encodeMessage, type GbcsMessage } from '../../src/gbcs/message.js';
import { encryptionContext, decryptAttribute } from '../../src/gbcs/protection/attribute-encryption.js';
import { SharedSecretCache } from '../../src/gbcs/protection/shared-secret.js';
import { describeWithRtds, rtdsMessages, rtdsPrivateKey, rtdsPublicKey } from './rtds.js';

/** CCS01 of RTDS 4.5.0, unprotected: add an ESME to the device log. */
const CCS01 =
  'df090100000000000005160890b3d51f300000020800db1234567890a20012000190b3d51f3001000000000000000003ea4d' +
  'd920000516000303006800001e0300ff0102006800001e0300ff0302006800001e0300ff02' +
  '030204090800db1234567890a01601091030313233343536373839414243444546160012005a03ff00';

describe('description of a message', () => {
  it('tells header, use case, values and protection', () => {
    expect(describeMessage(decodeMessage(Buffer.from(CCS01, 'hex')))).to.deep.equal({
      kind: 'Command',
      messageCode: '0x0001',
      originator: '90-B3-D5-1F-30-00-00-02',
      recipient: '00-DB-12-34-56-78-90-A2',
      originatorCounter: '1302',
      supplementaryRemoteParty: { id: '90-B3-D5-1F-30-01-00-00', counter: '1002' },
      useCase: 'CCS01',
      title: 'Add Device to CHF device log',
      encoding: 'DLMS',
      content: {
        addEntry: {
          access: 'action class 104 0-0:30.3.0.255 method 1',
          value: {
            device: '00-DB-12-34-56-78-90-A0',
            credentialsType: 1,
            installCode: '30313233343536373839414243444546',
            deviceType: 'ESME',
          },
        },
        joinTimeout: { access: 'set class 104 0-0:30.3.0.255 attribute 3', value: '90 s' },
        openForJoining: { access: 'set class 104 0-0:30.3.0.255 attribute 2', value: true },
      },
      signature: 'none',
      mac: 'none',
    });
  });

  it('names member and offset in the message where content is malformed', () => {
    const broken = Buffer.from(CCS01, 'hex');
    const at = CCS01.indexOf('1601', 180) / 2;
    broken[at] = 0x11;
    expect(() => describeMessage(decodeMessage(broken)))
      .to.throw(CodecError, 'expected tag of enum')
      .that.includes({ offset: at, path: 'content.addEntry.credentialsType' });
  });
});

describeWithRtds('description of the reference messages', () => {
  const secrets = new SharedSecretCache();
  const decrypt = (message: GbcsMessage) => (encrypted: Uint8Array) => {
    const { originator, recipient } = encryptionContext(message.header);
    const [own, other] = [rtdsPrivateKey(recipient, 'ka'), rtdsPublicKey(originator, 'ka')];
    return own && other && decryptAttribute(message.header, encrypted, secrets.get(own, other));
  };
  const keys = { macIsValid: () => undefined, signatureIsValid: () => undefined, decrypt };

  for (const { name, bytes } of rtdsMessages()) {
    const message = decodeMessage(bytes);
    if (!useCaseOf(message)) continue;
    it(`${name} is told as its use case declares it, decrypted`, () => {
      const told = JSON.stringify(describeMessage(message, keys));
      expect(told).not.to.contain('"unexpected"');
      expect(told).not.to.contain('"encrypted":"');
    });
  }

  it('refuses every message cut short', () => {
    for (const { name, bytes } of rtdsMessages()) {
      const half = bytes.subarray(0, Math.floor(bytes.length / 2));
      expect(() => decodeMessage(half), name).to.throw(CodecError);
    }
  });

  it('answers damaged content with a description or a CodecError, never otherwise', () => {
    for (const { name, bytes } of rtdsMessages()) {
      const message = decodeMessage(bytes);
      for (const at of [0, 3, 7, 9, 20]) {
        const content = Buffer.from(message.content);
        if (at >= content.length) continue;
        content[at] = content.readUInt8(at) ^ 0x15;
        const damaged = decodeMessage(encodeMessage({ ...message, content }));
        try {
          describeMessage(damaged, keys);
        } catch (error) {
          expect(error, `${name} byte ${at}`).to.be.instanceOf(CodecError);
        }
      }
    }
  });
});
