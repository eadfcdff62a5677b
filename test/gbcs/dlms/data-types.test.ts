import { expect } from 'chai';
import { CodecError } from '../../../src/common/errors.js';
import { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';
import { decodeData, type DlmsType, encodeData } from '../../../src/gbcs/dlms/dlms-type.js';
import {
  activationDateTime,
  anyData,
  array,
  bitString,
  boolean,
  bounded,
  compactArray,
  constant,
  date,
  dateTime,
  doubleLong,
  doubleLongUnsigned,
  enumerated,
  instant,
  integer,
  long,
  long64,
  long64Unsigned,
  longUnsigned,
  named,
  nullData,
  obisCode,
  octetString,
  octetText,
  oneOf,
  optionalMember,
  profileBuffer,
  quantity,
  structure,
  time,
  unsigned,
  utf8String,
  visibleString,
  zigbeeUtcTime,
} from '../../../src/gbcs/dlms/index.js';

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const read = <T>(type: DlmsType<T>, hex: string): T => decodeData(type, new ByteReader(bytesOf(hex)));

/** Meaning, bytes and description; values seen in RTDS 4.5.0 messages where the comment says so. */
function vector<T>(what: string, type: DlmsType<T>, value: T, hex: string, told: unknown): void {
  it(`${what} is ${hex}`, () => {
    expect(encodeData(type, value).toString('hex')).to.equal(hex.replaceAll(' ', ''));
    expect(read(type, hex)).to.deep.equal(value);
    expect(type.describe(value)).to.deep.equal(told);
    for (let length = 0; length < bytesOf(hex).length; length++) {
      expect(() => decodeData(type, new ByteReader(bytesOf(hex).subarray(0, length))), `cut to ${length}`)
        .to.throw(CodecError)
        .with.property('offset')
        .that.is.at.most(length);
    }
    expect(() => read(type, `${hex}00`)).to.throw(CodecError, 'left over');
  });
}

const point = structure({ x: integer, y: optionalMember(long) });
const entry = structure({ timestamp: zigbeeUtcTime, code: longUnsigned });

describe('DLMS data types', () => {
  vector('null', nullData, null, '00', null);
  vector('true', boolean, true, '03ff', true);
  vector('false', boolean, false, '0300', false);
  vector('an integer', integer, -5, '0ffb', -5);
  vector('a long', long, 20000, '104e20', 20000);
  vector('a double-long', doubleLong, -2, '05fffffffe', -2);
  vector('a long64', long64, -1n, '14ffffffffffffffff', '-1');
  vector('an unsigned', unsigned, 254, '11fe', 254);
  vector('a long-unsigned', longUnsigned, 99, '120063', 99);
  vector('a double-long-unsigned', doubleLongUnsigned, 4294967295, '06ffffffff', 4294967295);
  vector('a long64-unsigned', long64Unsigned, (1n << 64n) - 1n, '15ffffffffffffffff', '18446744073709551615');
  vector('an enum', enumerated, 5, '1605', 5);
  vector('an octet-string', octetString(2), Buffer.from('abcd', 'hex'), '0902abcd', 'ABCD');
  vector('text in an octet-string', octetText({ max: 116 }), 'Reset', '09055265736574', 'Reset');
  vector('a visible-string', visibleString({ max: 22 }), 'ALCS_1', '0a06414c43535f31', 'ALCS_1');
  vector('a utf8-string', utf8String(), 'é', '0c02c3a9', 'é');
  vector('an empty bit-string', bitString(0), '', '0400', '');
  vector('a bit-string', bitString(7), '0000011', '040706', '0000011');
  vector('an OBIS code', obisCode, '0-0:94.44.100.255', '090600005e2c64ff', '0-0:94.44.100.255');
  vector(
    'an instant',
    instant,
    new Date('2030-01-15T09:00:00Z'),
    '090c07ee010fff090000008000ff',
    '2030-01-15T09:00:00.000Z',
  );
  vector('at once', activationDateTime, 'immediately', '090c0000000000000000008000ff', 'immediately');
  vector('never', activationDateTime, 'never', '090cffffffffffffffffff8000ff', 'never');
  vector(
    'an activation',
    activationDateTime,
    new Date('2030-01-15T09:00:00Z'),
    '090c07ee010fff090000008000ff',
    '2030-01-15T09:00:00.000Z',
  );
  vector(
    'a date with wildcards',
    date,
    { year: 0xffff, month: 12, dayOfMonth: 25, dayOfWeek: 0xff },
    '0905ffff0c19ff',
    '*-12-25',
  );
  vector('a time', time, { hour: 9, minute: 30, second: 0, hundredths: 0 }, '0904091e0000', '09:30:00');
  vector(
    'ZigBee UTC time',
    zigbeeUtcTime,
    new Date('2015-01-01T00:00:00Z'),
    '061c374a80',
    '2015-01-01T00:00:00.000Z',
  );
  vector('a structure', point, { x: 1, y: 2 }, '0202 0f01 100002', { x: 1, y: 2 });
  vector('a structure without its optional member', point, { x: 1 }, '0201 0f01', { x: 1 });
  vector('an array', array(unsigned, { max: 3 }), [1, 2], '0102 1101 1102', [1, 2]);
  vector('a constant', constant(enumerated, 5), undefined, '1605', 5);
  vector('a quantity', quantity(longUnsigned, 's'), 90, '12005a', '90 s');
  vector('a scaled quantity', quantity(longUnsigned, '%', -2), 130, '120082', '1.3 %');
  vector('a named number', named(enumerated, { 0: 'ESME', 1: 'GSME' }), 'GSME', '1601', 'GSME');
  vector('a number without a name', named(enumerated, { 0: 'ESME' }), 7, '1607', 7);
  vector(
    'a compact array',
    compactArray(entry),
    [{ timestamp: new Date('2015-01-01T00:00:00Z'), code: 1 }],
    '13 02020612 06 1c374a800001',
    [{ timestamp: '2015-01-01T00:00:00.000Z', code: 1 }],
  );
  vector(
    'a compact array with arrays of fixed length',
    compactArray(structure({ registers: array(unsigned, 2) })),
    [{ registers: [1, 2] }, { registers: [3, 4] }],
    '13 020101000211 04 01020304',
    [{ registers: [1, 2] }, { registers: [3, 4] }],
  );
  vector('the second of two layouts', oneOf(unsigned, structure({ x: unsigned })), { x: 1 }, '0201 1101', {
    x: 1,
  });

  it('read the buffer of a profile as array or compact array', () => {
    const expected = [{ timestamp: new Date('2015-01-01T00:00:00Z'), code: 1 }];
    expect(read(profileBuffer(entry), '0101 0202 061c374a80 120001')).to.deep.equal(expected);
    expect(read(profileBuffer(entry), '13 02020612 06 1c374a800001')).to.deep.equal(expected);
  });

  it('keep date-times with wildcards and status as they are', () => {
    const hex = '090c07de0c1f03173200008000ff';
    expect(encodeData(dateTime, read(dateTime, hex)).toString('hex')).to.equal(hex);
    expect(dateTime.describe(read(dateTime, hex))).to.equal('2014-12-31T23:50:00Z weekday 3');
  });
});

describe('DLMS data types and what they cannot express', () => {
  const cases: [string, () => unknown, string][] = [
    [
      'a price above a long',
      () => encodeData(long, 32768),
      '32768 is not a whole number from -32768 to 32767',
    ],
    ['a fraction', () => encodeData(unsigned, 1.5), '1.5 is not a whole number'],
    [
      'a text that is too long',
      () => encodeData(octetText({ max: 3 }), 'four'),
      'expected 0..3 bytes, found 4',
    ],
    [
      'a character without single-byte code',
      () => encodeData(octetText(), '€'),
      "'€' has no single-byte code",
    ],
    ['a control character', () => encodeData(visibleString(), 'a\nb'), 'not allowed in a visible-string'],
    ['an unpaired surrogate', () => encodeData(utf8String(), '\ud800'), 'not well-formed Unicode'],
    ['a letter among bits', () => encodeData(bitString(), '01x'), 'with 0 and 1 only'],
    [
      'too many elements',
      () => encodeData(array(unsigned, { max: 1 }), [1, 2]),
      'expected 0 to 1 elements, found 2',
    ],
    [
      'an unknown name',
      () => encodeData(named(enumerated, { 0: 'ESME' }), 'CHF' as 'ESME'),
      "'CHF' is not one of ESME",
    ],
    ['a number out of bounds', () => encodeData(bounded(unsigned, 1, 5), 6), '6 is not from 1 to 5'],
    ['an instant before 2000', () => encodeData(zigbeeUtcTime, new Date(0)), 'before the ZigBee epoch'],
    [
      'an invalid date',
      () => encodeData(instant, new Date(Number.NaN)),
      'cannot be written as a COSEM date-time',
    ],
    [
      'an OBIS code with a number above 255',
      () => encodeData(obisCode, '0-0:256.0.0.0'),
      'is not an OBIS code',
    ],
  ];
  for (const [what, step, message] of cases) {
    it(`refuse ${what}`, () => {
      expect(step).to.throw(CodecError, message);
    });
  }

  it('name the member that does not fit', () => {
    const days = array(structure({ prices: array(structure({ price: long })) }));
    expect(() => encodeData(days, [{ prices: [{ price: 1 }, { price: 40000 }] }]))
      .to.throw(CodecError)
      .with.property('path', '[0].prices[1].price');
    expect(() => read(days, '0101 0201 0101 0201 110a'))
      .to.throw(CodecError, 'expected tag of long')
      .that.includes({ path: '[0].prices[0].price', offset: 8 });
  });

  it('refuse a structure of another length, with the offset of the count', () => {
    expect(() => read(point, '0203 0f01 0f01 0f01'))
      .to.throw(CodecError, 'expected a structure of 1 to 2 members, found 3')
      .with.property('offset', 1);
  });

  it('refuse a constant of another value', () => {
    expect(() => read(constant(enumerated, 5), '1604')).to.throw(
      CodecError,
      'expected the constant 5, found 4',
    );
  });

  it('refuse a compact array whose contents do not fill the last element', () => {
    expect(() => read(compactArray(entry), '13 02020612 05 1c374a8000'))
      .to.throw(CodecError)
      .with.property('path', '[0].code');
  });

  it('refuse data nested deeper than any message, and compact arrays without contents', () => {
    expect(() => read(anyData, `${'0201'.repeat(40)}00`)).to.throw(CodecError, 'nested too deeply');
    expect(() => read(anyData, '13 00 00')).to.throw(CodecError, 'is not the tag of a type');
    expect(() => read(anyData, '13 01ffff0200 00')).to.throw(CodecError, 'no empty structures');
  });
});
