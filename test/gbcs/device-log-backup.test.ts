import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { CodecError } from '../../src/common/errors.js';
import { deviceLogBackupIn, type GbcsMessage } from '../../src/gbcs/index.js';

const HUB = parseEui64('00-DB-12-34-56-78-90-A2');
const BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
const HASH = '83FED3407A939723A5C639B26916D506';

/** The content of CS14 as RTDS 4.5.0 has it, with a Device that has a link key and one that has none. */
const CONTENT = Buffer.from(
  (
    '0f 20000fa0 00 02 03 12 8f12 090c07df0101ff000000008000ff' +
    `0203 090c07df0101ff000000008000ff 09080001020304050607 0102 0202 090800db1234567890a0 0910${HASH}` +
    '0202 090800db1234567890a1 0900'
  ).replaceAll(' ', ''),
  'hex',
);

function alert(content: Buffer, change: Partial<GbcsMessage['header']> = {}): GbcsMessage {
  return {
    header: {
      kind: 'Alert',
      originatorCounter: 4000n,
      originator: HUB,
      recipient: BROKER,
      messageCode: 0x0018,
      ...change,
    },
    content,
  };
}

describe('backup of a Device Log', () => {
  it('is in the alert of a changed Device Log', () => {
    expect(deviceLogBackupIn(alert(CONTENT))).to.deep.equal({
      extendedPanId: Buffer.from('0001020304050607', 'hex'),
      devices: [
        { device: '00-DB-12-34-56-78-90-A0', hashedLinkKey: Buffer.from(HASH, 'hex') },
        { device: '00-DB-12-34-56-78-90-A1', hashedLinkKey: Buffer.alloc(0) },
      ],
    });
  });

  it('is in no other message', () => {
    expect(deviceLogBackupIn(alert(CONTENT, { messageCode: 0x1001 }))).to.equal(undefined);
    expect(deviceLogBackupIn(alert(CONTENT, { kind: 'Response' }))).to.equal(undefined);
  });

  it('cannot be read from an alert cut short or without a log', () => {
    expect(() => deviceLogBackupIn(alert(CONTENT.subarray(0, -1)))).to.throw(CodecError);
    const bare = Buffer.concat([CONTENT.subarray(0, 7), Buffer.from([2]), CONTENT.subarray(8, 25)]);
    expect(() => deviceLogBackupIn(alert(bare))).to.throw(CodecError);
  });
});
