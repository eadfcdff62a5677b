import { CodecError } from '../../../../common/errors.js';
import type {
  ElecBlocks,
  ElecPriceElementsPrimary,
  ElecPrimaryTOUPrice,
  PricePrimary,
  PriceSecondary,
} from '../../../../duis/generated/service-request-types.js';
import { energyCharge } from './charge.js';
import { inIndexOrder } from '../../ordered.js';

/** Numbers of prices: time-of-use registers, time-of-use registers of each block, those of the second element. */
const TOU_PRICES = 48;
const BLOCK_TOU_PRICES = 8;
const BLOCKS = 4;
const SECONDARY_TOU_PRICES = 4;

/** Prices of the tariff for the total active import. Source: mapping table rows 1102 to 1138. */
export const primaryPrices = energyCharge('1-0:1.8.0.255', TOU_PRICES + BLOCKS * BLOCK_TOU_PRICES);

/** Prices for the active import of the second element. Source: mapping table rows 1054 to 1090. */
export const secondaryPrices = energyCharge('1-20:1.8.0.255', SECONDARY_TOU_PRICES);

/** The charge table names time-of-use register n by n, register n of block 1 by A0 + n, of block 2 by B0 + n ... */
const FIRST_BLOCK = 0xa0;
const NEXT_BLOCK = 0x10;

interface Price {
  readonly register: Buffer;
  readonly charge: number;
}

const priceOf = (register: number, charge: number): Price => ({ register: Buffer.of(register), charge });

/** Prices by index, 0 where the request has none: every register has a price. */
function pricesByIndex(prices: readonly ElecPrimaryTOUPrice[], count: number, name: string): number[] {
  const byIndex = new Map(inIndexOrder(prices, name).map(({ index, value }) => [index, value]));
  for (const index of byIndex.keys()) {
    if (index < 1 || index > count) throw new CodecError(`there is no ${name} ${index}`);
  }
  return Array.from({ length: count }, (_, position) => byIndex.get(position + 1) ?? 0);
}

/** @param blocks of each time-of-use register the prices of the blocks */
function blockPrices(blocks: readonly ElecBlocks[]): Price[] {
  const byRegister = new Map(
    inIndexOrder(blocks, 'BlockPrices').map(({ index, BlockPrice }) => [
      index,
      pricesByIndex(BlockPrice, BLOCKS, 'BlockPrice'),
    ]),
  );
  for (const index of byRegister.keys()) {
    if (index < 1 || index > BLOCK_TOU_PRICES) throw new CodecError(`there are no BlockPrices ${index}`);
  }
  return Array.from({ length: BLOCKS * BLOCK_TOU_PRICES }, (_, position) => {
    const block = Math.floor(position / BLOCK_TOU_PRICES);
    const register = (position % BLOCK_TOU_PRICES) + 1;
    return priceOf(FIRST_BLOCK + block * NEXT_BLOCK + register, byRegister.get(register)?.[block] ?? 0);
  });
}

function primaryCharges({ BlockTariff, TOUTariff, HybridTariff }: ElecPriceElementsPrimary): Price[] {
  const tou = HybridTariff?.TOUPrice ?? TOUTariff?.TOUPrice ?? [];
  const blocks = HybridTariff?.BlockPrices ?? BlockTariff?.BlockPrices ?? [];
  return [
    ...pricesByIndex(tou, TOU_PRICES, 'TOUPrice').map((charge, position) => priceOf(position + 1, charge)),
    ...blockPrices(blocks),
  ];
}

/** @throws CodecError if the prices are not those of an ESME, or have an index that repeats or is out of range */
export function primaryPriceValues({ ElectricityPriceElements: content }: PricePrimary) {
  if (!content) throw new CodecError('an ESME takes ElectricityPriceElements');
  return {
    standingCharge: {
      scaling: { priceScale: content.StandingChargeScale },
      commodity: {},
      charges: [{ charge: content.StandingCharge }],
    },
    prices: {
      scaling: { priceScale: content.PriceScale },
      commodity: {},
      charges: primaryCharges(content),
    },
  };
}

/** @throws CodecError if an index repeats or is out of range */
export function secondaryPriceValues({ PriceScale, ElectricityPriceElement }: PriceSecondary) {
  const prices = pricesByIndex(ElectricityPriceElement, SECONDARY_TOU_PRICES, 'ElectricityPriceElement');
  return {
    prices: {
      scaling: { priceScale: PriceScale },
      commodity: {},
      charges: prices.map((charge, position) => priceOf(position + 1, charge)),
    },
  };
}
