import { X509Certificate } from 'node:crypto';
import { CodecError } from '../../../common/errors.js';
import type { Eui64 } from '../../../common/eui64.js';
import {
  type CertificateFacts,
  type CertificateKeyUsage,
  readCertificateFacts,
} from '../../asn1/certificate-facts.js';
import { refusal } from './refusal.js';
import type { KeyUsage } from './trust-anchor-cell.js';

/** What a certificate must be to go into a trust anchor cell. */
export interface CertificateExpectation {
  /** Element of the request, for the reason of a refusal. */
  readonly element: string;
  /** OUs of the subject that are allowed: Remote Party roles as two hexadecimal digits. */
  readonly organisationalUnits: readonly string[];
  /** Absent: the usage is not checked. */
  readonly keyUsage?: KeyUsage;
  /** Absent: any party, as long as the certificates of one request agree. */
  readonly entityIdentifier?: Eui64;
}

/** Reads a certificate of a request. @throws DuisRejection if it is none */
export function readCertificate(encoded: Uint8Array, element: string): CertificateFacts {
  try {
    return readCertificateFacts(encoded);
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
  certificate: CertificateFacts,
  expected: CertificateExpectation,
): void {
  const { element, organisationalUnits, keyUsage, entityIdentifier } = expected;
  const unit = certificate.organisationalUnit ?? 'none';
  if (!organisationalUnits.includes(unit)) {
    throw refusal(
      'credentials',
      `${element}: OU is ${unit}, the role needs ${organisationalUnits.join(' or ')}`,
    );
  }
  if (keyUsage !== undefined) checkKeyUsage(certificate, [keyUsage], element);
  const found = certificate.entityIdentifier;
  if (found === undefined) throw refusal('credentials', `${element} names no EUI-64`);
  if (entityIdentifier !== undefined && found !== entityIdentifier) {
    throw refusal('credentials', `${element} is of ${found}, expected ${entityIdentifier}`);
  }
}

/** Checks that a Device certificate is of this Device and for one of the two usages. @throws DuisRejection */
export function checkDeviceCertificate(certificate: CertificateFacts, device: Eui64): void {
  const element = 'DeviceCertificate';
  if (certificate.entityIdentifier !== device) {
    throw refusal(
      'credentials',
      `${element} is of ${certificate.entityIdentifier ?? 'no Device'}, not ${device}`,
    );
  }
  checkKeyUsage(certificate, ['digitalSignature', 'keyAgreement'], element);
}

/**
 * Checks that a certificate leads to one of the roots through the issuers given with it; dates are not looked at.
 * @param path certificates of issuing authorities, in any order (CertificationPathCertificates)
 * @param roots no roots: nothing is checked
 * @throws DuisRejection
 */
export function checkCertificationPath(
  certificate: CertificateFacts,
  path: readonly CertificateFacts[],
  roots: readonly Uint8Array[],
  element: string,
): void {
  if (roots.length === 0) return;
  const authorities = path.filter((candidate) => candidate.certificationAuthority);
  const anchors = roots.map((root) => new X509Certificate(root));
  let current = new X509Certificate(certificate.encoded);
  // Each step uses up one authority, so a circle of issuers ends as well.
  const unused = new Set(authorities.map((authority) => new X509Certificate(authority.encoded)));
  for (;;) {
    if (anchors.some((anchor) => issued(anchor, current))) return;
    const issuer = [...unused].find((candidate) => issued(candidate, current));
    if (!issuer) {
      throw refusal(
        'credentials',
        `${element} does not lead to a trusted root: no issuer of ${current.subject}`,
      );
    }
    unused.delete(issuer);
    current = issuer;
  }
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function checkKeyUsage(
  certificate: CertificateFacts,
  allowed: readonly CertificateKeyUsage[],
  element: string,
): void {
  const [usage, ...others] = certificate.keyUsage;
  if (usage !== undefined && others.length === 0 && allowed.includes(usage)) return;
  const found = certificate.keyUsage.join(' and ') || 'none';
  throw refusal('credentials', `${element}: key usage is ${found}, expected ${allowed.join(' or ')}`);
}
