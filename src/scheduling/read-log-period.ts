import type { RequestBody } from '../duis/index.js';
import type { ScheduleDetails } from './schedule.js';
import type { LogElement } from './scheduled-services.js';
import { DAY_MS, midnightOf, timeOfDay } from './utc-date-time.js';

/** A period of a log relative to the day of a run (DUIS schema, complex type ReadLogPeriodOffset). */
export type ReadLogPeriodOffset = NonNullable<ScheduleDetails[LogElement]>;

type ReadLogPeriod = RequestBody<'RetrieveExportDailyReadLog'>['content']['ReadLogPeriod'];

/**
 * The period of a log that a run reads: offset 0 is the day of the run, -1 the day before, in UTC.
 * @param at when the run is due
 * @throws CodecError for times that are not in UTC, or have fractions of a second
 */
export function readLogPeriod(offset: ReadLogPeriodOffset, at: Date): ReadLogPeriod {
  const today = midnightOf(at.toISOString().slice(0, 10));
  const { StartDateOffset, StartTime, EndDateOffset, EndTime } = offset;
  return {
    StartDateTime: new Date(today + StartDateOffset * DAY_MS + timeOfDay(StartTime)),
    EndDateTime: new Date(today + EndDateOffset * DAY_MS + timeOfDay(EndTime)),
  };
}
