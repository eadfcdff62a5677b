import { CodecError } from '../../../common/errors.js';
import type { GasDateWithWildcards } from '../../../duis/generated/service-request-types.js';
import { calendar } from '../../gbz/clusters/calendar.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import type { ZclDate } from '../../gbz/zcl-date.js';
import { gasDate } from './gas-date.js';
import { indexed, ordered } from '../ordered.js';

/** A day profile: when which price tier, or friendly credit, begins. */
export interface DayProfile {
  readonly dayId: number;
  readonly entries: readonly { readonly startTime: number; readonly priceTierOrFriendlyCredit: number }[];
}

/** A week profile: the day profile of each day, Monday first. */
export interface WeekProfile {
  readonly weekId: number;
  readonly days: readonly [number, number, number, number, number, number, number];
}

/** A tariff switching table or non-disablement calendar, and when it takes effect. */
export interface GasCalendar {
  readonly issuerEventId: number;
  /** Activation time of calendar and special days. */
  readonly calendarStartTime: number;
  readonly dayProfiles: readonly DayProfile[];
  readonly weekProfiles: readonly WeekProfile[];
  readonly seasons: readonly { readonly startDate: ZclDate; readonly weekIdRef: number }[];
  readonly specialDays: readonly { readonly date: ZclDate; readonly dayIdRef: number }[];
}

interface DuisWeekProfile {
  readonly WeekName: number;
  readonly ReferencedDayName: readonly { readonly value: number; readonly index: number }[];
}

const DAYS = 7;

function isWeek(days: readonly number[]): days is WeekProfile['days'] {
  return days.length === DAYS;
}

/** Week profiles in the order of their names. @throws CodecError if a name repeats, or a day repeats or lacks */
export function weekProfilesOf(profiles: readonly DuisWeekProfile[]): WeekProfile[] {
  return ordered(profiles, (profile) => profile.WeekName, 'WeekName').map((profile) => {
    const days = indexed(profile.ReferencedDayName, 'ReferencedDayName');
    if (!isWeek(days)) throw new CodecError(`week ${profile.WeekName} has ${days.length} days`);
    return { weekId: profile.WeekName, days };
  });
}

/** Seasons in the order of the request. */
export function seasonsOf(
  seasons: readonly { readonly SeasonStartDate: GasDateWithWildcards; readonly ReferencedWeekName: number }[],
): GasCalendar['seasons'] {
  return seasons.map((season) => ({
    startDate: gasDate(season.SeasonStartDate),
    weekIdRef: season.ReferencedWeekName,
  }));
}

/** Special days in the order of the request. */
export function specialDaysOf(
  days: readonly { readonly Date: GasDateWithWildcards; readonly ReferencedDayName: number }[],
): GasCalendar['specialDays'] {
  return days.map((day) => ({ date: gasDate(day.Date), dayIdRef: day.ReferencedDayName }));
}

const EMPTY = Buffer.alloc(0);

/**
 * The five kinds of components that publish a calendar.
 * @param calendarType CALENDAR_TYPE of the calendar
 * @param instances least and most profiles a calendar of that type has
 */
export function calendarParts<Values extends GasCalendar>(
  { one, each }: PartWords<Values>,
  calendarType: number,
  instances: Readonly<Record<'dayProfiles' | 'weekProfiles', readonly [number, number]>>,
): CommandPart<Values>[] {
  const { publishCalendar, publishDayProfile, publishWeekProfile, publishSeasons, publishSpecialDays } =
    calendar.fromServer;
  const eventId = (values: Values) => values.issuerEventId;
  const eventIdOfItem = (_: unknown, values: Values) => values.issuerEventId;
  return [
    one(publishCalendar, {
      providerId: 0,
      issuerEventId: eventId,
      issuerCalendarId: eventId,
      startTime: (values) => values.calendarStartTime,
      calendarType,
      calendarTimeReference: 0,
      calendarName: EMPTY,
      numberOfSeasons: (values) => values.seasons.length,
      numberOfWeekProfiles: (values) => values.weekProfiles.length,
      numberOfDayProfiles: (values) => values.dayProfiles.length,
    }),
    each(instances.dayProfiles, (values) => values.dayProfiles, publishDayProfile, {
      providerId: 0,
      issuerEventId: eventIdOfItem,
      issuerCalendarId: eventIdOfItem,
      dayId: (day) => day.dayId,
      totalNumberOfScheduleEntries: (day) => day.entries.length,
      commandIndex: 0,
      totalNumberOfCommands: 1,
      calendarType,
      dayScheduleEntries: (day) => day.entries,
    }),
    each(instances.weekProfiles, (values) => values.weekProfiles, publishWeekProfile, {
      providerId: 0,
      issuerEventId: eventIdOfItem,
      issuerCalendarId: eventIdOfItem,
      weekId: (week) => week.weekId,
      dayIdRefMonday: (week) => week.days[0],
      dayIdRefTuesday: (week) => week.days[1],
      dayIdRefWednesday: (week) => week.days[2],
      dayIdRefThursday: (week) => week.days[3],
      dayIdRefFriday: (week) => week.days[4],
      dayIdRefSaturday: (week) => week.days[5],
      dayIdRefSunday: (week) => week.days[6],
    }),
    one(publishSeasons, {
      providerId: 0,
      issuerEventId: eventId,
      issuerCalendarId: eventId,
      commandIndex: 0,
      totalNumberOfCommands: 1,
      seasonEntries: (values) => values.seasons,
    }),
    one(publishSpecialDays, {
      providerId: 0,
      issuerEventId: eventId,
      issuerCalendarId: eventId,
      startTime: (values) => values.calendarStartTime,
      calendarType,
      totalNumberOfSpecialDays: (values) => values.specialDays.length,
      commandIndex: 0,
      totalNumberOfCommands: 1,
      specialDayEntries: (values) => values.specialDays,
    }),
  ];
}
