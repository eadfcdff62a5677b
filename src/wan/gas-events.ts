import { EVENT_CONFIGURATION } from '../gbcs/gbz/clusters/device-management.js';
import { isCritical } from './alert-recipient.js';
import { sendGenericAlert } from './generic-alert.js';
import type { VirtualDevice } from './virtual-device.js';

/** Of an event nobody configured: it is logged, and told only if it is critical. Mark: inferred. */
const UNCONFIGURED = EVENT_CONFIGURATION.logInGeneralEventLog;
const LOG_BITS = 0x07;

/** Lets a gas meter log an event, and send the Alert of it to its supplier, as it was configured (GCS20). */
export function tellOfEvent(device: VirtualDevice, code: number, time: Date): void {
  const configuration = device.published.configurationOf(code) ?? UNCONFIGURED;
  if ((configuration & LOG_BITS) !== 0) device.records.events.add({ code, time, data: Buffer.alloc(0) });
  if (isCritical(code) || (configuration & EVENT_CONFIGURATION.alertToWan) !== 0)
    sendGenericAlert(device, code, time);
}

/** Log codes of Commands and of logs. Source: gbcs-alert-codes.csv; their data: RTDS 4.5.0 CS10a; mark: confirmed. */
const LOGGED = { actioned: 0x8154, failed: 0x8155, logCleared: 0x8f52 } as const;

/** Logs that a Command was carried out, or was not. */
export function logCommand({ records, now }: VirtualDevice, messageCode: number, succeeded: boolean): void {
  const data = Buffer.alloc(2);
  data.writeUInt16BE(messageCode);
  records.events.add({ code: succeeded ? LOGGED.actioned : LOGGED.failed, time: now, data });
}

/** CS11: clears the event log, of which the security log tells. */
export function logClearance({ records }: VirtualDevice, time: Date): void {
  records.events.clear();
  records.securityEvents.add({ code: LOGGED.logCleared, time, data: Buffer.alloc(0) });
}
