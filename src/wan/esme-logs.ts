import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import {
  compactArray,
  type DlmsType,
  doubleLongUnsigned,
  structure,
  zigbeeUtcTime,
} from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import type { LogRange } from '../gbcs/dlms/range-descriptor.js';
import { singleElement } from '../gbcs/use-cases/dlms/shared/register-read-log-entry.js';
import type { CosemMember } from './cosem-objects.js';
import { DAY_MS, HALF_HOUR_MS, mixed, seedOf } from './household-load.js';
import type { EsmeMeter } from './esme-meter.js';
import type { VirtualDevice } from './virtual-device.js';

/** How far back logs go, in days. It was not looked up; mark: unknown. */
const KEPT_DAYS = { profile: 396, daily: 31, dailyConsumption: 731 } as const;
/** Entries of the profile of average voltages. It was not looked up; mark: unknown. */
const VOLTAGES_KEPT = 4320;
/** Period of the average voltage of a meter nobody has set one for, in seconds; mark: unknown. */
const VOLTAGE_PERIOD_SECONDS = 1800;
/** Volts a meter measures: the lowest, and how many more. */
const VOLTAGE = { lowest: 238, spread: 7 } as const;

/** Profile of the average voltage by phase. Source: GBCS mapping table rows 566 to 568. */
const VOLTAGE_PROFILES = ['1-0:32.24.0.255', '1-0:52.24.0.255', '1-0:72.24.0.255'] as const;

const valueEntry = structure({ timestamp: zigbeeUtcTime, value: doubleLongUnsigned });
const exportEntry = structure({
  timestamp: zigbeeUtcTime,
  active: doubleLongUnsigned,
  reactive: doubleLongUnsigned,
});

const log = (obis: CosemMember['obis']): CosemMember => ({ classId: 7, obis, index: 2 });

/** The logs of a meter that follow from its load. Source of the objects: GBCS mapping table, ECS21 to ECS23, ECS66. */
const LOG = {
  dailyReads: log('0-0:98.1.9.255'),
  dailyExport: log('0-0:98.1.10.255'),
  activeImport: log('0-0:99.1.0.255'),
  export: log('0-0:99.1.1.255'),
  reactiveImport: log('0-0:99.1.2.255'),
  dailyConsumption: log('0-0:99.1.3.255'),
} as const;

/** Gives a meter the logs of what it measures. Times are those of the ends of periods; mark: inferred. */
export function furnishEsmeLogs(esme: VirtualDevice, meter: EsmeMeter): void {
  const seed = seedOf(esme.id);
  const define = <T>(
    attribute: CosemMember,
    entry: DlmsType<T>,
    entries: (range: LogRange) => readonly T[],
  ): void => esme.objects.defineLog(attribute, (range) => encodeData(compactArray(entry), entries(range)));
  const ends = (periodMs: number, kept: number, range: LogRange) => endsOf(range, esme.now, periodMs, kept);
  const halfHours = (range: LogRange) =>
    ends(HALF_HOUR_MS, (KEPT_DAYS.profile * DAY_MS) / HALF_HOUR_MS, range);
  const usedIn = (end: number) => meter.usedIn(end - HALF_HOUR_MS);

  define(LOG.activeImport, valueEntry, (range) =>
    halfHours(range).map((end) => ({ timestamp: new Date(end), value: usedIn(end) })),
  );
  define(LOG.reactiveImport, valueEntry, (range) =>
    halfHours(range).map((end) => ({ timestamp: new Date(end), value: reactiveOf(usedIn(end)) })),
  );
  // Nothing is generated in a virtual household.
  define(LOG.export, exportEntry, (range) =>
    halfHours(range).map((end) => ({ timestamp: new Date(end), active: 0, reactive: 0 })),
  );
  define(LOG.dailyExport, valueEntry, (range) =>
    ends(DAY_MS, KEPT_DAYS.daily, range).map((end) => ({ timestamp: new Date(end), value: 0 })),
  );
  define(LOG.dailyConsumption, valueEntry, (range) =>
    ends(DAY_MS, KEPT_DAYS.dailyConsumption, range).map((end) => ({
      timestamp: new Date(end),
      value: consumptionOf(meter, end),
    })),
  );
  define(LOG.dailyReads, structure(singleElement), ({ from, to }) =>
    meter.dailyReads.filter(({ timestamp }) => timestamp >= from && timestamp <= to),
  );
  VOLTAGE_PROFILES.forEach((obis, phase) => {
    const periodMs = () => voltagePeriod(esme, obis) * 1000;
    define(log(obis), valueEntry, (range) =>
      ends(periodMs(), VOLTAGES_KEPT, range).map((end) => ({
        timestamp: new Date(end),
        value: VOLTAGE.lowest + (mixed(seed + phase, end / 1000) % VOLTAGE.spread),
      })),
    );
  });
}

/** Reactive energy, in varh, for active energy in Wh. */
export function reactiveOf(active: number): number {
  return Math.floor(active / 10);
}

function consumptionOf(meter: EsmeMeter, end: number): number {
  let sum = 0;
  for (let start = end - DAY_MS; start < end; start += HALF_HOUR_MS) sum += meter.usedIn(start);
  return sum;
}

/** Ends of the periods that are over, within a range and kept, in milliseconds since 1970. */
function endsOf({ from, to }: LogRange, now: Date, periodMs: number, kept: number): number[] {
  const last = Math.floor(Math.min(now.getTime(), to.getTime()) / periodMs);
  const oldestKept = Math.floor(now.getTime() / periodMs) - kept + 1;
  const first = Math.max(Math.ceil(from.getTime() / periodMs), oldestKept);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, position) => (first + position) * periodMs,
  );
}

function voltagePeriod({ objects }: VirtualDevice, obis: CosemMember['obis']): number {
  const written = objects.value({ classId: 7, obis, index: 4 });
  const seconds = written && decodeData(doubleLongUnsigned, new ByteReader(written));
  return seconds || VOLTAGE_PERIOD_SECONDS;
}
