import { CodecError } from '../../../../common/errors.js';
import type { ElecDebtRecovery } from '../../../../duis/generated/service-request-types.js';
import { constant, integer, longUnsigned, quantity } from '../../../dlms/index.js';
import { action, dlmsUseCase, set } from '../engine/index.js';
import { PAYMENT_DEBT, TIME_DEBT_1, TIME_DEBT_2 } from '../shared/account-objects.js';
import { balance } from '../shared/amount.js';
import { timeCharge } from '../shared/charge.js';
import { seconds } from '../shared/units.js';

const NO_ARGUMENT = constant(integer, 0);

const PERIOD_SECONDS = { HOURLY: 3600, DAILY: 86_400 } as const;

function recovery(debt: ElecDebtRecovery | undefined) {
  if (!debt) throw new CodecError('an ESME takes ElecDebtRecovery1 and ElecDebtRecovery2');
  return {
    rate: {
      scaling: { priceScale: debt.DebtRecoveryRatePriceScale },
      commodity: {},
      charges: [{ charge: debt.DebtRecoveryRate }],
    },
    period: PERIOD_SECONDS[debt.DebtRecoveryRatePeriod],
  };
}

/** Manage Debt on the ESME: rates and periods of recovery, and what is added to each debt. */
export const ECS07 = dlmsUseCase({
  code: 'ECS07',
  title: 'Manage Debt on the ESME',
  messageCode: 0x001e,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['2.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1098 to 1186',
  command: {
    timeDebt1Rate: set(TIME_DEBT_1, 6, timeCharge),
    timeDebt2Rate: set(TIME_DEBT_2, 6, timeCharge),
    recoveryPerPayment: set(PAYMENT_DEBT, 13, quantity(longUnsigned, '%', -2)),
    timeDebt1Period: set(TIME_DEBT_1, 8, seconds),
    timeDebt2Period: set(TIME_DEBT_2, 8, seconds),
    activateTimeDebt1Rate: action(TIME_DEBT_1, 2, NO_ARGUMENT),
    activateTimeDebt2Rate: action(TIME_DEBT_2, 2, NO_ARGUMENT),
    paymentDebtAdjustment: action(PAYMENT_DEBT, 4, balance),
    timeDebt1Adjustment: action(TIME_DEBT_1, 4, balance),
    timeDebt2Adjustment: action(TIME_DEBT_2, 4, balance),
  },
  from: {
    UpdateDebt(content) {
      const first = recovery(content.ElecDebtRecovery1);
      const second = recovery(content.ElecDebtRecovery2);
      return {
        timeDebt1Rate: first.rate,
        timeDebt2Rate: second.rate,
        recoveryPerPayment: content.DebtRecoveryPerPayment,
        timeDebt1Period: first.period,
        timeDebt2Period: second.period,
        paymentDebtAdjustment: content.PaymentDebtRegister,
        timeDebt1Adjustment: content.TimeDebtRegister1,
        timeDebt2Adjustment: content.TimeDebtRegister2,
      };
    },
  },
});
