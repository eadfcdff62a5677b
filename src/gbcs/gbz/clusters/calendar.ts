import { enum8 } from '../enumerations.js';
import { uint16, uint8 } from '../integers.js';
import { octetString } from '../strings.js';
import { structure, untilEnd } from '../structures.js';
import { activationTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';
import { zclDate } from '../zcl-date.js';
import {
  commandIndex,
  issuerCalendarId,
  issuerEventId,
  providerId,
  totalNumberOfCommands,
} from './common-parameters.js';

/** Calendar types GB uses. */
export const CALENDAR_TYPE = { delivered: 0x00, friendlyCredit: 0x03 } as const;
const calendarType = enum8({ 0x00: 'Delivered Calendar', 0x03: 'Friendly Credit Calendar' });

const dayScheduleEntry = structure(
  {
    /** Minutes from midnight UTC. */
    startTime: uint16,
    /** Delivered Calendar: price tier, 0 for a block tariff. Friendly Credit Calendar: 1 enabled, 0 not. */
    priceTierOrFriendlyCredit: uint8,
  },
  'day schedule entry',
);
const seasonEntry = structure({ startDate: zclDate, weekIdRef: uint8 }, 'season entry');
const specialDayEntry = structure({ date: zclDate, dayIdRef: uint8 }, 'special day entry');

/** Calendar cluster. Source: ZigBee Smart Energy, "Calendar"; GBCS mapping table, GCS01a, GCS05, GCS21b, GCS21f. */
export const calendar = zclCluster({
  id: 0x0707,
  name: 'Calendar',
  attributes: {},
  fromServer: {
    publishCalendar: {
      id: 0x00,
      parameters: {
        providerId,
        issuerEventId,
        issuerCalendarId,
        startTime: activationTime,
        calendarType,
        calendarTimeReference: enum8({ 0: 'UTC', 1: 'standard time', 2: 'local time' }),
        calendarName: octetString,
        numberOfSeasons: uint8,
        numberOfWeekProfiles: uint8,
        numberOfDayProfiles: uint8,
      },
    },
    publishDayProfile: {
      id: 0x01,
      parameters: {
        providerId,
        issuerEventId,
        issuerCalendarId,
        dayId: uint8,
        totalNumberOfScheduleEntries: uint8,
        commandIndex,
        totalNumberOfCommands,
        calendarType,
        dayScheduleEntries: untilEnd(dayScheduleEntry),
      },
    },
    publishWeekProfile: {
      id: 0x02,
      parameters: {
        providerId,
        issuerEventId,
        issuerCalendarId,
        weekId: uint8,
        dayIdRefMonday: uint8,
        dayIdRefTuesday: uint8,
        dayIdRefWednesday: uint8,
        dayIdRefThursday: uint8,
        dayIdRefFriday: uint8,
        dayIdRefSaturday: uint8,
        dayIdRefSunday: uint8,
      },
    },
    publishSeasons: {
      id: 0x03,
      parameters: {
        providerId,
        issuerEventId,
        issuerCalendarId,
        commandIndex,
        totalNumberOfCommands,
        seasonEntries: untilEnd(seasonEntry),
      },
    },
    publishSpecialDays: {
      id: 0x04,
      parameters: {
        providerId,
        issuerEventId,
        issuerCalendarId,
        startTime: activationTime,
        calendarType,
        totalNumberOfSpecialDays: uint8,
        commandIndex,
        totalNumberOfCommands,
        specialDayEntries: untilEnd(specialDayEntry),
      },
    },
  },
  fromClient: {
    getDayProfiles: {
      id: 0x01,
      parameters: { providerId, issuerCalendarId, startDayId: uint8, numberOfDays: uint8 },
    },
    getWeekProfiles: {
      id: 0x02,
      parameters: { providerId, issuerCalendarId, startWeekId: uint8, numberOfWeeks: uint8 },
    },
    getSeasons: { id: 0x03, parameters: { providerId, issuerCalendarId } },
    getSpecialDays: {
      id: 0x04,
      parameters: {
        startTime: activationTime,
        numberOfEvents: uint8,
        calendarType,
        providerId,
        issuerCalendarId,
      },
    },
  },
});
