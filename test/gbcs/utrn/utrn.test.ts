import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import { sharedSecret } from '../../../src/gbcs/protection/shared-secret.js';
import { utrnCheckDigit } from '../../../src/gbcs/utrn/check-digit.js';
import { encodeToken } from '../../../src/gbcs/utrn/prepayment-token.js';
import { buildUtrn, counterAfter, type UtrnContext, verifyUtrn } from '../../../src/gbcs/utrn/utrn.js';
import { parseUtrn } from '../../../src/gbcs/utrn/utrn-digits.js';
import { describeWithRtds, rtdsMessages, rtdsPrivateKey, rtdsPublicKey } from '../rtds.js';

const SUPPLIER = parseEui64('90b3d51f30010000');
const ESME: UtrnContext = {
  supplier: SUPPLIER,
  meter: parseEui64('00db1234567890a0'),
  originatorCounter: 0x300000000n,
};
const GSME: UtrnContext = {
  supplier: SUPPLIER,
  meter: parseEui64('00db1234567890a1'),
  originatorCounter: 0x600000000n,
};
/** GBCS-RULES section 6, from RTDS 4.5.0 CS01a and CS01b. */
const VECTORS = [
  {
    context: ESME,
    topUp: { valueClass: 'pounds', value: 10 },
    ptut: 0x0001a00a9cd029e3n,
    utrn: '73946144332040217315',
  },
  {
    context: GSME,
    topUp: { valueClass: 'pence', value: 1250 },
    ptut: 0x000304e2ff674c64n,
    utrn: '73950067887105178605',
  },
] as const;

const SECRET = Buffer.alloc(32, 7);

describe('UTRN', () => {
  for (const { utrn, ptut, topUp, context } of VECTORS) {
    it(`reads ${utrn}`, () => {
      const { token } = parseUtrn(utrn);
      expect(token).to.deep.include(topUp);
      expect(encodeToken(token)).to.equal(ptut);
      expect(counterAfter(token, -1n)).to.equal(context.originatorCounter);
    });
  }

  it('tells a right check digit (PCS01 of RTDS 4.5.0) from a wrong one (CS01b error)', () => {
    expect(utrnCheckDigit('7394165688095080448')).to.equal('5');
    expect(utrnCheckDigit('1234567891012131415')).not.to.equal('6');
  });

  it('refuses any single wrong digit', () => {
    const { utrn } = VECTORS[0];
    for (let index = 0; index < utrn.length; index += 1) {
      for (const digit of '0123456789') {
        if (digit === utrn[index]) continue;
        expect(() => parseUtrn(utrn.slice(0, index) + digit + utrn.slice(index + 1))).to.throw(CodecError);
      }
    }
  });

  it('refuses what is not 20 digits', () => {
    for (const text of ['', '7394614433204021731', '739461443320402173150', '7394614433204021731x']) {
      expect(() => parseUtrn(text)).to.throw(CodecError, 'is not a UTRN');
    }
  });

  it('refuses a token with another lead, subclass or value class', () => {
    const pptd = (ptut: bigint): string => (7394156990786306048n + ptut).toString();
    for (const [ptut, reason] of [
      [1n << 57n, 'subclass'],
      [2n << 45n, 'value class 2'],
      [3n << 45n, 'value class 3'],
    ] as const) {
      const digits = pptd(ptut);
      expect(() => parseUtrn(digits + utrnCheckDigit(digits))).to.throw(CodecError, reason);
    }
    const sts = '1234567890123456789';
    expect(() => parseUtrn(sts + utrnCheckDigit(sts))).to.throw(CodecError, 'lead');
  });

  it('refuses values and counters out of range instead of cutting them', () => {
    const build = (value: number, originatorCounter = ESME.originatorCounter): string =>
      buildUtrn({ ...ESME, originatorCounter }, { valueClass: 'pence', value }, SECRET);
    for (const value of [-1, 8192, 0.5, Number.NaN]) expect(() => build(value)).to.throw(CodecError, 'value');
    for (const counter of [1n, 0x300000001n, -1n << 32n, 1n << 63n]) {
      expect(() => build(1, counter)).to.throw(CodecError, 'originatorCounter');
    }
    expect(build(8191)).to.have.length(20);
    expect(build(0)).to.have.length(20);
  });

  it('verifies what it builds, for its own supplier, meter, counter and key only', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8191 }),
        fc.constantFrom('pence' as const, 'pounds' as const),
        fc.bigInt({ min: 0n, max: 0x7fffffffn }),
        (value, valueClass, count) => {
          const context = { ...ESME, originatorCounter: count << 32n };
          const utrn = buildUtrn(context, { value, valueClass }, SECRET);
          expect(parseUtrn(utrn).token).to.deep.include({ value, valueClass });
          expect(verifyUtrn(utrn, context, SECRET)).to.equal(true);
          expect(verifyUtrn(utrn, { ...context, meter: GSME.meter }, SECRET)).to.equal(false);
          expect(verifyUtrn(utrn, { ...context, supplier: GSME.meter }, SECRET)).to.equal(false);
          const next = { ...context, originatorCounter: ((count + 1n) % 0x80000000n) << 32n };
          expect(verifyUtrn(utrn, next, SECRET)).to.equal(false);
          expect(verifyUtrn(utrn, context, Buffer.alloc(32, 8))).to.equal(false);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('finds the next counter with the bits of a token', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1023 }),
        fc.bigInt({ min: -1n, max: 1n << 62n }),
        (truncatedCounter, last) => {
          const token = { truncatedCounter, valueClass: 'pence', value: 0, mac: 0 } as const;
          const counter = counterAfter(token, last);
          expect(counter > last && counter - last <= 1024n << 32n).to.equal(true);
          expect(Number((counter >> 32n) % 1024n)).to.equal(truncatedCounter);
          expect(counter % (1n << 32n)).to.equal(0n);
        },
      ),
    );
  });

  describeWithRtds('with the reference keys', () => {
    const secretOf = (context: UtrnContext): Buffer => {
      const supplier = rtdsPrivateKey(context.supplier, 'pp-ka');
      const meter = rtdsPublicKey(context.meter, 'ka');
      if (!supplier || !meter) throw new Error('the reference key store lacks a key');
      return sharedSecret(supplier, meter);
    };

    for (const { context, topUp, utrn } of VECTORS) {
      it(`builds ${utrn}`, () => {
        expect(buildUtrn(context, topUp, secretOf(context))).to.equal(utrn);
        expect(verifyUtrn(utrn, context, secretOf(context))).to.equal(true);
      });
    }

    for (const [name, context] of [
      ['CS01a_2.2_SUCCESS_COMMAND', ESME],
      ['CS01a_2.2_ERROR_COMMAND', ESME],
      ['CS01b_2.2_SUCCESS_COMMAND', GSME],
    ] as const) {
      it(`verifies the token in ${name}`, () => {
        const bytes = rtdsMessages().find((message) => message.name === name)?.bytes;
        const digits = /\d{20}/.exec(bytes?.toString('latin1') ?? '')?.[0] ?? '';
        const originatorCounter = counterAfter(parseUtrn(digits).token, -1n);
        expect(verifyUtrn(digits, { ...context, originatorCounter }, secretOf(context))).to.equal(true);
      });
    }
  });
});
