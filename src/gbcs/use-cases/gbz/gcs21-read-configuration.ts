import { basic } from '../../gbz/clusters/basic.js';
import { CALENDAR_TYPE, calendar } from '../../gbz/clusters/calendar.js';
import {
  CURRENT_NON_DISABLEMENT_CALENDAR,
  CURRENT_SWITCHING_TABLE,
} from '../../gbz/clusters/common-parameters.js';
import { metering } from '../../gbz/clusters/metering.js';
import { prepayment } from '../../gbz/clusters/prepayment.js';
import { price } from '../../gbz/clusters/price.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { GBCS_2, supports } from '../dlms/shared/gbcs-version.js';

const priceAttributes = price.foundation.readAttributesResponse;
const meteringAttributes = metering.foundation.readAttributesResponse;
const prepaymentAttributes = prepayment.foundation.readAttributesResponse;
const basicAttributes = basic.foundation.readAttributesResponse;

/** Read Gas Configuration Data Device Information. */
export const GCS21a = gbzUseCase(
  {
    code: 'GCS21a',
    title: 'Read Gas Configuration Data Device Information',
    messageCode: 0x007b,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.8'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1558, 1559, 1665, 1666, 1710, 1738, 1740, 1741, 1754, 1869, 1870',
    element: 'ReadDeviceConfigurationGas',
    response: [priceAttributes, meteringAttributes],
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(price, [
      'calorificValueTrailingDigit',
      'calorificValueUnit',
      'calorificValue',
      'conversionFactorTrailingDigit',
      'conversionFactor',
    ]),
    readAttributes(metering, [
      'uncontrolledFlowDivisor',
      'uncontrolledFlowMultiplier',
      'uncontrolledFlowThresholdUnitOfMeasure',
      'uncontrolledFlowThreshold',
      'flowStabilisationPeriod',
      'flowMeasurementPeriod',
    ]),
  ],
);

const { publishDayProfile, publishWeekProfile, publishSeasons, publishSpecialDays } = calendar.fromServer;
const calendarAnswers = [publishDayProfile, publishWeekProfile, publishSeasons, publishSpecialDays];
const FIRST = 1;
const ALL = 0;

/** Asks for all of the calendar in force. */
function calendarReads(
  { one }: PartWords<undefined>,
  issuerCalendarId: number,
  calendarType: number,
): CommandPart<undefined>[] {
  const identity = { providerId: 0, issuerCalendarId };
  return [
    one(calendar.fromClient.getDayProfiles, { ...identity, startDayId: FIRST, numberOfDays: ALL }),
    one(calendar.fromClient.getWeekProfiles, { ...identity, startWeekId: FIRST, numberOfWeeks: ALL }),
    one(calendar.fromClient.getSeasons, identity),
    one(calendar.fromClient.getSpecialDays, {
      startTime: AT_ONCE,
      numberOfEvents: ALL,
      calendarType,
      ...identity,
    }),
  ];
}

/** Read GSME Configuration Data Prepayment. An ExecutionDateTime is kept by the DSP. */
export const GCS21b = gbzUseCase(
  {
    code: 'GCS21b',
    title: 'Read GSME Configuration Data Prepayment',
    messageCode: 0x00b5,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.13'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 864, 1034 to 1167, 1461 to 1473, 1668 to 1697, 1756, 1881; SMETS 4.6.4',
    element: 'ReadPrepaymentConfiguration',
    response: [prepaymentAttributes, priceAttributes, ...calendarAnswers],
    from: () => undefined,
  },
  (words) => [
    words.readAttributes(prepayment, [
      'debtRecoveryTopUpPercentage3',
      'overallDebtCap',
      'debtRecoveryFrequency1',
      'debtRecoveryFrequency2',
      'cutOffValue',
      'emergencyCreditLimit',
      'emergencyCreditThreshold',
      'lowCreditWarning',
      'maxCreditLimit',
      'maxCreditPerTopUp',
      'debtRecoveryAmount1',
      'debtRecoveryAmount2',
    ]),
    words.readAttributes(price, ['priceTrailingDigit']),
    ...calendarReads(words, CURRENT_NON_DISABLEMENT_CALENDAR, CALENDAR_TYPE.friendlyCredit),
  ],
);

/** Read GSME Tariff Data. */
export const GCS21f = gbzUseCase(
  {
    code: 'GCS21f',
    title: 'Read GSME Tariff Data',
    messageCode: 0x009f,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.11.1'],
    targets: ['GSME', 'GPF'],
    source:
      'GBCS mapping table rows 19, 99, 232, 361, 785 to 825, 1358 to 1365, 1439, 1445, 1674; SMETS 4.6.4',
    element: 'ReadTariffPrimaryElement',
    response: [priceAttributes, ...calendarAnswers, price.fromServer.publishPrice],
    from: () => undefined,
  },
  (words) => [
    words.readAttributes(price, [
      'thresholdDivisor',
      'thresholdMultiplier',
      'block1Threshold',
      'block2Threshold',
      'block3Threshold',
      'unitOfMeasure',
      'noTierBlock1Price',
      'noTierBlock2Price',
      'noTierBlock3Price',
      'noTierBlock4Price',
      'tier1Block1Price',
      'tier2Block1Price',
      'tier3Block1Price',
      'tier4Block1Price',
      'currency',
      'priceTrailingDigit',
      'standingCharge',
    ]),
    ...calendarReads(words, CURRENT_SWITCHING_TABLE, CALENDAR_TYPE.delivered),
    words.one(price.fromClient.getCurrentPrice, { commandOptions: 0 }),
  ],
);

/** Asks for the billing period in force. */
function billingPeriodRead({ one }: PartWords<undefined>): CommandPart<undefined>[] {
  return [
    one(price.fromClient.getBillingPeriod, {
      earliestStartTime: AT_ONCE,
      minimumIssuerEventId: 0xffffffff,
      numberOfCommands: 1,
      tariffType: 0,
    }),
  ];
}

/** Read GSME Configuration Data Device Information (BillingCalendar), of Devices before `GBCS_2`. */
export const GCS21d = gbzUseCase(
  {
    code: 'GCS21d',
    title: 'Read GSME Configuration Data Device Information (BillingCalendar)',
    messageCode: 0x009d,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.3'],
    targets: ['GSME', 'GPF'],
    source: 'RTDS 4.5.0 GCS21d; GBCS message code 009D',
    element: 'ReadDeviceConfigurationBillingCalendar',
    response: [price.fromServer.publishBillingPeriod],
    applies: (_, request, context) => !supports(context.device(request.requestId.target), GBCS_2),
    from: () => undefined,
  },
  billingPeriodRead,
);

/** Read GSME Configuration Data Device Information (BillingCalendar - all periodicities). */
export const GCS21k = gbzUseCase(
  {
    code: 'GCS21k',
    title: 'Read GSME Configuration Data Device Information (BillingCalendar - all periodicities)',
    messageCode: 0x00da,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.3'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table row 1965; SMETS 4.6.4.2',
    element: 'ReadDeviceConfigurationBillingCalendar',
    response: [price.fromServer.publishBillingPeriod],
    applies: (_, request, context) => supports(context.device(request.requestId.target), GBCS_2),
    from: () => undefined,
  },
  billingPeriodRead,
);

/** Read GSME/GPF Configuration Data Device Information (device identity), of Devices before `GBCS_2`. */
export const GCS21e = gbzUseCase(
  {
    code: 'GCS21e',
    title: 'Read GSME/GPF Configuration Data Device Information (device identity)',
    messageCode: 0x009e,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.4'],
    targets: ['GSME'],
    source: 'RTDS 4.5.0 GCS21e; GBCS message code 009E',
    element: 'ReadDeviceConfigurationIdentityExcMPxN',
    response: [basicAttributes, meteringAttributes],
    applies: (_, request, context) => !supports(context.device(request.requestId.target), GBCS_2),
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(basic, ['manufacturerName', 'modelIdentifier', 'hardwareVersion']),
    readAttributes(metering, ['supplyDepletionState', 'supplyTamperState']),
  ],
);

/** Read GSME Configuration Data Device Information (identity, type and supply tamper / depletion state). */
export const GCS21m = gbzUseCase(
  {
    code: 'GCS21m',
    title:
      'Read GSME Configuration Data Device Information (identity, type and supply tamper / depletion state)',
    messageCode: 0x00fb,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.4'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1956, 1957, 1959, 1960; SMETS 4.6.1.2, 4.6.1.3, 4.6.4.25, 4.6.4.26',
    element: 'ReadDeviceConfigurationIdentityExcMPxN',
    response: [basicAttributes, meteringAttributes],
    applies: (_, request, context) => supports(context.device(request.requestId.target), GBCS_2),
    from: () => undefined,
  },
  ({ readAttributes }) => [
    readAttributes(basic, ['manufacturerName', 'modelIdentifier']),
    readAttributes(metering, ['supplyDepletionState', 'supplyTamperState']),
  ],
);

/** Read GSME Configuration Data Device Information (Payment Mode). */
export const GCS21j = gbzUseCase(
  {
    code: 'GCS21j',
    title: 'Read GSME Configuration Data Device Information (Payment Mode)',
    messageCode: 0x00bf,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.2.9'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 1018, 1024; SMETS 4.6.4.21, 4.6.4.27, 4.6.4.28',
    element: 'ReadDeviceConfigurationPaymentMode',
    response: [prepaymentAttributes],
    from: () => undefined,
  },
  ({ readAttributes }) => [readAttributes(prepayment, ['paymentControlConfiguration'])],
);
