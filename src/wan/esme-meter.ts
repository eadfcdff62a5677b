import { EsmeBillingCalendar } from './esme-billing-calendar.js';
import { DAY_MS, HALF_HOUR_MS, loadBefore, loadOf, seedOf } from './esme-load.js';
import { BLOCK_REGISTERS, BLOCKS, blockOf, TOU_REGISTERS, tariffRegisterAt } from './esme-tariff.js';
import type { Routine } from './routine.js';
import type { VirtualDevice } from './virtual-device.js';

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

/** What is told as time goes by, with the registers of that time. */
export interface MeterEvents {
  /** At midnight, UTC. */
  readonly dayEnds: (reading: RegisterReading) => void;
  readonly billingPeriodEnds: (reading: RegisterReading) => void;
}

/**
 * Counts what goes through a meter, in the registers its tariff names. Time-of-use registers start with all that was
 * used before, in the first of them, so that the registers of the tariff add up to the import register.
 */
export class EsmeMeter implements Routine {
  readonly dailyReads: RegisterReading[] = [];
  readonly #esme: VirtualDevice;
  readonly #seed: number;
  readonly #calendar: EsmeBillingCalendar;
  readonly #events: MeterEvents;
  readonly #tou = new Array<number>(TOU_REGISTERS).fill(0);
  readonly #blocks = Array.from({ length: BLOCKS }, () => new Array<number>(BLOCK_REGISTERS).fill(0));
  /** What each register with blocks has counted in all, which tells its block. */
  readonly #counters = new Array<number>(BLOCK_REGISTERS).fill(0);
  #import: number;
  /** Up to where it has counted, milliseconds since 1970. */
  #at: number;

  /** Counts up to now; the log of daily reads is full by then. */
  constructor(esme: VirtualDevice, events: MeterEvents) {
    this.#esme = esme;
    this.#seed = seedOf(esme.id);
    this.#calendar = new EsmeBillingCalendar(esme.objects);
    this.#events = events;
    this.#at = (Math.floor(esme.now.getTime() / DAY_MS) - DAILY_READS) * DAY_MS;
    this.#import = loadBefore(this.#seed, this.#at);
    this.#tou[0] = this.#import;
    this.run(esme.now);
  }

  /** It has nothing to tell of before the billing period ends. */
  get nextDue(): Date | undefined {
    return this.#calendar.endAfter(new Date(this.#at));
  }

  run(to: Date): void {
    while (this.#at < to.getTime()) {
      const start = Math.floor(this.#at / HALF_HOUR_MS) * HALF_HOUR_MS;
      const billed = this.#calendar.endAfter(new Date(this.#at))?.getTime();
      const end = Math.min(start + HALF_HOUR_MS, to.getTime(), billed ?? Infinity);
      this.#count(this.#within(start, end) - this.#within(start, this.#at), new Date(this.#at));
      this.#at = end;
      if (end % DAY_MS === 0) this.#keepDailyRead();
      if (end === billed) this.#events.billingPeriodEnds(this.reading);
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
    const { kind, number } = tariffRegisterAt(this.#esme.objects, time);
    if (kind === 'tou') {
      this.#tou[number] = (this.#tou[number] ?? 0) + energy;
      return;
    }
    const used = this.#counters[number] ?? 0;
    const block = this.#blocks[blockOf(this.#esme.objects, number, used)];
    if (block) block[number] = (block[number] ?? 0) + energy;
    this.#counters[number] = used + energy;
  }

  #keepDailyRead(): void {
    this.dailyReads.push(this.reading);
    if (this.dailyReads.length > DAILY_READS) this.dailyReads.shift();
    this.#events.dayEnds(this.reading);
  }
}
