import { constant, integer } from '../gbcs/dlms/index.js';
import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import {
  eventEntry,
  securityEntry,
} from '../gbcs/use-cases/dlms/reads/ecs35-read-event-and-security-logs.js';
import { NULL_DATA } from './cosem-objects.js';
import { keepLog } from './kept-log.js';
import type { VirtualDevice } from './virtual-device.js';

/** Log codes. Source: gbcs-alert-codes.csv; in which log: RTDS 4.5.0 ECS35a, ECS35b; mark: confirmed. */
const CODE = { commandActioned: 0x8154, commandFailed: 0x8155, eventLogCleared: 0x8f52 } as const;

/** Entries a log keeps; the oldest go first. How many Devices have room for was not looked up; mark: unknown. */
const KEPT = 100;

const EVENT_LOG = { classId: 7, obis: '0-0:99.98.0.255' } as const;
const SECURITY_LOG = { classId: 7, obis: '0-0:99.98.1.255' } as const;
const ENTRIES = 2;
const CLEAR = 1;

/**
 * Gives an electricity meter or a Communications Hub an event log of the Commands that act on it, and a security log.
 * @returns logs another event
 */
export function furnishEventLogs(device: VirtualDevice): (logCode: number, timestamp: Date) => void {
  const { objects } = device;
  const events = keepLog(objects, {
    attribute: { ...EVENT_LOG, index: ENTRIES },
    entry: eventEntry,
    capacity: KEPT,
  });
  const security = keepLog(objects, {
    attribute: { ...SECURITY_LOG, index: ENTRIES },
    entry: securityEntry,
    capacity: KEPT,
  });
  objects.whenActedOn((messageCode, succeeded) => {
    const otherInformation = Buffer.alloc(2);
    otherInformation.writeUInt16BE(messageCode);
    const logCode = succeeded ? CODE.commandActioned : CODE.commandFailed;
    events.add({ timestamp: device.now, logCode, otherInformation });
  });
  objects.defineMethod({ ...EVENT_LOG, index: CLEAR }, (argument) => {
    decodeData(constant(integer, 0), new ByteReader(argument));
    events.clear();
    security.add({ timestamp: device.now, logCode: CODE.eventLogCleared });
    return NULL_DATA;
  });
  return (logCode, timestamp) => {
    events.add({ timestamp, logCode, otherInformation: Buffer.alloc(0) });
  };
}
