import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../../src/common/errors.js';
import { decodeMessage } from '../../../../src/gbcs/message.js';
import type { Description } from '../../../../src/gbcs/use-case.js';
import { GBZ_USE_CASES } from '../../../../src/gbcs/use-cases/gbz/index.js';
import { decryptorFor } from '../../gbz/rtds-decryptor.js';
import { describeWithRtds, rtdsMessages } from '../../rtds.js';
import { build, REFERENCE_REQUESTS, referenceRequest, useCaseOf } from './reference-requests.js';

const bytes = (hex: string) => Buffer.from(hex.replace(/\s+/g, ''), 'hex');

function errorOf(act: () => unknown): CodecError {
  try {
    act();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('description of GBZ messages', () => {
  it('reads a Command in the words of its cluster', () => {
    const request = referenceRequest('GCS03_1.6_FUTURE_DATED_SUCCESS');
    expect(useCaseOf('GCS03').describeCommand(build(useCaseOf('GCS03'), request))).to.deep.equal({
      components: [
        {
          cluster: 'Prepayment',
          command: 'changePaymentMode',
          payload: {
            providerId: 0,
            issuerEventId: 473_385_600,
            implementationDateTime: '2030-01-15T00:00:00Z',
            proposedPaymentControlConfiguration:
              '0x0097 (disconnection enabled, prepayment enabled, credit management enabled, credit display enabled, contactor fitted)',
            cutOffValue: 0,
          },
        },
      ],
    });
  });

  it('names attributes, and the command that a Default Response answers', () => {
    const attributes = bytes('0109 02 00 0700 000b 08 00 01 1706001850 1606c0  01 0705 0005 08 01 0b ff01');
    expect(useCaseOf('GCS14').describeResponse(attributes)).to.deep.equal({
      components: [
        {
          cluster: 'Price',
          command: 'readAttributesResponse',
          payload: {
            attributes: [
              { attribute: 'priceTrailingDigit', value: { 'decimal digits': 5, reserved: 0 } },
              { attribute: 'currency', status: 'HARDWARE_FAILURE (0xC0)' },
            ],
          },
        },
        {
          cluster: 'Prepayment',
          command: 'defaultResponse',
          payload: { command: 'not processed', status: 'FAILURE (0x01)' },
        },
      ],
    });
  });

  it('shows ciphertext without a key, and plaintext with it', () => {
    const content = bytes('0109 01 03 0702 0018 0000 18 00 01 0011 3100000000 000102030405060708090a0b');
    expect(useCaseOf('GCS13a').describeResponse(content)).to.deep.equal({
      components: [{ cluster: 'Metering', frameCounter: 0, encrypted: '3100000000000102030405060708090a0b' }],
    });
    const plaintext = bytes('0000 00 25 0a0000000000');
    expect(useCaseOf('GCS13a').describeResponse(content, () => plaintext)).to.deep.equal({
      components: [
        {
          cluster: 'Metering',
          frameCounter: 0,
          command: 'readAttributesResponse',
          payload: { attributes: [{ attribute: 'currentSummationDelivered', value: 10 }] },
        },
      ],
    });
  });

  it('rejects components that are missing, in another order or not of the use case', () => {
    const tariff = build(useCaseOf('GCS01b'), referenceRequest('GCS01b_1.2.1_IMMEDIATE_TOU_SUCCESS'));
    const error = errorOf(() => useCaseOf('GCS01a').describeCommand(tariff));
    expect(error.message).to.contain(
      'components[0]: expected publishCalendar, found publishTariffInformation',
    );
    expect(error.offset).to.equal(8);
    const supply = build(useCaseOf('GCS32'), referenceRequest('GCS32_7.2_SUCCESS'));
    expect(errorOf(() => useCaseOf('GCS33').describeResponse(supply)).message).to.contain('no changeSupply');
    const both = bytes('0109 02 00 0705 0008 01 00 00 0000000000  01 0705 0008 01 01 00 0000000000');
    expect(errorOf(() => useCaseOf('GCS06').describeCommand(both)).offset).to.equal(21);
    const cut = bytes('0109 01 01 0705 0007 01 00 00 00000000');
    expect(errorOf(() => useCaseOf('GCS06').describeCommand(cut)).path).to.equal(
      'components[0].selectAvailableEmergencyCredit.originatingDevice',
    );
    const calendarOnly = bytes('0109 01 01 0700 0004 01 00 00 00');
    const missing = errorOf(() => useCaseOf('GCS21f').describeCommand(calendarOnly));
    expect(missing.message).to.contain('expected readAttributes, found getCurrentPrice');
    const firstOnly = bytes('0109 01 01 0702 0005 00 00 00 000a');
    expect(errorOf(() => useCaseOf('GCS60').describeCommand(firstOnly)).offset).to.equal(13);
    const unknown = bytes('0109 01 01 0799 0003 01 00 00');
    expect(errorOf(() => useCaseOf('GCS06').describeCommand(unknown)).message).to.contain('cluster 0799');
  });

  it('answers any bytes with a description or a CodecError', () => {
    const commands = REFERENCE_REQUESTS.map(({ name, useCase }) => ({
      useCase,
      content: build(useCase, referenceRequest(name)),
    }));
    const damaged = fc
      .tuple(fc.constantFrom(...commands), fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat({ max: 3 }))
      .map(([{ useCase, content }, at, byte, cut]) => {
        const copy = Buffer.from(content.subarray(0, content.length - cut));
        copy[at % copy.length] = byte;
        return { useCase, copy };
      });
    fc.assert(
      fc.property(damaged, ({ useCase, copy }) => {
        for (const describeContent of [
          () => useCase.describeCommand(copy),
          () => useCase.describeResponse(copy),
        ]) {
          try {
            describeContent();
          } catch (error) {
            if (!(error instanceof CodecError)) throw error;
            expect(error.offset).to.be.within(0, copy.length);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('rejects Alerts with another layout', () => {
    const alert = useCaseOf('MIIWA-ZigBee');
    expect(alert.describeAlert?.(bytes('0109 01 81a0 1c374a80 0005'))).to.deep.equal({
      alertCode: '81A0',
      time: '2015-01-01T00:00:00Z',
      detail: { issue: 'unexpected reset' },
    });
    expect(errorOf(() => alert.describeAlert?.(bytes('0109 00 81a0 1c374a80'))).offset).to.equal(2);
    expect(errorOf(() => alert.describeAlert?.(bytes('0109 01 81a0 1c374a80 00'))).offset).to.equal(9);
    expect(errorOf(() => alert.describeAlert?.(bytes('0109 01 81a0 1c374a80 000500'))).offset).to.equal(11);
    expect(() => alert.describeCommand(bytes('0109 00'))).to.throw(CodecError, 'has no Command');
    expect(() => alert.describeResponse(bytes('0109 00'))).to.throw(CodecError, 'has no Response');
    const executed = useCaseOf('FDEA-ZigBee');
    const detail = '006b 00000000000003ed 0707 09 00';
    expect(executed.describeAlert?.(bytes(`0109 01 8f66 38818890 0e ${detail}`))).to.deep.equal({
      alertCode: '8F66',
      time: '2030-01-15T09:00:00Z',
      detail: {
        messageCode: '006B',
        originatorCounter: '1005',
        cluster: 'Calendar',
        command: 'publishCalendar',
        instruction: '07070900',
      },
    });
    expect(
      errorOf(() => executed.describeAlert?.(bytes(`0109 01 8f66 38818890 0f ${detail}`))).offset,
    ).to.equal(9);
  });
});

/** Text of everything a description says. */
const textOf = (description: Description) => JSON.stringify(description);

describeWithRtds('description of the GBZ reference messages', () => {
  for (const { name, bytes: message } of rtdsMessages()) {
    const { header, content } = decodeMessage(message);
    if (content.readUInt16BE(0) !== 0x0109) continue;
    it(`${name} is explained, with nothing left encrypted`, () => {
      const useCase = GBZ_USE_CASES.find((row) => row.messageCode === header.messageCode);
      if (!useCase) throw new Error(`no use case for ${header.messageCode.toString(16)}`);
      const decrypt = decryptorFor(header);
      switch (header.kind) {
        case 'Command':
          expect(textOf(useCase.describeCommand(content))).not.to.contain('"encrypted"');
          break;
        case 'Response':
          expect(textOf(useCase.describeResponse(content, decrypt))).not.to.contain('"encrypted"');
          break;
        case 'Alert':
          expect(textOf(useCase.describeAlert?.(content, decrypt) ?? 'encrypted')).not.to.contain(
            'encrypted',
          );
          break;
      }
    });
  }
});
