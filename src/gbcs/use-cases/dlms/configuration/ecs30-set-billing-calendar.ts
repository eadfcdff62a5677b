import { CodecError } from '../../../../common/errors.js';
import type {
  BillingCalendarQSMY,
  ElectricityBillingCalendar,
} from '../../../../duis/generated/service-request-types.js';
import type { CosemDate } from '../../../dlms/index.js';
import { timeOfDay } from '../../time-of-day.js';
import { dlmsUseCase, set } from '../engine/index.js';
import { BILLING_CALENDAR, executionTimes } from '../shared/billing-calendar.js';
import { ANY_DATE } from '../shared/calendar-date.js';
import { before, GBCS_2, since } from '../shared/gbcs-version.js';

const MONTHS_OF_YEAR = 12;

/** The same day of every `step`th month, beginning with the start month. */
function everyFewMonths(
  { DayOfMonth, BillingPeriodStartMonth }: BillingCalendarQSMY,
  step: number,
): CosemDate[] {
  return Array.from({ length: MONTHS_OF_YEAR / step }, (_, index) => ({
    ...ANY_DATE,
    month: ((BillingPeriodStartMonth - 1 + index * step) % MONTHS_OF_YEAR) + 1,
    dayOfMonth: DayOfMonth,
  }));
}

/** Days on which billing periods begin, as every ESME knows them; undefined for longer periods than a month. */
function frequentDates({ Daily, Weekly, Monthly }: ElectricityBillingCalendar): CosemDate[] | undefined {
  if (Daily) return [ANY_DATE];
  if (Weekly !== undefined) return [{ ...ANY_DATE, dayOfWeek: Weekly }];
  if (Monthly !== undefined) return [{ ...ANY_DATE, dayOfMonth: Monthly }];
  return undefined;
}

function allDates(calendar: ElectricityBillingCalendar): CosemDate[] {
  const { Quarterly, SixMonthly, Yearly } = calendar;
  const frequent = frequentDates(calendar);
  if (frequent) return frequent;
  if (Quarterly) return everyFewMonths(Quarterly, 3);
  if (SixMonthly) return everyFewMonths(SixMonthly, 6);
  if (Yearly) return everyFewMonths(Yearly, MONTHS_OF_YEAR);
  throw new CodecError('the billing calendar has no periodicity');
}

function calendarOf(calendar: ElectricityBillingCalendar | undefined): ElectricityBillingCalendar {
  if (calendar) return calendar;
  throw new CodecError('the billing calendar is not that of an ESME');
}

function schedule(calendar: ElectricityBillingCalendar, dates: readonly CosemDate[]) {
  const time = timeOfDay(calendar.BillingTime);
  return { schedule: dates.map((date) => ({ time, date })) };
}

const facts = {
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.8'],
  targets: ['ESME'],
  command: { schedule: set(BILLING_CALENDAR, 4, executionTimes) },
} as const;

/** Set Billing Calendar on the ESME: daily, weekly or monthly. */
export const ECS30 = dlmsUseCase({
  ...facts,
  code: 'ECS30',
  title: 'Set Billing Calendar on the ESME',
  messageCode: 0x0046,
  source: 'RTDS 4.5.0 ECS30; the mapping table has its successor ECS30a only',
  from: {
    UpdateDeviceConfigurationBillingCalendar(content) {
      const calendar = calendarOf(content.ElectricityBillingCalendar);
      const dates = frequentDates(calendar);
      if (!dates)
        throw new CodecError('an ESME of GBCS 1 has daily, weekly and monthly billing periods only');
      return schedule(calendar, dates);
    },
  },
  appliesWhere: before(GBCS_2),
});

/** Set Billing Calendar on the ESME - all periodicities. */
export const ECS30a = dlmsUseCase({
  ...facts,
  code: 'ECS30a',
  title: 'Set Billing Calendar on the ESME - all periodicities',
  messageCode: 0x00d7,
  source: 'GBCS mapping table row 1963',
  from: {
    UpdateDeviceConfigurationBillingCalendar(content) {
      const calendar = calendarOf(content.ElectricityBillingCalendar);
      return schedule(calendar, allDates(calendar));
    },
  },
  appliesWhere: since(GBCS_2),
});
