import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../src/common/errors.js';
import { decodeAccessRequest, encodeAccessRequest } from '../../../src/gbcs/dlms/access-request.js';
import {
  decodeAccessResponse,
  encodeAccessResponse,
  resultName,
} from '../../../src/gbcs/dlms/access-response.js';
import type { AccessService } from '../../../src/gbcs/dlms/access-specification.js';
import { decodeDataNotification, encodeDataNotification } from '../../../src/gbcs/dlms/data-notification.js';
import { invokeIdOf } from '../../../src/gbcs/dlms/long-invoke-id.js';
import type { ObisCode } from '../../../src/gbcs/dlms/obis-code.js';

/** Data values of several types, as they may stand in a message. */
const value = fc
  .constantFrom('00', '1163', '0902abcd', '02020f011100', '0100', '0300')
  .map((hex) => Buffer.from(hex, 'hex'));
const byte = fc.integer({ min: 0, max: 255 });
const obis = fc
  .tuple(byte, byte, byte, byte, byte, byte)
  .map(([a, b, c, d, e, f]): ObisCode => `${a}-${b}:${c}.${d}.${e}.${f}`);
const plainService = fc.constantFrom<AccessService[]>('get', 'set', 'action');
const specification = {
  classId: fc.integer({ min: 0, max: 0xffff }),
  obis,
  index: fc.integer({ min: -128, max: 127 }),
};
const item = fc.oneof(
  fc.record({ service: plainService, ...specification, data: value }),
  fc.record({
    service: fc.constant('get-with-selection' as const),
    ...specification,
    selection: value,
    data: value,
  }),
);
const invokeId = fc.integer({ min: 0, max: 0xffffff });

describe('access-request', () => {
  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(fc.record({ invokeId, items: fc.array(item, { maxLength: 150 }) }), (request) => {
        const decoded = decodeAccessRequest(encodeAccessRequest(request));
        expect(decoded.invokeId).to.equal(request.invokeId);
        const items = decoded.items.map(({ data, selection, ...rest }) => ({
          ...rest,
          ...(selection && { selection: selection.bytes(selection.remaining) }),
          data: data.bytes(data.remaining),
        }));
        expect(items).to.deep.equal(request.items);
      }),
    );
  });

  it('carries the low 24 bits of the Originator Counter', () => {
    expect(invokeIdOf(0x0000000300000001n)).to.equal(1);
    expect(invokeIdOf(0x0123456789abcdefn)).to.equal(0xabcdef);
  });

  for (const [what, hex, offset] of [
    ['another tag', 'd8 20000001 00 00 00', 0],
    ['other invoke flags', 'd9 40000001 00 00 00', 1],
    ['a date-time', 'd9 20000001 0c 00 00', 5],
    ['an unknown service', 'd9 20000001 00 01 05 0001 000000000000 02 01 00', 7],
    ['another selector', 'd9 20000001 00 01 04 0007 000000000000 02 02 00 01 00', 17],
    ['more specifications than data', 'd9 20000001 00 01 01 0001 000000000000 02 00', 17],
    ['bytes left over', 'd9 20000001 00 00 00 00', 8],
  ] as const) {
    it(`is refused with ${what}`, () => {
      expect(() => decodeAccessRequest(Buffer.from(hex.replaceAll(' ', ''), 'hex')))
        .to.throw(CodecError)
        .with.property('offset', offset);
    });
  }
});

describe('access-response', () => {
  const result = fc.record({ service: plainService, result: byte, data: value });

  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(fc.record({ invokeId, results: fc.array(result, { maxLength: 150 }) }), (response) => {
        const decoded = decodeAccessResponse(encodeAccessResponse(response));
        const results = decoded.results.map(({ data, ...rest }) => ({
          ...rest,
          data: data.bytes(data.remaining),
        }));
        expect({ ...decoded, results }).to.deep.equal(response);
      }),
    );
  });

  it('names its results', () => {
    expect([0, 1, 250, 99].map(resultName)).to.deep.equal([
      'success',
      'hardware fault',
      'other reason',
      'result 99',
    ]);
  });

  it('is refused when data and results differ in number', () => {
    expect(() => decodeAccessResponse(Buffer.from('da20000001000001000201000100', 'hex')))
      .to.throw(CodecError, 'expected 1 results, found 2')
      .with.property('offset', 9);
  });
});

describe('data-notification', () => {
  /** Generic critical alert of RTDS 4.5.0 (GCA-DLMS), counter 2000. */
  const ALERT = '0f200007d0000202128f30090c07df0101ff000000008000ff';

  it('gives alert code and date-time, and encodes to the same bytes', () => {
    const decoded = decodeDataNotification(Buffer.from(ALERT, 'hex'));
    expect(decoded).to.deep.include({ invokeId: 2000, alertCode: 0x8f30, further: [] });
    expect(encodeDataNotification({ ...decoded, further: [] }).toString('hex')).to.equal(ALERT);
  });

  it('is refused without date-time', () => {
    expect(() => decodeDataNotification(Buffer.from('0f200007d0000201128f30', 'hex')))
      .to.throw(CodecError, 'expected at least 2 members, found 1')
      .with.property('offset', 7);
  });
});
