import type { Description } from '../gbcs/index.js';
import { timeOfDay } from './conversions.js';
import { valueAt } from './decoded-content.js';
import type { MmcTree, Reader } from './mmc-tree.js';
import { NotCovered } from './not-covered.js';
import { listAt, wildcardDate, wordAt } from './switching-schedules.js';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Scripts that switch to a price, and the element that names the price. */
interface Scripts {
  readonly element: 'TOUTariffAction' | 'BlockTariffAction';
  /** Number of the script before that of price 1. */
  readonly before: number;
  readonly count: number;
}

/** Scripts of a tariff. Source: what ECS01a and ECS01c write; RTDS 4.5.0 ECS24, ECS24b. */
export const TARIFF_SCRIPTS = {
  primary: [
    { element: 'TOUTariffAction', before: 0, count: 48 },
    { element: 'BlockTariffAction', before: 100, count: 8 },
  ],
  secondary: [{ element: 'TOUTariffAction', before: 200, count: 4 }],
} as const satisfies Readonly<Record<string, readonly Scripts[]>>;

/** @throws NotCovered for a script that MMC has no action for */
function actionOf(script: number, scripts: readonly Scripts[]): MmcTree {
  for (const { element, before, count } of scripts) {
    const action = script - before;
    if (action >= 1 && action <= count) return { [element]: String(action) };
  }
  throw new NotCovered(`script ${script} of a switching table is no tariff action of MMC`);
}

const dayProfile = (day: Description, scripts: readonly Scripts[]): MmcTree => ({
  Day: wordAt(day, 'dayId'),
  ProfileSchedule: listAt(day, 'switches').map((entry) => ({
    StartTime: timeOfDay(valueAt(entry, 'start') ?? null),
    ...actionOf(Number(valueAt(entry, 'scriptSelector')), scripts),
  })),
});

/** Weeks go by the byte of their number. Source: what ECS01a writes. */
const weekName = (bytes: string): string => String(parseInt(bytes, 16));

const weekProfile = (week: Description): MmcTree => ({
  WeekName: weekName(wordAt(week, 'name')),
  ReferencedElecDay: DAYS.map((day, position) => ({
    index: String(position + 1),
    value: wordAt(week, day),
  })),
});

/** The date of a date and time such as `2015-03-20T22:45:00Z` or `****-03-**T00:00:00Z weekday 1`, as dates are told. */
function dateOf(dateTime: string): string | undefined {
  const found = /^(\*+|\d{4})-(\*+|\d+)-(\*+|\d+)T\S+(?:.* (weekday \d))?/.exec(dateTime);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', weekday] = found;
  const parts = [year, month, day].map((part) => (part.startsWith('*') ? '*' : String(Number(part))));
  return [parts.join('-'), weekday].filter((part) => part !== undefined).join(' ');
}

/** Seasons; the schema has no place for the time of day at which one begins. */
const season = (entry: Description): MmcTree => ({
  SeasonName: wordAt(entry, 'name'),
  SeasonStartDate: wildcardDate(dateOf(wordAt(entry, 'start'))),
  ReferencedWeekName: weekName(wordAt(entry, 'week')),
});

const elements = (name: string, list: readonly MmcTree[]): MmcTree | undefined =>
  list.length === 0 ? undefined : { [name]: list };

/** The `TariffSwitchingTable` of an ESME: what of days, weeks and seasons was read. */
export const electricitySwitchingTable =
  (path: string, scripts: readonly Scripts[]): Reader =>
  (content) => {
    const days = listAt(content, `${path}.days`).map((day) => dayProfile(day, scripts));
    const weeks = listAt(content, `${path}.weeks`).map(weekProfile);
    const seasons = listAt(content, `${path}.seasons`).map(season);
    if (days.length + weeks.length + seasons.length === 0) return undefined;
    return {
      DayProfiles: elements('DayProfile', days),
      WeekProfiles: elements('WeekProfile', weeks),
      Seasons: elements('Season', seasons),
    };
  };

/** The special days of a tariff, each with the day profile it follows. */
export const electricityTariffSpecialDays =
  (path: string): Reader =>
  (content) =>
    elements(
      'SpecialDay',
      listAt(content, path).map((entry) => ({
        Date: wildcardDate(valueAt(entry, 'date')),
        ReferencedDay: wordAt(entry, 'dayId'),
      })),
    );
