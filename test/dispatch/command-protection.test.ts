import { expect } from 'chai';
import { InternalError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { CommandProtection } from '../../src/dispatch/index.js';
import {
  decodeMessage,
  type GbcsMessage,
  privateKeySigner,
  verifyMessageSignature,
} from '../../src/gbcs/index.js';
import { CredentialStore, generateKeyPair } from '../../src/smki/index.js';

const BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
const DEVICE = parseEui64('00-DB-12-34-56-78-90-A0');

const message: GbcsMessage = {
  header: {
    kind: 'Command',
    originator: BROKER,
    originatorCounter: 7n,
    recipient: DEVICE,
    messageCode: 0x0102,
  },
  content: Buffer.from('0500', 'hex'),
};
const SIGNED_ONLY = { signed: true, mac: false };

describe('protection of Commands', () => {
  it('signs with a key that is in no credential store', () => {
    const { privateKey, publicKey } = generateKeyPair();
    const asked: string[] = [];
    const protection = new CommandProtection(new CredentialStore(), BROKER, (party) => {
      asked.push(party);
      return privateKeySigner(privateKey);
    });
    const command = decodeMessage(protection.protect(message, SIGNED_ONLY));
    expect(verifyMessageSignature(command, publicKey)).to.equal(true);
    expect(asked).to.deep.equal([BROKER]);
  });

  it('does not send what a signer gives that is no signature', () => {
    const protection = new CommandProtection(new CredentialStore(), BROKER, () => () => Buffer.alloc(70));
    expect(() => protection.protect(message, SIGNED_ONLY)).to.throw(InternalError, '64 bytes');
  });

  it('says whose key is missing', () => {
    const protection = new CommandProtection(new CredentialStore(), BROKER);
    expect(() => protection.protect(message, SIGNED_ONLY)).to.throw(InternalError, BROKER);
  });
});
