import { expect } from 'chai';
import { InternalError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { type GbcsMessage, NO_SIGNATURE } from '../../src/gbcs/message.js';
import { protectCommand } from '../../src/gbcs/protect-command.js';
import { verifyMac } from '../../src/gbcs/protection/mac.js';
import {
  privateKeySigner,
  signMessage,
  verifyMessageSignature,
} from '../../src/gbcs/protection/message-signature.js';
import { sharedSecret, SharedSecretCache } from '../../src/gbcs/protection/shared-secret.js';
import { generateKeyPair } from '../../src/smki/index.js';

const broker = generateKeyPair();
const device = generateKeyPair();
const signer = generateKeyPair();
const secret = sharedSecret(device.privateKey, broker.publicKey);

const message: GbcsMessage = {
  header: {
    kind: 'Command',
    originator: parseEui64('90b3d51f30000002'),
    originatorCounter: 5n,
    recipient: parseEui64('00db1234567890a4'),
    messageCode: 0x00ab,
  },
  content: Buffer.from('0500', 'hex'),
  signature: NO_SIGNATURE,
};
const keys = {
  accessControlBrokerKeyAgreement: broker.privateKey,
  deviceKeyAgreement: device.publicKey,
  secrets: new SharedSecretCache(),
};

describe('protection of a Command', () => {
  it('adds a MAC that the Device can verify', () => {
    const command = protectCommand(message, { signed: false, mac: true }, keys);
    expect(command.signature).to.have.length(0);
    expect(verifyMac(command, secret)).to.equal(true);
  });

  it('keeps the signature of the User', () => {
    const signed = signMessage(message, privateKeySigner(signer.privateKey));
    const command = protectCommand(signed, { signed: true, mac: true }, keys);
    expect(command.signature).to.deep.equal(signed.signature);
    expect(verifyMac(command, secret)).to.equal(true);
  });

  it('signs where the originator is the DCC, and then adds the MAC', () => {
    const command = protectCommand(
      message,
      { signed: true, mac: true },
      { ...keys, originatorSigner: privateKeySigner(signer.privateKey) },
    );
    expect(verifyMessageSignature(command, signer.publicKey)).to.equal(true);
    expect(verifyMac(command, secret)).to.equal(true);
  });

  it('leaves out the MAC where the use case has none', () => {
    const command = protectCommand(message, { signed: false, mac: false }, {});
    expect(command.mac).to.equal(undefined);
  });

  it('says which key is missing', () => {
    const { deviceKeyAgreement, accessControlBrokerKeyAgreement } = keys;
    expect(() => protectCommand(message, { signed: true, mac: true }, keys)).to.throw(
      InternalError,
      'a signature of 90-B3-D5-1F-30-00-00-02 is needed',
    );
    expect(() => protectCommand(message, { signed: false, mac: true }, { deviceKeyAgreement })).to.throw(
      InternalError,
      'Access Control Broker has no Key Agreement private key',
    );
    expect(() =>
      protectCommand(message, { signed: false, mac: true }, { accessControlBrokerKeyAgreement }),
    ).to.throw(InternalError, 'no Key Agreement key of 00-DB-12-34-56-78-90-A4');
  });
});
