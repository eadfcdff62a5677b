import { type KeyObject, sign, verify } from 'node:crypto';
import { encodeSignedPart, type GbcsMessage, SIGNATURE_LENGTH } from '../message.js';

/** Signatures are r then s, 32 bytes each, not DER. */
const ENCODING = 'ieee-p1363';

/** What a signature covers: the Grouping Header without its tag, and the content. */
function signatureInput(message: GbcsMessage): Buffer {
  return encodeSignedPart({ header: message.header, content: message.content }).subarray(1);
}

/**
 * The message with an ECDSA P-256 signature (SHA-256) in place of its signature field, and without a MAC.
 * @param privateKey digital signature private key of the party that signs
 */
export function signMessage(message: GbcsMessage, privateKey: KeyObject): GbcsMessage {
  const signature = sign('sha256', signatureInput(message), { key: privateKey, dsaEncoding: ENCODING });
  return { header: message.header, content: message.content, signature };
}

/** False also for a message that is not signed. @param publicKey digital signature public key of the signer */
export function verifyMessageSignature(message: GbcsMessage, publicKey: KeyObject): boolean {
  if (message.signature?.length !== SIGNATURE_LENGTH) return false;
  const key = { key: publicKey, dsaEncoding: ENCODING } as const;
  return verify('sha256', signatureInput(message), key, message.signature);
}
