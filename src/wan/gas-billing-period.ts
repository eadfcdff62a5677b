import { instantOf } from '../gbcs/gbz/utc-time.js';
import { DAY_MS } from './household-load.js';

/** How long billing periods are and when the first begins, as Publish Billing Period says. */
export interface BillingPeriodFacts {
  /** Seconds since 2000-01-01 UTC. */
  readonly billingPeriodStartTime: number;
  readonly billingPeriodDuration: number;
  /** Low nibble: the unit. */
  readonly billingPeriodDurationType: number;
}

/** Units of durations. Source: ZigBee Smart Energy, Publish Billing Period; GBCS mapping table rows 1963, 1964. */
const UNIT = { days: 1, weeks: 2, months: 3 } as const;
const UNIT_NIBBLE = 0x0f;
const WEEK_DAYS = 7;

/**
 * When the billing period of a time ends, which is when the next one begins; the first end is when the first begins.
 * @returns later than the time; undefined where no period was set, or its length is unknown
 */
export function billingPeriodEnd(period: BillingPeriodFacts | undefined, time: Date): Date | undefined {
  if (period === undefined || period.billingPeriodDuration === 0) return undefined;
  const first = instantOf(period.billingPeriodStartTime);
  if (first > time) return first;
  const unit = period.billingPeriodDurationType & UNIT_NIBBLE;
  if (unit === UNIT.months) return endOfMonths(first, period.billingPeriodDuration, time);
  if (unit !== UNIT.days && unit !== UNIT.weeks) return undefined;
  const days = unit === UNIT.weeks ? WEEK_DAYS : 1;
  const length = period.billingPeriodDuration * days * DAY_MS;
  const passed = Math.floor((time.getTime() - first.getTime()) / length);
  return new Date(first.getTime() + (passed + 1) * length);
}

function endOfMonths(first: Date, months: number, time: Date): Date {
  const passed =
    (time.getUTCFullYear() - first.getUTCFullYear()) * 12 + time.getUTCMonth() - first.getUTCMonth();
  const periods = Math.max(0, Math.floor(passed / months));
  const end = monthsLater(first, periods * months);
  return end > time ? end : monthsLater(first, (periods + 1) * months);
}

/** The same day and time some months later; the last day of a month that has no such day. */
function monthsLater(first: Date, months: number): Date {
  const month = first.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(first.getUTCDate(), lastDay);
  const midnight = Date.UTC(first.getUTCFullYear(), month, day);
  return new Date(midnight + (first.getTime() % DAY_MS));
}
