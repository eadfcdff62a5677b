import { CodecError } from '../../common/errors.js';

/**
 * Reads bytes in order and never past the end. Offsets in errors count from the start of the outermost input, also
 * in readers made by `sub`. Methods without suffix are big-endian, those ending in `Le` are little-endian.
 */
export class ByteReader {
  private readonly buffer: Buffer;
  private position = 0;

  /** @param base offset of the first byte of `bytes` within the outermost input */
  constructor(
    bytes: Uint8Array,
    private readonly base = 0,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Offset of the next byte, counted from the start of the outermost input. */
  get offset(): number {
    return this.base + this.position;
  }

  /** Number of bytes not yet read. */
  get remaining(): number {
    return this.buffer.length - this.position;
  }

  /** The next byte without consuming it. @throws CodecError at the end of input */
  peek(): number {
    return this.buffer.readUInt8(this.need(1, 'a byte', false));
  }

  /** A view of the next `length` bytes; the memory is shared with the input. @throws CodecError if fewer are left */
  bytes(length: number, what = `${length} bytes`): Buffer {
    const start = this.need(length, what);
    return this.buffer.subarray(start, start + length);
  }

  /** A reader over the next `length` bytes, which this reader skips. @throws CodecError if fewer are left */
  sub(length: number, what = `${length} bytes`): ByteReader {
    const base = this.offset;
    return new ByteReader(this.bytes(length, what), base);
  }

  /** A reader over the bytes not yet read, which leaves this one where it is. */
  fork(): ByteReader {
    return new ByteReader(this.buffer.subarray(this.position), this.offset);
  }

  u8(what = 'a byte'): number {
    return this.buffer.readUInt8(this.need(1, what));
  }

  i8(what = 'a byte'): number {
    return this.buffer.readInt8(this.need(1, what));
  }

  u16(what = '2 bytes'): number {
    return this.buffer.readUInt16BE(this.need(2, what));
  }

  i16(what = '2 bytes'): number {
    return this.buffer.readInt16BE(this.need(2, what));
  }

  u24(what = '3 bytes'): number {
    return this.buffer.readUIntBE(this.need(3, what), 3);
  }

  u32(what = '4 bytes'): number {
    return this.buffer.readUInt32BE(this.need(4, what));
  }

  i32(what = '4 bytes'): number {
    return this.buffer.readInt32BE(this.need(4, what));
  }

  u64(what = '8 bytes'): bigint {
    return this.buffer.readBigUInt64BE(this.need(8, what));
  }

  i64(what = '8 bytes'): bigint {
    return this.buffer.readBigInt64BE(this.need(8, what));
  }

  u16Le(what = '2 bytes'): number {
    return this.buffer.readUInt16LE(this.need(2, what));
  }

  i16Le(what = '2 bytes'): number {
    return this.buffer.readInt16LE(this.need(2, what));
  }

  u24Le(what = '3 bytes'): number {
    return this.buffer.readUIntLE(this.need(3, what), 3);
  }

  i24Le(what = '3 bytes'): number {
    return this.buffer.readIntLE(this.need(3, what), 3);
  }

  u32Le(what = '4 bytes'): number {
    return this.buffer.readUInt32LE(this.need(4, what));
  }

  i32Le(what = '4 bytes'): number {
    return this.buffer.readInt32LE(this.need(4, what));
  }

  /** Exact up to its full range of 2^48 - 1. */
  u48Le(what = '6 bytes'): number {
    return this.buffer.readUIntLE(this.need(6, what), 6);
  }

  u64Le(what = '8 bytes'): bigint {
    return this.buffer.readBigUInt64LE(this.need(8, what));
  }

  /**
   * Consumes one byte that must have a given value.
   * @throws CodecError naming both values
   */
  expect(value: number, what: string): void {
    const at = this.offset;
    const found = this.u8(what);
    if (found !== value) throw new CodecError(`expected ${what} (${hex(value)}), found ${hex(found)}`, at);
  }

  /**
   * Checks that everything was read.
   * @throws CodecError with the offset of the first byte left over
   */
  end(what = 'the end of input'): void {
    if (this.remaining > 0) {
      throw new CodecError(`${this.remaining} bytes left over, expected ${what}`, this.offset);
    }
  }

  private need(length: number, what: string, consume = true): number {
    if (length > this.remaining) {
      throw new CodecError(`expected ${what}, only ${this.remaining} bytes left`, this.offset);
    }
    const start = this.position;
    if (consume) this.position += length;
    return start;
  }
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`;
}
