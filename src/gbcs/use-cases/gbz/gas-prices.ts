import type { GasPriceElements } from '../../../duis/generated/service-request-types.js';
import { CodecError } from '../../../common/errors.js';
import { CURRENCIES } from '../../gbz/clusters/common-parameters.js';
import { price } from '../../gbz/clusters/price.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { inIndexOrder } from '../ordered.js';

/** Charging scheme in the high nibble, Delivered Tariff in the low one. */
const CHARGING_SCHEME = { timeOfUse: 0x00, block: 0x10 } as const;
const SUB_PAYLOAD = { block: 0x00, timeOfUse: 0x01 } as const;

/** The only tariff a GSME has: the Tariff Switching Table. */
export const ISSUER_TARIFF_ID = 1;
const KWH = 0x00;
/** Five digits after the decimal point: prices are in thousandths of a penny. */
const FIVE_DECIMALS = 0x50;
const NO_TIER_BLOCK_MODE = 0xff;
const THRESHOLD_MULTIPLIER = 1;
const THRESHOLD_DIVISOR = 1000;
const EMPTY = Buffer.alloc(0);

/** What Publish Tariff Information and Publish Price Matrix say. */
export interface GasPrices {
  readonly issuerEventId: number;
  /** Activation time of the tariff information. */
  readonly tariffStartTime: number;
  /** Activation time of the price matrix; it cancels with another number than the tariff information. */
  readonly priceStartTime: number;
  /** ISO 4217 number. */
  readonly currency: number;
  readonly standingCharge: number;
  readonly scheme: 'block' | 'timeOfUse';
  readonly numberOfPriceTiers: number;
  readonly numberOfBlockThresholds: number;
  /** Block prices count from block 0, time-of-use prices from tier 1. */
  readonly prices: readonly { readonly tierOrBlockId: number; readonly price: number }[];
}

type PricesOfRequest = Pick<
  GasPrices,
  'currency' | 'standingCharge' | 'scheme' | 'numberOfPriceTiers' | 'numberOfBlockThresholds' | 'prices'
>;

/**
 * Reads the prices of a gas tariff. ECB in DUIS is the euro.
 * @throws CodecError if the index of a price repeats
 */
export function gasPricesOf(elements: GasPriceElements): PricesOfRequest {
  const common = {
    currency: elements.CurrencyUnits === 'GBP' ? CURRENCIES.GBP : CURRENCIES.EUR,
    standingCharge: elements.StandingCharge,
  };
  const { BlockTariff, TOUTariff } = elements;
  if (BlockTariff) {
    const blocks = inIndexOrder(BlockTariff.BlockPrice, 'index of BlockPrice');
    return {
      ...common,
      scheme: 'block',
      numberOfPriceTiers: 0,
      numberOfBlockThresholds: BlockTariff.NumberOfThresholds,
      prices: blocks.map((block) => ({ tierOrBlockId: block.index - 1, price: block.value })),
    };
  }
  if (!TOUTariff) throw new CodecError('the gas prices are neither BlockTariff nor TOUTariff');
  const tiers = inIndexOrder(TOUTariff.TOUPrice, 'index of TOUPrice');
  return {
    ...common,
    scheme: 'timeOfUse',
    numberOfPriceTiers: tiers.length,
    numberOfBlockThresholds: 0,
    prices: tiers.map((tier) => ({ tierOrBlockId: tier.index, price: tier.value })),
  };
}

/** Publish Tariff Information. */
export function tariffInformationPart<Values extends GasPrices>({
  one,
}: PartWords<Values>): CommandPart<Values> {
  return one(price.fromServer.publishTariffInformation, {
    providerId: 0,
    issuerEventId: (values) => values.issuerEventId,
    issuerTariffId: ISSUER_TARIFF_ID,
    startTime: (values) => values.tariffStartTime,
    tariffTypeAndChargingScheme: (values) => CHARGING_SCHEME[values.scheme],
    tariffLabel: EMPTY,
    numberOfPriceTiersInUse: (values) => values.numberOfPriceTiers,
    numberOfBlockThresholdsInUse: (values) => values.numberOfBlockThresholds,
    unitOfMeasure: KWH,
    currency: (values) => values.currency,
    priceTrailingDigit: FIVE_DECIMALS,
    standingCharge: (values) => values.standingCharge,
    tierBlockMode: NO_TIER_BLOCK_MODE,
    blockThresholdMultiplier: THRESHOLD_MULTIPLIER,
    blockThresholdDivisor: THRESHOLD_DIVISOR,
  });
}

/** Publish Price Matrix. */
export function priceMatrixPart<Values extends GasPrices>({ one }: PartWords<Values>): CommandPart<Values> {
  return one(price.fromServer.publishPriceMatrix, {
    providerId: 0,
    issuerEventId: (values) => values.issuerEventId,
    startTime: (values) => values.priceStartTime,
    issuerTariffId: ISSUER_TARIFF_ID,
    commandIndex: 0,
    totalNumberOfCommands: 1,
    subPayloadControl: (values) => SUB_PAYLOAD[values.scheme],
    priceMatrix: (values) => values.prices,
  });
}
