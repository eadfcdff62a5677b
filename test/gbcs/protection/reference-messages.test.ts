import { expect } from 'chai';
import type { Eui64 } from '../../../src/common/eui64.js';
import { decodeMessage, type GbcsMessage } from '../../../src/gbcs/message.js';
import { verifyMac } from '../../../src/gbcs/protection/mac.js';
import { verifyMessageSignature } from '../../../src/gbcs/protection/message-signature.js';
import { SharedSecretCache } from '../../../src/gbcs/protection/shared-secret.js';
import { describeWithRtds, rtdsMessages, rtdsPrivateKey, rtdsPublicKey } from '../rtds.js';

const ACCESS_CONTROL_BROKER = '90-B3-D5-1F-30-00-00-02' as Eui64;

/** Sent by the PPMID to the GSME inside the home; the reference data have no private key of the PPMID. */
const HAN_ONLY = /^PCS0[12]_/;

const secrets = new SharedSecretCache();

function macSecret({ header }: GbcsMessage): Buffer | undefined {
  const remoteParty = header.kind === 'Command' ? ACCESS_CONTROL_BROKER : header.recipient;
  const device = header.kind === 'Command' ? header.recipient : header.originator;
  const privateKey = rtdsPrivateKey(remoteParty, 'ka');
  const publicKey = rtdsPublicKey(device, 'ka');
  return privateKey && publicKey && secrets.get(privateKey, publicKey);
}

describeWithRtds('protection of the reference messages', () => {
  for (const { name, bytes } of rtdsMessages()) {
    if (HAN_ONLY.test(name)) continue;
    const message = decodeMessage(bytes);
    const secret = message.mac && macSecret(message);
    if (secret) {
      it(`${name}: the MAC verifies`, () => {
        expect(verifyMac(message, secret)).to.equal(true);
      });
    }
    const signer = message.signature?.length === 64 && rtdsPublicKey(message.header.originator, 'ds');
    if (signer) {
      it(`${name}: the signature of ${message.header.originator} verifies`, () => {
        expect(verifyMessageSignature(message, signer)).to.equal(true);
      });
    }
  }
});
