import { CALENDAR_TYPE } from '../gbcs/gbz/clusters/calendar.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import type { ZclAttribute } from '../gbcs/gbz/zcl-cluster.js';
import type { PublishedToDevice } from './gas-published.js';
import type { ZigbeeAttributes } from './zigbee-attributes.js';

/** The tariff of a gas meter, as Commands left it. */
export interface GasTariff {
  readonly attributes: ZigbeeAttributes;
  readonly published: PublishedToDevice;
}

/** Where gas is counted and what it costs. */
export interface GasRate {
  readonly kind: 'tier' | 'block';
  /** From 0. */
  readonly number: number;
  /** Thousandths of a penny a kWh. */
  readonly price: number;
}

const { attributes: charged } = price;
/** Prices by price tier, the first of which is 1. Source: names of the attributes. */
export const TIER_PRICES: readonly ZclAttribute[] = [
  charged.tier1Block1Price,
  charged.tier2Block1Price,
  charged.tier3Block1Price,
  charged.tier4Block1Price,
];
/** Prices by block, the first of which is 0. Source: the same. */
export const BLOCK_PRICES: readonly ZclAttribute[] = [
  charged.noTierBlock1Price,
  charged.noTierBlock2Price,
  charged.noTierBlock3Price,
  charged.noTierBlock4Price,
];
export const BLOCK_THRESHOLDS: readonly ZclAttribute[] = [
  charged.block1Threshold,
  charged.block2Threshold,
  charged.block3Threshold,
];

/** Registers of price tiers, and of blocks. Source: GBCS mapping table, GCS13b, GCS13c. */
export const GAS_REGISTERS = 4;

const MEGAJOULES_A_KWH = 3.6;
const LITRES_A_CUBIC_METRE = 1000;
const WATT_HOURS_A_KWH = 1000;

function numberIn({ attributes }: GasTariff, { id }: ZclAttribute): number {
  return Number(attributes.read(price.id, id)?.value ?? 0);
}

/** A number that is given with how many of its digits are decimal ones, in the upper nibble. */
function decimalIn(tariff: GasTariff, attribute: ZclAttribute, trailingDigit: ZclAttribute): number {
  return numberIn(tariff, attribute) / 10 ** (numberIn(tariff, trailingDigit) >> 4);
}

/** The energy in gas, by conversion factor and calorific value. @returns kWh */
export function energyOf(tariff: GasTariff, litres: number): number {
  const factor = decimalIn(tariff, charged.conversionFactor, charged.conversionFactorTrailingDigit);
  const calorificValue = decimalIn(tariff, charged.calorificValue, charged.calorificValueTrailingDigit);
  return ((litres / LITRES_A_CUBIC_METRE) * factor * calorificValue) / MEGAJOULES_A_KWH;
}

/**
 * The rate at a time: of the block that has been reached, or of the price tier of the calendar. Without a tariff all is
 * counted in the first tier; mark: inferred.
 * @param usedInBlocks litres counted in blocks since the block period began
 */
export function gasRateAt(tariff: GasTariff, time: Date, usedInBlocks: number): GasRate {
  if (tariff.published.chargesByBlock) {
    // Thresholds are energy; divisor and multiplier of RTDS 4.5.0 GCS01a make them Wh. Mark: inferred.
    const used = energyOf(tariff, usedInBlocks) * WATT_HOURS_A_KWH;
    const passed = BLOCK_THRESHOLDS.map((threshold) => numberIn(tariff, threshold));
    const number = passed.filter((threshold) => threshold > 0 && threshold <= used).length;
    return { kind: 'block', number, price: priceIn(tariff, BLOCK_PRICES[number]) };
  }
  const tier = tariff.published.calendarActionAt(CALENDAR_TYPE.delivered, time) ?? 1;
  const number = Math.min(Math.max(tier, 1), GAS_REGISTERS) - 1;
  return { kind: 'tier', number, price: priceIn(tariff, TIER_PRICES[number]) };
}

function priceIn(tariff: GasTariff, attribute: ZclAttribute | undefined): number {
  return attribute === undefined ? 0 : numberIn(tariff, attribute);
}

/** What a day costs, in thousandths of a penny. */
export function standingChargeOf(tariff: GasTariff): number {
  return numberIn(tariff, charged.standingCharge);
}
