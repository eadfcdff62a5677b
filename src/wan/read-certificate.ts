import { CodecError } from '../common/errors.js';
import { type Certificate, parseCertificate } from '../smki/index.js';

/** The certificate in a Command; undefined for bytes that are none. */
export function readCertificate(encoded: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(encoded);
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}
