import { readFileSync } from 'node:fs';
import { CodecError } from '../common/errors.js';

const STANDARD_INPUT = 0;

/** The bytes of a file, or of standard input for `-`. */
export function readInput(file: string): Buffer {
  return readFileSync(file === '-' ? STANDARD_INPUT : file);
}

/**
 * A message written in hexadecimal; white space has no meaning.
 * @throws CodecError for anything else
 */
export function readHex(file: string): Buffer {
  return hexBytes(readInput(file));
}

function hexBytes(input: Buffer): Buffer {
  const text = input.toString('latin1').replace(/\s+/g, '');
  const bad = text.search(/[^0-9a-f]/i);
  if (bad >= 0) throw new CodecError(`'${text.charAt(bad)}' is not a hexadecimal digit`, Math.floor(bad / 2));
  if (text.length % 2 !== 0) throw new CodecError('the last byte has one digit only', (text.length - 1) / 2);
  return Buffer.from(text, 'hex');
}

/** First bytes of GBCS messages: MAC layer, general signing. */
const BINARY_STARTS: ReadonlySet<number> = new Set([0xdd, 0xdf]);

/**
 * A GBCS message, from what a file has of it: in hexadecimal or as it is on the wire, the first byte tells.
 * @throws CodecError if it is neither
 */
export function messageBytes(bytes: Buffer): Buffer {
  return BINARY_STARTS.has(bytes[0] ?? 0) ? bytes : hexBytes(bytes);
}

/** Reads a GBCS message. @throws CodecError if the file has none */
export function readMessageFile(file: string): Buffer {
  return messageBytes(readInput(file));
}

/** Whether a file has XML, after a byte order mark and white space. */
export function isXml(bytes: Buffer): boolean {
  return /^\uFEFF?\s*</.test(bytes.toString('utf8', 0, 100));
}
