import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { CodecError } from '../../../src/common/errors.js';
import { encodeDer } from '../../../src/gbcs/asn1/der-schema.js';
import {
  type ExecutedInstruction,
  executedInstructionOf,
  futureDatedInstructions,
  type GbcsMessage,
  instructionText,
} from '../../../src/gbcs/index.js';
import { CS06 } from '../../../src/gbcs/use-cases/asn1/cs06-activate-firmware.js';
import { CANCELLATION_TIME } from '../../../src/gbcs/use-cases/asn1/execution-date-time.js';

const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
const METER = parseEui64('00-DB-12-34-56-78-90-A0');

function message(
  kind: GbcsMessage['header']['kind'],
  messageCode: number,
  content: string | Buffer,
): GbcsMessage {
  return {
    header: { kind, originatorCounter: 7n, originator: SUPPLIER, recipient: METER, messageCode },
    content: typeof content === 'string' ? Buffer.from(content.replaceAll(' ', ''), 'hex') : content,
  };
}

/** Sets the activation attributes of tariff switching table and price matrix, with a value between them. */
const tariff = (at: string) =>
  message(
    'Command',
    0x0019,
    `d9 20000007 00 03 02 0014 00000d0000ff 0a 02 0071 0000131400ff 06 02 0071 0000131400ff 07 03 090c${at} 11 01 090c${at}`,
  );

function activateFirmware(executionDateTime?: Date): GbcsMessage {
  const { command } = CS06.contents;
  if (command === undefined) throw new Error('CS06 has a Command');
  return message(
    'Command',
    0x0012,
    encodeDer(command, {
      manufacturerImageHash: Buffer.alloc(32),
      originatorCounter: 7n,
      ...(executionDateTime && { executionDateTime }),
    }),
  );
}

describe('future-dated instructions of a Command', () => {
  const at = new Date('2030-01-15T09:00:00Z');

  it('are the activation attributes that are set to a time, numbered from 1', () => {
    const held = futureDatedInstructions(tariff('07ee010fff090000008000ff'));
    expect(held).to.deep.equal([
      {
        number: 1,
        at,
        instruction: { encoding: 'DLMS', classId: 20, obis: '0-0:13.0.0.255', attribute: 10 },
      },
      {
        number: 2,
        at,
        instruction: { encoding: 'DLMS', classId: 113, obis: '0-0:19.20.0.255', attribute: 7 },
      },
    ]);
    expect(held.map(({ instruction }) => instructionText(instruction))).to.deep.equal([
      '20 0-0:13.0.0.255 10',
      '113 0-0:19.20.0.255 7',
    ]);
  });

  it('are none where it acts at once, and none where it cancels', () => {
    expect(futureDatedInstructions(tariff('0000000000000000008000ff'))).to.deep.equal([]);
    expect(futureDatedInstructions(tariff('ffffffffffffffffff8000ff'))).to.deep.equal([]);
    expect(futureDatedInstructions(activateFirmware())).to.deep.equal([]);
    expect(futureDatedInstructions(activateFirmware(CANCELLATION_TIME))).to.deep.equal([]);
  });

  it('is the whole of a Command in ASN.1', () => {
    expect(futureDatedInstructions(activateFirmware(at))).to.deep.equal([
      { number: 1, at, instruction: { encoding: 'ASN.1' } },
    ]);
  });

  it('are none of a Response or an Alert', () => {
    expect(futureDatedInstructions(message('Response', 0x0012, '0500'))).to.deep.equal([]);
  });

  it('cannot be read from a Command cut short', () => {
    const whole = tariff('07ee010fff090000008000ff');
    const cut = { ...whole, content: whole.content.subarray(0, -1) };
    expect(() => futureDatedInstructions(cut)).to.throw(CodecError);
  });
});

describe('the instruction a future-dated execution alert is about', () => {
  const failed: [string, GbcsMessage, ExecutedInstruction][] = [
    [
      'an activation attribute of an ESME',
      message(
        'Alert',
        0x00cc,
        '0f 20000007 00 02 03 12 8f67 090c07ee010fff090000008000ff 0913 0019 00000000000003f0 0014 00000d0000ff 0a',
      ),
      {
        messageCode: 0x0019,
        originatorCounter: 1008n,
        instruction: { encoding: 'DLMS', classId: 20, obis: '0-0:13.0.0.255', attribute: 10 },
        succeeded: false,
      },
    ],
    [
      'a component of a GSME',
      message('Alert', 0x00cd, '0109 01 8f67 388188900 e006c 00000000000003e9 0705 01 06'),
      {
        messageCode: 0x006c,
        originatorCounter: 1001n,
        instruction: {
          encoding: 'GBZ',
          cluster: 0x0705,
          frameControl: {
            clusterSpecific: true,
            direction: 'client to server',
            disableDefaultResponse: false,
          },
          command: 6,
        },
        succeeded: false,
      },
    ],
  ];
  for (const [what, alert, executed] of failed) {
    it(`may be ${what}`, () => expect(executedInstructionOf(alert)).to.deep.equal(executed));
  }

  it('is undefined for other alerts, and for other messages of the same code', () => {
    const [, alert] = failed[0] ?? [];
    if (alert === undefined) throw new Error('no alert');
    const other = Buffer.from(alert.content.toString('hex').replace('8f67', '8f1c'), 'hex');
    expect(executedInstructionOf({ ...alert, content: other })).to.equal(undefined);
    expect(executedInstructionOf({ ...alert, header: { ...alert.header, kind: 'Response' } })).to.equal(
      undefined,
    );
    expect(executedInstructionOf(message('Alert', 0x1000, alert.content))).to.equal(undefined);
  });

  it('cannot be read from an alert that names none', () => {
    const bare = message('Alert', 0x00cc, '0f 20000007 00 02 02 12 8f66 090c07ee010fff090000008000ff');
    expect(() => executedInstructionOf(bare)).to.throw(CodecError);
  });
});
