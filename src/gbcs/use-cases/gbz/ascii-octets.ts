import { CodecError } from '../../../common/errors.js';

/** Printable ASCII text, one byte a character. @throws CodecError for other characters */
export function asciiOctets(text: string, what: string): Buffer {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new CodecError(`${what} has characters that are not ASCII`);
  return Buffer.from(text, 'ascii');
}
