import { expect } from 'chai';
import { CodecError } from '../../../src/common/errors.js';
import { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';

const reader = (hex: string) => new ByteReader(Buffer.from(hex, 'hex'));

describe('ByteReader', () => {
  it('reads big-endian by default and little-endian where asked', () => {
    const bytes = reader('010203040304ff80');
    expect(bytes.u16()).to.equal(0x0102);
    expect(bytes.u16Le()).to.equal(0x0403);
    expect(bytes.u16Le()).to.equal(0x0403);
    expect(bytes.i16()).to.equal(-128);
    bytes.end();
  });

  it('tells the offset of the first missing byte', () => {
    const bytes = reader('0102');
    bytes.u8();
    expect(() => bytes.u32('a counter'))
      .to.throw(CodecError, 'expected a counter, only 1 bytes left')
      .with.property('offset', 1);
    expect(bytes.u8(), 'a failed read consumes nothing').to.equal(2);
  });

  it('counts offsets of nested readers from the outermost input', () => {
    const outer = reader('0001020304');
    outer.u8();
    const inner = outer.sub(2);
    inner.u8();
    expect(() => inner.u16())
      .to.throw(CodecError)
      .with.property('offset', 2);
    expect(() => outer.end())
      .to.throw(CodecError, '2 bytes left over')
      .with.property('offset', 3);
  });

  it('names both values when a fixed byte differs', () => {
    expect(() => reader('de').expect(0xdf, 'tag'))
      .to.throw(CodecError, 'expected tag (0xDF), found 0xDE')
      .with.property('offset', 0);
  });
});
