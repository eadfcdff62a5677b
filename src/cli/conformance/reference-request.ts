import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesDirectory } from '../../templates/index.js';
import type { ReferencePair } from './reference-pairs.js';

export { templatesDirectory };

/** Base64 of a DER SEQUENCE longer than 255 bytes, as certificates are. */
const CERTIFICATE = /MII[A-Za-z0-9+/\s]{300,}={0,2}/g;

/** The request a reference message was made from, and what is to be said about it. */
export interface ReferenceRequest {
  readonly xml: Buffer;
  readonly note?: string;
}

/**
 * Some requests were renewed with certificates that the reference messages do not hold. The sample request of the same
 * name in the npm package has those they do, and is otherwise equal.
 * @param message the reference message
 */
export function referenceRequest(pair: ReferencePair, message: Buffer): ReferenceRequest {
  const xml = pair.request;
  const certificates = (xml.toString('latin1').match(CERTIFICATE) ?? []).map((text) =>
    Buffer.from(text, 'base64'),
  );
  if (certificates.every((certificate) => message.includes(certificate))) return { xml };
  const sample = join(templatesDirectory(), `${pair.name}_REQUEST_DUIS.XML`);
  if (!existsSync(sample)) return { xml };
  return {
    xml: readFileSync(sample),
    note: 'with the certificates of the sample request in the npm package',
  };
}

/** Length of a DER header with a two-byte length. */
const HEADER_LENGTH = 4;

/**
 * The certificate content ends with, as a Join by method C does. Certificates of Devices are an input, like the Access
 * Control Broker's counter: the reference key store lacks the one and has another for the other Device.
 */
export function certificateAtEnd(content: Buffer): Buffer | undefined {
  for (let at = 1; at + HEADER_LENGTH < content.length; at++) {
    const isLongSequence = content[at] === 0x30 && content[at + 1] === 0x82;
    if (isLongSequence && at + HEADER_LENGTH + content.readUInt16BE(at + 2) === content.length) {
      const inner = content.subarray(at + HEADER_LENGTH);
      // The whole content ends there too; a certificate is the one that begins with its to-be-signed SEQUENCE.
      if (inner[0] === 0x30) return content.subarray(at);
    }
  }
  return undefined;
}
