import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';
import { ByteWriter } from '../../../src/gbcs/bytes/byte-writer.js';

describe('ByteWriter', () => {
  it('writes what ByteReader reads, in both byte orders', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }),
        fc.uint8Array({ maxLength: 600 }),
        (number, big, bytes) => {
          const u32 = number % 0x100000000;
          const u48 = number % 0x1000000000000;
          const written = new ByteWriter()
            .u32(u32)
            .u32Le(u32)
            .u24(u32 & 0xffffff)
            .u24Le(u32 & 0xffffff)
            .u48Le(u48)
            .u64(big)
            .u64Le(big)
            .bytes(bytes)
            .i8(-1)
            .toBuffer();
          const reader = new ByteReader(written);
          expect(reader.u32()).to.equal(u32);
          expect(reader.u32Le()).to.equal(u32);
          expect(reader.u24()).to.equal(u32 & 0xffffff);
          expect(reader.u24Le()).to.equal(u32 & 0xffffff);
          expect(reader.u48Le()).to.equal(u48);
          expect(reader.u64()).to.equal(big);
          expect(reader.u64Le()).to.equal(big);
          expect(new Uint8Array(reader.bytes(bytes.length))).to.deep.equal(bytes);
          expect(reader.i8()).to.equal(-1);
          reader.end();
        },
      ),
    );
  });

  it('grows in front of a field of any width', () => {
    for (let length = 250; length < 260; length++) {
      const filler = Buffer.alloc(length);
      expect(new ByteWriter().bytes(filler).u8(1).length).to.equal(length + 1);
      expect(new ByteWriter().bytes(filler).u16Le(1).length).to.equal(length + 2);
      expect(new ByteWriter().bytes(filler).u24(1).length).to.equal(length + 3);
      expect(new ByteWriter().bytes(filler).u32(1).length).to.equal(length + 4);
      expect(new ByteWriter().bytes(filler).u48Le(1).length).to.equal(length + 6);
      expect(new ByteWriter().bytes(filler).i64(1n).length).to.equal(length + 8);
    }
  });

  it('refuses numbers outside the range of the field instead of cutting them', () => {
    const writer = new ByteWriter();
    expect(() => writer.u8(256)).to.throw(CodecError, '256 is not a whole number from 0 to 255');
    expect(() => writer.u16(-1)).to.throw(CodecError);
    expect(() => writer.i32(0x80000000)).to.throw(CodecError);
    expect(() => writer.u32(1.5)).to.throw(CodecError);
    expect(() => writer.u64(1n << 64n)).to.throw(CodecError);
    expect(writer.length).to.equal(0);
  });
});
