import type { CosemObjects } from './cosem-objects.js';
import { DAY_MS, HALF_HOUR_MS, loadBefore, loadOf } from './esme-load.js';
import { BLOCK_REGISTERS, BLOCKS, blockOf, TOU_REGISTERS, tariffRegisterAt } from './esme-tariff.js';

/** Registers of a meter at a time, in Wh. */
export interface RegisterReading {
  readonly timestamp: Date;
  readonly activeImport: number;
  readonly tariffTou: readonly number[];
  readonly tariffTouBlock1: readonly number[];
  readonly tariffTouBlock2: readonly number[];
  readonly tariffTouBlock3: readonly number[];
  readonly tariffTouBlock4: readonly number[];
}

/** Entries of the daily read log; the oldest go first. How many there are was not looked up; mark: unknown. */
export const DAILY_READS = 31;

/**
 * Counts what goes through a meter, in the registers its tariff names. Time-of-use registers start with all that was
 * used before, in the first of them, so that the registers of the tariff add up to the import register.
 */
export class EsmeMeter {
  readonly dailyReads: RegisterReading[] = [];
  readonly #seed: number;
  readonly #objects: CosemObjects;
  readonly #whenDayEnds: (midnight: Date) => void;
  readonly #tou = new Array<number>(TOU_REGISTERS).fill(0);
  readonly #blocks = Array.from({ length: BLOCKS }, () => new Array<number>(BLOCK_REGISTERS).fill(0));
  /** What each register with blocks has counted in all, which tells its block. */
  readonly #counters = new Array<number>(BLOCK_REGISTERS).fill(0);
  #import: number;
  /** Up to where it has counted, milliseconds since 1970. */
  #at: number;

  /**
   * @param now whole second; the log of daily reads is full by then
   * @param whenDayEnds is told each midnight, UTC
   */
  constructor(seed: number, objects: CosemObjects, now: Date, whenDayEnds: (midnight: Date) => void) {
    this.#whenDayEnds = whenDayEnds;
    this.#seed = seed;
    this.#objects = objects;
    this.#at = (Math.floor(now.getTime() / DAY_MS) - DAILY_READS) * DAY_MS;
    this.#import = loadBefore(seed, this.#at);
    this.#tou[0] = this.#import;
    this.advance(now);
  }

  /** Counts up to a time. Call it before anything changes that tells how to count. */
  advance(to: Date): void {
    while (this.#at < to.getTime()) {
      const start = Math.floor(this.#at / HALF_HOUR_MS) * HALF_HOUR_MS;
      const end = Math.min(start + HALF_HOUR_MS, to.getTime());
      this.#count(this.#within(start, end) - this.#within(start, this.#at), new Date(this.#at));
      this.#at = end;
      if (end % DAY_MS === 0) this.#keepDailyRead(new Date(end));
    }
  }

  get reading(): RegisterReading {
    const [tariffTouBlock1 = [], tariffTouBlock2 = [], tariffTouBlock3 = [], tariffTouBlock4 = []] =
      this.#blocks.map((block) => [...block]);
    return {
      timestamp: new Date(this.#at),
      activeImport: this.#import,
      tariffTou: [...this.#tou],
      tariffTouBlock1,
      tariffTouBlock2,
      tariffTouBlock3,
      tariffTouBlock4,
    };
  }

  /** What goes through from the start of a half-hour to a time within it, in Wh. */
  #within(start: number, time: number): number {
    return Math.floor((loadOf(this.#seed, start) * (time - start)) / HALF_HOUR_MS);
  }

  #count(energy: number, time: Date): void {
    this.#import += energy;
    const { kind, number } = tariffRegisterAt(this.#objects, time);
    if (kind === 'tou') {
      this.#tou[number] = (this.#tou[number] ?? 0) + energy;
      return;
    }
    const used = this.#counters[number] ?? 0;
    const block = this.#blocks[blockOf(this.#objects, number, used)];
    if (block) block[number] = (block[number] ?? 0) + energy;
    this.#counters[number] = used + energy;
  }

  #keepDailyRead(midnight: Date): void {
    this.dailyReads.push({ ...this.reading, timestamp: midnight });
    if (this.dailyReads.length > DAILY_READS) this.dailyReads.shift();
    this.#whenDayEnds(midnight);
  }
}
