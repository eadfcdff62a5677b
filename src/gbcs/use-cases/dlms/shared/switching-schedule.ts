import { CodecError } from '../../../../common/errors.js';
import type { DaysOfWeekApplicability } from '../../../../duis/generated/service-request-types.js';
import {
  array,
  bitString,
  boolean,
  constant,
  type CosemDate,
  date,
  longUnsigned,
  type ObisCode,
  obisCode,
  structure,
  time,
} from '../../../dlms/index.js';
import { timeOfDay } from '../../time-of-day.js';

const NO_WINDOW = 0xffff;

/**
 * Entries of a schedule (class 10, attribute 2). Source: mapping table, structure schedule_table_entry.
 * @param script table of the scripts the entries run
 */
export const switchingSchedule = (
  script: ObisCode,
  limits: { readonly entries: number; readonly specialDays: number },
) =>
  array(
    structure({
      index: longUnsigned,
      enable: constant(boolean, true),
      script: constant(obisCode, script),
      scriptSelector: longUnsigned,
      switchTime: time,
      validityWindow: constant(longUnsigned, NO_WINDOW),
      /** A bit a day, Monday first. */
      weekdays: bitString(7),
      /** A bit for each special day of the calendar. */
      specialDays: bitString({ max: limits.specialDays }),
      begin: date,
      end: date,
    }),
    { max: limits.entries },
  );

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export function weekdayBits({ DayOfWeekApplicability = [] }: DaysOfWeekApplicability): string {
  const days = new Set(DayOfWeekApplicability.map(({ DayOfWeekID }) => DayOfWeekID));
  return WEEKDAYS.map((day) => (days.has(day) ? '1' : '0')).join('');
}

/**
 * @param asked indexes of the special days an entry holds on
 * @param indexes of the special days in the order of their table
 * @throws CodecError if the table lacks one that is asked for
 */
export function specialDayBits(asked: readonly number[], indexes: readonly number[]): string {
  const missing = asked.find((index) => !indexes.includes(index));
  if (missing !== undefined) throw new CodecError(`the calendar has no special day ${missing}`);
  return indexes.map((index) => (asked.includes(index) ? '1' : '0')).join('');
}

/** When an entry of a schedule holds. DUIS has dates with wildcards here (`CalendarDate`) and dates without (`xs:date`). */
export interface ScheduleDatesAndTime<DuisDate> {
  readonly SwitchTime: string;
  readonly StartDate: DuisDate;
  readonly EndDate: DuisDate;
}

export function switchTimes<DuisDate>(
  { SwitchTime, StartDate, EndDate }: ScheduleDatesAndTime<DuisDate>,
  dateOf: (date: DuisDate) => CosemDate,
) {
  return { switchTime: timeOfDay(SwitchTime), begin: dateOf(StartDate), end: dateOf(EndDate) };
}
