import { utcTimeOf } from '../gbcs/gbz/utc-time.js';
import { GENERIC_CRITICAL_ALERT, GENERIC_NON_CRITICAL_ALERT } from '../gbcs/use-cases/gbz/gbz-alerts.js';
import { isCritical, recipientOf } from './alert-recipient.js';
import { dlmsAlertContent } from './device-alert.js';
import type { VirtualDevice } from './virtual-device.js';

/**
 * Sends the Alert of something that happened to a Device, whatever its alert behaviours are.
 * @param code Event or Alert Code whose Alert says no more than that
 * @param at whole second
 * @returns false where Devices of its type send no such Alerts, or it knows nobody to tell
 */
export function sendGenericAlert(device: VirtualDevice, code: number, at: Date): boolean {
  const recipient = recipientOf(device, code);
  const isGas = device.deviceType === 'GSME' || device.deviceType === 'GPF';
  if (recipient === undefined || !(isGas || device.deviceType === 'ESME' || device.deviceType === 'CHF'))
    return false;
  const critical = isCritical(code);
  const alert = critical ? GENERIC_CRITICAL_ALERT : GENERIC_NON_CRITICAL_ALERT;
  device.send({
    // The same number in DLMS and GBZ. Source: RTDS 4.5.0 GCA-DLMS, GNCA-DLMS.
    messageCode: alert.messageCode,
    recipient,
    protection: critical ? 'signature' : 'MAC',
    content: isGas
      ? () => alert.encodeAlert({ alertCode: code, time: utcTimeOf(at) })
      : dlmsAlertContent(code, at),
  });
  return true;
}
