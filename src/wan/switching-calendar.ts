import type { CosemDate, CosemTime } from '../gbcs/dlms/index.js';
import { DAY_MS } from './household-load.js';
import { isOn } from './esme-tariff.js';

/** An entry of a schedule: what script it runs and when. */
export interface SwitchingEntry {
  readonly scriptSelector: number;
  readonly switchTime: CosemTime;
  /** A bit a day, Monday first. */
  readonly weekdays: string;
  /** A bit for each special day. */
  readonly specialDays: string;
  readonly begin: CosemDate;
  readonly end: CosemDate;
}

/** How far back a switch is looked for: by then every day of a week has come. */
const BACK_DAYS = 8;
const ANY_YEAR = 0xffff;
const ANY = 0xff;

/** The weekday of a time as schedules count them, Monday is 0. */
const weekdayOf = (time: Date): number => (time.getUTCDay() + 6) % 7;

/** Whether a day is within the dates of an entry; without a year they are those of each year. */
function isWithin({ begin, end }: SwitchingEntry, day: Date): boolean {
  const order = ({ year, month, dayOfMonth }: CosemDate, open: number) => {
    if (month === ANY) return open;
    const yearOrder = year === ANY_YEAR ? day.getUTCFullYear() : year;
    return (yearOrder * 12 + month) * 32 + (dayOfMonth === ANY ? (open > 0 ? 31 : 1) : dayOfMonth);
  };
  const today = (day.getUTCFullYear() * 12 + day.getUTCMonth() + 1) * 32 + day.getUTCDate();
  const [first, last] = [order(begin, -Infinity), order(end, Infinity)];
  // From autumn to spring.
  if (first > last && begin.year === ANY_YEAR) return today >= first || today <= last;
  return today >= first && today <= last;
}

/**
 * The switch that was last made by a schedule; times are UTC. On a special day only entries for that day hold.
 * @param specialDays in the order of the bits of the entries
 * @returns undefined where none was made in the last days
 */
export function lastSwitch(
  entries: readonly SwitchingEntry[],
  specialDays: readonly { readonly date: CosemDate }[],
  time: Date,
): SwitchingEntry | undefined {
  const today = Math.floor(time.getTime() / DAY_MS) * DAY_MS;
  for (let back = 0; back < BACK_DAYS; back++) {
    const day = new Date(today - back * DAY_MS);
    const special = specialDays.findIndex(({ date }) => isOn(date, day));
    const timed = entries
      .filter((entry) => isWithin(entry, day))
      .filter((entry) =>
        special >= 0 ? entry.specialDays[special] === '1' : entry.weekdays[weekdayOf(day)] === '1',
      )
      .map((entry) => ({ entry, at: day.getTime() + millisecondsOf(entry.switchTime) }))
      .filter(({ at }) => at <= time.getTime())
      .sort((one, other) => one.at - other.at);
    const last = timed.at(-1);
    if (last !== undefined) return last.entry;
  }
  return undefined;
}

function millisecondsOf({ hour, minute, second }: CosemTime): number {
  return ((hour * 60 + minute) * 60 + second) * 1000;
}
