import { array, date, structure, time } from '../../../dlms/index.js';

/** Single action schedule of the billing calendar. */
export const BILLING_CALENDAR = { classId: 22, obis: '0-0:15.0.0.255' } as const;

/** Attribute 4: one to four dates with wildcards, and the time of day. Source: mapping table row 1963. */
export const executionTimes = array(structure({ time, date }), { min: 1, max: 4 });
