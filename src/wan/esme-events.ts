import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import { bitString, type ObisCode } from '../gbcs/dlms/index.js';
import { isCritical } from './alert-recipient.js';
import { sendGenericAlert } from './generic-alert.js';
import type { TellOfEvent } from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';

/** Which of the supplier's events are told, and which are logged. Source: GBCS mapping table rows 1934, 1937. */
const SETTING = { alerts: '0-30:97.98.15.255', logging: '0-30:97.98.18.255' } as const;
/** Codes a setting is for; the last bit is that of code 0x8100. */
const CODES = 256;

function isOn({ objects }: VirtualDevice, setting: ObisCode, code: number): boolean {
  const value = objects.value({ classId: 1, obis: setting, index: 2 });
  if (value === undefined) return false;
  return decodeData(bitString(CODES), new ByteReader(value))[CODES - 1 - (code & 0xff)] === '1';
}

/**
 * Lets an electricity meter tell of events. Critical ones are logged and told whatever the behaviours; mark: inferred.
 * @param log of events
 */
export function tellerOfEvents(
  esme: VirtualDevice,
  log: (logCode: number, timestamp: Date) => void,
): TellOfEvent {
  return (code, time) => {
    const critical = isCritical(code);
    if (critical || isOn(esme, SETTING.logging, code)) log(code, time);
    if (critical || isOn(esme, SETTING.alerts, code)) sendGenericAlert(esme, code, time);
  };
}
