import { expect } from 'chai';
import fc from 'fast-check';
import { parseEui64 } from '../../../src/common/eui64.js';
import { decodeDer, encodeDer } from '../../../src/gbcs/asn1/der-schema.js';
import { generalizedTime } from '../../../src/gbcs/asn1/generalized-time.js';
import {
  bigInteger,
  enumerated,
  integer,
  integerNames,
  MAX_SEQUENCE_NUMBER,
} from '../../../src/gbcs/asn1/integer.js';
import { namedBits } from '../../../src/gbcs/asn1/named-bits.js';
import { nullValue } from '../../../src/gbcs/asn1/null.js';
import { entityIdentifier, octetString } from '../../../src/gbcs/asn1/octet-string.js';
import { codecError, expectPair, expectRefusal } from './codec-expectations.js';

const counter = bigInteger({ min: 0n, max: MAX_SEQUENCE_NUMBER });

describe('DER INTEGER', () => {
  for (const [value, hex] of [
    [0n, '020100'],
    [1000n, '020203e8'],
    [127n, '02017f'],
    [128n, '02020080'],
    [36710n, '0203008f66'],
    [MAX_SEQUENCE_NUMBER, '02087fffffffffffffff'],
  ] as const) {
    it(`writes ${value} as ${hex}`, () => expectPair(counter, value, hex));
  }

  it('writes negative numbers in as few bytes as possible', () => {
    expectPair(integer({ min: -200, max: 200 }), -1, '0201ff');
    expectPair(integer({ min: -200, max: 200 }), -128, '020180');
    expectPair(integer({ min: -200, max: 200 }), -129, '0202ff7f');
  });

  it('refuses numbers outside the range in both directions', () => {
    expectRefusal(counter, '0201ff', { reason: '-1 is not from 0', offset: 0 });
    expectRefusal(counter, '0209008000000000000000', { reason: 'is not from 0', offset: 0 });
    expect(codecError(() => encodeDer(counter, 1n << 63n)).reason).to.include('is not from 0');
    expect(codecError(() => encodeDer(integer({ min: 0, max: 9 }), 0.5)).reason).to.include('whole number');
  });

  it('refuses needless bytes and none at all', () => {
    expectRefusal(counter, '02020001', { reason: 'longer than it needs', offset: 2 });
    expectRefusal(counter, '0202ff80', { reason: 'longer than it needs', offset: 2 });
    expectRefusal(counter, '0200', { reason: 'at least one byte', offset: 2 });
  });

  it('gives back every number of 64 bits', () => {
    const any = bigInteger({ min: -(1n << 63n), max: (1n << 64n) - 1n });
    fc.assert(
      fc.property(fc.bigInt({ min: -(1n << 63n), max: (1n << 64n) - 1n }), (value) => {
        expect(decodeDer(any, encodeDer(any, value)).value).to.equal(value);
      }),
    );
  });

  it('refuses numbers and names that mean nothing', () => {
    const colour = integerNames({ red: 0, blue: 7 });
    const status = enumerated({ success: 0, other: 127 });
    expectPair(colour, 'blue', '020107');
    expectPair(status, 'other', '0a017f');
    expectRefusal(colour, '020103', { reason: '3 is none of red, blue', offset: 0 });
    expectRefusal(status, '020100', { reason: 'expected ENUMERATED, found INTEGER', offset: 0 });
    expect(codecError(() => encodeDer(colour, 'green' as 'red')).reason).to.include("'green' is none of");
  });
});

describe('DER OCTET STRING', () => {
  it('holds an EUI-64', () => {
    expectPair(entityIdentifier, parseEui64('00db12345678909a'), '040800db12345678909a');
  });

  it('refuses another length than its own', () => {
    expectPair(octetString(), Buffer.from('0102', 'hex'), '04020102');
    expectRefusal(octetString(4), '0403010203', { reason: '4 bytes was expected, found 3', offset: 0 });
    expect(codecError(() => encodeDer(octetString(4), Buffer.alloc(5))).reason).to.include('found 5');
  });
});

describe('DER BIT STRING with named bits', () => {
  const bits = namedBits({ digitalSignature: 0, keyAgreement: 4, keyCertSign: 5, decipherOnly: 8 });

  it('leaves out zero bits at the end', () => {
    expectPair(bits, ['digitalSignature'], '03020780');
    expectPair(bits, ['keyAgreement'], '03020308');
    expectPair(bits, ['keyCertSign'], '03020204');
    expectPair(bits, ['digitalSignature', 'decipherOnly'], '0303078080');
    expectPair(bits, [], '030100');
  });

  it('refuses zero bits at the end, bits without a name and a wrong count of unused bits', () => {
    expectRefusal(bits, '03020680', { reason: 'last set bit', offset: 0 });
    expectRefusal(bits, '0303078000', { reason: 'last set bit', offset: 0 });
    expectRefusal(bits, '03020940', { reason: 'last set bit', offset: 0 });
    expectRefusal(bits, '030107', { reason: 'last set bit', offset: 0 });
    expectRefusal(bits, '03020640', { reason: 'bit 1 has no meaning', offset: 0 });
    expectRefusal(bits, '0300', { reason: 'number of unused bits', offset: 2 });
  });
});

describe('DER GeneralizedTime', () => {
  it('is UTC to the second', () => {
    expectPair(
      generalizedTime,
      new Date('2030-01-15T09:00:00Z'),
      '180f32303330303131353039303030305a', // RTDS 4.5.0, CS06 future dated
    );
    expectPair(
      generalizedTime,
      new Date('9999-12-31T23:59:59Z'),
      '180f39393939313233313233353935395a', // CS06 cancellation
    );
  });

  it('refuses what is no such time', () => {
    for (const text of [
      '20300115090000',
      '20300115090000.5Z',
      '203001150900Z',
      '20301315090000Z',
      '20300230000000Z',
      '20300115246000Z',
      '20300115240000Z',
    ]) {
      const length = text.length.toString(16).padStart(2, '0');
      expectRefusal(generalizedTime, `18${length}${Buffer.from(text).toString('hex')}`, {
        reason: 'YYYYMMDDHHMMSSZ',
        offset: 0,
      });
    }
  });

  it('refuses to drop a fraction of a second, or to write the year 10000', () => {
    for (const date of [new Date(500), new Date('+010000-01-01T00:00:00Z'), new Date(Number.NaN)]) {
      expect(codecError(() => encodeDer(generalizedTime, date)).reason).to.include('whole second');
    }
  });
});

describe('Other DER primitives', () => {
  it('NULL holds nothing', () => {
    expectPair(nullValue, null, '0500');
    expectRefusal(nullValue, '050100', { reason: '1 bytes left over', offset: 2 });
  });
});
