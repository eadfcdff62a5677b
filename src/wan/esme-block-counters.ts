import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { array, date, longUnsigned, structure, time } from '../gbcs/dlms/index.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import { type CosemObjects, NULL_DATA } from './cosem-objects.js';
import { BLOCK_REGISTERS, isOn } from './esme-tariff.js';

/** Script that resets all block counters. Source: GBCS mapping table row 694; mark: confirmed. */
const TARIFF_SCRIPTS = { classId: 9, obis: '0-0:10.0.100.255', index: 1 } as const;
const RESET_ALL = 99;

/** When they are reset each day. Source: GBCS mapping table row 1966; mark: confirmed. */
const DAILY_RESET = { classId: 22, obis: '0-0:15.1.0.255', index: 4 } as const;
const resetTimes = array(structure({ time, date }));

/**
 * What each register with blocks has counted since the last reset, which tells its block; in Wh. They are reset by
 * Command (ECS05), at midnight where that is switched on (ECS48), and when a billing period ends; the last is inferred
 * from GCS25, where it is so.
 */
export class EsmeBlockCounters {
  readonly #objects: CosemObjects;
  readonly #counters = new Array<number>(BLOCK_REGISTERS).fill(0);

  constructor(objects: CosemObjects) {
    this.#objects = objects;
    objects.defineMethod(TARIFF_SCRIPTS, (argument) => {
      if (decodeData(longUnsigned, new ByteReader(argument)) === RESET_ALL) this.reset();
      return NULL_DATA;
    });
  }

  used(register: number): number {
    return this.#counters[register] ?? 0;
  }

  add(register: number, energy: number): void {
    this.#counters[register] = this.used(register) + energy;
  }

  reset(): void {
    this.#counters.fill(0);
  }

  /** Resets them if a Command said so for each day. @param midnight UTC */
  passMidnight(midnight: Date): void {
    const value = this.#objects.value(DAILY_RESET);
    const times = value === undefined ? [] : decodeData(resetTimes, new ByteReader(value));
    if (times.some((each) => each.time.hour === 0 && each.time.minute === 0 && isOn(each.date, midnight)))
      this.reset();
  }
}
