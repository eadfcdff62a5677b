import type { Description } from '../../gbcs/index.js';
import { at, number, timeOfDay, words } from '../conversions.js';
import { suspendDebtDisabled, suspendDebtEmergency } from '../debt-suspension.js';
import { valueAt } from '../decoded-content.js';
import { around, gasDays, gasSeasons, gasSpecialDays, gasWeeks } from '../gas-calendar.js';
import { attribute } from '../gbz-readers.js';
import type { MmcTree, Reader, Template } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';
import { daysOfWeek, listAt, plainDate, specialDays, specialDaysOf, wordAt } from '../switching-schedules.js';

/** Scripts of the non-disablement schedule. Source: GBCS ECS08; RTDS 4.5.0 ECS26a. */
const SCRIPTS: Readonly<Record<number, string>> = { 32: 'START', 33: 'STOP' };

const someOf = (list: readonly MmcTree[]): readonly MmcTree[] | undefined =>
  list.length === 0 ? undefined : list;

const electricityCalendar: Reader = (content) => {
  const days = listAt(content, 'nonDisablementSpecialDays');
  const SpecialDay = specialDays(content, 'nonDisablementSpecialDays', 'index');
  const schedule = listAt(content, 'nonDisablementSchedule').map((entry): MmcTree => {
    const ids = specialDaysOf(entry, days);
    return {
      NonDisablementScript: SCRIPTS[Number(valueAt(entry, 'scriptSelector'))],
      SpecialDaysApplicability:
        ids.length === 0
          ? undefined
          : { SpecialDayApplicability: ids.map((SpecialDayID) => ({ SpecialDayID })) },
      DaysOfWeekApplicability: daysOfWeek(entry),
      ScheduleDatesAndTime: {
        SwitchTime: timeOfDay(valueAt(entry, 'switchTime') ?? null),
        StartDate: plainDate(valueAt(entry, 'begin')),
        EndDate: plainDate(valueAt(entry, 'end')),
      },
    };
  });
  if (SpecialDay.length === 0 && schedule.length === 0) return undefined;
  return {
    ElectricitySpecialDays: SpecialDay.length === 0 ? undefined : { SpecialDay },
    ElectricityNonDisablementSchedule: someOf(schedule),
  };
};

/** A time-based debt of an ESME. Source: what ECS07 writes for each member. */
const electricityDebt = (debt: 1 | 2): Template => ({
  DebtRecoveryRate: at(`timeDebt${debt}Rate.charges.0.charge`, number),
  DebtRecoveryRatePriceScale: at(`timeDebt${debt}Rate.scaling.priceScale`, number),
  DebtRecoveryRatePeriod: at(`timeDebt${debt}Period`, words({ '3600 s': 'HOURLY', '86400 s': 'DAILY' })),
});

/** A share of payments in hundredths of a percent. Source: ECS07, which writes 1000 as 10 %. */
const hundredthsOfPercent: Reader = (content) => {
  const percent = number(valueAt(content, 'recoveryPerPayment') ?? null);
  return percent === undefined ? undefined : String(Math.round(Number(percent) * 100));
};

const gasDebt = (debt: 1 | 2): Template => ({
  DebtRecoveryRate: attribute(`debtRecoveryAmount${debt}`, number),
  DebtRecoveryRatePeriod: attribute(
    `debtRecoveryFrequency${debt}`,
    words({ 'per hour (0x00)': 'HOURLY', 'per day (0x01)': 'DAILY' }),
  ),
});

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`;

/** Source: GCS05, which writes the same; 1 starts non-disablement, 0 ends it. */
const gasDayProfile = (payload: Description): MmcTree => ({
  TimeStartAction: listAt(payload, 'dayScheduleEntries').map((entry, position) => ({
    index: String(position + 1),
    StartTime: clock(Number(valueAt(entry, 'startTime'))),
    NonDisablementAction: valueAt(entry, 'priceTierOrFriendlyCredit') === 1 ? 'START' : 'STOP',
  })),
  GasDayName: wordAt(payload, 'dayId'),
});

/** The calendar of non-disablement; `undefined` where nothing of it was read. */
const gasCalendar: Reader = (content) => {
  const calendar: MmcTree = {
    DayProfiles: around('GasNonDisablementDayProfile', gasDays(content, gasDayProfile)),
    WeekProfiles: around('WeekProfile', gasWeeks(content, 'ReferencedDayName')),
    SeasonProfiles: around('Season', gasSeasons(content)),
    SpecialDays: around('SpecialDay', gasSpecialDays(content, 'ReferencedDayName')),
  };
  return Object.values(calendar).every((part) => part === undefined) ? undefined : calendar;
};

/** Prepayment configuration: 4.13. A GSME does not say here whether debt recovery is suspended: GCS21j does. */
export const PREPAYMENT_CONFIGURATION: readonly ResponseRow[] = [
  {
    useCases: ['ECS26a'],
    elements: {
      DebtRecoveryPerPayment: hundredthsOfPercent,
      DebtRecoveryRateCap: at('debtRecoveryRateCap', number),
      DisablementThreshold: at('disablementThreshold.0', number),
      EmergencyCreditLimit: at('emergencyCreditLimit', number),
      EmergencyCreditThreshold: at('emergencyCreditThreshold', number),
      LowCreditThreshold: at('lowCreditThreshold', number),
      CreditMaxCreditThreshold: at('maxCreditThreshold', number),
      MaxCreditMaxMeterBalance: at('maxMeterBalance', number),
      SuspendDebtDisabled: suspendDebtDisabled('charges'),
      SuspendDebtEmergency: suspendDebtEmergency('charges'),
      Electricity: {
        NonDisablementCalendar: electricityCalendar,
        DebtRecovery1: electricityDebt(1),
        DebtRecovery2: electricityDebt(2),
      },
    },
    source:
      'MMC schema 5.4, ReadPrepaymentConfigurationRsp; ECS03, ECS07 and ECS08 write the same; RTDS 4.5.0 ECS26a',
    mark: 'inferred',
  },
  {
    useCases: ['GCS21b'],
    elements: {
      DebtRecoveryPerPayment: attribute('debtRecoveryTopUpPercentage3', number),
      DebtRecoveryRateCap: attribute('overallDebtCap', number),
      DisablementThreshold: attribute('cutOffValue', number),
      EmergencyCreditLimit: attribute('emergencyCreditLimit', number),
      EmergencyCreditThreshold: attribute('emergencyCreditThreshold', number),
      LowCreditThreshold: attribute('lowCreditWarning', number),
      CreditMaxCreditThreshold: attribute('maxCreditPerTopUp', number),
      MaxCreditMaxMeterBalance: attribute('maxCreditLimit', number),
      Gas: {
        NonDisablementCalendar: gasCalendar,
        DebtRecovery1: gasDebt(1),
        DebtRecovery2: gasDebt(2),
      },
    },
    source:
      'MMC schema 5.4, ReadPrepaymentConfigurationRsp; GCS04 and GCS05 write the same; RTDS 4.5.0 GCS21b',
    mark: 'inferred',
  },
];
