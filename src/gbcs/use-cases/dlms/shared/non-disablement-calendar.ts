import { specialDays } from './special-days.js';
import { switchingSchedule } from './switching-schedule.js';

const MAX_SPECIAL_DAYS = 20;

/** Special days of the non-disablement calendar. Source: mapping table rows 1695 to 1698, 1816, 1817. */
export const nonDisablementSpecialDays = specialDays(MAX_SPECIAL_DAYS);

/** The non-disablement calendar. Source: mapping table rows 731 to 782. */
export const nonDisablementSchedule = switchingSchedule('0-0:10.0.106.255', {
  entries: 22,
  specialDays: MAX_SPECIAL_DAYS,
});

/** Scripts of the calendar. Source: RTDS 4.5.0 ECS08. */
export const NON_DISABLEMENT_SCRIPTS = { START: 32, STOP: 33 } as const;
