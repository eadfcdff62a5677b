import { CodecError } from '../../../../common/errors.js';
import type {
  DaysOfWeekApplicability,
  SpecialDaysApplicability,
} from '../../../../duis/generated/service-request-types.js';
import {
  array,
  bitString,
  boolean,
  constant,
  date,
  longUnsigned,
  type ObisCode,
  obisCode,
  structure,
  time,
} from '../../../dlms/index.js';
import { timeOfDay } from '../../time-of-day.js';
import { cosemDateOfXsDate } from './calendar-date.js';

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

/** @param indexes of the special days in the order of their table @throws CodecError if the table lacks one */
export function specialDayBits(
  { SpecialDayApplicability = [] }: SpecialDaysApplicability,
  indexes: readonly number[],
): string {
  const asked = new Set(SpecialDayApplicability.map(({ SpecialDayID }) => SpecialDayID));
  for (const id of asked) {
    if (!indexes.includes(id)) throw new CodecError(`the calendar has no special day ${id}`);
  }
  return indexes.map((index) => (asked.has(index) ? '1' : '0')).join('');
}

/** When an entry of a schedule holds, without wildcards but for the year. */
export interface ScheduleDatesAndTime {
  readonly SwitchTime: string;
  readonly StartDate: string;
  readonly EndDate: string;
}

export function switchTimes({ SwitchTime, StartDate, EndDate }: ScheduleDatesAndTime) {
  return {
    switchTime: timeOfDay(SwitchTime),
    begin: cosemDateOfXsDate(StartDate),
    end: cosemDateOfXsDate(EndDate),
  };
}
