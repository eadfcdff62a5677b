import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';
import { anyData, type DlmsData } from '../../../src/gbcs/dlms/any-data.js';
import { decodeData, encodeData } from '../../../src/gbcs/dlms/dlms-type.js';

const number = (type: DlmsData['type'], min: number, max: number) =>
  fc.integer({ min, max }).map((value) => ({ type, value }) as DlmsData);
const big = (type: DlmsData['type'], min: bigint, max: bigint) =>
  fc.bigInt({ min, max }).map((value) => ({ type, value }) as DlmsData);

const leaf: fc.Arbitrary<DlmsData> = fc.oneof(
  fc.constant<DlmsData>({ type: 'null', value: null }),
  fc.boolean().map((value): DlmsData => ({ type: 'boolean', value })),
  number('integer', -0x80, 0x7f),
  number('long', -0x8000, 0x7fff),
  number('double-long', -0x80000000, 0x7fffffff),
  number('unsigned', 0, 0xff),
  number('long-unsigned', 0, 0xffff),
  number('double-long-unsigned', 0, 0xffffffff),
  number('enum', 0, 0xff),
  big('long64', -(1n << 63n), (1n << 63n) - 1n),
  big('long64-unsigned', 0n, (1n << 64n) - 1n),
  fc.string({ unit: 'grapheme-ascii' }).map((value): DlmsData => ({ type: 'visible-string', value })),
  fc.string({ unit: 'binary' }).map((value): DlmsData => ({ type: 'utf8-string', value })),
  fc.stringMatching(/^[01]*$/).map((value): DlmsData => ({ type: 'bit-string', value })),
  fc
    .uint8Array({ maxLength: 300 })
    .map((value): DlmsData => ({ type: 'octet-string', value: Buffer.from(value) })),
);

const { data } = fc.letrec<{ data: DlmsData }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('data'), { maxLength: 5 }).map((value): DlmsData => ({ type: 'array', value })),
    fc.array(tie('data'), { maxLength: 5 }).map((value): DlmsData => ({ type: 'structure', value })),
  ),
}));

const shallow = data.filter((value) => depth(value) < 14);

function depth(value: DlmsData): number {
  if (value.type !== 'array' && value.type !== 'structure') return 0;
  return 1 + Math.max(0, ...value.value.map(depth));
}

describe('DLMS data of any type', () => {
  it('decode to what was encoded', () => {
    fc.assert(
      fc.property(shallow, (value) => {
        expect(decodeData(anyData, new ByteReader(encodeData(anyData, value)))).to.deep.equal(value);
      }),
    );
  });

  it('are refused when cut anywhere, with an offset not behind the cut', () => {
    fc.assert(
      fc.property(shallow, fc.nat(), (value, position) => {
        const whole = encodeData(anyData, value);
        const cut = whole.subarray(0, position % whole.length);
        expect(() => decodeData(anyData, new ByteReader(cut)))
          .to.throw(CodecError)
          .with.property('offset')
          .that.is.at.most(cut.length);
      }),
    );
  });

  it('never fail otherwise than with a CodecError, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          const value = decodeData(anyData, new ByteReader(bytes));
          anyData.describe(value);
        } catch (error) {
          expect(error).to.be.instanceOf(CodecError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
