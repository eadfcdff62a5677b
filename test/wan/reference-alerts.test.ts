import { expect } from 'chai';
import { alertCodeOf, decodeMessage, type GbcsMessage } from '../../src/gbcs/index.js';
import { decodeDataNotification } from '../../src/gbcs/dlms/data-notification.js';
import { decodeData } from '../../src/gbcs/dlms/dlms-type.js';
import { type DlmsType, octetString } from '../../src/gbcs/dlms/index.js';
import { executedInstruction } from '../../src/gbcs/use-cases/dlms/alerts/future-dated-execution.js';
import { backupPan } from '../../src/gbcs/use-cases/dlms/comms-hub/device-log.js';
import { dlmsAlertContent } from '../../src/wan/device-alert.js';
import { channelChange, scanAssessment } from '../../src/gbcs/use-cases/dlms/alerts/sub-ghz-alert-members.js';
import { describeWithRtds, rtdsMessages } from '../gbcs/rtds.js';

/** The Alerts in DLMS that virtual Devices send, and what they say. */
const MEMBERS = new Map<number, DlmsType<never>>([
  [0x0018, backupPan as DlmsType<never>],
  [0x00cc, executedInstruction as DlmsType<never>],
  [0x00ce, octetString(32) as DlmsType<never>],
  [0x0111, channelChange as DlmsType<never>],
  [0x0112, scanAssessment as DlmsType<never>],
]);

/** Alert codes of those a Communications Hub sends to the Access Control Broker. */
const WITH_MAC: readonly number[] = [0x8f12, 0x8f26, 0x8f28];

/** The content as a virtual Device would make it of what the Alert says. */
function remade({ header, content }: GbcsMessage, type: DlmsType<never>): Buffer {
  const { alertCode, dateTime, further } = decodeDataNotification(content);
  const [reader] = further;
  if (reader === undefined) throw new Error('the Alert has no member');
  const { year, month, dayOfMonth, hour, minute, second } = dateTime;
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second));
  const member = { type, value: decodeData(type, reader) };
  return dlmsAlertContent(alertCode, at, member)(header);
}

describeWithRtds('Alerts of virtual Devices and the reference alerts', () => {
  for (const { name, kind, bytes } of rtdsMessages()) {
    if (kind !== 'ALERT') continue;
    const message = decodeMessage(bytes);
    const type = MEMBERS.get(message.header.messageCode);
    if (type === undefined) continue;
    it(`${name}: the same content is made of what it says`, () => {
      expect(remade(message, type).toString('hex')).to.equal(message.content.toString('hex'));
    });
    it(`${name}: is protected as virtual Devices protect it`, () => {
      const isSigned = message.signature?.length === 64 && message.mac === undefined;
      expect(isSigned).to.equal(!WITH_MAC.includes(alertCodeOf(message) ?? 0));
    });
  }
});
