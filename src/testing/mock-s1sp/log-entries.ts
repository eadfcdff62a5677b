import type { ReadLogPeriod } from '../../duis/generated/service-request-types.js';

export const HALF_HOUR = 30 * 60_000;
export const DAY = 24 * 60 * 60_000;

/** Most entries a simulated log gives at once; keeps Responses small enough for every client. */
const MOST_ENTRIES = 336;

/**
 * The times at which a log has entries in a period: every full interval since 1970, none in the future.
 * @param intervalMs distance of two entries in milliseconds
 * @param most entries the schema allows; the newest are kept
 */
export function entryTimes(
  period: ReadLogPeriod,
  now: Date,
  intervalMs: number,
  most = MOST_ENTRIES,
): Date[] {
  const end = Math.min(period.EndDateTime.getTime(), now.getTime());
  const last = Math.floor(end / intervalMs);
  const first = Math.max(
    Math.ceil(period.StartDateTime.getTime() / intervalMs),
    last - Math.min(most, MOST_ENTRIES) + 1,
  );
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, at) => new Date((first + at) * intervalMs),
  );
}

export function within(period: ReadLogPeriod, at: Date): boolean {
  return at >= period.StartDateTime && at <= period.EndDateTime;
}

/** The first moments of months in a period, newest twelve: when billing data is taken. */
export function monthStarts(period: ReadLogPeriod, now: Date): Date[] {
  const end = Math.min(period.EndDateTime.getTime(), now.getTime());
  const months: Date[] = [];
  const at = new Date(end);
  for (let back = 0; months.length < 12; back += 1) {
    const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1));
    if (month < period.StartDateTime) break;
    if (month.getTime() <= end) months.unshift(month);
    if (back > 12) break;
  }
  return months;
}
