import { GatewayError } from '../../common/errors.js';

/** Everything that can be wrong with the XML signature of a DUIS message. */
export const SIGNATURE_REASONS = [
  /** There is a document type declaration. */
  'document-type',
  /** Canonical XML does not cover it: a namespace name is a relative reference. */
  'no-canonical-form',
  'no-signature',
  /** There is a Signature, but not as the last child of the root. */
  'signature-misplaced',
  'multiple-signatures',
  /** An element, attribute or text that the profile does not have, or one missing. */
  'signature-structure',
  'canonicalization-method',
  'signature-method',
  /** Not exactly one Reference. */
  'reference-count',
  /** The Reference is not to the whole document, URI="". */
  'reference-uri',
  'transforms',
  'digest-method',
  /** Not 32 bytes in base64. */
  'digest-value',
  /** Not 64 bytes in base64. */
  'signature-value',
  /** KeyInfo does not hold one issuer name and decimal serial number. */
  'key-info',
  'digest-mismatch',
  'signature-mismatch',
  'certificate-unknown',
  'certificate-wrong-usage',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-untrusted',
  /** A good signature of somebody else than the message claims to be from. */
  'signer-mismatch',
] as const;

export type SignatureReason = (typeof SIGNATURE_REASONS)[number];

/** A message whose XML signature is refused. */
export class SignatureError extends GatewayError {
  readonly code = 'SIGNATURE';

  constructor(
    readonly reason: SignatureReason,
    detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}
