import type { Description } from '../gbcs/index.js';
import { valueAt } from './decoded-content.js';
import { payloadsOf } from './gbz-readers.js';
import type { MmcTree, MmcValue } from './mmc-tree.js';
import { listAt, wordAt } from './switching-schedules.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** One part of a date, or that it is not specified. */
function part(value: string | undefined, name: string, notSpecified: string): MmcTree {
  return value === undefined || value.startsWith('*')
    ? { [notSpecified]: {} }
    : { [`Specified${name}`]: String(Number(value)) };
}

/**
 * A gas date as MMC takes it apart.
 * @param date as the decoder tells it, such as `2015-04-03` or `****-12-** weekday 5`
 */
export function gasDate(date: Description | undefined): MmcTree | undefined {
  const found = /^(\*+|\d+)-(\*+|\d+)-(\*+|\d+)(?: weekday (\d+))?$/.exec(
    typeof date === 'string' ? date : '',
  );
  if (found === null) return undefined;
  const [, year, month, day, weekday] = found;
  return {
    GasYearWithWildcards: part(year, 'Year', 'NonSpecifiedYear'),
    GasMonthWithWildcards: part(month, 'Month', 'NonSpecifiedMonth'),
    GasDayOfMonthWithWildcards: part(day, 'DayOfMonth', 'GasNonSpecifiedDayOfMonth'),
    GasDayOfWeekWithWildcards: part(weekday, 'DayOfWeek', 'NonSpecifiedDayOfWeek'),
  };
}

/** The day profiles published. @param profile what MMC tells of one */
export function gasDays(
  content: Description,
  profile: (payload: Description) => MmcTree,
): readonly MmcTree[] | undefined {
  return someOf(payloadsOf(content, 'publishDayProfile').map(profile));
}

/** The week profiles published, each with the day profile of its days. @param days the element of a day */
export function gasWeeks(content: Description, days: string): readonly MmcTree[] | undefined {
  return someOf(
    payloadsOf(content, 'publishWeekProfile').map((payload) => ({
      WeekName: wordAt(payload, 'weekId'),
      [days]: WEEKDAYS.map((day, position) => ({
        index: String(position + 1),
        value: wordAt(payload, `dayIdRef${day}`),
      })),
    })),
  );
}

/** The seasons published, each with its week profile. */
export function gasSeasons(content: Description): readonly MmcTree[] | undefined {
  return someOf(
    entriesOf(content, 'publishSeasons', 'seasonEntries').map((entry) => ({
      SeasonStartDate: gasDate(valueAt(entry, 'startDate')),
      ReferencedWeekName: wordAt(entry, 'weekIdRef'),
    })),
  );
}

/** The special days published, each with its day profile. @param day the element that names the profile */
export function gasSpecialDays(content: Description, day: string): readonly MmcTree[] | undefined {
  return someOf(
    entriesOf(content, 'publishSpecialDays', 'specialDayEntries').map((entry) => ({
      Date: gasDate(valueAt(entry, 'date')),
      [day]: wordAt(entry, 'dayIdRef'),
    })),
  );
}

/** An element around a list; undefined where there is no list. */
export function around(element: string, list: readonly MmcValue[] | undefined): MmcTree | undefined {
  return list && { [element]: list };
}

function entriesOf(content: Description, command: string, list: string): readonly Description[] {
  return payloadsOf(content, command).flatMap((payload) => listAt(payload, list));
}

function someOf(list: readonly MmcTree[]): readonly MmcTree[] | undefined {
  return list.length === 0 ? undefined : list;
}
