export { requestOriginator } from './request-originator.js';
export { signDocument, signParsedDocument } from './sign-document.js';
export { signRequest } from './sign-request.js';
export { SIGNATURE_REASONS, SignatureError, type SignatureReason } from './signature-error.js';
export type { CertificateReason, ResolveSigner, Signer, SigningIdentity } from './signer.js';
export {
  contentWithoutSignature,
  type VerifiedSignature,
  verifyDocumentSignature,
  type VerifyOptions,
} from './verify-document-signature.js';
export { verifyMessage } from './verify-message.js';
