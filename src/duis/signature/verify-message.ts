import { DEFAULT_LIMITS, withDocument } from '../schema/parse-xml.js';
import type { ResolveSigner, Signer } from './signer.js';
import {
  verifyDocumentSignature,
  type VerifiedSignature,
  type VerifyOptions,
} from './verify-document-signature.js';

/**
 * `verifyDocumentSignature` for bytes, where nothing else is to be done with the parsed document.
 * @throws UnreadableXml
 * @throws SignatureError
 */
export function verifyMessage<S extends Signer>(
  xml: Uint8Array,
  resolveSigner: ResolveSigner<S>,
  options?: VerifyOptions,
): VerifiedSignature<S> {
  return withDocument(xml, DEFAULT_LIMITS, (document) =>
    verifyDocumentSignature(document, resolveSigner, options),
  );
}
