import { CodecError } from '../../common/errors.js';

const INITIAL_CAPACITY = 256;

/**
 * Collects bytes. Methods without suffix are big-endian, those ending in `Le` are little-endian. A number outside
 * the range of its field is a CodecError, never wrapped or cut.
 */
export class ByteWriter {
  private buffer: Buffer;
  private used = 0;

  /** @param capacity bytes to make room for at first */
  constructor(capacity = INITIAL_CAPACITY) {
    this.buffer = Buffer.allocUnsafe(capacity);
  }

  /** Number of bytes written so far. */
  get length(): number {
    return this.used;
  }

  bytes(bytes: Uint8Array): this {
    const at = this.grow(bytes.length);
    this.buffer.set(bytes, at);
    return this;
  }

  u8(value: number): this {
    inRange(value, 0, 0xff);
    const at = this.grow(1);
    this.buffer.writeUInt8(value, at);
    return this;
  }

  i8(value: number): this {
    inRange(value, -0x80, 0x7f);
    const at = this.grow(1);
    this.buffer.writeInt8(value, at);
    return this;
  }

  u16(value: number): this {
    inRange(value, 0, 0xffff);
    const at = this.grow(2);
    this.buffer.writeUInt16BE(value, at);
    return this;
  }

  i16(value: number): this {
    inRange(value, -0x8000, 0x7fff);
    const at = this.grow(2);
    this.buffer.writeInt16BE(value, at);
    return this;
  }

  u24(value: number): this {
    inRange(value, 0, 0xffffff);
    const at = this.grow(3);
    this.buffer.writeUIntBE(value, at, 3);
    return this;
  }

  u32(value: number): this {
    inRange(value, 0, 0xffffffff);
    const at = this.grow(4);
    this.buffer.writeUInt32BE(value, at);
    return this;
  }

  i32(value: number): this {
    inRange(value, -0x80000000, 0x7fffffff);
    const at = this.grow(4);
    this.buffer.writeInt32BE(value, at);
    return this;
  }

  u64(value: bigint): this {
    inBigRange(value, 0n, 0xffffffffffffffffn);
    const at = this.grow(8);
    this.buffer.writeBigUInt64BE(value, at);
    return this;
  }

  i64(value: bigint): this {
    inBigRange(value, -0x8000000000000000n, 0x7fffffffffffffffn);
    const at = this.grow(8);
    this.buffer.writeBigInt64BE(value, at);
    return this;
  }

  u16Le(value: number): this {
    inRange(value, 0, 0xffff);
    const at = this.grow(2);
    this.buffer.writeUInt16LE(value, at);
    return this;
  }

  i16Le(value: number): this {
    inRange(value, -0x8000, 0x7fff);
    const at = this.grow(2);
    this.buffer.writeInt16LE(value, at);
    return this;
  }

  u24Le(value: number): this {
    inRange(value, 0, 0xffffff);
    const at = this.grow(3);
    this.buffer.writeUIntLE(value, at, 3);
    return this;
  }

  i24Le(value: number): this {
    inRange(value, -0x800000, 0x7fffff);
    const at = this.grow(3);
    this.buffer.writeIntLE(value, at, 3);
    return this;
  }

  u32Le(value: number): this {
    inRange(value, 0, 0xffffffff);
    const at = this.grow(4);
    this.buffer.writeUInt32LE(value, at);
    return this;
  }

  i32Le(value: number): this {
    inRange(value, -0x80000000, 0x7fffffff);
    const at = this.grow(4);
    this.buffer.writeInt32LE(value, at);
    return this;
  }

  u48Le(value: number): this {
    inRange(value, 0, 0xffffffffffff);
    const at = this.grow(6);
    this.buffer.writeUIntLE(value, at, 6);
    return this;
  }

  u64Le(value: bigint): this {
    inBigRange(value, 0n, 0xffffffffffffffffn);
    const at = this.grow(8);
    this.buffer.writeBigUInt64LE(value, at);
    return this;
  }

  /** A copy of what was written. */
  toBuffer(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.used));
  }

  /** Makes room for `length` bytes and returns where they start. */
  private grow(length: number): number {
    const at = this.used;
    const needed = at + length;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, at));
      this.buffer = larger;
    }
    this.used = needed;
    return at;
  }
}

function inRange(value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new CodecError(`${value} is not a whole number from ${min} to ${max}`);
  }
}

function inBigRange(value: bigint, min: bigint, max: bigint): void {
  if (value < min || value > max) throw new CodecError(`${value} is not from ${min} to ${max}`);
}
