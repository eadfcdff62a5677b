import {
  compactArray,
  constant,
  type DlmsType,
  integer,
  octetString,
  structure,
  zigbeeUtcTime,
} from '../gbcs/dlms/index.js';
import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { alertCode } from '../gbcs/use-cases/dlms/shared/alert-code.js';
import { type CosemMember, NULL_DATA } from './cosem-objects.js';
import type { VirtualDevice } from './virtual-device.js';

/** Log codes. Source: gbcs-alert-codes.csv; in which log: RTDS 4.5.0 ECS35a, ECS35b; mark: confirmed. */
const CODE = { commandActioned: 0x8154, commandFailed: 0x8155, eventLogCleared: 0x8f52 } as const;

/** Entries a log keeps; the oldest go first. How many Devices have room for was not looked up; mark: unknown. */
const KEPT = 100;

const EVENT_LOG = { classId: 7, obis: '0-0:99.98.0.255' } as const;
const SECURITY_LOG = { classId: 7, obis: '0-0:99.98.1.255' } as const;
const ENTRIES = 2;
const CLEAR = 1;

const eventEntry = structure({
  timestamp: zigbeeUtcTime,
  logCode: alertCode,
  otherInformation: octetString(),
});
const securityEntry = structure({ timestamp: zigbeeUtcTime, logCode: alertCode });

/** Gives an electricity meter or a Communications Hub an event log of the Commands that act on it, and a security log. */
export function furnishEventLogs(device: VirtualDevice): void {
  const { objects } = device;
  const events = keptLog(device, { ...EVENT_LOG, index: ENTRIES }, eventEntry);
  const security = keptLog(device, { ...SECURITY_LOG, index: ENTRIES }, securityEntry);
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
}

function keptLog<T extends { readonly timestamp: Date }>(
  { objects }: VirtualDevice,
  attribute: CosemMember,
  entry: DlmsType<T>,
) {
  const entries: T[] = [];
  objects.defineLog(attribute, ({ from, to }) =>
    encodeData(
      compactArray(entry),
      entries.filter(({ timestamp }) => timestamp >= from && timestamp <= to),
    ),
  );
  return {
    add(one: T): void {
      entries.push(one);
      if (entries.length > KEPT) entries.shift();
    },
    clear(): void {
      entries.length = 0;
    },
  };
}
