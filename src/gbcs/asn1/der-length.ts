import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';

/**
 * How a message writes the lengths 128 to 255 of its elements. DER demands `shortest` (`81 nn`), and so does every
 * Command; some Devices answer with `twoOctets` (`82 00 nn`): 18 Responses and Alerts of RTDS 4.5.0 (CS02a, CS02b,
 * CS02f, CS02g). What was received is remembered per message, so that it can be written back to the same bytes.
 */
export type LengthForm = 'shortest' | 'twoOctets';

/** Longest element, in bytes, that is read or written: more than any GBCS message (72,387 bytes) holds. */
const MAX_LENGTH = 0xffffff;

/**
 * Reads the length octets of an element. `form` is absent where both forms mean the same (below 128, above 255).
 * @throws CodecError for the indefinite form, and for a length written longer than either form allows
 */
export function readDerLength(reader: ByteReader): { readonly length: number; readonly form?: LengthForm } {
  const at = reader.offset;
  const first = reader.u8('a length');
  if (first < 0x80) return { length: first };
  switch (first) {
    case 0x81: {
      const length = reader.u8('a length');
      if (length < 0x80) throw notShortest(at);
      return { length, form: 'shortest' };
    }
    case 0x82: {
      const length = reader.u16('a length');
      if (length < 0x80) throw notShortest(at);
      return length > 0xff ? { length } : { length, form: 'twoOctets' };
    }
    case 0x83: {
      const length = reader.u24('a length');
      if (length <= 0xffff) throw notShortest(at);
      return { length };
    }
    default:
      throw new CodecError(`0x${first.toString(16).toUpperCase()} begins no definite length below 2^24`, at);
  }
}

/** @throws CodecError above 2^24 - 1 */
export function writeDerLength(writer: ByteWriter, length: number, form: LengthForm): void {
  if (length > MAX_LENGTH) throw new CodecError(`an element of ${length} bytes is too long`);
  if (length < 0x80) writer.u8(length);
  else if (length <= 0xff && form === 'shortest') writer.u8(0x81).u8(length);
  else if (length <= 0xffff) writer.u8(0x82).u16(length);
  else writer.u8(0x83).u24(length);
}

function notShortest(at: number): CodecError {
  return new CodecError('a length is longer than it needs to be', at);
}
