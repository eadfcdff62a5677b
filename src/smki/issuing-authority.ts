import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Certificate } from './certificate.js';

/** A key that signs certificates. */
export interface IssuingAuthority {
  /** Its subject, as `normaliseName` gives it. */
  readonly name: string;
  /** Its subjectKeyIdentifier in hexadecimal: what certificates it signed name as authorityKeyIdentifier. */
  readonly keyIdentifier: string | undefined;
  readonly publicKey: KeyObject;
  readonly notAfter: Date | undefined;
}

export function authorityOf(certificate: Certificate): IssuingAuthority {
  return {
    name: certificate.subject,
    keyIdentifier: certificate.subjectKeyIdentifier,
    publicKey: certificate.publicKey,
    notAfter: certificate.notAfter,
  };
}

/** An authority whose certificate was never published, but whose key is known: name, identifier, x and y in hex. */
export function authorityFromPoint(
  name: string,
  keyIdentifier: string,
  x: string,
  y: string,
): IssuingAuthority {
  const coordinate = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');
  const key = { kty: 'EC', crv: 'P-256', x: coordinate(x), y: coordinate(y) };
  return { name, keyIdentifier, publicKey: createPublicKey({ key, format: 'jwk' }), notAfter: undefined };
}

/**
 * Whether a certificate hangs on one of the authorities.
 * `unknown`: none of them is the issuer it names. `broken`: its issuer is there and did not sign it.
 *
 * Certificates that name an authority key are held to it. Those that do not (the XML signing certificates of the
 * ZAZ1 set, which bear the name of its issuer and are signed with their own keys) may match by name only, so a
 * signature that fails says nothing about them.
 */
export function chainOf(
  certificate: Certificate,
  authorities: readonly IssuingAuthority[],
): { state: 'complete'; authority: IssuingAuthority } | { state: 'unknown' | 'broken' } {
  const { authorityKeyIdentifier } = certificate;
  const issuers = authorities.filter(
    ({ name, keyIdentifier }) =>
      name === certificate.issuer &&
      (authorityKeyIdentifier === undefined || keyIdentifier === authorityKeyIdentifier),
  );
  const authority = issuers.find(({ publicKey }) => certificate.isSignedBy(publicKey));
  if (authority !== undefined) return { state: 'complete', authority };
  return { state: issuers.length > 0 && authorityKeyIdentifier !== undefined ? 'broken' : 'unknown' };
}
