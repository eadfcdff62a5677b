import type { Description } from '../gbcs/index.js';
import { timeOfDay } from './conversions.js';
import { valueAt } from './decoded-content.js';
import type { MmcTree } from './mmc-tree.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NOT_SPECIFIED = '*';

/** One part of a date, or that it is not specified. */
const part = (name: string, value: string): MmcTree =>
  value === NOT_SPECIFIED ? { [`NonSpecified${name}`]: {} } : { [`Specified${name}`]: value };

/** Days as COSEM numbers them from the end of the month. Source: DLMS UA Blue Book, date. */
const DAYS_FROM_THE_END: Readonly<Record<string, MmcTree>> = {
  '254': { LastDayOfMonth: {} },
  '253': { SecondLastDayOfMonth: {} },
};

/**
 * A date with wildcards as MMC takes it apart.
 * @param date as the decoder tells it, such as `*-12-25` or `2015-4-3 weekday 5`
 */
export function wildcardDate(date: Description | undefined): MmcTree | undefined {
  const found = /^(\*|\d+)-(\*|\d+)-(\*|\d+)(?: weekday (\d))?$/.exec(wordOf(date));
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', weekday = NOT_SPECIFIED] = found;
  return {
    Year: part('Year', year),
    Month: part('Month', month),
    DayOfMonth: DAYS_FROM_THE_END[day] ?? part('DayOfMonth', day),
    DayOfWeek: part('DayOfWeek', weekday),
  };
}

/** The special days of a calendar, in order. @param position name of the attribute that tells which one it is */
export function specialDays(content: Description, path: string, position: string): readonly MmcTree[] {
  return listAt(content, path).flatMap((entry) => {
    const date = wildcardDate(valueAt(entry, 'date'));
    return date === undefined ? [] : [{ [position]: wordAt(entry, 'index'), ...date }];
  });
}

/** The days of the week an entry of a schedule holds on; nothing for none. */
export function daysOfWeek(entry: Description): MmcTree | undefined {
  const bits = wordAt(entry, 'weekdays');
  const days = DAYS.filter((_, day) => bits[day] === '1');
  return days.length === 0
    ? undefined
    : { DayOfWeekApplicability: days.map((DayOfWeekID) => ({ DayOfWeekID })) };
}

/** Which special days an entry holds on: their indexes, from the table of the same calendar. */
export function specialDaysOf(entry: Description, days: readonly Description[]): string[] {
  const bits = wordAt(entry, 'specialDays');
  return days.flatMap((day, position) => (bits[position] === '1' ? [wordAt(day, 'index')] : []));
}

/** When an entry switches, and from which date to which, with wildcards. */
export function scheduleDatesAndTime(entry: Description): MmcTree | undefined {
  const SwitchTime = timeOfDay(valueAt(entry, 'switchTime') ?? null);
  const [StartDate, EndDate] = [wildcardDate(valueAt(entry, 'begin')), wildcardDate(valueAt(entry, 'end'))];
  if (SwitchTime === undefined || StartDate === undefined || EndDate === undefined) return undefined;
  return { SwitchTime, StartDate, EndDate };
}

/** A date all of which is specified, as xs:date. */
export function plainDate(date: Description | undefined): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})-(\d+)-(\d+)/.exec(wordOf(date)) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The text or number at a path as text; empty if there is none. */
export function wordAt(scope: Description, path: string): string {
  return wordOf(valueAt(scope, path));
}

function wordOf(value: Description | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The list at a path; empty if there is none. */
export function listAt(content: Description, path: string): readonly Description[] {
  const list = valueAt(content, path);
  return Array.isArray(list) ? (list as readonly Description[]) : [];
}
