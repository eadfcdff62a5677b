import { CodecError } from '../../../common/errors.js';
import { metering } from '../../gbz/clusters/metering.js';
import { CREDIT_ADJUSTMENT, prepayment } from '../../gbz/clusters/prepayment.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import type { TransformContext } from '../../transform-context.js';
import { GBCS_4, supports } from '../dlms/shared/gbcs-version.js';
import { issuerEventId } from './issue-context.js';
import { signedAmount } from './signed-amount.js';

interface Issued {
  readonly issuerEventId: number;
}

interface Adjustment extends Issued {
  /** Thousandths of a penny. */
  readonly value: number;
}

function adjustment(value: number | undefined, context: TransformContext): Adjustment {
  if (value === undefined) throw new CodecError('the request adjusts no meter balance in this mode');
  return { issuerEventId: issuerEventId(context), value: signedAmount(value, 'AdjustMeterBalance') };
}

/** @param creditAdjustmentValue 0 to reset, else how the value follows */
function creditAdjustment<Values extends Issued>(
  { one }: PartWords<Values>,
  creditAdjustmentType: number,
  creditAdjustmentValue: 0 | ((values: Values) => number),
): CommandPart<Values>[] {
  return [
    one(prepayment.fromClient.creditAdjustment, {
      issuerEventId: (values) => values.issuerEventId,
      startTime: AT_ONCE,
      creditAdjustmentType,
      creditAdjustmentValue,
    }),
  ];
}

const facts = {
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['1.5'],
  targets: ['GSME'],
  element: 'UpdateMeterBalance',
  response: [],
} as const;

/** Adjust Prepayment Mode Meter Balance on the GSME. */
export const GCS40a = gbzUseCase(
  {
    ...facts,
    code: 'GCS40a',
    title: 'Adjust Prepayment Mode Meter Balance on the GSME',
    messageCode: 0x0086,
    source: 'GBCS mapping table rows 1045, 1047; SMETS 4.5.3.6',
    applies: (content) => content.PrepaymentMode?.AdjustMeterBalance !== undefined,
    from: (content, context) => adjustment(content.PrepaymentMode?.AdjustMeterBalance, context),
  },
  (words) => creditAdjustment(words, CREDIT_ADJUSTMENT.prepaymentIncremental, ({ value }) => value),
);

/** Reset Prepayment Mode Meter Balance on the GSME. */
export const GCS40b = gbzUseCase(
  {
    ...facts,
    code: 'GCS40b',
    title: 'Reset Prepayment Mode Meter Balance on the GSME',
    messageCode: 0x00b4,
    source: 'GBCS mapping table rows 7, 1048, 1049; SMETS 4.5.3.19',
    applies: (content) => content.PrepaymentMode?.ResetMeterBalance !== undefined,
    from: (_, context): Issued => ({ issuerEventId: issuerEventId(context) }),
  },
  (words) => creditAdjustment(words, CREDIT_ADJUSTMENT.prepaymentAbsolute, 0),
);

/** Adjust Credit Mode Meter Balance on the GSME. */
export const GCS40c = gbzUseCase(
  {
    ...facts,
    code: 'GCS40c',
    title: 'Adjust Credit Mode Meter Balance on the GSME',
    messageCode: 0x00c0,
    source: 'GBCS mapping table rows 1785, 1844; SMETS 4.5.3.6',
    applies: (content) => content.CreditMode?.AdjustMeterBalance !== undefined,
    from: (content, context) => adjustment(content.CreditMode?.AdjustMeterBalance, context),
  },
  (words) => creditAdjustment(words, CREDIT_ADJUSTMENT.creditModeIncremental, ({ value }) => value),
);

/** Reset Credit Mode Meter Balance on the GSME. */
export const GCS40d = gbzUseCase(
  {
    ...facts,
    code: 'GCS40d',
    title: 'Reset Credit Mode Meter Balance on the GSME',
    messageCode: 0x00c2,
    source: 'GBCS mapping table row 1786; SMETS 4.5.3.19',
    applies: (content) => content.CreditMode?.ResetMeterBalance !== undefined,
    from: (_, context): Issued => ({ issuerEventId: issuerEventId(context) }),
  },
  (words) => creditAdjustment(words, CREDIT_ADJUSTMENT.creditModeAbsolute, 0),
);

/** The balance in credit mode and the balance in prepayment mode. */
function readBalances({ readAttributes }: PartWords<undefined>): CommandPart<undefined>[] {
  return [readAttributes(metering, ['billToDateDelivered']), readAttributes(prepayment, ['creditRemaining'])];
}

const readFacts = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.18'],
  targets: ['GSME', 'GPF'],
  element: 'ReadMeterBalance',
  response: [metering.foundation.readAttributesResponse, prepayment.foundation.readAttributesResponse],
} as const;

/** Read Meter Balance for GSME, of Devices before `GBCS_4`. An ExecutionDateTime is kept by the DSP. */
export const GCS60 = gbzUseCase(
  {
    ...readFacts,
    code: 'GCS60',
    title: 'Read Meter Balance for GSME',
    messageCode: 0x008d,
    source: 'GBCS mapping table rows 1022, 1041; SMETS 4.6.5.11',
    applies: (_, request, context) => !supports(context.device(request.requestId.target), GBCS_4),
    from: () => undefined,
  },
  readBalances,
);

/** Read Meter Balance for GSME; its Response says when the balances were read. An ExecutionDateTime is kept by the DSP. */
export const GCS60a = gbzUseCase(
  {
    ...readFacts,
    code: 'GCS60a',
    title: 'Read Meter Balance for GSME (with date-time)',
    messageCode: 0x012a,
    source: 'RTDS 4.5.0 GCS60a; GBCS message code 012A',
    applies: (_, request, context) => supports(context.device(request.requestId.target), GBCS_4),
    from: () => undefined,
  },
  readBalances,
);
