import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';
import { ByteWriter } from '../../../src/gbcs/bytes/byte-writer.js';
import { ATTRIBUTE_TYPES, dataTypeOf } from '../../../src/gbcs/gbz/attribute-types.js';
import { blockThresholds } from '../../../src/gbcs/gbz/clusters/block-thresholds.js';
import { bitmap16, enum8, nibbles, withLabels } from '../../../src/gbcs/gbz/enumerations.js';
import { boolean, int24, int32, uint16, uint24, uint48, uint8 } from '../../../src/gbcs/gbz/integers.js';
import { charString, octetString } from '../../../src/gbcs/gbz/strings.js';
import { counted, structure, untilEnd } from '../../../src/gbcs/gbz/structures.js';
import { activationTime, utcTime, utcTimeOf } from '../../../src/gbcs/gbz/utc-time.js';
import { zclDate } from '../../../src/gbcs/gbz/zcl-date.js';
import type { ZclType } from '../../../src/gbcs/gbz/zcl-type.js';
import { valueOf } from './zcl-arbitrary.js';

function encode<T>(type: ZclType<T>, value: T): string {
  const writer = new ByteWriter();
  type.write(writer, value);
  return writer.toBuffer().toString('hex');
}

function decode<T>(type: ZclType<T>, hex: string): T {
  const reader = new ByteReader(Buffer.from(hex, 'hex'));
  const value = type.read(reader);
  reader.end();
  return value;
}

function errorOf(act: () => unknown): CodecError {
  try {
    act();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('ZCL data types', () => {
  const vectors: readonly [ZclType<never>, unknown, string, string][] = [
    [uint16, 0x0168, '6801', 'GCS31 sample request interval'],
    [uint24, 1000, 'e80300', 'GCS01a block threshold divisor'],
    [uint48, 3_000_000, 'c0c62d000000', 'GCS01a block threshold'],
    [int24, -2, 'feffff', 'two’s complement'],
    [int32, -5_000_000, 'c0b4b3ff', 'GCS21b cut off value'],
    [boolean, true, '01', ''],
    [charString, Buffer.from('Reset'), '055265736574', 'GCS07 message'],
    [charString, Buffer.from('00db', 'hex'), '0200db', 'other than text, as in GCS21e'],
    [octetString, Buffer.from('1234'), '0431323334', 'GCS36 number'],
    [utcTime(), 473_385_600, '804a371c', '2015-01-01'],
    [zclDate, { year: 2015, month: 4, dayOfMonth: 5 }, '730405ff', 'GCS05 special day'],
    [zclDate, { month: 12, dayOfMonth: 25 }, 'ff0c19ff', 'GCS05 special day of every year'],
    [zclDate, { dayOfWeek: 7 }, 'ffffff07', 'every Sunday'],
    [counted(uint8, uint16), [0x81aa, 0x81ab], '02aa81ab81', 'GCS20 event list'],
    [blockThresholds, { tier: 0, thresholds: [1] }, '01010000000000', 'one threshold'],
  ] as never;

  for (const [type, value, hex, origin] of vectors) {
    it(`writes and reads ${type.name} ${hex}${origin && ` (${origin})`}`, () => {
      expect(encode(type, value as never)).to.equal(hex);
      expect(decode<unknown>(type, hex)).to.deep.equal(value);
    });
  }

  it('gives back every value of every attribute type', () => {
    for (const type of ATTRIBUTE_TYPES) {
      fc.assert(
        fc.property(valueOf(type), (value) => {
          expect(decode(type, encode(type, value))).to.deep.equal(value);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('gives each attribute type a data type identifier of its own', () => {
    const ids = ATTRIBUTE_TYPES.map((type) => type.dataTypeId);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const type of ATTRIBUTE_TYPES) expect(dataTypeOf(type.dataTypeId ?? -1)).to.equal(type);
  });

  it('refuses values outside the type', () => {
    for (const [type, value] of [
      [uint8, 256],
      [uint16, -1],
      [uint24, 0x1000000],
      [uint48, 2 ** 48],
      [int32, 2 ** 31],
      [uint8, 1.5],
    ] as const) {
      expect(() => encode(type, value), `${type.name} ${value}`).to.throw(CodecError);
    }
    expect(() => encode(zclDate, { year: 2155 })).to.throw(CodecError, 'year: year 2155');
    expect(() => encode(zclDate, { year: 1899 })).to.throw(CodecError, 'year 1899');
    expect(() => encode(octetString, Buffer.alloc(255))).to.throw(CodecError, 'at most 254');
    expect(() => encode(blockThresholds, { tier: 16, thresholds: [] })).to.throw(CodecError, 'nibble');
  });

  it('tells where malformed bytes are', () => {
    expect(errorOf(() => decode(boolean, '02')).offset).to.equal(0);
    expect(errorOf(() => decode(octetString, 'ff')).offset).to.equal(0);
    expect(errorOf(() => decode(octetString, '0331')).offset).to.equal(1);
    const error = errorOf(() => decode(structure({ first: uint8, list: untilEnd(uint16) }), '01020304'));
    expect(error.path).to.equal('list[1]');
    expect(error.offset).to.equal(3);
    expect(errorOf(() => dataTypeOf(0x99, 7)).offset).to.equal(7);
  });

  it('describes values in the words of the specification', () => {
    expect(enum8({ 2: 'on' }).describe(2)).to.equal('on (0x02)');
    expect(enum8({ 2: 'on' }).describe(9)).to.equal('0x09');
    expect(bitmap16({ 1: 'prepayment', 10: 'debt' }).describe(0x0402)).to.equal('0x0402 (prepayment, debt)');
    expect(nibbles('digits', 'tier').describe(0x51)).to.deep.equal({ digits: 5, tier: 1 });
    expect(withLabels(uint16, { 0xffff: 'until changed' }).describe(0xffff)).to.equal('until changed');
    expect(activationTime.describe(0)).to.equal('at once');
    expect(utcTime().describe(473_385_600)).to.equal('2015-01-01T00:00:00Z');
    expect(zclDate.describe({ month: 3, dayOfWeek: 1 })).to.equal('****-03-** weekday 1');
    expect(octetString.describe(Buffer.from('E-ON'))).to.equal('E-ON');
    expect(octetString.describe(Buffer.from('01ff', 'hex'))).to.equal('01ff');
  });
});

describe('UTCTime', () => {
  it('counts seconds from 2000', () => {
    expect(utcTimeOf(new Date('2030-01-15T09:00:00Z'))).to.equal(0x38818890);
  });

  it('refuses what would be cut or would mean something else', () => {
    for (const instant of [
      '2015-01-01T00:00:00.500Z',
      '1999-12-31T23:59:59Z',
      '2000-01-01T00:00:00Z',
      '2136-02-07T06:28:14Z',
      '2136-02-07T06:28:15Z',
      '3000-12-31T00:00:00Z',
    ]) {
      expect(() => utcTimeOf(new Date(instant)), instant).to.throw(CodecError);
    }
    expect(utcTimeOf(new Date('2136-02-07T06:28:13Z'))).to.equal(0xfffffffd);
  });
});
