import type { Description } from '../../gbcs/index.js';
import { at, instant, text, timeOfDay } from '../conversions.js';
import { valueAt } from '../decoded-content.js';
import type { MmcTree } from '../mmc-tree.js';

/** How often the dates of one year come, by their number. */
const YEARLY_PERIODICITIES: Readonly<Record<number, string>> = {
  1: 'Yearly',
  2: 'SixMonthly',
  4: 'Quarterly',
};

/**
 * The billing calendar of an ESME, from the dates it executes at: one a year, two, or four; or one with wildcards.
 * Mark: inferred from what ECS30 writes for each periodicity.
 */
export function electricityBillingCalendar(content: Description): MmcTree | undefined {
  const dates = valueAt(content, 'startAndPeriodicity');
  if (!Array.isArray(dates)) return undefined;
  const [first, ...others] = dates as readonly Description[];
  if (first === undefined) return undefined;
  const [BillingTime, date] = [at('time', timeOfDay)(first), at('date', text)(first)];
  if (BillingTime === undefined || typeof date !== 'string') return undefined;
  const periodicity = electricityPeriodicity(date, 1 + others.length);
  return periodicity && { BillingTime, ...periodicity };
}

/** @param date such as `*-1-1`, `*-*-1`, `*-*-*` with or without a weekday */
function electricityPeriodicity(date: string, count: number): MmcTree | undefined {
  const found = /^\*-(\d+|\*)-(\d+|\*)(?: weekday (\d))?$/.exec(date);
  if (!found) return undefined;
  const [, month, day = '', weekday] = found;
  if (month !== '*') {
    const name = YEARLY_PERIODICITIES[count];
    return name === undefined ? undefined : { [name]: { DayOfMonth: day, BillingPeriodStartMonth: month } };
  }
  if (weekday !== undefined) return { Weekly: weekday };
  return day === '*' ? { Daily: {} } : { Monthly: day };
}

/** Periodicities by duration and unit (1 days, 2 weeks, 3 months). Source: GBCS GCS25, GCS25a. */
const GAS_PERIODICITIES: Readonly<Record<string, string>> = {
  '1 1': 'Daily',
  '1 2': 'Weekly',
  '1 3': 'Monthly',
  '3 3': 'Quarterly',
  '6 3': 'SixMonthly',
  '12 3': 'Yearly',
};

/** The billing calendar of a GSME, from the payload of its Publish Billing Period. */
export function gasBillingCalendar(payload: Description): MmcTree | undefined {
  const duration = valueAt(payload, 'billingPeriodDuration');
  const unit = valueAt(payload, 'billingPeriodDurationType.unit (1 days, 2 weeks, 3 months)');
  const BillingPeriodStart = at('billingPeriodStartTime', instant)(payload);
  if (typeof duration !== 'number' || typeof unit !== 'number') return undefined;
  const Periodicity = GAS_PERIODICITIES[`${duration} ${unit}`];
  return Periodicity === undefined || BillingPeriodStart === undefined
    ? undefined
    : { BillingPeriodStart, Periodicity };
}
