import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError, InternalError } from '../../../src/common/errors.js';
import { choice } from '../../../src/gbcs/asn1/choice.js';
import { decodeDer, encodeDer, type Infer } from '../../../src/gbcs/asn1/der-schema.js';
import { bigInteger, integer, integerNames } from '../../../src/gbcs/asn1/integer.js';
import { nullValue } from '../../../src/gbcs/asn1/null.js';
import { octetString } from '../../../src/gbcs/asn1/octet-string.js';
import { optional, sequence, sequenceOf, withDefault } from '../../../src/gbcs/asn1/sequence.js';
import { implicit } from '../../../src/gbcs/asn1/tagged.js';
import { codecError, expectPair, expectRefusal } from './codec-expectations.js';

const number = integer({ min: 0, max: 1000 });

const record = sequence({
  id: number,
  key: optional(implicit(0, octetString())),
  colour: withDefault(integerNames({ red: 0, blue: 1 }), 'red'),
  parts: optional(implicit(6, sequenceOf(sequence({ number, note: optional(octetString()) })))),
  end: choice({ nothing: nullValue, text: octetString() }),
});

type Record_ = Infer<typeof record>;

const full: Record_ = {
  id: 5,
  key: Buffer.from('aa', 'hex'),
  colour: 'blue',
  parts: [{ number: 1 }, { number: 2, note: Buffer.from('0102', 'hex') }],
  end: { text: Buffer.from('ff', 'hex') },
};

describe('DER SEQUENCE', () => {
  it('writes members in order, tags them, and leaves out what is absent or default', () => {
    expectPair(record, full, '301c0201058001aa020101a60e3003020101300702010204020102' + '0401ff');
    expectPair(record, { id: 5, colour: 'red', end: { nothing: null } }, '30050201050500');
  });

  it('tells where a member is missing, of the wrong type, or left over', () => {
    expectRefusal(record, '3003020105', {
      reason: 'expected NULL or OCTET STRING, found the end',
      offset: 5,
      path: 'end',
    });
    expectRefusal(record, '30030401ff', {
      reason: 'expected INTEGER, found OCTET STRING',
      offset: 2,
      path: 'id',
    });
    expectRefusal(record, '30070201050500' + '0500', { reason: 'left over', offset: 7 });
    expectRefusal(record, '300502010505000500', {
      reason: 'left over, expected the end of the content',
      offset: 7,
    });
    expectRefusal(record, '3008020105020102' + '0500', { reason: '2 is none of', offset: 5, path: 'colour' });
  });

  it('names the path to an error deep inside', () => {
    expectRefusal(record, '300f020105a60830030201013001050500', {
      reason: 'expected INTEGER, found NULL',
      offset: 14,
      path: 'parts[1].number',
    });
    const broken = { ...full, parts: [{ number: 1 }, { number: 1001 }] };
    expect(codecError(() => encodeDer(record, broken)).path).to.equal('parts[1].number');
    const missing = { id: 1, colour: 'red' } as unknown as Record_;
    expect(codecError(() => encodeDer(record, missing))).to.include({ path: 'end' });
  });

  it('refuses a default that is written, and a BER element without definite length', () => {
    expectRefusal(record, '300802010502010005' + '00', {
      reason: 'default value is never written',
      offset: 5,
      path: 'colour',
    });
    expectRefusal(record, '30800201050500' + '0000', { reason: 'begins no definite length', offset: 1 });
    expectRefusal(record, '3f0500', { reason: 'expected SEQUENCE, found tag 0x3F', offset: 0 });
  });

  it('shows values under their names', () => {
    expect(record.describe(full)).to.deep.equal({
      id: 5,
      key: 'AA',
      colour: 'blue',
      parts: [{ number: 1 }, { number: 2, note: '0102' }],
      end: { text: 'FF' },
    });
    const wide = bigInteger({ min: 0n, max: 1n << 64n });
    expect(wide.describe(1n << 60n)).to.equal('1152921504606846976');
  });
});

describe('DER CHOICE', () => {
  it('refuses what is none of its alternatives, or several at once', () => {
    const either = choice({ nothing: nullValue, number });
    expectRefusal(either, '0401ff', { reason: 'expected NULL or INTEGER, found OCTET STRING', offset: 0 });
    for (const value of [{}, { other: 1 }, { nothing: null, number: 1 }]) {
      expect(codecError(() => encodeDer(either, value as { number: number })).reason).to.equal(
        'expected one of nothing, number',
      );
    }
  });

  it('cannot be made of alternatives that share a tag, nor tagged implicitly', () => {
    expect(() => choice({ one: number, two: number })).to.throw(InternalError);
    expect(() => implicit(0, choice({ nothing: nullValue, number }))).to.throw(InternalError);
  });
});

describe('DER lengths', () => {
  const text = octetString();
  const pair = sequence({ first: text, second: text });

  for (const [length, header] of [
    [127, '047f'],
    [128, '048180'],
    [255, '0481ff'],
    [256, '04820100'],
    [65535, '0482ffff'],
    [65536, '0483010000'],
  ] as const) {
    it(`of ${length} bytes begin ${header}`, () => {
      expectPair(text, Buffer.alloc(length, 1), header + '01'.repeat(length));
    });
  }

  it('of 128 to 255 bytes are read in both forms, and written back as they were', () => {
    const value = Buffer.alloc(200, 1);
    const twoOctets = Buffer.concat([Buffer.from('048200c8', 'hex'), value]);
    expect(decodeDer(text, twoOctets)).to.deep.equal({ value, lengthForm: 'twoOctets' });
    expect(encodeDer(text, value, 'twoOctets')).to.deep.equal(twoOctets);
    expect(encodeDer(text, value)).to.deep.equal(Buffer.concat([Buffer.from('0481c8', 'hex'), value]));
  });

  it('may not take both forms in one message', () => {
    const body = '01'.repeat(128);
    expectRefusal(pair, `30820107048180${body}04820080${body}`, {
      reason: 'in the same form',
      offset: 136,
      path: 'second',
    });
  });

  it('may not be longer than that', () => {
    for (const hex of ['04810100', '0482007f', '0483000100', '0484000000ff', '04ff']) {
      expect(codecError(() => decodeDer(text, Buffer.from(hex, 'hex'))).offset).to.equal(1);
    }
  });
});

describe('Any message cut or changed', () => {
  const encoded = encodeDer(record, full);

  it('is refused when it ends early', () => {
    for (let length = 0; length < encoded.length; length += 1) {
      expect(codecError(() => decodeDer(record, encoded.subarray(0, length))).offset).to.be.at.most(length);
    }
  });

  it('is either refused or written back to the same bytes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: encoded.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (at, byte) => {
          const changed = Buffer.from(encoded);
          changed.writeUInt8(byte, at);
          try {
            const { value, lengthForm } = decodeDer(record, changed);
            expect(encodeDer(record, value, lengthForm)).to.deep.equal(changed);
          } catch (error) {
            expect(error).to.be.instanceOf(CodecError);
          }
        },
      ),
    );
  });

  it('gives back every value', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
    const value = fc.record(
      {
        id: fc.integer({ min: 0, max: 1000 }),
        key: bytes,
        colour: fc.constantFrom('red' as const, 'blue' as const),
        parts: fc.array(
          fc.record({ number: fc.integer({ min: 0, max: 1000 }), note: bytes }, { requiredKeys: ['number'] }),
        ),
        end: fc.oneof(fc.constant({ nothing: null }), fc.record({ text: bytes })),
      },
      { requiredKeys: ['id', 'colour', 'end'] },
    );
    const plain = (object: unknown): unknown => JSON.parse(JSON.stringify(object));
    fc.assert(
      fc.property(value, fc.constantFrom('shortest' as const, 'twoOctets' as const), (given, form) => {
        const received = decodeDer(record, encodeDer(record, given, form));
        expect(plain(received.value)).to.deep.equal(plain(given));
      }),
    );
  });
});
