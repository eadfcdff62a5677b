import type { KeyObject } from 'node:crypto';
import type { Eui64 } from '../../common/eui64.js';
import type { SignatureReason } from './signature-error.js';

/** Who signed; the caller's lookup may give more than this. */
export interface Signer {
  readonly eui: Eui64;
  readonly publicKey: KeyObject;
}

/** Why a certificate cannot be relied on. */
export type CertificateReason = Extract<SignatureReason, `certificate-${string}`>;

/**
 * Finds the holder of the certificate that KeyInfo names and judges the certificate: dates, usage, chain.
 * @param issuerName as the message spells it
 */
export type ResolveSigner<S extends Signer> = (
  issuerName: string,
  serialNumber: bigint,
) => { readonly signer: S } | { readonly refused: CertificateReason; readonly detail: string };

/** Key and certificate a message is signed with. */
export interface SigningIdentity {
  readonly privateKey: KeyObject;
  readonly certificate: {
    /** RFC 2253 form, such as `CN=Z1,OU=07`. */
    readonly issuerName: string;
    readonly serialNumber: bigint;
  };
}
