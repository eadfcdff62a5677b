import { CodecError } from '../../../common/errors.js';
import type { GasTariffElements, PricePrimary } from '../../../duis/generated/service-request-types.js';
import { CALENDAR_TYPE } from '../../gbz/clusters/calendar.js';
import { price } from '../../gbz/clusters/price.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { CANCEL, CANCEL_CALENDAR } from '../../gbz/utc-time.js';
import { activationTimeOf } from './execution-time.js';
import { calendarParts, type DayProfile, seasonsOf, specialDaysOf, weekProfilesOf } from './gas-calendar.js';
import { gasPricesOf, ISSUER_TARIFF_ID, priceMatrixPart, tariffInformationPart } from './gas-prices.js';
import { issuerEventId } from './issue-context.js';
import { indexed, ordered } from '../ordered.js';

const INSTANCES = { dayProfiles: [1, 4], weekProfiles: [1, 2] } as const;
/** Midnight; a gas day has one price from then on. */
const START_OF_DAY = 0;
/** Price tier of a day whose price depends on the block. */
const NO_TIER = 0;
/** The thresholds apply to all price tiers. */
const ALL_TIERS = 0x01;

function gasPrices(prices: PricePrimary): ReturnType<typeof gasPricesOf> {
  if (!prices.GasPriceElements) throw new CodecError('the prices are not those of a GSME');
  return gasPricesOf(prices.GasPriceElements);
}

function dayProfilesOf(tariff: GasTariffElements): DayProfile[] {
  const profiles = ordered(
    tariff.SwitchingTable.DayProfiles.DayProfile,
    (profile) => profile.DayName,
    'DayName',
  );
  return profiles.map((profile) => ({
    dayId: profile.DayName,
    entries: [{ startTime: START_OF_DAY, priceTierOrFriendlyCredit: profile.TOUTariffAction ?? NO_TIER }],
  }));
}

/**
 * Set Tariff and Price on GSME.
 *
 * Carried nowhere: `NumberOfThresholds`, because the thresholds in use are those of the `ThresholdMatrix` (RTDS: the
 * future-dated block tariff has 2 and 3, and the message says 3); the `ThresholdMatrix` of a time-of-use tariff, which
 * has no blocks.
 */
export const GCS01a = gbzUseCase(
  {
    code: 'GCS01a',
    title: 'Set Tariff and Price on GSME',
    messageCode: 0x006b,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['1.1.1'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 858 to 1450; SMETS 4.6.4.6, 4.6.4.23, 4.6.4.29 to 4.6.4.32',
    element: 'UpdateImportTariffPrimaryElement',
    response: [],
    from(content, context) {
      const tariff = content.GasTariffElements;
      if (!tariff) throw new CodecError('the tariff is not that of a GSME');
      const prices = gasPrices(content.PriceElements);
      const thresholds =
        prices.scheme === 'block' ? indexed(tariff.ThresholdMatrix.BlockThreshold, 'BlockThreshold') : [];
      return {
        ...prices,
        numberOfBlockThresholds: thresholds.length,
        thresholds,
        issuerEventId: issuerEventId(context),
        calendarStartTime: activationTimeOf(content.ExecutionDateTime, CANCEL_CALENDAR),
        tariffStartTime: activationTimeOf(content.ExecutionDateTime, CANCEL),
        priceStartTime: activationTimeOf(content.ExecutionDateTime, CANCEL_CALENDAR),
        dayProfiles: dayProfilesOf(tariff),
        weekProfiles: weekProfilesOf(tariff.SwitchingTable.WeekProfiles.WeekProfile),
        seasons: seasonsOf(tariff.SwitchingTable.Seasons.Season),
        specialDays: specialDaysOf(tariff.SpecialDays.SpecialDay ?? []),
      };
    },
  },
  (words) => [
    ...calendarParts(words, CALENDAR_TYPE.delivered, INSTANCES),
    tariffInformationPart(words),
    words.each(
      [0, 1],
      ({ thresholds }) => (thresholds.length > 0 ? [thresholds] : []),
      price.fromServer.publishBlockThresholds,
      {
        providerId: 0,
        issuerEventId: (_, values) => values.issuerEventId,
        startTime: (_, values) => values.priceStartTime,
        issuerTariffId: ISSUER_TARIFF_ID,
        commandIndex: 0,
        totalNumberOfCommands: 1,
        subPayloadControl: ALL_TIERS,
        blockThresholds: (thresholds) => [{ tier: 0, thresholds }],
      },
    ),
    priceMatrixPart(words),
  ],
);

/** Set Price on GSME. */
export const GCS01b = gbzUseCase(
  {
    code: 'GCS01b',
    title: 'Set Price on GSME',
    messageCode: 0x00a3,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['1.2.1'],
    targets: ['GSME'],
    source:
      'GBCS mapping table rows 18, 1096, 1143, 1144, 1442, 1450, 1551; SMETS 4.6.4.6, 4.6.4.23, 4.6.4.32',
    element: 'UpdatePricePrimaryElement',
    response: [],
    from: (content, context) => ({
      ...gasPrices(content.PriceElements),
      issuerEventId: issuerEventId(context),
      tariffStartTime: activationTimeOf(content.ExecutionDateTime, CANCEL),
      priceStartTime: activationTimeOf(content.ExecutionDateTime, CANCEL_CALENDAR),
    }),
  },
  (words) => [tariffInformationPart(words), priceMatrixPart(words)],
);
