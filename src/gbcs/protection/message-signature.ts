import { type KeyObject, sign, verify } from 'node:crypto';
import { InternalError } from '../../common/errors.js';
import { encodeSignedPart, type GbcsMessage, SIGNATURE_LENGTH } from '../message.js';

/** Signatures are r then s, 32 bytes each, not DER. */
const ENCODING = 'ieee-p1363';

/** What a signature covers: the Grouping Header without its tag, and the content. */
function signatureInput(message: GbcsMessage): Buffer {
  return encodeSignedPart({ header: message.header, content: message.content }).subarray(1);
}

/**
 * Signs for one party with ECDSA P-256 and SHA-256: the one place where a private signature key is used, so that it may
 * be in memory or in a hardware security module (docs/hsm.md).
 * @param input the bytes to sign, not their digest
 * @returns r then s, 32 bytes each
 */
export type Signer = (input: Uint8Array) => Buffer;

/** Signs with a key in memory. @param privateKey digital signature private key of the party that signs */
export function privateKeySigner(privateKey: KeyObject): Signer {
  return (input) => sign('sha256', input, { key: privateKey, dsaEncoding: ENCODING });
}

/**
 * The message with a signature in its signature field, and without a MAC.
 * @throws InternalError if the signer gives anything but 64 bytes
 */
export function signMessage({ header, content }: GbcsMessage, signer: Signer): GbcsMessage {
  const signature = signer(signatureInput({ header, content }));
  if (signature.length !== SIGNATURE_LENGTH) {
    throw new InternalError(`a signature has ${SIGNATURE_LENGTH} bytes, the signer gave ${signature.length}`);
  }
  return { header, content, signature };
}

/** False also for a message that is not signed. @param publicKey digital signature public key of the signer */
export function verifyMessageSignature(message: GbcsMessage, publicKey: KeyObject): boolean {
  if (message.signature?.length !== SIGNATURE_LENGTH) return false;
  const key = { key: publicKey, dsaEncoding: ENCODING } as const;
  return verify('sha256', signatureInput(message), key, message.signature);
}
