import type { Clock } from '../common/clock.js';
import type { Certificate } from './certificate.js';
import type { CredentialStore } from './credential-store.js';
import type { Credential } from './credential.js';

/** How strictly certificates are judged. */
export interface TrustPolicy {
  readonly clock: Clock;
  /**
   * Accept certificates past their end. Most of the published ZAZ1 set ended in 2025 and 2026 and was never renewed;
   * its XML signing certificates last until 2118. Certificates before their start are refused in any case.
   */
  readonly acceptExpired: boolean;
}

export const CERTIFICATE_PROBLEMS = [
  'certificate-unknown',
  'certificate-wrong-usage',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-untrusted',
] as const;

export type CertificateProblem = (typeof CERTIFICATE_PROBLEMS)[number];

/** Why a certificate cannot be relied on. */
export interface Refusal {
  readonly refused: CertificateProblem;
  readonly detail: string;
}

/** The first thing wrong with a certificate: its dates, its chain, the dates of its issuer. */
export function checkCertificate(
  certificate: Certificate,
  store: CredentialStore,
  policy: TrustPolicy,
): Refusal | undefined {
  const now = policy.clock().getTime();
  if (now < certificate.notBefore.getTime()) {
    return { refused: 'certificate-not-yet-valid', detail: `valid from ${day(certificate.notBefore)}` };
  }
  if (!policy.acceptExpired && now > certificate.notAfter.getTime()) {
    return { refused: 'certificate-expired', detail: `valid until ${day(certificate.notAfter)}` };
  }
  const standing = store.standing(certificate);
  if (standing.state === 'untrusted') return { refused: 'certificate-untrusted', detail: standing.reason };
  if (standing.state === 'chained') {
    const { notAfter } = standing.authority;
    if (!policy.acceptExpired && notAfter !== undefined && now > notAfter.getTime()) {
      return { refused: 'certificate-expired', detail: `its issuer was valid until ${day(notAfter)}` };
    }
  }
  return undefined;
}

const day = (time: Date): string => time.toISOString().slice(0, 10);

/** The holder of a certificate that may be relied on. */
export interface TrustedSigner extends Credential {
  readonly certificate: Certificate;
}

/** Finds the signer that an XML signature names by issuer and serial number, and judges its certificate. */
export type SignerLookup = (issuerName: string, serialNumber: bigint) => { signer: TrustedSigner } | Refusal;

/** A lookup in a store under a policy. */
export function signerLookup(store: CredentialStore, policy: TrustPolicy): SignerLookup {
  return (issuerName, serialNumber) => {
    const found = store.findBySerial(issuerName, serialNumber);
    if (found?.certificate === undefined) {
      return {
        refused: 'certificate-unknown',
        detail: `no certificate ${serialNumber} of '${issuerName}' is known`,
      };
    }
    if (found.certificate.keyUsage !== 'digitalSignature') {
      return { refused: 'certificate-wrong-usage', detail: `it is for ${found.certificate.keyUsage}` };
    }
    return checkCertificate(found.certificate, store, policy) ?? { signer: found as TrustedSigner };
  };
}
