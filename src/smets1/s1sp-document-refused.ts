import { GatewayError } from '../common/errors.js';
import type { SchemaViolation } from '../duis/schema/index.js';

/** What can be wrong with a document in the S1SP inbox. */
export const S1SP_DOCUMENT_REASONS = [
  /** Not well-formed XML in UTF-8, too large or too deep, or with a document type declaration. */
  'unreadable',
  /** Neither a SMETS1SignedResponse nor an S1SPAlert. */
  'document-kind',
  /** No schemaVersion, or one that no installed schema is for. */
  'schema-version',
  'schema',
  /** White space between elements, which the tools of Users would not see, so that the signature fails for them. */
  'white-space',
  /** The signature is missing, outside the DUIS profile, or does not hold. */
  'signature',
  /** A good signature of somebody who is not a configured S1SP. */
  'signer',
] as const;

export type S1spDocumentReason = (typeof S1SP_DOCUMENT_REASONS)[number];

/** A document that is refused at the S1SP inbox; nothing in it was relied on. */
export class S1spDocumentRefused extends GatewayError {
  readonly code = 'S1SP_DOCUMENT_REFUSED';

  constructor(
    readonly reason: S1spDocumentReason,
    explanation: string,
    /** Where the document breaks the schema. */
    readonly violations: readonly SchemaViolation[] = [],
    options?: { cause?: unknown },
  ) {
    super(explanation, options);
  }
}
