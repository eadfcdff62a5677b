import { CodecError } from '../../../../common/errors.js';
import type {
  ElectricityNonDisablementCalendar,
  UpdatePrepayConfiguration,
} from '../../../../duis/generated/service-request-types.js';
import { activationDateTime, constant, doubleLong, longUnsigned, quantity } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';
import { balance } from '../shared/amount.js';
import { cosemDateOfXsDate } from '../shared/calendar-date.js';
import { activationOf } from '../shared/execution.js';
import { before, GBCS_2, since } from '../shared/gbcs-version.js';
import {
  NON_DISABLEMENT_SCRIPTS,
  nonDisablementSchedule,
  nonDisablementSpecialDays,
} from '../shared/non-disablement-calendar.js';
import { indexedSpecialDays } from '../shared/special-days.js';
import { specialDayBits, switchTimes, weekdayBits } from '../shared/switching-schedule.js';

/** Stores of values to come (class 9000): attribute 4 is the value, attribute 6 the time it becomes active. */
const MAX_METER_BALANCE = { classId: 9000, obis: '0-0:94.44.2.20' } as const;
const MAX_CREDIT_THRESHOLD = { classId: 9000, obis: '0-0:94.44.2.10' } as const;
const DEBT_RECOVERY_RATE_CAP = { classId: 9000, obis: '0-0:94.44.128.12' } as const;
const DEBT_RECOVERY_RATE_CAP_PERIOD = { classId: 9000, obis: '0-0:94.44.128.13' } as const;
const LOW_CREDIT_THRESHOLD = { classId: 9000, obis: '0-0:94.44.128.9' } as const;
const EMERGENCY_CREDIT_LIMIT = { classId: 9000, obis: '0-0:94.44.128.2' } as const;
const EMERGENCY_CREDIT_THRESHOLD = { classId: 9000, obis: '0-0:94.44.128.3' } as const;
const SPECIAL_DAYS = { classId: 9000, obis: '0-0:94.44.128.31' } as const;
const SCHEDULE = { classId: 9000, obis: '0-0:94.44.128.28' } as const;

/** The cap is on what is recovered in a week. Source: RTDS 4.5.0 ECS08. */
const WEEK_SECONDS = 604_800;

/** @param maxMeterBalanceAttribute of the store: use case ECS08 writes the active value, ECS08a the one to come */
function items<const A extends 2 | 4>(maxMeterBalanceAttribute: A) {
  return {
    specialDays: set({ classId: 11, obis: '0-1:11.0.2.255' }, 2, nonDisablementSpecialDays),
    maxMeterBalance: set(MAX_METER_BALANCE, maxMeterBalanceAttribute, balance),
    maxCreditThreshold: set(MAX_CREDIT_THRESHOLD, 4, balance),
    schedule: set({ classId: 10, obis: '0-1:12.0.1.255' }, 2, nonDisablementSchedule),
    debtRecoveryRateCap: set(DEBT_RECOVERY_RATE_CAP, 4, quantity(longUnsigned, 'currency units')),
    debtRecoveryRateCapPeriod: set(
      DEBT_RECOVERY_RATE_CAP_PERIOD,
      4,
      constant(quantity(doubleLong, 's'), WEEK_SECONDS),
    ),
    lowCreditThreshold: set(LOW_CREDIT_THRESHOLD, 4, balance),
    emergencyCreditLimit: set(EMERGENCY_CREDIT_LIMIT, 4, balance),
    specialDaysActivation: set(SPECIAL_DAYS, 6, activationDateTime),
    emergencyCreditThreshold: set(EMERGENCY_CREDIT_THRESHOLD, 4, balance),
    maxMeterBalanceActivation: set(MAX_METER_BALANCE, 6, activationDateTime),
    maxCreditThresholdActivation: set(MAX_CREDIT_THRESHOLD, 6, activationDateTime),
    debtRecoveryRateCapActivation: set(DEBT_RECOVERY_RATE_CAP, 6, activationDateTime),
    debtRecoveryRateCapPeriodActivation: set(DEBT_RECOVERY_RATE_CAP_PERIOD, 6, activationDateTime),
    lowCreditThresholdActivation: set(LOW_CREDIT_THRESHOLD, 6, activationDateTime),
    emergencyCreditLimitActivation: set(EMERGENCY_CREDIT_LIMIT, 6, activationDateTime),
    emergencyCreditThresholdActivation: set(EMERGENCY_CREDIT_THRESHOLD, 6, activationDateTime),
    scheduleActivation: set(SCHEDULE, 6, activationDateTime),
  };
}

/** Entries are numbered in the order of the request, in which they have no index. */
function calendar(content: ElectricityNonDisablementCalendar) {
  const specialDays = indexedSpecialDays(content.ElectricitySpecialDays.SpecialDay ?? []);
  const indexes = specialDays.map(({ index }) => index);
  const schedule = content.ElectricityNonDisablementSchedule.map((entry, position) => ({
    index: position + 1,
    scriptSelector: NON_DISABLEMENT_SCRIPTS[entry.NonDisablementScript],
    weekdays: weekdayBits(entry.DaysOfWeekApplicability),
    specialDays: specialDayBits(
      (entry.SpecialDaysApplicability.SpecialDayApplicability ?? []).map(({ SpecialDayID }) => SpecialDayID),
      indexes,
    ),
    ...switchTimes(entry.ScheduleDatesAndTime, cosemDateOfXsDate),
  }));
  return { specialDays, schedule };
}

function values({ ExecutionDateTime, UpdatePrepayConfigElectricity: content }: UpdatePrepayConfiguration) {
  if (!content) throw new CodecError('an ESME takes UpdatePrepayConfigElectricity');
  const activation = activationOf(ExecutionDateTime);
  return {
    ...calendar(content.ElectricityNonDisablementCalendar),
    maxMeterBalance: content.MaxMeterBalance,
    maxCreditThreshold: content.MaxCreditThreshold,
    debtRecoveryRateCap: content.DebtRecoveryRateCap,
    lowCreditThreshold: content.LowCreditThreshold,
    emergencyCreditLimit: content.EmergencyCreditLimit,
    emergencyCreditThreshold: content.EmergencyCreditThreshold,
    specialDaysActivation: activation,
    maxMeterBalanceActivation: activation,
    maxCreditThresholdActivation: activation,
    debtRecoveryRateCapActivation: activation,
    debtRecoveryRateCapPeriodActivation: activation,
    lowCreditThresholdActivation: activation,
    emergencyCreditLimitActivation: activation,
    emergencyCreditThresholdActivation: activation,
    scheduleActivation: activation,
  };
}

const facts = {
  title: 'Update Prepayment Configuration on ESME',
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['2.1'],
  targets: ['ESME'],
  from: { UpdatePrepayConfiguration: values },
} as const;

/** Update Prepayment Configuration on ESME, first form: the highest meter balance holds at once. */
export const ECS08 = dlmsUseCase({
  ...facts,
  code: 'ECS08',
  messageCode: 0x001f,
  source: 'RTDS 4.5.0 ECS08; the mapping table has its successor ECS08a only',
  command: items(2),
  appliesWhere: before(GBCS_2),
});

/** Update Prepayment Configuration on ESME. */
export const ECS08a = dlmsUseCase({
  ...facts,
  code: 'ECS08a',
  messageCode: 0x00de,
  source: 'GBCS mapping table rows 732 to 782, 1169 to 1223, 1435, 1696, 1698, 1799, 1817',
  command: items(4),
  appliesWhere: since(GBCS_2),
});
