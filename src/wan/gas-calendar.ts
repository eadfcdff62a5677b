import { calendar } from '../gbcs/gbz/clusters/calendar.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { readFrame } from '../gbcs/gbz/frame.js';
import type { ZclCommand } from '../gbcs/gbz/zcl-cluster.js';
import type { ZclDate } from '../gbcs/gbz/zcl-date.js';

const { publishDayProfile, publishSeasons, publishSpecialDays, publishWeekProfile } = calendar.fromServer;

/** The parameters of those components that are of one command. */
function partsOf<T>(components: readonly GbzComponent[], command: ZclCommand<T>): readonly T[] {
  return components
    .map((component) => readFrame(component))
    .filter((frame) => frame.command === command)
    .map(({ values }) => values as T);
}

const MINUTE_MS = 60_000;
const SUNDAY = 7;
const weekdayOf = (time: Date): number => time.getUTCDay() || SUNDAY;

/** Whether a date with open members is that of a time, UTC. */
function isOn({ year, month, dayOfMonth, dayOfWeek }: ZclDate, time: Date): boolean {
  return (
    (year === undefined || year === time.getUTCFullYear()) &&
    (month === undefined || month === time.getUTCMonth() + 1) &&
    (dayOfMonth === undefined || dayOfMonth === time.getUTCDate()) &&
    (dayOfWeek === undefined || dayOfWeek === weekdayOf(time))
  );
}

/** The week profile of the season a time is in; before the first one of a year it is still the last. */
function weekAt(components: readonly GbzComponent[], time: Date): number | undefined {
  const orderOf = (year: number, month: number, day: number) => (year * 12 + month) * 32 + day;
  const today = orderOf(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
  const seasons = partsOf(components, publishSeasons)
    .flatMap(({ seasonEntries }) => seasonEntries)
    .map(({ startDate: { year = time.getUTCFullYear(), month = 1, dayOfMonth = 1 }, weekIdRef }) => ({
      start: orderOf(year, month, dayOfMonth),
      weekIdRef,
    }))
    .sort((one, other) => one.start - other.start);
  return (seasons.findLast(({ start }) => start <= today) ?? seasons.at(-1))?.weekIdRef;
}

function dayAt(components: readonly GbzComponent[], time: Date): number | undefined {
  const special = partsOf(components, publishSpecialDays)
    .flatMap(({ specialDayEntries }) => specialDayEntries)
    .find(({ date }) => isOn(date, time));
  if (special !== undefined) return special.dayIdRef;
  const weeks = partsOf(components, publishWeekProfile);
  const weekId = weekAt(components, time);
  // A calendar without weeks has the same day throughout.
  if (weeks.length === 0) return partsOf(components, publishDayProfile)[0]?.dayId;
  const week = weeks.find((each) => each.weekId === weekId) ?? weeks[0];
  if (week === undefined) return undefined;
  return [
    week.dayIdRefMonday,
    week.dayIdRefTuesday,
    week.dayIdRefWednesday,
    week.dayIdRefThursday,
    week.dayIdRefFriday,
    week.dayIdRefSaturday,
    week.dayIdRefSunday,
  ][weekdayOf(time) - 1];
}

/**
 * What a calendar says of a time: the price tier of a tariff, or whether supply is not to be disabled.
 * @param components that published the parts of the calendar
 * @returns undefined where it says nothing
 */
export function calendarActionAt(components: readonly GbzComponent[], time: Date): number | undefined {
  const dayId = dayAt(components, time);
  const midnight = Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate());
  const minutes = (time.getTime() - midnight) / MINUTE_MS;
  return partsOf(components, publishDayProfile)
    .filter((profile) => profile.dayId === dayId)
    .flatMap(({ dayScheduleEntries }) => dayScheduleEntries)
    .filter(({ startTime }) => startTime <= minutes)
    .at(-1)?.priceTierOrFriendlyCredit;
}
