import { createECDH, sign, verify } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { type KeyPair, randomKeys, seededKeys } from '../../src/smki/index.js';

const jwkOf = ({ privateKey }: KeyPair) => privateKey.export({ format: 'jwk' });

describe('keys from a seed', () => {
  it('are the same for the same seed and name, and others for others', () => {
    const keys = ['a', 'b'].flatMap((seed) => ['ds', 'ka'].map((name) => jwkOf(seededKeys(seed)(name)).d));
    expect(new Set(keys).size).to.equal(4);
    expect(jwkOf(seededKeys('a')('ds')).d).to.equal(keys[0]);
  });

  it('are key pairs: what one half signs the other verifies', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, name) => {
        const { privateKey, publicKey } = seededKeys(seed)(name);
        const text = Buffer.from('text');
        expect(verify('sha256', text, publicKey, sign('sha256', text, privateKey))).to.equal(true);
        const ecdh = createECDH('prime256v1');
        ecdh.setPrivateKey(Buffer.from(jwkOf({ privateKey, publicKey }).d ?? '', 'base64url'));
        expect(ecdh.getPublicKey().subarray(1, 33).toString('base64url')).to.equal(
          publicKey.export({ format: 'jwk' }).x,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('differ each time without a seed', () => {
    expect(jwkOf(randomKeys('ds')).d).to.not.equal(jwkOf(randomKeys('ds')).d);
  });
});
