import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { readDlmsLength, writeDlmsLength } from '../bytes/dlms-length.js';
import { simpleType, type DlmsType } from './dlms-type.js';
import { TAG } from './tags.js';

/** Number of bytes (or bits): exactly `n`, or a range. */
export type Size = number | { readonly min?: number; readonly max?: number };

function sizeNotation(size: Size | undefined): string {
  if (size === undefined) return '';
  if (typeof size === 'number') return `(${size})`;
  return `(${size.min ?? 0}..${size.max ?? ''})`;
}

function checkSize(length: number, size: Size | undefined, unit: string, offset?: number): void {
  if (size === undefined) return;
  const [min, max] = typeof size === 'number' ? [size, size] : [size.min ?? 0, size.max ?? Infinity];
  if (length < min || length > max) {
    throw new CodecError(`expected ${sizeNotation(size).slice(1, -1)} ${unit}, found ${length}`, offset);
  }
}

function readSized(reader: ByteReader, size: Size | undefined, what: string): Buffer {
  const at = reader.offset;
  const length = readDlmsLength(reader, `length of ${what}`);
  checkSize(length, size, 'bytes', at);
  return reader.bytes(length, what);
}

/** @param size length in bytes; any length if absent */
export function octetString(size?: Size): DlmsType<Buffer> {
  return simpleType<Buffer>({
    tag: TAG.octetString,
    notation: `octet-string${sizeNotation(size)}`,
    writeContents(writer, value) {
      checkSize(value.length, size, 'bytes');
      writeDlmsLength(writer, value.length);
      writer.bytes(value);
    },
    readContents: (reader) => readSized(reader, size, 'octet-string'),
    describe: (value) => value.toString('hex').toUpperCase(),
  });
}

/** Text in an octet-string, one byte a character (ISO 8859-1 covers every byte value). @param size in bytes */
export function octetText(size?: Size): DlmsType<string> {
  return simpleType<string>({
    tag: TAG.octetString,
    notation: `octet-string${sizeNotation(size)}`,
    writeContents(writer, value) {
      const encoded = latin1(value);
      checkSize(encoded.length, size, 'bytes');
      writeDlmsLength(writer, encoded.length);
      writer.bytes(encoded);
    },
    readContents: (reader) => readSized(reader, size, 'octet-string').toString('latin1'),
    describe: (value) => value,
  });
}

/** ASCII text, without control characters. @param size in bytes */
export function visibleString(size?: Size): DlmsType<string> {
  return simpleType<string>({
    tag: TAG.visibleString,
    notation: `visible-string${sizeNotation(size)}`,
    writeContents(writer, value) {
      checkSize(value.length, size, 'bytes');
      checkVisible(value);
      writeDlmsLength(writer, value.length);
      writer.bytes(Buffer.from(value, 'latin1'));
    },
    readContents(reader) {
      const at = reader.offset;
      const text = readSized(reader, size, 'visible-string').toString('latin1');
      checkVisible(text, at);
      return text;
    },
    describe: (value) => value,
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @param size in bytes, not characters */
export function utf8String(size?: Size): DlmsType<string> {
  return simpleType<string>({
    tag: TAG.utf8String,
    notation: `utf8-string${sizeNotation(size)}`,
    writeContents(writer, value) {
      const encoded = Buffer.from(value, 'utf8');
      if (encoded.toString('utf8') !== value) throw new CodecError('the text is not well-formed Unicode');
      checkSize(encoded.length, size, 'bytes');
      writeDlmsLength(writer, encoded.length);
      writer.bytes(encoded);
    },
    readContents(reader) {
      const at = reader.offset;
      const encoded = readSized(reader, size, 'utf8-string');
      try {
        return utf8.decode(encoded);
      } catch (cause) {
        throw new CodecError(`the text is not UTF-8 (${String(cause)})`, at);
      }
    },
    describe: (value) => value,
  });
}

/** Bits in order of transmission as `0` and `1`, the first one in the most significant bit of the first byte. */
export type BitString = string;

/** @param size in bits */
export function bitString(size?: Size): DlmsType<BitString> {
  return simpleType<BitString>({
    tag: TAG.bitString,
    notation: `bit-string${sizeNotation(size)}`,
    writeContents(writer, value) {
      if (!/^[01]*$/.test(value)) throw new CodecError('a bit-string is written with 0 and 1 only');
      checkSize(value.length, size, 'bits');
      writeDlmsLength(writer, value.length);
      for (let at = 0; at < value.length; at += 8) {
        writer.u8(Number.parseInt(value.slice(at, at + 8).padEnd(8, '0'), 2));
      }
    },
    readContents(reader) {
      const at = reader.offset;
      const bits = readDlmsLength(reader, 'length of bit-string');
      checkSize(bits, size, 'bits', at);
      const all = bitsOf(reader.bytes(Math.ceil(bits / 8), 'bit-string'));
      if (all.slice(bits).includes('1'))
        throw new CodecError('the unused bits are not zero', reader.offset - 1);
      return all.slice(0, bits);
    },
    describe: (value) => value,
  });
}

/** All bits of `bytes`, most significant first. */
export function bitsOf(bytes: Uint8Array): BitString {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return bits;
}

function latin1(text: string): Buffer {
  for (const character of text) {
    if ((character.codePointAt(0) ?? 0) > 0xff) {
      throw new CodecError(`'${character}' has no single-byte code`);
    }
  }
  return Buffer.from(text, 'latin1');
}

function checkVisible(text: string, offset?: number): void {
  const bad = /[^ -~]/.exec(text);
  if (bad)
    throw new CodecError(`character ${JSON.stringify(bad[0])} is not allowed in a visible-string`, offset);
}
