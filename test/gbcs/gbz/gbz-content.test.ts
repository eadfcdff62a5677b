import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import type { GbzComponent } from '../../../src/gbcs/gbz/component.js';
import { decodeGbzContent, encodeGbzContent } from '../../../src/gbcs/gbz/gbz-content.js';

const bytes = (hex: string) => Buffer.from(hex.replace(/\s+/g, ''), 'hex');

/** GCS06 and the From Date Time of GCS05, cut from RTDS 4.5.0 messages. */
const ONE = '0109 01  01 0705 0008  01 00 00 0000000000';
const TWO = '0109 02  10 0705 000b 38818890 01 00 09 404b4c00  01 0700 0004 01 01 00 00';
const ENCRYPTED = '0109 01  03 0702 001a 0001 18 00 01 0013 3100000000 aabb 000102030405060708090a0b';

function errorOf(act: () => unknown): CodecError {
  try {
    act();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const withoutOffset = (component: GbzComponent): object =>
  Object.fromEntries(Object.entries(component).filter(([name]) => name !== 'payloadOffset'));

describe('GBZ content', () => {
  it('reads a component with its ZCL header', () => {
    expect(decodeGbzContent(bytes(ONE))).to.deep.equal([
      {
        cluster: 0x0705,
        frameControl: {
          clusterSpecific: true,
          direction: 'client to server',
          disableDefaultResponse: false,
        },
        sequence: 0,
        command: 0,
        payload: bytes('0000000000'),
        payloadOffset: 11,
      },
    ]);
  });

  it('reads the additional header From Date Time, which is big-endian', () => {
    expect(decodeGbzContent(bytes(TWO))[0]?.fromDateTime).to.equal(0x38818890);
  });

  it('reads the additional header of an encrypted component', () => {
    const [component] = decodeGbzContent(bytes(ENCRYPTED));
    expect(component?.frameCounter).to.equal(1);
    expect(component?.payload.toString('hex')).to.equal('3100000000aabb000102030405060708090a0b');
    expect(component?.payloadOffset).to.equal(15);
  });

  for (const [name, hex] of Object.entries({ ONE, TWO, ENCRYPTED })) {
    it(`writes ${name} as it was read`, () => {
      expect(encodeGbzContent(decodeGbzContent(bytes(hex)))).to.deep.equal(bytes(hex));
    });
  }

  it('gives back any components', () => {
    const component: fc.Arbitrary<GbzComponent> = fc
      .record({
        cluster: fc.integer({ min: 0, max: 0xffff }),
        frameControl: fc.record({
          clusterSpecific: fc.boolean(),
          direction: fc.constantFrom('client to server' as const, 'server to client' as const),
          disableDefaultResponse: fc.boolean(),
        }),
        sequence: fc.integer({ min: 0, max: 255 }),
        command: fc.integer({ min: 0, max: 255 }),
        payload: fc.uint8Array({ maxLength: 300 }).map((payload) => Buffer.from(payload)),
        header: fc.constantFrom({}, { fromDateTime: 0xffffffff }, { frameCounter: 3 }),
      })
      .map(({ header, ...rest }) => ({ ...rest, ...header }));
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 31 }), (components) => {
        const decoded = decodeGbzContent(encodeGbzContent(components)).map(withoutOffset);
        expect(decoded).to.deep.equal(components);
      }),
      { numRuns: 50 },
    );
  });

  it('rejects every cut of a message', () => {
    for (const hex of [ONE, TWO, ENCRYPTED]) {
      const whole = bytes(hex);
      for (let length = 0; length < whole.length; length++) {
        expect(() => decodeGbzContent(whole.subarray(0, length)), `${length} bytes`).to.throw(CodecError);
      }
    }
  });

  const malformed: readonly [what: string, hex: string, offset: number, path: string][] = [
    ['another profile', '0104 01 01 0705 0008 01 00 00 0000000000', 0, ''],
    ['no components', '0109 00', 2, ''],
    ['more than 31 components', '0109 20', 2, ''],
    ['bytes left over', `${ONE} 00`, 16, ''],
    ['a last component that is not marked', '0109 01 00 0705 0008 01 00 00 0000000000', 3, 'components[0]'],
    ['a first component marked as last', TWO.replace('10 0705', '11 0705'), 3, 'components[0]'],
    ['an unknown control bit', '0109 01 41 0705 0008 01 00 00 0000000000', 3, 'components[0]'],
    ['a length that is too long', '0109 01 01 0705 0009 01 00 00 0000000000', 8, 'components[0]'],
    ['a length shorter than the ZCL header', '0109 01 01 0705 0002 01 00', 10, 'components[0]'],
    ['a manufacturer-specific frame', '0109 01 01 0705 0008 05 00 00 0000000000', 8, 'components[0]'],
    ['a reserved frame type', '0109 01 01 0705 0008 02 00 00 0000000000', 8, 'components[0]'],
    ['an additional header control', ENCRYPTED.replace('0001 18', '0101 18'), 8, 'components[0]'],
    ['a wrong ciphered length', ENCRYPTED.replace('0013 31', '0012 31'), 33, 'components[0]'],
  ];
  for (const [what, hex, offset, path] of malformed) {
    it(`rejects ${what} with the offset`, () => {
      const error = errorOf(() => decodeGbzContent(bytes(hex)));
      expect(error.offset).to.equal(offset);
      expect(error.path).to.equal(path);
    });
  }

  it('refuses to write no component, or more than 31', () => {
    const [component] = decodeGbzContent(bytes(ONE));
    if (!component) throw new Error('no component');
    expect(() => encodeGbzContent([])).to.throw(CodecError, '1 to 31');
    expect(() => encodeGbzContent(Array.from({ length: 32 }, () => component))).to.throw(
      CodecError,
      '1 to 31',
    );
  });
});
