import { createPrivateKey, createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import type { GroupingHeader } from '../../../src/gbcs/grouping-header.js';
import { NO_SIGNATURE } from '../../../src/gbcs/message.js';
import { decryptAttribute, encryptAttribute } from '../../../src/gbcs/protection/attribute-encryption.js';
import { deriveKey } from '../../../src/gbcs/protection/key-derivation.js';
import { addMac, computeMac, verifyMac } from '../../../src/gbcs/protection/mac.js';
import {
  privateKeySigner,
  signMessage,
  verifyMessageSignature,
} from '../../../src/gbcs/protection/message-signature.js';
import { SharedSecretCache } from '../../../src/gbcs/protection/shared-secret.js';
import { generateKeyPair } from '../../../src/smki/index.js';

/** Z and derived key of the ECS17b command of RTDS 4.5.0, as published with the worked example. */
const Z = Buffer.from('ed342441df01551a6beaff3b54adc981f4c6a7e71dff4c3e1cc80b3c9f4e5ac0', 'hex');
const header: GroupingHeader = {
  kind: 'Command',
  originatorCounter: 1000n,
  originator: parseEui64('90b3d51f30010000'),
  recipient: parseEui64('00db1234567890a0'),
  messageCode: 0x0027,
};
const ECS17B_CONTENT =
  'd9200003e8000103001e00002b0208ff0101020201010205120001090600005e2c220a0f021200000202160000' +
  '010102021602020509090400000000000003e8090890b3d51f30010000090800db1234567890a00900020216020202090102' +
  '0900';
const message = { header, content: Buffer.from(ECS17B_CONTENT, 'hex'), signature: NO_SIGNATURE };

describe('key derivation', () => {
  it('gives the published key of the ECS17b command', () => {
    expect(deriveKey(Z, 'Command', header).toString('hex')).to.equal('ec1d51bd8f8bf0cdd2314cf396cc12c0');
  });
});

describe('message authentication code', () => {
  it('is the published one for the ECS17b command', () => {
    expect(computeMac(message, Z).toString('hex')).to.equal('f08a88fcb4eebeca47b71589');
    expect(verifyMac(addMac(message, Z), Z)).to.equal(true);
  });

  it('does not verify after a change of content, header, secret or MAC, nor when absent', () => {
    const protectedMessage = addMac(message, Z);
    expect(verifyMac({ ...protectedMessage, content: Buffer.from('00', 'hex') }, Z)).to.equal(false);
    expect(verifyMac({ ...protectedMessage, header: { ...header, originatorCounter: 1001n } }, Z)).to.equal(
      false,
    );
    expect(verifyMac(protectedMessage, Buffer.alloc(32))).to.equal(false);
    expect(verifyMac({ ...protectedMessage, mac: Buffer.alloc(12) }, Z)).to.equal(false);
    expect(verifyMac(message, Z)).to.equal(false);
  });
});

describe('message signature', () => {
  const { privateKey, publicKey } = generateKeyPair();

  it('verifies with the public key of the signer, and covers header and content', () => {
    const signed = signMessage(message, privateKeySigner(privateKey));
    expect(signed.signature).to.have.length(64);
    expect(verifyMessageSignature(signed, publicKey)).to.equal(true);
    expect(verifyMessageSignature({ ...signed, content: Buffer.alloc(3) }, publicKey)).to.equal(false);
    expect(
      verifyMessageSignature({ ...signed, header: { ...header, messageCode: 0x0028 } }, publicKey),
    ).to.equal(false);
  });

  it('is not there on an unsigned message or a Pre-Command', () => {
    expect(verifyMessageSignature(message, publicKey)).to.equal(false);
    expect(verifyMessageSignature({ header, content: message.content }, publicKey)).to.equal(false);
  });
});

describe('encryption of attributes', () => {
  it('is reversed by decryption, and refuses changed bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), (plaintext, position) => {
        const encrypted = encryptAttribute(header, plaintext, Z);
        expect(new Uint8Array(decryptAttribute(header, encrypted, Z))).to.deep.equal(plaintext);
        const at = position % encrypted.length;
        encrypted.writeUInt8(encrypted.readUInt8(at) ^ 1, at);
        expect(() => decryptAttribute(header, encrypted, Z)).to.throw(CodecError);
      }),
    );
  });
});

describe('SharedSecretCache', () => {
  it('agrees the same secret from both sides, once', () => {
    const one = generateKeyPair();
    const other = generateKeyPair();
    const cache = new SharedSecretCache();
    const secret = cache.get(one.privateKey, other.publicKey);
    expect(cache.get(other.privateKey, one.publicKey).equals(secret)).to.equal(true);
    expect(cache.get(one.privateKey, other.publicKey)).to.equal(secret);
    const copy = createPublicKey(createPrivateKey(other.privateKey.export({ format: 'pem', type: 'pkcs8' })));
    expect(cache.get(one.privateKey, copy).equals(secret)).to.equal(true);
  });
});
