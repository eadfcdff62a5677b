import { CodecError } from '../../../common/errors.js';
import type { UpdateDeviceConfigurationGasFlow } from '../../../duis/generated/service-request-types.js';
import { metering, SUPPLY_STATUS } from '../../gbz/clusters/metering.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import type { TransformContext } from '../../transform-context.js';
import { scaledDecimal } from '../decimal.js';
import { issuerEventId } from './issue-context.js';

const CUBIC_METRE_PER_HOUR = 0x01;
/** Digits after the decimal point of the flow rate of GCS24a: a divisor of 10,000. */
const FLOW_RATE_DIGITS = 4;

/** LOCKED is written as OFF. */
const STATE = { Unchanged: SUPPLY_STATUS.unchanged, Locked: SUPPLY_STATUS.off } as const;

interface GasFlow {
  readonly issuerEventId: number;
  readonly threshold: number;
  readonly stabilisationPeriod: number;
  readonly measurementPeriod: number;
  readonly tamperState: number;
  readonly depletionState: number;
}

function gasFlow(
  content: UpdateDeviceConfigurationGasFlow,
  threshold: number | undefined,
  context: TransformContext,
): GasFlow {
  if (threshold === undefined) throw new CodecError('the flow rate has not the form this use case carries');
  return {
    issuerEventId: issuerEventId(context),
    threshold,
    stabilisationPeriod: content.StabilisationPeriod,
    measurementPeriod: content.MeasurementPeriod,
    tamperState: STATE[content.SupplyTamperState],
    depletionState: STATE[content.SupplyDepletionState],
  };
}

function gasFlowParts({ one }: PartWords<GasFlow>, divisor: number): CommandPart<GasFlow>[] {
  return [
    one(metering.fromClient.setUncontrolledFlowThreshold, {
      providerId: 0,
      issuerEventId: (values) => values.issuerEventId,
      uncontrolledFlowThreshold: (values) => values.threshold,
      unitOfMeasure: CUBIC_METRE_PER_HOUR,
      multiplier: 1,
      divisor,
      stabilisationPeriod: (values) => values.stabilisationPeriod,
      measurementPeriod: (values) => values.measurementPeriod,
    }),
    one(metering.fromClient.setSupplyStatus, {
      issuerEventId: (values) => values.issuerEventId,
      supplyTamperState: (values) => values.tamperState,
      supplyDepletionState: (values) => values.depletionState,
      supplyUncontrolledFlowState: SUPPLY_STATUS.off,
      loadLimitSupplyState: SUPPLY_STATUS.unchanged,
    }),
  ];
}

/** Set Uncontrolled Gas Flow Rate and Supply Tamper State on the GSME: whole units. */
export const GCS24 = gbzUseCase(
  {
    code: 'GCS24',
    title: 'Set Uncontrolled Gas Flow Rate and Supply Tamper State on the GSME',
    messageCode: 0x007d,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['6.7'],
    targets: ['GSME'],
    source: 'RTDS 4.5.0 GCS24; GBCS message code 007D',
    element: 'UpdateDeviceConfigurationGasFlow',
    response: [],
    applies: (content) => content.UncontrolledGasFlowRate !== undefined,
    from: (content, context) => gasFlow(content, content.UncontrolledGasFlowRate, context),
  },
  (words) => gasFlowParts(words, 1),
);

/** Set Uncontrolled Gas Flow Rate at greater resolution and Supply Tamper State on the GSME. */
export const GCS24a = gbzUseCase(
  {
    code: 'GCS24a',
    title: 'Set Uncontrolled Gas Flow Rate at greater resolution and Supply Tamper State on the GSME',
    messageCode: 0x00fc,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['6.7'],
    targets: ['GSME'],
    source:
      'GBCS mapping table rows 1396, 1397, 1401, 1402, 1524, 1867, 1868; SMETS 4.6.4.25, 4.6.4.26, 4.6.4.33',
    element: 'UpdateDeviceConfigurationGasFlow',
    response: [],
    applies: (content) => content.UncontrolledGasFlowRateDecimal !== undefined,
    from(content, context) {
      const rate = content.UncontrolledGasFlowRateDecimal;
      return gasFlow(
        content,
        rate === undefined ? undefined : scaledDecimal(rate, FLOW_RATE_DIGITS),
        context,
      );
    },
  },
  (words) => gasFlowParts(words, 10 ** FLOW_RATE_DIGITS),
);
