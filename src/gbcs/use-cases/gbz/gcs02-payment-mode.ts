import { CodecError } from '../../../common/errors.js';
import type { UpdatePaymentMode } from '../../../duis/generated/service-request-types.js';
import { PAYMENT_CONTROL, prepayment } from '../../gbz/clusters/prepayment.js';
import type { CommandPart, Fields, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { CANCEL } from '../../gbz/utc-time.js';
import type { ValueOf } from '../../gbz/zcl-type.js';
import type { TransformContext } from '../../transform-context.js';
import { activationTimeOf } from './execution-time.js';
import { issuerEventId } from './issue-context.js';
import { signedAmount } from './signed-amount.js';

/** As a Cut Off Value: leave the disablement threshold as it is. */
const NO_CHANGE = -1;

const ALWAYS =
  PAYMENT_CONTROL.creditManagementEnabled |
  PAYMENT_CONTROL.creditDisplayEnabled |
  PAYMENT_CONTROL.contactorFitted;

const CREDIT_MODE = ALWAYS | PAYMENT_CONTROL.debtConfiguration | PAYMENT_CONTROL.emergencyDebtConfiguration;

const PREPAYMENT_MODE = ALWAYS | PAYMENT_CONTROL.disconnectionEnabled | PAYMENT_CONTROL.prepaymentEnabled;

/** Payment Control Configuration of prepayment mode. Source: GBCS mapping table, GCS03. */
function prepaymentConfiguration(suspendDebtDisabled: boolean, suspendDebtEmergency: boolean): number {
  return (
    PREPAYMENT_MODE |
    (suspendDebtDisabled ? PAYMENT_CONTROL.debtConfiguration : 0) |
    (suspendDebtEmergency ? 0 : PAYMENT_CONTROL.emergencyDebtConfiguration)
  );
}

/** When the change is made; what every change of payment mode has. */
interface Change {
  readonly issuerEventId: number;
  readonly implementationDateTime: number;
}

type Choices<Values> = Pick<
  Fields<ValueOf<typeof changePaymentMode.payload>, [Values]>,
  'proposedPaymentControlConfiguration' | 'cutOffValue'
>;

const { changePaymentMode } = prepayment.fromClient;

function changePaymentModePart<Values extends Change>(
  { one }: PartWords<Values>,
  choices: Choices<Values>,
): CommandPart<Values> {
  return one(changePaymentMode, {
    providerId: 0,
    issuerEventId: (values) => values.issuerEventId,
    implementationDateTime: (values) => values.implementationDateTime,
    ...choices,
  });
}

function changeOf(content: UpdatePaymentMode, context: TransformContext): Change {
  return {
    issuerEventId: issuerEventId(context),
    implementationDateTime: activationTimeOf(content.ExecutionDateTime, CANCEL),
  };
}

/** Set GSME Payment Mode to Credit. */
export const GCS02 = gbzUseCase(
  {
    code: 'GCS02',
    title: 'Set GSME Payment Mode to Credit',
    messageCode: 0x006c,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['1.6'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 726, 1025, 1030; SMETS 4.5.3.21',
    element: 'UpdatePaymentMode',
    response: [prepayment.fromServer.changePaymentModeResponse],
    applies: (content) => content.Credit !== undefined,
    from: changeOf,
  },
  (words) => [
    changePaymentModePart(words, {
      proposedPaymentControlConfiguration: CREDIT_MODE,
      cutOffValue: NO_CHANGE,
    }),
  ],
);

/** Set GSME Payment Mode to Prepayment. A DisablementThreshold of -1 leaves the Device's threshold as it is. */
export const GCS03 = gbzUseCase(
  {
    code: 'GCS03',
    title: 'Set GSME Payment Mode to Prepayment',
    messageCode: 0x006d,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['1.6'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1025, 1030, 1190; SMETS 4.5.3.21, 4.6.4.12',
    element: 'UpdatePaymentMode',
    response: [prepayment.fromServer.changePaymentModeResponse],
    applies: (content) => content.Prepayment !== undefined,
    from(content, context) {
      const mode = content.Prepayment;
      if (!mode) throw new CodecError('the payment mode is not Prepayment');
      return {
        ...changeOf(content, context),
        configuration: prepaymentConfiguration(mode.SuspendDebtDisabled, mode.SuspendDebtEmergency),
        cutOffValue: signedAmount(mode.DisablementThreshold, 'DisablementThreshold'),
      };
    },
  },
  (words) => [
    changePaymentModePart(words, {
      proposedPaymentControlConfiguration: (values) => values.configuration,
      cutOffValue: (values) => values.cutOffValue,
    }),
  ],
);
