import type { Eui64 } from '../common/eui64.js';
import type { Certificate } from './certificate.js';
import { checkCertificate, type TrustPolicy } from './certificate-check.js';
import type { CredentialStore } from './credential-store.js';

/** A certificate of an organisation or a Device, without any private key. */
export interface PublishedCertificate {
  readonly eui: Eui64;
  readonly holder: Certificate['holder'];
  readonly usage: 'digital signing' | 'key agreement';
  /** False past its dates, unless expired certificates are accepted. */
  readonly inUse: boolean;
  /** Remote party role in the certificate of an organisation. */
  readonly role: number | undefined;
  readonly serialNumber: bigint;
  readonly der: Buffer;
}

/** The certificates of a credential store that may be relied on, as anybody may see them. */
export class CertificateRepository {
  constructor(
    private readonly store: CredentialStore,
    private readonly policy: TrustPolicy,
  ) {}

  /** Those of a party, for whatever usage. */
  certificatesOf(eui: Eui64): PublishedCertificate[] {
    return this.#published((certificate) => certificate.eui === eui);
  }

  /** @param serialNumber SMKI tells certificates apart by it, whoever issued them */
  certificateBySerial(serialNumber: bigint): PublishedCertificate | undefined {
    return this.#published((certificate) => certificate.serialNumber === serialNumber)[0];
  }

  #published(wanted: (certificate: Certificate) => boolean): PublishedCertificate[] {
    // One certificate may be there for two usages: key agreement, and that of prepayment top-ups.
    const found = new Set<Certificate>();
    for (const { certificate } of this.store.all()) {
      if (certificate !== undefined && wanted(certificate)) found.add(certificate);
    }
    return [...found].flatMap((certificate) => this.#publish(certificate));
  }

  #publish(certificate: Certificate): PublishedCertificate[] {
    const { eui, holder, keyUsage, role, serialNumber, der } = certificate;
    const refusal = checkCertificate(certificate, this.store, this.policy);
    if (eui === undefined || refusal?.refused === 'certificate-untrusted') return [];
    const usage = keyUsage === 'keyAgreement' ? 'key agreement' : 'digital signing';
    return [{ eui, holder, usage, inUse: refusal === undefined, role: role?.code, serialNumber, der }];
  }
}
