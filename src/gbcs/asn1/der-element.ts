import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { type LengthForm, readDerLength, writeDerLength } from './der-length.js';

/** An element to be written: its identifier octet and its contents, or bytes that are an element already. */
export type DerElement =
  | { readonly tag: number; readonly contents: Uint8Array | readonly DerElement[] }
  | { readonly encoded: Uint8Array };

/** An element as read: where it is, and what it holds. */
export interface ReceivedElement {
  readonly tag: number;
  /** Of the identifier octet, counted from the start of the message. */
  readonly offset: number;
  /** The contents octets. */
  readonly contents: ByteReader;
  /** The whole element, identifier and length included; the memory is shared with the input. */
  readonly encoded: Buffer;
}

/**
 * Reads a message element by element. What lies inside an element is read only when asked for.
 *
 * Elements are read and written here rather than with `node-forge`: that library tells no offsets, holds integers of
 * 32 bits only, and cannot write the length form some Devices use. The tests judge this code by it.
 */
export class DerReader {
  private form: LengthForm | undefined;

  private constructor(
    private readonly input: Buffer,
    private readonly base: number,
  ) {}

  /**
   * A reader, and the bytes of the whole message to be given to `element`.
   * @param base offset of the first byte of `input` within a message around it, for errors
   */
  static of(input: Uint8Array, base = 0): { readonly der: DerReader; readonly bytes: ByteReader } {
    return {
      der: new DerReader(Buffer.from(input.buffer, input.byteOffset, input.byteLength), base),
      bytes: new ByteReader(input, base),
    };
  }

  /** The form of lengths 128 to 255 in what was read so far; `shortest` if there were none. */
  get lengthForm(): LengthForm {
    return this.form ?? 'shortest';
  }

  /**
   * Reads the next element.
   * @throws CodecError at the end of input, for a tag number above 30, and if the message mixes two length forms
   */
  element(bytes: ByteReader): ReceivedElement {
    const offset = bytes.offset;
    const tag = bytes.u8('an element');
    if ((tag & 0x1f) === 0x1f) throw new CodecError('a tag number above 30', offset);
    const at = bytes.offset;
    const { length, form } = readDerLength(bytes);
    if (form !== undefined && form !== (this.form ??= form)) {
      throw new CodecError('a message writes all lengths of 128 to 255 in the same form', at);
    }
    const contents = bytes.sub(length, `${length} bytes of ${tagName(tag)}`);
    return {
      tag,
      offset,
      contents,
      encoded: this.input.subarray(offset - this.base, bytes.offset - this.base),
    };
  }
}

/** Writes an element with everything in it. @param form of lengths 128 to 255 */
export function writeElement(element: DerElement, form: LengthForm): Buffer {
  if ('encoded' in element) return Buffer.from(element.encoded);
  const contents =
    element.contents instanceof Uint8Array
      ? element.contents
      : Buffer.concat(element.contents.map((inner) => writeElement(inner, form)));
  const writer = new ByteWriter().u8(element.tag);
  writeDerLength(writer, contents.length, form);
  return writer.bytes(contents).toBuffer();
}

const UNIVERSAL: Readonly<Record<number, string>> = {
  0x01: 'BOOLEAN',
  0x02: 'INTEGER',
  0x03: 'BIT STRING',
  0x04: 'OCTET STRING',
  0x05: 'NULL',
  0x06: 'OBJECT IDENTIFIER',
  0x0a: 'ENUMERATED',
  0x0c: 'UTF8String',
  0x13: 'PrintableString',
  0x17: 'UTCTime',
  0x18: 'GeneralizedTime',
  0x30: 'SEQUENCE',
  0x31: 'SET',
};

/** How an identifier octet is called in errors: `SEQUENCE`, `[3]`, `tag 0x41`. */
export function tagName(tag: number): string {
  const name = UNIVERSAL[tag];
  if (name !== undefined) return name;
  return (tag & 0xc0) === 0x80
    ? `[${tag & 0x1f}]`
    : `tag 0x${tag.toString(16).padStart(2, '0').toUpperCase()}`;
}
