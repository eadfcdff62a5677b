import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/**
 * A new key pair on P-256.
 *
 * The keys are read back from DER: those Node gives out share a lock with the job that made them, and a process stands
 * still for good when the garbage collector frees the job while one of them is exported as JWK (seen with Node 20).
 */
export function generateKeyPair(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  const der = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return {
    publicKey: createPublicKey({ key: der.publicKey, type: 'spki', format: 'der' }),
    privateKey: createPrivateKey({ key: der.privateKey, type: 'pkcs8', format: 'der' }),
  };
}
