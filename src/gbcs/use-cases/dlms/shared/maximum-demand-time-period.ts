import {
  array,
  bitString,
  boolean,
  constant,
  date,
  longUnsigned,
  obisCode,
  structure,
  time,
} from '../../../dlms/index.js';
import { ANY_DATE } from './calendar-date.js';

/** Schedule that starts and ends the period of the configurable maximum demand. */
export const MAXIMUM_DEMAND_TIME_PERIOD = { classId: 10, obis: '0-0:12.0.0.255' } as const;

/** In force from the first January of all time, for good. */
const BEGIN = { year: 0, month: 1, dayOfMonth: 0xff, dayOfWeek: 0xff };

/** Two entries, a switch each. Source: mapping table rows 728 to 780, structure schedule_table_entry. */
export const maximumDemandTimePeriod = array(
  structure({
    index: longUnsigned,
    enable: constant(boolean, true),
    script: constant(obisCode, '0-0:10.128.100.255'),
    scriptSelector: longUnsigned,
    switchTime: time,
    validityWindow: constant(longUnsigned, 0xffff),
    weekdays: constant(bitString(7), '1111111'),
    specialDays: constant(bitString(0), ''),
    begin: constant(date, BEGIN),
    end: constant(date, ANY_DATE),
  }),
  2,
);
