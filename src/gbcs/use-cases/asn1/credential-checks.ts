import type { KeyObject } from 'node:crypto';
import { CodecError } from '../../../common/errors.js';
import type { Eui64 } from '../../../common/eui64.js';
import { type Certificate, type IssuingAuthority, parseCertificate } from '../../../smki/index.js';
import { refusal } from './refusal.js';
import { type KeyUsage, REMOTE_PARTY_ROLES, type RemotePartyRole } from './trust-anchor-cell.js';

/** What a certificate must be to go into a trust anchor cell. */
export interface CertificateExpectation {
  /** Roles whose certificates the cell takes. */
  readonly roles: readonly RemotePartyRole[];
  /** Absent: the usage is not checked. */
  readonly keyUsage?: KeyUsage;
  /** Absent: any party. */
  readonly owner?: Eui64;
}

/** Reads a certificate of a request. @param element where it stands there @throws DuisRejection if it is none */
export function readCertificate(encoded: Uint8Array, element: string): Certificate {
  try {
    return parseCertificate(encoded);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw refusal('credentials', `${element} is not a certificate: ${error.message}`, error);
  }
}

/**
 * Checks role, key usage and entity of an Organisation certificate that is to replace another.
 * Validity dates are for the Device to check, and only where the request says so (ApplyTimeBasedCPVChecks).
 * @throws DuisRejection
 */
export function checkReplacementCertificate(
  certificate: Certificate,
  expected: CertificateExpectation,
  element: string,
): void {
  const { roles, keyUsage, owner } = expected;
  if (!roles.some((role) => REMOTE_PARTY_ROLES[role] === certificate.role?.code)) {
    const found = certificate.role?.name ?? 'nobody';
    throw refusal(
      'credentials',
      `${element} is the certificate of a ${found}, not of a ${roles.join(' or ')}`,
    );
  }
  if (keyUsage !== undefined) checkKeyUsage(certificate, [keyUsage], element);
  if (certificate.eui === undefined) throw refusal('credentials', `${element} names no EUI-64`);
  if (owner !== undefined && certificate.eui !== owner) {
    throw refusal('credentials', `${element} is of ${certificate.eui}, expected ${owner}`);
  }
}

/** Checks that a Device certificate is of this Device and for one of the two usages. @throws DuisRejection */
export function checkDeviceCertificate(certificate: Certificate, device: Eui64, element: string): void {
  if (certificate.holder !== 'device' || certificate.eui !== device) {
    throw refusal('credentials', `${element} is of ${certificate.eui ?? 'no Device'}, not of ${device}`);
  }
  checkKeyUsage(certificate, ['digitalSignature', 'keyAgreement'], element);
}

/**
 * Checks that a certificate leads to a trusted authority, through the certificates of authorities given with it.
 * Dates are not looked at.
 * @param path certificates of issuing authorities, in any order (CertificationPathCertificates)
 * @param anchors none: nothing is checked
 * @throws DuisRejection
 */
export function checkCertificationPath(
  certificate: Certificate,
  path: readonly Certificate[],
  anchors: readonly IssuingAuthority[],
  element: string,
): void {
  if (anchors.length === 0) return;
  let current = certificate;
  // Each step uses up one authority, so a circle of issuers ends as well.
  const unused = new Set(path.filter(({ holder }) => holder === 'authority'));
  for (;;) {
    const issued = (name: string, key: KeyObject): boolean =>
      name === current.issuer && current.isSignedBy(key);
    if (anchors.some(({ name, publicKey }) => issued(name, publicKey))) return;
    const next = [...unused].find(({ subject, publicKey }) => issued(subject, publicKey));
    if (!next)
      throw refusal('credentials', `${element} leads to no trusted root: ${current.issuer} is not known`);
    unused.delete(next);
    current = next;
  }
}

function checkKeyUsage(certificate: Certificate, allowed: readonly KeyUsage[], element: string): void {
  const found = certificate.keyUsage;
  if (allowed.some((usage) => usage === found)) return;
  throw refusal('credentials', `${element} is for ${found}, expected ${allowed.join(' or ')}`);
}
