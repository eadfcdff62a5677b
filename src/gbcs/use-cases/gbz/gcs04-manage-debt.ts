import { CodecError } from '../../../common/errors.js';
import type { GasDebtRecovery } from '../../../duis/generated/service-request-types.js';
import { DEBT_AMOUNT_TYPE, DEBT_RECOVERY_FREQUENCY, prepayment } from '../../gbz/clusters/prepayment.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { issuerEventId } from './issue-context.js';
import { signedAmount } from './signed-amount.js';

const TIME_BASED = 0x00;
const PERCENTAGE_OF_PAYMENTS = 0x01;
const MIDNIGHT = 0;
const EMPTY = Buffer.alloc(0);

interface TimeDebt {
  readonly adjustment: number;
  readonly frequency: number;
  readonly rate: number;
}

interface Debt {
  readonly issuerEventId: number;
  readonly timeDebt1: TimeDebt;
  readonly timeDebt2: TimeDebt;
  readonly paymentDebtAdjustment: number;
  /** Hundredths of a percent of each payment. */
  readonly recoveryPerPayment: number;
}

function timeDebt(adjustment: number, recovery: GasDebtRecovery | undefined, number: 1 | 2): TimeDebt {
  if (!recovery) throw new CodecError('the debt recovery is not that of a GSME');
  const { DebtRecoveryRatePeriod: period, DebtRecoveryRate: rate } = recovery;
  return {
    adjustment: signedAmount(adjustment, `TimeDebtRegister${number}`),
    frequency: period === 'HOURLY' ? DEBT_RECOVERY_FREQUENCY.hourly : DEBT_RECOVERY_FREQUENCY.daily,
    rate: signedAmount(rate, 'DebtRecoveryRate'),
  };
}

function timeDebtPart(
  { one }: PartWords<Debt>,
  debtAmountType: number,
  debt: (values: Debt) => TimeDebt,
): CommandPart<Debt> {
  return one(prepayment.fromClient.changeDebt, {
    issuerEventId: (values) => values.issuerEventId,
    debtLabel: EMPTY,
    debtAmount: (values) => debt(values).adjustment,
    debtRecoveryMethod: TIME_BASED,
    debtAmountType,
    debtRecoveryStartTime: AT_ONCE,
    debtRecoveryCollectionTime: MIDNIGHT,
    debtRecoveryFrequency: (values) => debt(values).frequency,
    debtRecoveryAmount: (values) => debt(values).rate,
    debtRecoveryBalancePercentage: 0,
  });
}

/** Manage Debt on the GSME: every register changes by a difference. */
export const GCS04 = gbzUseCase(
  {
    code: 'GCS04',
    title: 'Manage Debt on the GSME',
    messageCode: 0x006e,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['2.3'],
    targets: ['GSME'],
    source:
      'GBCS mapping table rows 1116, 1117, 1151, 1158 to 1163, 1185, 1186; SMETS 4.6.4.8, 4.6.4.9, 4.6.5.13, 4.6.5.21',
    element: 'UpdateDebt',
    response: [],
    from: (content, context): Debt => ({
      issuerEventId: issuerEventId(context),
      timeDebt1: timeDebt(content.TimeDebtRegister1, content.GasDebtRecovery1, 1),
      timeDebt2: timeDebt(content.TimeDebtRegister2, content.GasDebtRecovery2, 2),
      paymentDebtAdjustment: signedAmount(content.PaymentDebtRegister, 'PaymentDebtRegister'),
      recoveryPerPayment: content.DebtRecoveryPerPayment,
    }),
  },
  (words) => [
    timeDebtPart(words, DEBT_AMOUNT_TYPE.timeDebt1Incremental, (values) => values.timeDebt1),
    timeDebtPart(words, DEBT_AMOUNT_TYPE.timeDebt2Incremental, (values) => values.timeDebt2),
    words.one(prepayment.fromClient.changeDebt, {
      issuerEventId: (values) => values.issuerEventId,
      debtLabel: EMPTY,
      debtAmount: (values) => values.paymentDebtAdjustment,
      debtRecoveryMethod: PERCENTAGE_OF_PAYMENTS,
      debtAmountType: DEBT_AMOUNT_TYPE.paymentDebtIncremental,
      debtRecoveryStartTime: AT_ONCE,
      debtRecoveryCollectionTime: MIDNIGHT,
      debtRecoveryFrequency: DEBT_RECOVERY_FREQUENCY.daily,
      debtRecoveryAmount: 0,
      debtRecoveryBalancePercentage: (values) => values.recoveryPerPayment,
    }),
  ],
);
