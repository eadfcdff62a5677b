import {
  array,
  constant,
  dateTime,
  longUnsigned,
  obisCode,
  octetString,
  octetText,
  structure,
  time,
  unsigned,
} from '../../../dlms/index.js';
import { specialDays } from './special-days.js';

/** Seasons of an activity calendar (class 20). Source: mapping table rows 797 to 802. */
export const seasonProfiles = array(
  structure({ name: octetText({ max: 8 }), start: dateTime, week: octetString({ max: 4 }) }),
  { max: 4 },
);

/** Weeks: the day profile of each day. Source: mapping table rows 803 to 818. */
export const weekProfiles = array(
  structure({
    name: octetString({ max: 4 }),
    monday: unsigned,
    tuesday: unsigned,
    wednesday: unsigned,
    thursday: unsigned,
    friday: unsigned,
    saturday: unsigned,
    sunday: unsigned,
  }),
  { max: 4 },
);

const MAX_SWITCHES_A_DAY = 48;

/** Days: the scripts that start in the course of each. Source: mapping table rows 819 to 826. */
export const dayProfiles = array(
  structure({
    dayId: unsigned,
    switches: array(
      structure({
        start: time,
        script: constant(obisCode, '0-0:10.0.100.255'),
        scriptSelector: longUnsigned,
      }),
      { max: MAX_SWITCHES_A_DAY },
    ),
  }),
  { max: 16 },
);

/** Special days of a tariff. Source: mapping table rows 785 to 794. */
export const tariffSpecialDays = specialDays(50);
