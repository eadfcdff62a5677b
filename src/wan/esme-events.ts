import {
  compactArray,
  constant,
  type DlmsType,
  enumerated,
  integer,
  longUnsigned,
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

/** Entries a log keeps; the oldest go first. Source: SMETS 5.7.5.18, 5.7.5.32; mark: inferred. */
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

/** Scripts of the load switch and the supply state each leads to. Source: GBCS mapping table rows 693, 943 to 945. */
const SUPPLY_STATE: ReadonlyMap<number, number> = new Map([
  [51, 1],
  [52, 0],
  [54, 2],
]);
const SUPPLY_SCRIPTS = { classId: 9, obis: '0-0:10.0.106.255', index: 1 } as const;
const SUPPLY = { classId: 70, obis: '0-0:96.3.10.255', index: 3 } as const;

/** Gives an electricity meter an event log of the Commands that act on it, a security log, and a load switch. */
export function furnishEsmeEvents(esme: VirtualDevice): void {
  const { objects } = esme;
  const events = keptLog(esme, { ...EVENT_LOG, index: ENTRIES }, eventEntry);
  const security = keptLog(esme, { ...SECURITY_LOG, index: ENTRIES }, securityEntry);
  objects.whenActedOn((messageCode, succeeded) => {
    const otherInformation = Buffer.alloc(2);
    otherInformation.writeUInt16BE(messageCode);
    const logCode = succeeded ? CODE.commandActioned : CODE.commandFailed;
    events.add({ timestamp: esme.now, logCode, otherInformation });
  });
  objects.defineMethod({ ...EVENT_LOG, index: CLEAR }, (argument) => {
    decodeData(constant(integer, 0), new ByteReader(argument));
    events.clear();
    security.add({ timestamp: esme.now, logCode: CODE.eventLogCleared });
    return NULL_DATA;
  });
  objects.defineMethod(SUPPLY_SCRIPTS, (argument) => {
    const state = SUPPLY_STATE.get(decodeData(longUnsigned, new ByteReader(argument)));
    if (state !== undefined) objects.keep(SUPPLY, encodeData(enumerated, state));
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
