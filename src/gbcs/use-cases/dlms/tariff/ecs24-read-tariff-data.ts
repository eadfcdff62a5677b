import { array, boolean, doubleLongUnsigned } from '../../../dlms/index.js';
import type { CosemObject } from '../../../dlms/access-specification.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { PRIMARY_PRICES, SECONDARY_PRICES, STANDING_CHARGE } from '../shared/account-objects.js';
import { timeCharge } from '../shared/charge.js';
import { primaryPrices, secondaryPrices } from '../shared/prices.js';
import { readGroup } from '../shared/read-group.js';
import { scalerUnit } from '../shared/scaler-unit.js';
import {
  dayProfiles,
  seasonProfiles,
  tariffSpecialDays,
  weekProfiles,
} from '../shared/tariff-switching-table.js';
import { wattHours } from '../shared/units.js';

const THRESHOLD_REGISTERS = [1, 2, 3, 4, 5, 6, 7, 8];
const blockThresholds = array(wattHours, { max: 3 });

const activePrice = (object: CosemObject) =>
  readGroup({ value: get(object, 2, doubleLongUnsigned), scalerUnit: get(object, 3, scalerUnit) });

const calendar = (object: CosemObject) =>
  readGroup({
    seasons: get(object, 3, seasonProfiles),
    weeks: get(object, 4, weekProfiles),
    days: get(object, 5, dayProfiles),
  });

const thresholds = readGroup(
  Object.fromEntries(
    THRESHOLD_REGISTERS.map((register) => [
      `tou${register}`,
      get({ classId: 21, obis: `0-0:16.0.${10 + register}.255` }, 2, blockThresholds),
    ]),
  ),
);

/** Read ESME Tariff Data. */
export const ECS24 = dlmsUseCase({
  code: 'ECS24',
  title: 'Read ESME Tariff Data',
  messageCode: 0x003a,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.11.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 19 to 1092',
  command: {
    activeTariffPrice: activePrice({ classId: 3, obis: '0-0:94.44.1.7' }),
    switchingTable: calendar({ classId: 20, obis: '0-0:13.0.0.255' }),
    specialDays: get({ classId: 11, obis: '0-0:11.0.0.255' }, 2, tariffSpecialDays),
    thresholds,
    poundsSterling: get({ classId: 9000, obis: '0-0:94.44.2.0' }, 2, boolean),
    standingCharge: get(STANDING_CHARGE, 5, timeCharge),
    prices: get(PRIMARY_PRICES, 5, primaryPrices),
  },
  from: { ReadTariffPrimaryElement: nothingToSay },
});

/** Read ESME Tariff Data - second element. */
export const ECS24b = dlmsUseCase({
  code: 'ECS24b',
  title: 'Read ESME Tariff Data - second element',
  messageCode: 0x00bd,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.11.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 108 to 1090',
  command: {
    prices: get(SECONDARY_PRICES, 5, secondaryPrices),
    activeTariffPrice: activePrice({ classId: 3, obis: '0-0:94.44.1.8' }),
    specialDays: get({ classId: 11, obis: '0-0:11.0.1.255' }, 2, tariffSpecialDays),
    switchingTable: calendar({ classId: 20, obis: '0-0:13.0.1.255' }),
  },
  from: { ReadTariffSecondaryElement: nothingToSay },
});
