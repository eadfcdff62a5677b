import { CodecError } from '../../../../common/errors.js';
import type {
  ElecProfileSchedulePrimary,
  ElecThresholdMatrix,
} from '../../../../duis/generated/service-request-types.js';
import { activationDateTime, array, boolean } from '../../../dlms/index.js';
import { dlmsUseCase, repeat, set } from '../engine/index.js';
import { PRIMARY_PRICES, SECONDARY_PRICES, STANDING_CHARGE } from '../shared/account-objects.js';
import { timeCharge } from '../shared/charge.js';
import { activationOf } from '../shared/execution.js';
import { indexed } from '../../ordered.js';
import {
  primaryPrices,
  primaryPriceValues,
  secondaryPrices,
  secondaryPriceValues,
} from '../shared/prices.js';
import { switchingTableValues, tariffSpecialDayValues } from '../shared/tariff-calendar-values.js';
import {
  dayProfiles,
  seasonProfiles,
  tariffSpecialDays,
  weekProfiles,
} from '../shared/tariff-switching-table.js';
import { wattHours } from '../shared/units.js';

const PRIMARY_CALENDAR = { classId: 20, obis: '0-0:13.0.0.255' } as const;
const SECONDARY_CALENDAR = { classId: 20, obis: '0-0:13.0.1.255' } as const;
const CURRENCY_UNIT = { classId: 9000, obis: '0-0:94.44.2.0' } as const;

/** Thresholds of the blocks of each time-of-use register that has blocks, at most three of them. */
const THRESHOLD_REGISTERS = 8;
const blockThresholds = array(wattHours, { min: 1, max: 3 });

/** Scripts that switch tariffs. Source: RTDS 4.5.0 ECS01a, ECS01c. */
const BLOCK_SCRIPTS = 100;
const SECONDARY_SCRIPTS = 200;

const facts = { messageType: 'SME.C.C', targets: ['ESME'] } as const;

function primaryScript({ TOUTariffAction, BlockTariffAction }: ElecProfileSchedulePrimary): number {
  if (TOUTariffAction !== undefined) return TOUTariffAction;
  if (BlockTariffAction !== undefined) return BLOCK_SCRIPTS + BlockTariffAction;
  throw new CodecError('a switch of the tariff has no action');
}

/** @throws CodecError unless there are thresholds for each register, without gaps */
function thresholdValues({ Thresholds }: ElecThresholdMatrix): number[][] {
  const registers = indexed(
    Thresholds.map(({ index, BlockThreshold }) => ({
      index,
      value: indexed(BlockThreshold, 'BlockThreshold'),
    })),
    'Thresholds',
  );
  if (registers.length !== THRESHOLD_REGISTERS) {
    throw new CodecError(`expected Thresholds 1 to ${THRESHOLD_REGISTERS}, found ${registers.length}`);
  }
  return registers;
}

/** Set Tariff and Price on ESME. */
export const ECS01a = dlmsUseCase({
  ...facts,
  code: 'ECS01a',
  title: 'Set Tariff and Price on ESME',
  messageCode: 0x0019,
  serviceReferenceVariants: ['1.1.1'],
  source: 'GBCS mapping table rows 18 to 1779',
  command: {
    seasons: set(PRIMARY_CALENDAR, 7, seasonProfiles),
    weeks: set(PRIMARY_CALENDAR, 8, weekProfiles),
    days: set(PRIMARY_CALENDAR, 9, dayProfiles),
    specialDays: set({ classId: 11, obis: '0-1:11.0.0.255' }, 2, tariffSpecialDays),
    thresholds: repeat(THRESHOLD_REGISTERS, (register) =>
      set({ classId: 21, obis: `0-0:16.1.${10 + register}.255` }, 2, blockThresholds),
    ),
    poundsSterling: set(CURRENCY_UNIT, 4, boolean),
    standingCharge: set(STANDING_CHARGE, 6, timeCharge),
    prices: set(PRIMARY_PRICES, 6, primaryPrices),
    calendarActivation: set(PRIMARY_CALENDAR, 10, activationDateTime),
    specialDaysActivation: set({ classId: 9000, obis: '0-0:94.44.128.29' }, 6, activationDateTime),
    currencyActivation: set(CURRENCY_UNIT, 6, activationDateTime),
    standingChargeActivation: set(STANDING_CHARGE, 7, activationDateTime),
    pricesActivation: set(PRIMARY_PRICES, 7, activationDateTime),
    thresholdsActivation: set({ classId: 9000, obis: '0-0:63.1.1.255' }, 6, activationDateTime),
  },
  from: {
    UpdateImportTariffPrimaryElement({ ExecutionDateTime, ElecTariffElements, PriceElements }) {
      if (!ElecTariffElements) throw new CodecError('an ESME takes ElecTariffElements');
      const { CurrencyUnits, SwitchingTable, SpecialDays, ThresholdMatrix } = ElecTariffElements;
      const activation = activationOf(ExecutionDateTime);
      return {
        ...switchingTableValues(SwitchingTable, primaryScript),
        specialDays: tariffSpecialDayValues(SpecialDays.SpecialDay ?? []),
        thresholds: thresholdValues(ThresholdMatrix),
        poundsSterling: CurrencyUnits === 'GBP',
        ...primaryPriceValues(PriceElements),
        calendarActivation: activation,
        specialDaysActivation: activation,
        currencyActivation: activation,
        standingChargeActivation: activation,
        pricesActivation: activation,
        thresholdsActivation: activation,
      };
    },
  },
});

/** Set Price on ESME. */
export const ECS01b = dlmsUseCase({
  ...facts,
  code: 'ECS01b',
  title: 'Set Price on ESME',
  messageCode: 0x00a2,
  serviceReferenceVariants: ['1.2.1'],
  source: 'GBCS mapping table rows 1101 to 1144',
  command: {
    standingCharge: set(STANDING_CHARGE, 6, timeCharge),
    prices: set(PRIMARY_PRICES, 6, primaryPrices),
    standingChargeActivation: set(STANDING_CHARGE, 7, activationDateTime),
    pricesActivation: set(PRIMARY_PRICES, 7, activationDateTime),
  },
  from: {
    UpdatePricePrimaryElement({ ExecutionDateTime, PriceElements }) {
      const activation = activationOf(ExecutionDateTime);
      return {
        ...primaryPriceValues(PriceElements),
        standingChargeActivation: activation,
        pricesActivation: activation,
      };
    },
  },
});

/** Set Tariff and Price on ESME Secondary Element. */
export const ECS01c = dlmsUseCase({
  ...facts,
  code: 'ECS01c',
  title: 'Set Tariff and Price on ESME Secondary Element',
  messageCode: 0x00b7,
  serviceReferenceVariants: ['1.1.2'],
  source: 'GBCS mapping table; RTDS 4.5.0 ECS01c',
  command: {
    prices: set(SECONDARY_PRICES, 6, secondaryPrices),
    seasons: set(SECONDARY_CALENDAR, 7, seasonProfiles),
    weeks: set(SECONDARY_CALENDAR, 8, weekProfiles),
    days: set(SECONDARY_CALENDAR, 9, dayProfiles),
    specialDays: set({ classId: 11, obis: '0-1:11.0.1.255' }, 2, tariffSpecialDays),
    calendarActivation: set(SECONDARY_CALENDAR, 10, activationDateTime),
    pricesActivation: set(SECONDARY_PRICES, 7, activationDateTime),
    specialDaysActivation: set({ classId: 9000, obis: '0-0:94.44.128.30' }, 6, activationDateTime),
  },
  from: {
    UpdateImportTariffSecondaryElement({ ExecutionDateTime, SwitchingTable, SpecialDays, PriceElements }) {
      const activation = activationOf(ExecutionDateTime);
      return {
        ...secondaryPriceValues(PriceElements),
        ...switchingTableValues(SwitchingTable, ({ TOUTariffAction }) => SECONDARY_SCRIPTS + TOUTariffAction),
        specialDays: tariffSpecialDayValues(SpecialDays.SpecialDay ?? []),
        calendarActivation: activation,
        pricesActivation: activation,
        specialDaysActivation: activation,
      };
    },
  },
});

/** Set Price on ESME Secondary Element. */
export const ECS01d = dlmsUseCase({
  ...facts,
  code: 'ECS01d',
  title: 'Set Price on ESME Secondary Element',
  messageCode: 0x00c7,
  serviceReferenceVariants: ['1.2.2'],
  source: 'GBCS mapping table; RTDS 4.5.0 ECS01d',
  command: {
    prices: set(SECONDARY_PRICES, 6, secondaryPrices),
    pricesActivation: set(SECONDARY_PRICES, 7, activationDateTime),
  },
  from: {
    UpdatePriceSecondaryElement: ({ ExecutionDateTime, PriceElements }) => ({
      ...secondaryPriceValues(PriceElements),
      pricesActivation: activationOf(ExecutionDateTime),
    }),
  },
});
