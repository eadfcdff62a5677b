import { expect } from 'chai';
import { CodecError } from '../../../src/common/errors.js';
import { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';
import { ByteWriter } from '../../../src/gbcs/bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from '../../../src/gbcs/bytes/dlms-length.js';

const vectors: [number, string][] = [
  [0, '00'],
  [0x7f, '7f'],
  [0x80, '8180'],
  [0xff, '81ff'],
  [0x100, '820100'],
  [0xffff, '82ffff'],
  [0x10000, '83010000'],
];

describe('DLMS length', () => {
  for (const [length, hex] of vectors) {
    it(`is ${hex} for ${length}`, () => {
      const writer = new ByteWriter();
      writeDlmsLength(writer, length);
      expect(writer.toBuffer().toString('hex')).to.equal(hex);
      expect(readDlmsLength(new ByteReader(Buffer.from(hex, 'hex')))).to.equal(length);
    });
  }

  it('must be in its shortest form', () => {
    for (const hex of ['8101', '820080', '83000100', '80', '84']) {
      expect(() => readDlmsLength(new ByteReader(Buffer.from(hex, 'hex'))), hex)
        .to.throw(CodecError)
        .with.property('offset', 0);
    }
  });
});
