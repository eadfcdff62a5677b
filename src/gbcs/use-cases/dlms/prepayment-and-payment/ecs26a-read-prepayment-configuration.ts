import { array, doubleLong, longUnsigned, quantity } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { EMERGENCY_CREDIT, PAYMENT_DEBT, TIME_DEBT_1, TIME_DEBT_2 } from '../shared/account-objects.js';
import { balance } from '../shared/amount.js';
import { timeCharge } from '../shared/charge.js';
import { ACTIVE_ACCOUNT, creditChargeConfiguration } from '../shared/credit-charge-configuration.js';
import { nonDisablementSchedule, nonDisablementSpecialDays } from '../shared/non-disablement-calendar.js';
import { seconds } from '../shared/units.js';

/** Read ESME Configuration Data Prepayment. The mapping table has each rate twice, and so has the Command. */
export const ECS26a = dlmsUseCase({
  code: 'ECS26a',
  title: 'Read ESME Configuration Data Prepayment',
  messageCode: 0x003b,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.13'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 731 to 1955',
  command: {
    timeDebt1Rate: get(TIME_DEBT_1, 5, timeCharge),
    nonDisablementSpecialDays: get({ classId: 11, obis: '0-0:11.0.2.255' }, 2, nonDisablementSpecialDays),
    timeDebt1Period: get(TIME_DEBT_1, 8, seconds),
    timeDebt1RateAgain: get(TIME_DEBT_1, 5, timeCharge),
    timeDebt2Rate: get(TIME_DEBT_2, 5, timeCharge),
    timeDebt2Period: get(TIME_DEBT_2, 8, seconds),
    timeDebt2RateAgain: get(TIME_DEBT_2, 5, timeCharge),
    recoveryPerPayment: get(PAYMENT_DEBT, 13, quantity(longUnsigned, '%', -2)),
    maxCreditThreshold: get({ classId: 9000, obis: '0-0:94.44.2.10' }, 2, balance),
    disablementThreshold: get({ classId: 21, obis: '0-0:16.0.1.255' }, 2, array(balance, 1)),
    maxMeterBalance: get({ classId: 9000, obis: '0-0:94.44.2.20' }, 2, balance),
    lowCreditThreshold: get(ACTIVE_ACCOUNT, 16, balance),
    debtRecoveryRateCap: get(ACTIVE_ACCOUNT, 18, quantity(longUnsigned, 'currency units')),
    debtRecoveryRateCapPeriod: get(ACTIVE_ACCOUNT, 19, quantity(doubleLong, 's')),
    emergencyCreditLimit: get(EMERGENCY_CREDIT, 9, balance),
    emergencyCreditThreshold: get(EMERGENCY_CREDIT, 10, balance),
    nonDisablementSchedule: get({ classId: 10, obis: '0-0:12.0.1.255' }, 2, nonDisablementSchedule),
    charges: get(ACTIVE_ACCOUNT, 11, creditChargeConfiguration),
  },
  from: { ReadPrepaymentConfiguration: nothingToSay },
});
