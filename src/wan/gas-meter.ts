import { SAMPLE_ID } from '../gbcs/gbz/clusters/metering.js';
import { SNAPSHOT_CAUSE } from '../gbcs/gbz/clusters/snapshot.js';
import { DAY_MS, HALF_HOUR_MS, halfHourOf, seedOf } from './household-load.js';
import type { GasAccountStore } from './gas-account.js';
import { pushBillingData } from './gas-billing-alert.js';
import { billingPeriodEnd } from './gas-billing-period.js';
import { GAS } from './gas-load.js';
import type { GasSupply } from './gas-supply.js';
import { energyOf, GAS_REGISTERS, type GasRate, gasRateAt } from './gas-tariff.js';
import type { PrepaymentAccount } from './prepayment-account.js';
import type { Routine } from './routine.js';
import type { VirtualDevice } from './virtual-device.js';
import type { GasReading, SampleLog } from './zigbee-records.js';

/** How far back logs go, in days. Source of the second: 731 samples of GCS61; the first was not looked up, mark: unknown. */
const KEPT_DAYS = { profile: 396, dailyConsumption: 731 } as const;
/** Days of reads a meter has when it is added. */
const DAYS_BEFORE = 31;
const HALF_HOUR_SECONDS = HALF_HOUR_MS / 1000;
const DAY_SECONDS = DAY_MS / 1000;

/** A sampling of the network data log that a Command started. */
interface Sampling {
  readonly from: Date;
  readonly periodSeconds: number;
  readonly samples: number;
}

/** What of a gas meter takes part in its counting. */
export interface GasMeterParts {
  readonly account: PrepaymentAccount;
  readonly store: GasAccountStore;
  readonly supply: GasSupply;
}

/**
 * Counts the gas that goes through a virtual meter, in the registers its tariff names, charges its account for it, and
 * keeps what is read back: samples, a snapshot each midnight, and those of billing periods and of changes.
 */
export class GasMeter implements Routine {
  readonly #meter: VirtualDevice;
  readonly #parts: GasMeterParts;
  readonly #seed: number;
  readonly #installed: number;
  readonly #tiers = new Array<number>(GAS_REGISTERS).fill(0);
  readonly #blocks = new Array<number>(GAS_REGISTERS).fill(0);
  /** Half-hours in which less went through than the household would have taken, by their start. */
  readonly #interrupted = new Map<number, number>();
  #total: number;
  #snapshots = 0;
  /** Up to where it has counted, milliseconds since 1970. */
  #at: number;

  constructor(meter: VirtualDevice, parts: GasMeterParts) {
    this.#meter = meter;
    this.#parts = parts;
    this.#seed = seedOf(meter.id);
    this.#installed = meter.now.getTime();
    this.#at = (Math.floor(this.#installed / DAY_MS) - DAYS_BEFORE) * DAY_MS;
    this.#total = GAS.before(this.#seed, this.#at);
    this.#tiers[0] = this.#total;
    const { samples } = meter.records;
    samples.set(SAMPLE_ID.profileDataLog, this.#log(HALF_HOUR_SECONDS, KEPT_DAYS.profile));
    samples.set(SAMPLE_ID.dailyConsumptionLog, this.#log(DAY_SECONDS, KEPT_DAYS.dailyConsumption));
    this.run(meter.now);
  }

  /** Only in prepayment mode and at the end of a billing period does it have something to tell of. */
  get nextDue(): Date | undefined {
    const billed = this.#billingPeriodEnd();
    if (!this.#parts.account.isPrepayment) return billed;
    const halfHour = halfHourOf(this.#at) + HALF_HOUR_MS;
    return new Date(Math.min(halfHour, billed?.getTime() ?? Infinity));
  }

  run(to: Date): void {
    while (this.#at < to.getTime()) {
      const start = halfHourOf(this.#at);
      const billed = this.#billingPeriodEnd()?.getTime();
      const end = Math.min(start + HALF_HOUR_MS, to.getTime(), billed ?? Infinity);
      this.#count(start, end);
      this.#at = end;
      if (end > this.#installed) this.#passed(new Date(end));
      if (end % DAY_MS === 0) this.keep('daily', SNAPSHOT_CAUSE.general);
      if (end === billed) this.#closeBillingPeriod();
    }
  }

  get reading(): GasReading {
    return { total: this.#total, tiers: [...this.#tiers], blocks: [...this.#blocks] };
  }

  /** Where gas is counted at a time, as much having gone through as has by now, and what it costs. */
  rateAt(time: Date): GasRate {
    const used = this.#blocks.reduce((sum, block) => sum + block, 0);
    return gasRateAt(this.#meter, time, used);
  }

  /** Keeps a snapshot of registers and balances. @param cause SNAPSHOT_CAUSE */
  keep(log: 'daily' | 'billing' | 'changes', cause: number): void {
    const { readings, balances } = this.#meter.records;
    const facts = { id: this.#snapshots++, time: new Date(this.#at), cause };
    readings[log].add({ ...facts, values: this.reading });
    balances[log].add({ ...facts, values: this.#parts.store.balances });
  }

  /** GCS31: samples of what goes through, from now on. */
  startSampling({ from, periodSeconds, samples }: Sampling): void {
    const last = from.getTime() + samples * periodSeconds * 1000;
    this.#meter.records.samples.set(SAMPLE_ID.networkDataLog, {
      periodSeconds,
      oldest: () => from,
      end: () => new Date(Math.min(this.#at, last)),
      sampleAt: (start) => this.#between(start.getTime(), start.getTime() + periodSeconds * 1000),
    });
  }

  #billingPeriodEnd(): Date | undefined {
    return billingPeriodEnd(this.#meter.published.billingPeriod, new Date(this.#at));
  }

  #log(periodSeconds: number, keptDays: number): SampleLog {
    return {
      periodSeconds,
      oldest: () => new Date((Math.floor(this.#at / DAY_MS) - keptDays) * DAY_MS),
      end: () => new Date(this.#at),
      sampleAt: (start) => this.#between(start.getTime(), start.getTime() + periodSeconds * 1000),
    };
  }

  #count(start: number, end: number): void {
    const asked = this.#loadWithin(start, end) - this.#loadWithin(start, this.#at);
    if (asked === 0) return;
    if (this.#parts.supply.state !== 'enabled') {
      this.#interrupted.set(start, (this.#interrupted.get(start) ?? GAS.of(this.#seed, start)) - asked);
      return;
    }
    const { kind, number, price } = this.rateAt(new Date(this.#at));
    const registers = kind === 'tier' ? this.#tiers : this.#blocks;
    registers[number] = (registers[number] ?? 0) + asked;
    this.#total += asked;
    if (end > this.#installed)
      this.#parts.account.charge(energyOf(this.#meter, asked) * price, new Date(end));
  }

  /** What happens at the end of half-hours, hours and days. */
  #passed(time: Date): void {
    const at = time.getTime();
    if (at % HALF_HOUR_MS !== 0) return;
    const { account } = this.#parts;
    if (at % DAY_MS === 0) account.chargeDay(time);
    account.recoverDebts(time);
    account.settleSupply(time);
    this.#enableArmedSupply();
  }

  /** Supply that is armed is enabled at the meter, as this household does by the next half-hour. */
  #enableArmedSupply(): void {
    const { supply } = this.#parts;
    if (supply.state === 'armed') supply.close();
  }

  /** The block period is that of the billing period (GCS25), so that blocks are counted anew. */
  #closeBillingPeriod(): void {
    this.keep('billing', SNAPSHOT_CAUSE.endOfBillingPeriod);
    this.#blocks.fill(0);
    pushBillingData(this.#meter);
  }

  /** What the household takes from the start of a half-hour to a time within it, in litres. */
  #loadWithin(start: number, time: number): number {
    return Math.floor((GAS.of(this.#seed, start) * (time - start)) / HALF_HOUR_MS);
  }

  /** What went through between two times; in a half-hour that was interrupted evenly. */
  #between(from: number, to: number): number {
    let litres = 0;
    for (let start = halfHourOf(from); start < to; start += HALF_HOUR_MS) {
      const load = this.#interrupted.get(start) ?? GAS.of(this.#seed, start);
      const upTo = (time: number) =>
        Math.floor((load * Math.min(Math.max(time - start, 0), HALF_HOUR_MS)) / HALF_HOUR_MS);
      litres += upTo(to) - upTo(from);
    }
    return litres;
  }
}
