import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../src/common/errors.js';
import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import type { GroupingHeader } from '../../src/gbcs/grouping-header.js';
import { decodeMessage, encodeMessage, type GbcsMessage } from '../../src/gbcs/message.js';
import { describeWithRtds, rtdsMessages } from './rtds.js';

/** ECS17b read, from the worked vector of the GBCS notes (RTDS 4.5.0). */
const ECS17B =
  'dd00000000000081951100000000df0901000000000000' +
  '03e80890b3d51f300100000800db1234567890a000020027' +
  '61d9200003e800010300' +
  '1e00002b0208ff010102020101020512000109060000' +
  '5e2c220a0f0212000002021600000101' +
  '02021602020509090400000000000003e8090890b3d51f30010000090800db1234567890a0090002021602020209010209000' +
  '0f08a88fcb4eebeca47b71589';

const eui = fc
  .uint8Array({ minLength: 8, maxLength: 8 })
  .map((b) => parseEui64(Buffer.from(b).toString('hex')));
const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const byte = fc.integer({ min: 0, max: 255 });
const certificate = fc
  .uint8Array({ minLength: 10, maxLength: 500 })
  .map((bytes) => Buffer.concat([Buffer.from([0x30]), bytes]));
const party = fc.oneof(
  fc.record({ id: eui }),
  fc.record({ id: eui, counter: u64 }),
  fc.record({ id: eui, counter: u64, originatorCounter: u64 }),
  fc.record({ id: eui, counter: u64, keyAgreementCertificate: certificate }),
);
const dateTime = fc.record({
  year: fc.integer({ min: 0, max: 0xffff }),
  month: byte,
  dayOfMonth: byte,
  dayOfWeek: byte,
  hour: byte,
  minute: byte,
  second: byte,
  hundredths: byte,
  deviation: fc.integer({ min: -0x8000, max: 0x7fff }),
  status: byte,
});
const header: fc.Arbitrary<GroupingHeader> = fc.record(
  {
    kind: fc.constantFrom('Command', 'Response', 'Alert'),
    originatorCounter: u64,
    originator: eui,
    recipient: eui,
    dateTime,
    messageCode: fc.integer({ min: 0, max: 0xffff }),
    supplementaryRemoteParty: party,
  },
  { requiredKeys: ['kind', 'originatorCounter', 'originator', 'recipient', 'messageCode'] },
);
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Buffer.from(b));
const signature = fc.oneof(fc.constant(Buffer.alloc(0)), bytes(64));
const content = fc.uint8Array({ maxLength: 400 }).map((b) => Buffer.from(b));
const message: fc.Arbitrary<GbcsMessage> = fc.oneof(
  fc.record({ header: header.map((value) => ({ ...value, kind: 'Command' as const })), content }),
  fc.record({ header, content, signature }),
  fc.record({ header, content, signature, mac: bytes(12) }),
);

describe('GBCS message', () => {
  it('gives header, content, signature field and MAC of a Command', () => {
    const command = decodeMessage(Buffer.from(ECS17B, 'hex'));
    expect(command.header).to.deep.equal({
      kind: 'Command',
      originatorCounter: 1000n,
      originator: '90-B3-D5-1F-30-01-00-00' as Eui64,
      recipient: '00-DB-12-34-56-78-90-A0' as Eui64,
      messageCode: 0x0027,
    });
    expect(command.content.length).to.equal(0x61);
    expect(command.signature).to.have.length(0);
    expect(command.mac?.toString('hex')).to.equal('f08a88fcb4eebeca47b71589');
    expect(encodeMessage(command).toString('hex')).to.equal(ECS17B);
  });

  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(message, (value) => {
        expect(decodeMessage(encodeMessage(value))).to.deep.equal(value);
      }),
    );
  });

  it('is refused when cut anywhere, with the offset of the cut or before', () => {
    const whole = Buffer.from(ECS17B, 'hex');
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeMessage(whole.subarray(0, length)), `cut to ${length} bytes`)
        .to.throw(CodecError)
        .with.property('offset')
        .that.is.at.most(length);
    }
  });

  it('is refused with bytes left over', () => {
    expect(() => decodeMessage(Buffer.from(`${ECS17B}00`, 'hex')))
      .to.throw(CodecError, '1 bytes left over')
      .with.property('offset', 158);
  });

  it('is a Pre-Command without signature field, which Responses and Alerts cannot lack', () => {
    const { header, content } = decodeMessage(Buffer.from(ECS17B, 'hex'));
    expect(decodeMessage(encodeMessage({ header, content }))).to.deep.equal({ header, content });
    const response = encodeMessage({ header: { ...header, kind: 'Response' }, content });
    expect(() => decodeMessage(response))
      .to.throw(CodecError, 'expected length of the signature')
      .with.property('offset', response.length);
  });

  for (const [what, offset, value] of [
    ['another first byte', 0, 0xde],
    ['a transaction id in the MAC header', 1, 0x09],
    ['another security control byte', 9, 0x31],
    ['a non-zero invocation counter', 13, 0x01],
    ['a transaction id of another length', 15, 0x08],
    ['an unknown CRA flag', 16, 0x04],
    ['an originator of another length', 25, 0x07],
    ['a date-time of another length', 43, 0x05],
  ] as const) {
    it(`is refused with ${what}`, () => {
      const broken = Buffer.from(ECS17B, 'hex');
      broken[offset] = value;
      expect(() => decodeMessage(broken))
        .to.throw(CodecError)
        .with.property('offset', offset);
    });
  }
});

describeWithRtds('GBCS messages of the reference data', () => {
  for (const { name, bytes: expected, kind } of rtdsMessages()) {
    it(`${name} decodes and encodes to the same bytes`, () => {
      const decoded = decodeMessage(expected);
      expect(encodeMessage(decoded).equals(expected)).to.equal(true);
      const kinds = { COMMAND: 'Command', PRECOMMAND: 'Command', RESPONSE: 'Response', ALERT: 'Alert' };
      expect(decoded.header.kind).to.equal(kinds[kind]);
    });
  }
});
