import { CodecError } from '../../../../common/errors.js';
import { activationDateTime, constant } from '../../../dlms/index.js';
import { dlmsUseCase, hasBodyContent, isTwinElement, set } from '../engine/index.js';
import { balance } from '../shared/amount.js';
import {
  accountModeAndStatus,
  creditChargeConfiguration,
  creditMode,
  PASSIVE_ACCOUNT,
  prepaymentMode,
} from '../shared/credit-charge-configuration.js';
import { activationOf } from '../shared/execution.js';

const DISABLEMENT_THRESHOLD = { classId: 9000, obis: '0-0:94.44.128.22' } as const;

/** The account that takes the place of the active one is a new one in the mode asked for. */
const newAccount = (paymentMode: 'credit' | 'prepayment') =>
  set(PASSIVE_ACCOUNT, 2, constant(accountModeAndStatus, { paymentMode, status: 'new' }));

const charges = set(PASSIVE_ACCOUNT, 11, creditChargeConfiguration);
const accountActivation = set(PASSIVE_ACCOUNT, 13, activationDateTime);

const facts = {
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['1.6'],
  targets: ['ESME'],
} as const;

/** Set ESME Payment Mode to Credit. */
export const ECS02 = dlmsUseCase({
  ...facts,
  code: 'ECS02',
  title: 'Set ESME Payment Mode to Credit',
  messageCode: 0x001a,
  source: 'GBCS mapping table rows 1020, 1021, 1025, 1030; RTDS 4.5.0 ECS02',
  command: { account: newAccount('credit'), charges, accountActivation },
  from: {
    UpdatePaymentMode: ({ ExecutionDateTime }, { device }) => ({
      charges: creditMode(isTwinElement(device)),
      accountActivation: activationOf(ExecutionDateTime),
    }),
  },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'UpdatePaymentMode', ({ Prepayment }) => Prepayment === undefined),
});

/** Set ESME Payment Mode to Prepayment. */
export const ECS03 = dlmsUseCase({
  ...facts,
  code: 'ECS03',
  title: 'Set ESME Payment Mode to Prepayment',
  messageCode: 0x001b,
  source: 'GBCS mapping table rows 1020, 1021, 1025, 1030, 1190, 1203; RTDS 4.5.0 ECS03, ECS26a',
  command: {
    account: newAccount('prepayment'),
    disablementThreshold: set(DISABLEMENT_THRESHOLD, 4, balance),
    charges,
    disablementThresholdActivation: set(DISABLEMENT_THRESHOLD, 6, activationDateTime),
    accountActivation,
  },
  from: {
    UpdatePaymentMode({ ExecutionDateTime, Prepayment }, { device }) {
      if (!Prepayment) throw new CodecError('the request does not say Prepayment');
      const { SuspendDebtDisabled, SuspendDebtEmergency, DisablementThreshold } = Prepayment;
      const suspension = { disabled: SuspendDebtDisabled, emergency: SuspendDebtEmergency };
      const activation = activationOf(ExecutionDateTime);
      return {
        disablementThreshold: DisablementThreshold,
        charges: prepaymentMode(suspension, isTwinElement(device)),
        disablementThresholdActivation: activation,
        accountActivation: activation,
      };
    },
  },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'UpdatePaymentMode', ({ Prepayment }) => Prepayment !== undefined),
});
