import type { Description } from '../../gbcs/index.js';
import { at, each, instant, number } from '../conversions.js';
import { valueAt } from '../decoded-content.js';
import { payloadsOf, volume } from '../gbz-readers.js';
import { fill, kept, type MmcTree, type Reader, type Template } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';

const SECOND_MS = 1000;
const DAY_S = 86_400;

/** Seconds between two samples: as a number of seconds, or in words. */
function intervalOf(payload: Description): number | undefined {
  const interval = valueAt(payload, 'sampleRequestInterval');
  if (typeof interval === 'number') return interval;
  return interval === '24 hours' ? DAY_S : undefined;
}

/** A sample with the time it was due: the first at the start, each further one an interval later. Mark: inferred. */
const samples =
  (entry: (time: string, value: Description) => MmcTree): Reader =>
  (content) => {
    const entries = payloadsOf(content, 'getSampledDataResponse').flatMap((payload) => {
      const [start, interval] = [at('sampleStartTime', instant)(payload), intervalOf(payload)];
      const values = valueAt(payload, 'samples');
      if (typeof start !== 'string' || interval === undefined || !Array.isArray(values)) return [];
      return (values as readonly Description[]).map((value, index) => {
        const time = new Date(Date.parse(start) + index * interval * SECOND_MS);
        return entry(time.toISOString(), value);
      });
    });
    return entries.length === 0 ? undefined : entries;
  };

/** A volume and its time. */
const gasEntry = (Timestamp: string, value: Description): MmcTree => ({ Value: volume(value), Timestamp });

/** Voltage counters and profile of one phase. */
const phase = (name: string): Template => ({
  AvgRMSOverVoltageCounter: { Value: at(`${name}.overVoltageCounter.value`, number) },
  AvgRMSUnderVoltageCounter: { Value: at(`${name}.underVoltageCounter.value`, number) },
  AvgRMSVoltageProfileDataLog: {
    LogEntry: each(`${name}.profile`, { Value: at('value', number), Timestamp: at('timestamp', instant) }),
    MeasurementPeriod: at(`${name}.measurementPeriod`, number),
  },
});

const phases: Reader = (content) =>
  [1, 2, 3].map((n) => ({ VoltageOperationalData: fill(phase(`phase${n}`), content), Phase: String(n) }));

/** Profiles of consumption, voltage and network data: 4.8, 4.10 and 4.17; boosts: 7.11. */
export const PROFILE_LOGS: readonly ResponseRow[] = [
  {
    useCases: ['ECS22b'],
    elements: {
      LogEntry: each('log.entries', {
        Timestamp: at('timestamp', instant),
        Electricity: {
          PrimaryValue: at('primaryActiveEnergyImported', number),
          SecondaryValue: at('secondaryActiveEnergyImported', number),
        },
      }),
    },
    source: 'MMC schema 5.4, ReadActiveImportProfileDataRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS17'],
    elements: {
      LogEntry: samples((Timestamp, value) => ({ Timestamp, Gas: { PrimaryValue: volume(value) } })),
    },
    source: 'MMC schema 5.4, ReadActiveImportProfileDataRsp',
    mark: 'inferred',
  },
  {
    useCases: ['ECS22c'],
    elements: {
      LogEntry: each('entries', {
        ReactiveEnergyImportedValue: at('value', number),
        Timestamp: at('timestamp', instant),
      }),
    },
    source: 'MMC schema 5.4, ReadReactiveImportProfileDataRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS22a'],
    elements: {
      LogEntry: each('entries', {
        ActiveEnergyExportedValue: at('activeEnergyExported', number),
        ReactiveEnergyExportedValue: at('reactiveEnergyExported', number),
        Timestamp: at('timestamp', instant),
      }),
    },
    source: 'MMC schema 5.4, ReadExportProfileDataRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS23'],
    elements: { Electricity: kept({ SinglePhaseESME: phase('phase1') }) },
    source: 'MMC schema 5.4, ReadNetworkDataRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS23b'],
    elements: { Electricity: kept({ PolyPhaseESME: { PhaseVoltageOperationalData: phases } }) },
    source: 'MMC schema 5.4, ReadNetworkDataRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS18'],
    elements: { Gas: kept({ NetworkDataLog: { LogEntry: samples(gasEntry) } }) },
    source: 'MMC schema 5.4, ReadNetworkDataRsp',
    mark: 'inferred',
  },
  {
    useCases: ['ECS66'],
    elements: {
      Electricity: kept({
        LogEntry: each('log.entries', { Value: at('value', number), Timestamp: at('timestamp', instant) }),
      }),
    },
    source: 'MMC schema 5.4, RetrieveDailyConsumptionLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS61'],
    elements: { Gas: kept({ LogEntry: samples(gasEntry) }) },
    source: 'MMC schema 5.4, RetrieveDailyConsumptionLogRsp',
    mark: 'inferred',
  },
];
