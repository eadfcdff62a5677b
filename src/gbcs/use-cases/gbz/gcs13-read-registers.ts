import { metering } from '../../gbz/clusters/metering.js';
import { prepayment } from '../../gbz/clusters/prepayment.js';
import { price } from '../../gbz/clusters/price.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';

/* In all of these an ExecutionDateTime is kept by the DSP until then and not part of the message. */

const meteringAnswer = metering.foundation.readAttributesResponse;

/** Read GSME Consumption Register. */
export const GCS13a = gbzUseCase(
  {
    code: 'GCS13a',
    title: 'Read GSME Consumption Register',
    messageCode: 0x0074,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.1.1'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 1373 to 1376; SMETS 4.6.5.4',
    element: 'ReadInstantaneousImportRegisters',
    response: [meteringAnswer],
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(metering, ['divisor', 'multiplier', 'unitOfMeasure', 'currentSummationDelivered']),
  ],
);

/** Read GSME Block Counters. */
export const GCS13b = gbzUseCase(
  {
    code: 'GCS13b',
    title: 'Read GSME Block Counters',
    messageCode: 0x00b8,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.1.4'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 1377 to 1380; SMETS 4.6.5.19',
    element: 'ReadInstantaneousImportBlockCounters',
    response: [meteringAnswer],
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(metering, [
      'currentNoTierBlock1SummationDelivered',
      'currentNoTierBlock2SummationDelivered',
      'currentNoTierBlock3SummationDelivered',
      'currentNoTierBlock4SummationDelivered',
      'divisor',
      'multiplier',
      'unitOfMeasure',
    ]),
  ],
);

/** Read GSME Register (TOU). */
export const GCS13c = gbzUseCase(
  {
    code: 'GCS13c',
    title: 'Read GSME Register (TOU)',
    messageCode: 0x00b6,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.1.2'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 1357, 1366, 1370, 1835; SMETS 4.6.5.20',
    element: 'ReadInstantaneousImportTOUMatrices',
    response: [meteringAnswer],
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(metering, [
      'divisor',
      'multiplier',
      'unitOfMeasure',
      'currentTier1SummationDelivered',
      'currentTier2SummationDelivered',
      'currentTier3SummationDelivered',
      'currentTier4SummationDelivered',
    ]),
  ],
);

/** Read GSME Prepayment Register(s). */
export const GCS14 = gbzUseCase(
  {
    code: 'GCS14',
    title: 'Read GSME Prepayment Register(s)',
    messageCode: 0x0075,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.3'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 1039 to 1041, 1148 to 1150, 1556 to 1576, 1708 to 1737; SMETS 4.6.5',
    element: 'ReadInstantaneousPrepayValues',
    response: [price.foundation.readAttributesResponse, prepayment.foundation.readAttributesResponse],
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(price, ['priceTrailingDigit', 'currency']),
    readAttributes(prepayment, [
      'accumulatedDebt',
      'emergencyCreditRemaining',
      'creditRemaining',
      'debtAmount3',
      'debtAmount1',
      'debtAmount2',
    ]),
  ],
);
