import { diffieHellman, type KeyObject } from 'node:crypto';

/**
 * Shared secret Z of two P-256 keys, 32 bytes.
 * @param privateKey key agreement private key of one side
 * @param publicKey key agreement public key of the other
 */
export function sharedSecret(privateKey: KeyObject, publicKey: KeyObject): Buffer {
  return diffieHellman({ privateKey, publicKey });
}

/**
 * Remembers shared secrets for as long as both key objects live; agreeing one costs about as much as verifying a
 * signature. Keys are told apart by object identity, so callers keep one `KeyObject` a key.
 */
export class SharedSecretCache {
  private readonly secrets = new WeakMap<KeyObject, WeakMap<KeyObject, Buffer>>();

  get(privateKey: KeyObject, publicKey: KeyObject): Buffer {
    let ofPrivateKey = this.secrets.get(privateKey);
    if (!ofPrivateKey) {
      ofPrivateKey = new WeakMap();
      this.secrets.set(privateKey, ofPrivateKey);
    }
    let secret = ofPrivateKey.get(publicKey);
    if (!secret) {
      secret = sharedSecret(privateKey, publicKey);
      ofPrivateKey.set(publicKey, secret);
    }
    return secret;
  }
}
