import { CodecError } from '../../../common/errors.js';
import type { ReadLogPeriod } from '../../../duis/generated/service-request-types.js';
import { ALL_ENTRIES, AT_ONCE, utcTimeOf } from '../../gbz/utc-time.js';

/** A period of a log in seconds since 2000-01-01 UTC. */
export interface LogPeriod {
  readonly start: number;
  readonly end: number;
}

const FIRST_INSTANT = Date.UTC(2000, 0, 1);
const LAST_INSTANT = FIRST_INSTANT + (ALL_ENTRIES - 1) * 1000;

/**
 * The period of a Read Log request. No log entry lies outside ZigBee time, so a start before 2000 is the beginning of
 * time (0) and an end after it is "all entries" (0xFFFFFFFE); DUIS requests say 3000-12-31 for that (RTDS GCS15e).
 * @throws CodecError if the end lies before the start, or for fractions of a second
 */
export function logPeriodOf({ StartDateTime, EndDateTime }: ReadLogPeriod): LogPeriod {
  if (EndDateTime < StartDateTime) throw new CodecError('the log period ends before it starts');
  return {
    start: StartDateTime.getTime() <= FIRST_INSTANT ? AT_ONCE : utcTimeOf(StartDateTime),
    end: EndDateTime.getTime() > LAST_INSTANT ? ALL_ENTRIES : utcTimeOf(EndDateTime),
  };
}

/**
 * How many samples to ask for: those at the start, at the end and at every interval between.
 * Source: GBCS mapping table, GCS17 and GCS61; RTDS GCS17, whose 48 hours are 97 half-hourly samples.
 * @param intervalSeconds time from one sample to the next
 * @param capacity entries the log holds; asking for more would not get more
 */
export function samplesIn(period: LogPeriod, intervalSeconds: number, capacity: number): number {
  return Math.min(Math.floor((period.end - period.start) / intervalSeconds) + 1, capacity);
}
