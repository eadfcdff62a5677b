import { createECDH, createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { generateKeyPair } from './generate-key-pair.js';

/** Key pair on P-256. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** Where the key pair of a name comes from, such as that of a Device's certificate. */
export type KeySource = (name: string) => KeyPair;

/** A new key pair each time. */
export const randomKeys: KeySource = () => generateKeyPair();

/** Order of P-256. Source: FIPS 186-4, D.1.2.3. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Surplus bits make the remainder below even enough. Source: FIPS 186-4, B.4.1 (64 bits more than the order has). */
const SURPLUS_BYTES = 8;

/** The same key pair for the same seed and name each time: for tests, as whoever knows the seed knows the keys. */
export function seededKeys(seed: string): KeySource {
  return (name) => {
    const block = (part: number): Buffer => createHmac('sha256', seed).update(`${part} ${name}`).digest();
    const bits = Buffer.concat([block(0), block(1).subarray(0, SURPLUS_BYTES)]);
    const scalar = (BigInt(`0x${bits.toString('hex')}`) % (ORDER - 1n)) + 1n;
    return keyPairOf(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'));
  };
}

/** @param scalar private key, 32 bytes */
function keyPairOf(scalar: Buffer): KeyPair {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  const point = ecdh.getPublicKey();
  const key = {
    kty: 'EC',
    crv: 'P-256',
    d: scalar.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
