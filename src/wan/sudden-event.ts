import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { encodeDataNotification } from '../gbcs/dlms/data-notification.js';
import { invokeIdOf } from '../gbcs/dlms/long-invoke-id.js';
import { utcTimeOf } from '../gbcs/gbz/utc-time.js';
import { cell } from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import { GENERIC_CRITICAL_ALERT, GENERIC_NON_CRITICAL_ALERT } from '../gbcs/use-cases/gbz/gbz-alerts.js';
import type { Eui64 } from '../common/eui64.js';
import type { VirtualDevice } from './virtual-device.js';

/** First bytes of Event and Alert Codes. Source: GBCS-RULES section 7, Alerts. */
const CODES = { networkOperator: 0x80, critical: 0x8f } as const;

/** Who is told by a Device of an event: a Communications Hub knows the Access Control Broker only. */
function recipientOf(device: VirtualDevice, code: number): Eui64 | undefined {
  if (device.deviceType === 'CHF') return device.accessControlBroker;
  const role = code >> 8 === CODES.networkOperator ? 'networkOperator' : 'supplier';
  return device.trustAnchors.anchor(cell(role, 'keyAgreement'))?.party;
}

/**
 * Lets a Device send the Alert of something that happened to it, such as a tamper, whatever its alert behaviours are.
 * @param code Event or Alert Code whose Alert says no more than that
 * @returns false where Devices of its type send no such Alerts, or it knows nobody to tell
 */
export function tellOfSuddenEvent(device: VirtualDevice, code: number): boolean {
  const recipient = recipientOf(device, code);
  const isGas = device.deviceType === 'GSME' || device.deviceType === 'GPF';
  if (recipient === undefined || !(isGas || device.deviceType === 'ESME' || device.deviceType === 'CHF'))
    return false;
  const critical = code >> 8 === CODES.critical;
  const alert = critical ? GENERIC_CRITICAL_ALERT : GENERIC_NON_CRITICAL_ALERT;
  const { now } = device;
  device.send({
    // The same number in DLMS and GBZ. Source: RTDS 4.5.0 GCA-DLMS, GNCA-DLMS.
    messageCode: alert.messageCode,
    recipient,
    protection: critical ? 'signature' : 'MAC',
    content: (originatorCounter) =>
      isGas
        ? alert.encodeAlert({ alertCode: code, time: utcTimeOf(now) })
        : encodeDataNotification({
            invokeId: invokeIdOf(originatorCounter),
            alertCode: code,
            dateTime: cosemDateTimeOf(now),
            further: [],
          }),
  });
  return true;
}
