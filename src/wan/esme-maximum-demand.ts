import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { type CosemTime, dateTime, doubleLongUnsigned, type ObisCode } from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import {
  MAXIMUM_DEMAND_TIME_PERIOD,
  maximumDemandTimePeriod,
} from '../gbcs/use-cases/dlms/shared/maximum-demand-time-period.js';
import { type CosemObjects, NULL_DATA } from './cosem-objects.js';
import { DAY_MS } from './household-load.js';
import type { VirtualDevice } from './virtual-device.js';

/** Registers, and where the time of their last reset is. Source: GBCS mapping table, ECS18a, ECS18b, ECS57. */
const REGISTERS = {
  import: { register: '1-0:1.6.0.255', lastReset: '0-0:94.44.5.1' },
  configurableTimeImport: { register: '1-0:1.6.1.255', lastReset: '0-0:94.44.5.0' },
  export: { register: '1-0:2.6.0.255', lastReset: '0-0:94.44.5.2' },
} as const satisfies Record<string, { register: ObisCode; lastReset: ObisCode }>;

/** Attributes and method of a register (class 4). Source: GBCS mapping table, ECS18b, ECS57. */
const ATTRIBUTE = { value: 2, captureTime: 5 } as const;
const RESET = 1;

const member = (obis: ObisCode, index: number) => ({ classId: 4, obis, index });
const millisecondsOf = ({ hour, minute, second }: CosemTime) => ((hour * 60 + minute) * 60 + second) * 1000;

/**
 * The maximum demand registers of a virtual meter: the highest average power of a half-hour since the last reset, and
 * the end of that half-hour. That a half-hour is in the configurable period which begins in it is inferred.
 */
export class EsmeMaximumDemand {
  readonly #objects: CosemObjects;

  constructor(esme: VirtualDevice) {
    const { objects } = esme;
    this.#objects = objects;
    for (const { register, lastReset } of Object.values(REGISTERS)) {
      objects.defineMethod(member(register, RESET), () => {
        objects.keep(member(register, ATTRIBUTE.value), encodeData(doubleLongUnsigned, 0));
        this.#keepTime(member(register, ATTRIBUTE.captureTime), esme.now);
        this.#keepTime({ classId: 1, obis: lastReset, index: 2 }, esme.now);
        return NULL_DATA;
      });
    }
  }

  /** Takes notice of a half-hour. @param start milliseconds since 1970 @param power average, in watts */
  record(start: number, end: number, power: number): void {
    this.#raise(REGISTERS.import.register, end, power);
    if (this.#isInPeriod(start)) this.#raise(REGISTERS.configurableTimeImport.register, end, power);
  }

  #raise(register: ObisCode, end: number, power: number): void {
    const attribute = member(register, ATTRIBUTE.value);
    const value = this.#objects.value(attribute);
    if (value !== undefined && decodeData(doubleLongUnsigned, new ByteReader(value)) >= power) return;
    this.#objects.keep(attribute, encodeData(doubleLongUnsigned, power));
    this.#keepTime(member(register, ATTRIBUTE.captureTime), new Date(end));
  }

  #keepTime(attribute: { classId: number; obis: ObisCode; index: number }, time: Date): void {
    this.#objects.keep(attribute, encodeData(dateTime, cosemDateTimeOf(time)));
  }

  #isInPeriod(start: number): boolean {
    const value = this.#objects.value({ ...MAXIMUM_DEMAND_TIME_PERIOD, index: 2 });
    if (value === undefined) return false;
    const [begin, end] = decodeData(maximumDemandTimePeriod, new ByteReader(value)).map(({ switchTime }) =>
      millisecondsOf(switchTime),
    );
    if (begin === undefined || end === undefined) return false;
    const time = start % DAY_MS;
    // Over midnight.
    return begin <= end ? time >= begin && time < end : time >= begin || time < end;
  }
}
