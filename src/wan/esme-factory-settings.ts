import { encodeData } from '../gbcs/dlms/dlms-type.js';
import { octetText } from '../gbcs/dlms/index.js';
import { BILLING_CALENDAR, executionTimes } from '../gbcs/use-cases/dlms/shared/billing-calendar.js';
import {
  instantaneousPowerThresholds,
  THRESHOLD_OBJECT,
} from '../gbcs/use-cases/dlms/shared/instantaneous-power-thresholds.js';
import {
  MAXIMUM_DEMAND_TIME_PERIOD,
  maximumDemandTimePeriod,
} from '../gbcs/use-cases/dlms/shared/maximum-demand-time-period.js';
import { keepIdentity } from './device-identity.js';
import type { VirtualDevice } from './virtual-device.js';

const METER_VARIANT = { classId: 1, obis: '0-0:96.1.2.255', index: 2 } as const;

const ANY_YEAR = 0xffff;
const ANY = 0xff;
const midnight = { hour: 0, minute: 0, second: 0, hundredths: 0 };

/** Billing on the first of each month, at midnight; read, and not in force until a Command sets a calendar. */
const MONTHLY = [{ time: midnight, date: { year: ANY_YEAR, month: ANY, dayOfMonth: 1, dayOfWeek: ANY } }];

/** Between low and medium, and medium and high, in watts. */
const THRESHOLDS = { lowMedium: 2300, mediumHigh: 4600 };

/** The period of the configurable maximum demand: starts at 16:00 and ends at 19:00. */
const EVENING = [
  { index: 1, scriptSelector: 1, switchTime: { ...midnight, hour: 16 } },
  { index: 2, scriptSelector: 2, switchTime: { ...midnight, hour: 19 } },
];

/** Settings of an ESME as it comes that cannot be nothing. What manufacturers set is not published; mark: unknown. */
export function keepFactorySettings(esme: VirtualDevice): void {
  const { objects } = esme;
  keepIdentity(esme);
  objects.keep(METER_VARIANT, encodeData(octetText(1), 'A'));
  objects.keep({ ...BILLING_CALENDAR, index: 4 }, encodeData(executionTimes, MONTHLY));
  objects.keep({ ...THRESHOLD_OBJECT, index: 2 }, encodeData(instantaneousPowerThresholds, THRESHOLDS));
  objects.keep({ ...MAXIMUM_DEMAND_TIME_PERIOD, index: 2 }, encodeData(maximumDemandTimePeriod, EVENING));
}
