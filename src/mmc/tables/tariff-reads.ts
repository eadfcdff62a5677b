import type { Description } from '../../gbcs/index.js';
import { at, type Conversion, number, words } from '../conversions.js';
import { blockPrices, blockThresholds, timeOfUsePrices } from '../electricity-prices.js';
import {
  electricitySwitchingTable,
  electricityTariffSpecialDays,
  TARIFF_SCRIPTS,
} from '../electricity-tariff.js';
import { around, gasDays, gasSeasons, gasSpecialDays, gasWeeks } from '../gas-calendar.js';
import { attribute, attributesIndexed, ofCommand, volumeBy } from '../gbz-readers.js';
import type { MmcTree, Reader } from '../mmc-tree.js';
import { NotCovered } from '../not-covered.js';
import type { ResponseRow } from '../response-row.js';
import { listAt, wordAt } from '../switching-schedules.js';

const PRIMARY_REGISTERS = 48;
const SECONDARY_REGISTERS = 4;
const GAS_TIERS = 4;
const GAS_BLOCKS = 4;
const GAS_THRESHOLDS = 3;

/** Digits behind the point as a power of ten, as electricity tells its scale. */
const asScale: Conversion = (value) =>
  typeof value === 'number' ? String(value === 0 ? 0 : -value) : undefined;

/** A gas day has one price from midnight: that of a tier, or of the block the meter is in. Source: what GCS01a writes. */
function gasDay(payload: Description): MmcTree {
  const [midnight, another] = listAt(payload, 'dayScheduleEntries').map((entry) => [
    wordAt(entry, 'startTime'),
    wordAt(entry, 'priceTierOrFriendlyCredit'),
  ]);
  const day = wordAt(payload, 'dayId');
  if (another !== undefined || (midnight !== undefined && midnight[0] !== '0')) {
    throw new NotCovered(
      `day profile ${day} changes price in the course of the day: MMC has no place for it`,
    );
  }
  const tier = midnight?.[1];
  return {
    DayName: day,
    TOUTariffAction: tier === '0' ? undefined : tier,
    BlockTariff: tier === '0' ? {} : undefined,
  };
}

const gasSwitchingTable: Reader = (content) => {
  const table: MmcTree = {
    DayProfiles: around('DayProfile', gasDays(content, gasDay)),
    WeekProfiles: around('WeekProfile', gasWeeks(content, 'ReferencedDay')),
    Seasons: around('Season', gasSeasons(content)),
  };
  return Object.values(table).every((part) => part === undefined) ? undefined : table;
};

/** Tariffs: 4.11. */
export const TARIFF_READS: readonly ResponseRow[] = [
  {
    useCases: ['ECS24'],
    elements: {
      Electricity: {
        PrimaryActiveTariffPrice: at('activeTariffPrice.value', number),
        CurrencyUnitsLabel: at('poundsSterling', words({ true: 'GBP', false: 'ECB' })),
        CurrencyUnitsName: at('poundsSterling', words({ true: 'Millipence', false: 'Millicent' })),
        StandingCharge: at('standingCharge.charges.0.charge', number),
        StandingChargeScale: at('standingCharge.scaling.priceScale', number),
        PriceScale: at('prices.scaling.priceScale', number),
        TariffBlockPriceMatrix: blockPrices('prices'),
        TariffTOUPriceMatrix: timeOfUsePrices('prices', PRIMARY_REGISTERS),
        TariffSwitchingTable: electricitySwitchingTable('switchingTable', TARIFF_SCRIPTS.primary),
        TariffSwitchingTableSpecialDays: electricityTariffSpecialDays('specialDays'),
        TariffThresholdMatrix: blockThresholds('thresholds'),
      },
    },
    source: 'MMC schema 5.4, ReadTariffPrimaryElementRsp; ECS01a writes the same; RTDS 4.5.0 ECS24',
    mark: 'inferred',
  },
  {
    useCases: ['ECS24b'],
    elements: {
      SecondaryActiveTariffPrice: at('activeTariffPrice.value', number),
      PriceScale: at('prices.scaling.priceScale', number),
      TariffTOUPriceMatrix: timeOfUsePrices('prices', SECONDARY_REGISTERS),
      TariffSwitchingTable: electricitySwitchingTable('switchingTable', TARIFF_SCRIPTS.secondary),
      TariffSwitchingTableSpecialDays: electricityTariffSpecialDays('specialDays'),
    },
    source: 'MMC schema 5.4, ReadTariffSecondaryElementRsp; ECS01c writes the same; RTDS 4.5.0 ECS24b',
    mark: 'inferred',
  },
  {
    useCases: ['GCS21f'],
    elements: {
      Gas: {
        PrimaryActiveTariffPrice: ofCommand('publishPrice', at('price', number)),
        PrimaryActiveTariffPriceScale: ofCommand(
          'publishPrice',
          at('priceTrailingDigitAndTier.decimal digits', asScale),
        ),
        CurrencyUnitsLabel: attribute('currency', words({ 'GBP (826)': 'GBP', 'EUR (978)': 'ECB' })),
        StandingCharge: attribute('standingCharge', number),
        TariffSwitchingTable: gasSwitchingTable,
        TariffSwitchingTableSpecialDays: (content) =>
          around('SpecialDay', gasSpecialDays(content, 'ReferencedDay')),
        TariffThresholds: {
          BlockThreshold: attributesIndexed(
            (block) => `block${block}Threshold`,
            GAS_THRESHOLDS,
            volumeBy('thresholdMultiplier', 'thresholdDivisor'),
          ),
        },
        TOUTariff: {
          TariffTOUPrice: attributesIndexed(
            (tier) => `tier${tier}Block1Price`,
            GAS_TIERS,
            () => number,
          ),
        },
        BlockTariff: {
          BlockPrice: attributesIndexed(
            (block) => `noTierBlock${block}Price`,
            GAS_BLOCKS,
            () => number,
          ),
        },
      },
    },
    source: 'MMC schema 5.4, ReadTariffPrimaryElementRsp; GCS01a writes the same; RTDS 4.5.0 GCS21f',
    mark: 'inferred',
  },
];
