import { createPublicKey, type KeyObject } from 'node:crypto';
import { CodecError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Certificate } from './certificate.js';

/** What a key is for: digital signature, key agreement, or key agreement for prepayment top-ups. */
export const USAGES = ['ds', 'ka', 'pp-ka'] as const;

export type Usage = (typeof USAGES)[number];

/** A key of an organisation or a Device. One `KeyObject` a key: caches of derived secrets go by object identity. */
export interface Credential {
  readonly eui: Eui64;
  readonly usage: Usage;
  /** As its source calls it, for listings and messages. */
  readonly name: string;
  readonly publicKey: KeyObject;
  /** Absent where only the certificate is known. */
  readonly privateKey: KeyObject | undefined;
  /** Absent for a bare key without identity. */
  readonly certificate: Certificate | undefined;
}

/** A certificate whose private key is at hand. */
export interface SigningCredential extends Credential {
  readonly privateKey: KeyObject;
  readonly certificate: Certificate;
}

/**
 * Joins a certificate and its key.
 * @param usage needed to tell `pp-ka` from `ka`, which certificates do not
 * @throws CodecError if the certificate is not for that usage, names nobody, or the key is another's
 */
export function credential(
  certificate: Certificate,
  usage: Usage,
  name: string,
  privateKey?: KeyObject,
): Credential {
  const { eui, keyUsage, publicKey } = certificate;
  if (eui === undefined) throw new CodecError('the certificate is an authority, not a party');
  const expected = usage === 'ds' ? 'digitalSignature' : 'keyAgreement';
  if (keyUsage !== expected)
    throw new CodecError(`the key usage is ${keyUsage}, '${usage}' needs ${expected}`);
  if (privateKey !== undefined && !createPublicKey(privateKey).equals(publicKey)) {
    throw new CodecError('the private key does not belong to the certificate');
  }
  return { eui, usage, name, publicKey, privateKey, certificate };
}

export function canSign(candidate: Credential): candidate is SigningCredential {
  return candidate.privateKey !== undefined && candidate.certificate !== undefined;
}
