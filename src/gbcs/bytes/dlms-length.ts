import { CodecError } from '../../common/errors.js';
import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

/** Longest length this gateway reads or writes; a GBCS message has at most 72,387 bytes. */
const MAX_LENGTH = 0xffffff;

/**
 * A length in the DLMS (A-XDR) form: one byte below 0x80, else 0x81 + 1, 0x82 + 2 or 0x83 + 3 bytes, as short as
 * possible.
 * @throws CodecError for other forms, and for a length written longer than needed
 */
export function readDlmsLength(reader: ByteReader, what = 'a length'): number {
  const at = reader.offset;
  const first = reader.u8(what);
  if (first < 0x80) return first;
  const [value, least] =
    first === 0x81
      ? [reader.u8(what), 0x80]
      : first === 0x82
        ? [reader.u16(what), 0x100]
        : first === 0x83
          ? [reader.u24(what), 0x10000]
          : [-1, 0];
  if (value < least) throw new CodecError(`${what} is not in the shortest DLMS form`, at);
  return value;
}

/** @throws CodecError if `length` is negative or above 2^24 - 1 */
export function writeDlmsLength(writer: ByteWriter, length: number): void {
  if (length < 0 || length > MAX_LENGTH) {
    throw new CodecError(`${length} cannot be written as a DLMS length`);
  }
  if (length < 0x80) writer.u8(length);
  else if (length <= 0xff) writer.u8(0x81).u8(length);
  else if (length <= 0xffff) writer.u8(0x82).u16(length);
  else writer.u8(0x83).u24(length);
}
