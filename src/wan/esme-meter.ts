import { EsmeBillingCalendar } from './esme-billing-calendar.js';
import type { EsmeBlockCounters } from './esme-block-counters.js';
import { ELECTRICITY } from './esme-load.js';
import { DAY_MS, HALF_HOUR_MS, halfHourOf, seedOf } from './household-load.js';
import type { EsmeLoadLimit } from './esme-load-limit.js';
import type { EsmeLoadSwitch } from './esme-load-switch.js';
import type { EsmeMaximumDemand } from './esme-maximum-demand.js';
import { priceOf } from './esme-prices.js';
import {
  BLOCK_REGISTERS,
  BLOCKS,
  blockOf,
  type CountedRegister,
  TOU_REGISTERS,
  tariffRegisterAt,
} from './esme-tariff.js';
import type { PrepaymentAccount } from './prepayment-account.js';
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

/** The power of a half-hour in watts is so much more than its energy in Wh. */
const HALF_HOURS_AN_HOUR = 2;
const SECOND_MS = 1000;

/** What is told as time goes by, with the registers of that time. */
export interface MeterEvents {
  /** At midnight, UTC. */
  readonly dayEnds: (reading: RegisterReading) => void;
  readonly billingPeriodEnds: (reading: RegisterReading) => void;
}

/** What of an electricity meter takes part in its counting. */
export interface MeterParts {
  readonly account: PrepaymentAccount;
  readonly supply: EsmeLoadSwitch;
  readonly loadLimit: EsmeLoadLimit;
  readonly blockCounters: EsmeBlockCounters;
  readonly maximumDemand: EsmeMaximumDemand;
}

/**
 * Counts what goes through a meter, in the registers its tariff names, as long as supply is enabled, and has its account
 * charged for it. Time-of-use registers start with all that was used before, in the first of them, so that the registers
 * of the tariff add up to the import register.
 */
export class EsmeMeter implements Routine {
  readonly dailyReads: RegisterReading[] = [];
  readonly #esme: VirtualDevice;
  readonly #parts: MeterParts;
  readonly #seed: number;
  readonly #installed: number;
  readonly #calendar: EsmeBillingCalendar;
  readonly #events: MeterEvents;
  readonly #tou = new Array<number>(TOU_REGISTERS).fill(0);
  readonly #blocks = Array.from({ length: BLOCKS }, () => new Array<number>(BLOCK_REGISTERS).fill(0));
  /** Half-hours in which less went through than the household would have taken, by their start; in Wh. */
  readonly #interrupted = new Map<number, number>();
  #import: number;
  /** Up to where it has counted, milliseconds since 1970. */
  #at: number;

  /** Counts up to now; the log of daily reads is full by then. */
  constructor(esme: VirtualDevice, parts: MeterParts, events: MeterEvents) {
    this.#esme = esme;
    this.#parts = parts;
    this.#seed = seedOf(esme.id);
    this.#installed = esme.now.getTime();
    this.#calendar = new EsmeBillingCalendar(esme.objects);
    this.#events = events;
    this.#at = (Math.floor(this.#installed / DAY_MS) - DAILY_READS) * DAY_MS;
    this.#import = ELECTRICITY.before(this.#seed, this.#at);
    this.#tou[0] = this.#import;
    this.run(esme.now);
  }

  /** It has something to tell of when a billing period ends, in prepayment mode, and where load is limited. */
  get nextDue(): Date | undefined {
    const { account, loadLimit } = this.#parts;
    const times = [this.#billed, Math.max(loadLimit.next, this.#at + SECOND_MS)];
    if (account.isPrepayment || loadLimit.isSet) times.push(halfHourOf(this.#at) + HALF_HOUR_MS);
    const next = Math.min(...times);
    return next === Infinity ? undefined : new Date(next);
  }

  run(to: Date): void {
    while (this.#at < to.getTime()) {
      const start = halfHourOf(this.#at);
      const billed = this.#billed;
      if (this.#at >= this.#installed) this.#parts.loadLimit.measure(this.power, this.#at);
      const end = Math.min(start + HALF_HOUR_MS, to.getTime(), billed, this.#nextOfLimit);
      this.#count(start, end);
      this.#at = end;
      this.#passed(start, end);
      if (end === billed) {
        this.#events.billingPeriodEnds(this.reading);
        this.#parts.blockCounters.reset();
      }
    }
  }

  /** Average power of the half-hour it is in, in watts; 0 without supply. */
  get power(): number {
    if (this.#parts.supply.state !== 'enabled') return 0;
    return ELECTRICITY.of(this.#seed, halfHourOf(this.#at)) * HALF_HOURS_AN_HOUR;
  }

  /** What went through in a half-hour, in Wh. @param start milliseconds since 1970 */
  usedIn(start: number): number {
    return this.#interrupted.get(start) ?? ELECTRICITY.of(this.#seed, start);
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

  /** When the billing period ends, milliseconds since 1970. */
  get #billed(): number {
    return this.#calendar.endAfter(new Date(this.#at))?.getTime() ?? Infinity;
  }

  /** When the load limiter next does something that it has not done yet. */
  get #nextOfLimit(): number {
    const { next } = this.#parts.loadLimit;
    return next > this.#at ? next : Infinity;
  }

  #count(start: number, end: number): void {
    const within = (time: number) =>
      Math.floor((ELECTRICITY.of(this.#seed, start) * (time - start)) / HALF_HOUR_MS);
    const energy = within(end) - within(this.#at);
    if (this.#parts.supply.state !== 'enabled') {
      this.#interrupted.set(start, this.usedIn(start) - energy);
      return;
    }
    this.#import += energy;
    const register = this.#registerAt(new Date(this.#at));
    const registers = register.block === undefined ? this.#tou : this.#blocks[register.block];
    if (registers) registers[register.number] = (registers[register.number] ?? 0) + energy;
    if (register.block !== undefined) this.#parts.blockCounters.add(register.number, energy);
    if (end > this.#installed)
      this.#parts.account.charge(energy * priceOf(this.#esme.objects, register), new Date(end));
  }

  #registerAt(time: Date): CountedRegister {
    const { objects } = this.#esme;
    const { kind, number } = tariffRegisterAt(objects, time);
    if (kind === 'tou') return { number };
    return { number, block: blockOf(objects, number, this.#parts.blockCounters.used(number)) };
  }

  /** What happens at the end of half-hours and days. */
  #passed(start: number, end: number): void {
    const { account, blockCounters, loadLimit, maximumDemand } = this.#parts;
    loadLimit.act(end);
    if (end % HALF_HOUR_MS !== 0) return;
    const time = new Date(end);
    if (end > this.#installed) maximumDemand.record(start, end, this.usedIn(start) * HALF_HOURS_AN_HOUR);
    if (end % DAY_MS === 0) {
      if (end > this.#installed) account.chargeDay(time);
      blockCounters.passMidnight(time);
      this.#keepDailyRead();
    }
    if (end <= this.#installed) return;
    account.recoverDebts(time);
    this.#enableArmedSupply();
    account.settleSupply(time);
  }

  /** Supply that is armed is enabled at the meter, as this household does by the next half-hour; mark: inferred. */
  #enableArmedSupply(): void {
    const { supply } = this.#parts;
    if (supply.state === 'armed' && supply.openedFor !== 'load limit') supply.close();
  }

  #keepDailyRead(): void {
    this.dailyReads.push(this.reading);
    if (this.dailyReads.length > DAILY_READS) this.dailyReads.shift();
    this.#events.dayEnds(this.reading);
  }
}
