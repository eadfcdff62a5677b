import { DAY_MS, midnightOf, timeOfDay } from './utc-date-time.js';
import type { ScheduleDetails } from './schedule.js';

/** The members of a schedule that tell when it runs. */
export type Recurrence = Pick<
  ScheduleDetails,
  'ScheduleFrequency' | 'ScheduleStartDate' | 'ScheduleEndDate' | 'ScheduleExecutionStartTime'
>;

type Step = { readonly days: number } | { readonly months: number };

/**
 * From one run to the next. Source: DUIS schema, simple type ScheduleFrequency. Inferred: that it means calendar months,
 * counted from ScheduleStartDate.
 */
export const FREQUENCIES: Readonly<Record<Recurrence['ScheduleFrequency'], Step>> = {
  Daily: { days: 1 },
  Weekly: { days: 7 },
  Monthly: { months: 1 },
  Quarterly: { months: 3 },
  'Half-Yearly': { months: 6 },
  Yearly: { months: 12 },
};

/**
 * When a schedule that names no ScheduleExecutionStartTime runs. Inferred: the only sample of a schedule names none and
 * reads the day that has ended, so the run follows the end of the day, in UTC like all times of DUIS.
 */
const DEFAULT_EXECUTION_TIME = '00:00:00Z';

/**
 * The first run after an instant, itself not included. Inferred: ScheduleEndDate is the last day on which it may run.
 * @returns undefined if there is none
 * @throws CodecError for dates or times that are not in UTC
 */
export function nextRun(recurrence: Recurrence, after: Date): Date | undefined {
  const run = runAt(recurrence, runsUntil(recurrence, after.getTime()));
  return run <= lastInstant(recurrence) ? new Date(run) : undefined;
}

/**
 * The last run at an instant or before.
 * @returns undefined if the schedule had not started
 * @throws CodecError for dates or times that are not in UTC
 */
export function latestRun(recurrence: Recurrence, until: Date): Date | undefined {
  const runs = runsUntil(recurrence, Math.min(until.getTime(), lastInstant(recurrence)));
  return runs === 0 ? undefined : new Date(runAt(recurrence, runs - 1));
}

/** The last instant of the end date, in milliseconds since 1970. */
function lastInstant({ ScheduleEndDate }: Recurrence): number {
  return ScheduleEndDate === undefined ? Number.POSITIVE_INFINITY : midnightOf(ScheduleEndDate) + DAY_MS - 1;
}

/** The run with a number, 0 the first, whatever the end date. Each is counted from the start, so none drifts. */
function runAt(recurrence: Recurrence, number: number): number {
  const start = midnightOf(recurrence.ScheduleStartDate);
  const step = FREQUENCIES[recurrence.ScheduleFrequency];
  const day = 'days' in step ? start + number * step.days * DAY_MS : monthsAfter(start, number * step.months);
  return day + timeOfDay(recurrence.ScheduleExecutionStartTime ?? DEFAULT_EXECUTION_TIME);
}

/** How many runs there are at an instant or before, whatever the end date. */
function runsUntil(recurrence: Recurrence, until: number): number {
  const step = FREQUENCIES[recurrence.ScheduleFrequency];
  const first = runAt(recurrence, 0);
  if (until < first) return 0;
  if ('days' in step) return Math.floor((until - first) / (step.days * DAY_MS)) + 1;
  const number = Math.floor(monthsBetween(first, until) / step.months);
  return runAt(recurrence, number) <= until ? number + 1 : number;
}

/** Midnight of the same day some months later, or of that month's last day if it is shorter. */
function monthsAfter(midnight: number, months: number): number {
  const start = new Date(midnight);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay));
}

/** From the calendar month of one instant to that of another. */
function monthsBetween(from: number, to: number): number {
  const [start, end] = [new Date(from), new Date(to)];
  return (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
}
