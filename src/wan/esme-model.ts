import { anyData, type DlmsData } from '../gbcs/dlms/any-data.js';
import { array, doubleLongUnsigned, structure, zigbeeUtcTime } from '../gbcs/dlms/index.js';
import { encodeData } from '../gbcs/dlms/dlms-type.js';
import { balances } from '../gbcs/use-cases/dlms/prepayment-and-payment/ecs19-read-prepayment-registers.js';
import { accountValues } from '../gbcs/use-cases/dlms/shared/prepayment-read-log-entry.js';
import { scalerUnit } from '../gbcs/use-cases/dlms/shared/scaler-unit.js';
import { wattHours } from '../gbcs/use-cases/dlms/shared/units.js';
import { BLOCKS, TOU_REGISTERS } from './esme-tariff.js';
import { EsmeAccountStore } from './esme-account-store.js';
import { furnishAccountCommands } from './esme-account-commands.js';
import { tellOfBillingData } from './esme-billing-alert.js';
import { EsmeBillingLogs } from './esme-billing-logs.js';
import { EsmeAuxiliaryControllers } from './esme-auxiliary-controllers.js';
import { EsmeBlockCounters } from './esme-block-counters.js';
import { tellerOfEvents } from './esme-events.js';
import { EsmeLoadLimit } from './esme-load-limit.js';
import { EsmeLoadSwitch } from './esme-load-switch.js';
import { furnishEsmeLogs, reactiveOf } from './esme-logs.js';
import { EsmeMaximumDemand } from './esme-maximum-demand.js';
import { DAILY_READS, EsmeMeter } from './esme-meter.js';
import { furnishTopUp } from './esme-top-up.js';
import { furnishAlertBehaviours } from './esme-alert-behaviours.js';
import { keepFactorySettings } from './esme-factory-settings.js';
import { keepFactoryValues } from './esme-factory-values.js';
import { furnishEventLogs } from './event-logs.js';
import { keepLog } from './kept-log.js';
import { PrepaymentAccount } from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';

/** Collections of registers, read encrypted. Source: GBCS mapping table, ECS17b to ECS17e, ECS19. */
const COLLECTION = {
  importRegisters: { classId: 1, obis: '0-0:94.44.34.10', index: 2 },
  tou: { classId: 1, obis: '0-0:94.44.34.1', index: 2 },
  blockTou: { classId: 1, obis: '0-0:94.44.34.2', index: 2 },
  power: { classId: 1, obis: '0-0:94.44.34.20', index: 2 },
  balances: { classId: 1, obis: '0-0:94.44.34.30', index: 2 },
} as const;

const UNIT = { watt: 'W', wattHour: 'Wh', varHour: 'varh' } as const;

const importRegisters = structure({
  active: doubleLongUnsigned,
  activeUnit: scalerUnit,
  reactive: doubleLongUnsigned,
  reactiveUnit: scalerUnit,
});
const powerImport = structure({
  active: doubleLongUnsigned,
  activeUnit: scalerUnit,
  primary: doubleLongUnsigned,
});
const touRegisters = structure({ registers: array(wattHours, TOU_REGISTERS) });
/** Registers there is room for in each block; a meter has 8. Source: GBCS mapping table row 29. */
const BLOCK_ROOM = 16;
const blockRegisters = structure({ registers: array(wattHours, BLOCKS * BLOCK_ROOM) });

/** Prepayment daily read log. Source: GBCS mapping table, ECS21b. */
const DAILY_BALANCES = { classId: 7, obis: '0-0:98.1.8.255', index: 2 } as const;
const dailyBalance = structure({ timestamp: zigbeeUtcTime, ...accountValues });

/**
 * Logs a virtual meter writes nothing into: its supply and voltage are good, and nobody presses its boost button.
 * Source of the objects: GBCS mapping table, ECS35e, ECS61c.
 */
const EMPTY_LOGS = [
  { classId: 7, obis: '0-0:99.98.4.255', index: 2 },
  { classId: 7, obis: '0-0:99.98.20.255', index: 2 },
] as const;
/** An array without entries reads alike whatever the entries would be. */
const NO_ENTRIES: DlmsData = { type: 'array', value: [] };

/** Gives a single element electricity meter its objects: settings as it comes, registers, and logs. */
export function furnishEsme(esme: VirtualDevice): void {
  const { objects } = esme;
  keepFactoryValues(objects);
  keepFactorySettings(esme);
  const tell = tellerOfEvents(esme, furnishEventLogs(esme));
  furnishAlertBehaviours(objects);
  const supply = new EsmeLoadSwitch(objects);
  const store = new EsmeAccountStore(objects, supply);
  const account = new PrepaymentAccount(store, supply, tell);
  const balancesNow = () => store.reading;
  furnishAccountCommands(esme, store, account);
  furnishTopUp(esme, account);
  const dailyBalances = keepLog(objects, {
    attribute: DAILY_BALANCES,
    entry: dailyBalance,
    capacity: DAILY_READS,
  });
  const billing = new EsmeBillingLogs(objects);
  const parts = {
    account,
    supply,
    loadLimit: new EsmeLoadLimit(objects, supply, tell),
    blockCounters: new EsmeBlockCounters(objects),
    maximumDemand: new EsmeMaximumDemand(esme),
  };
  const meter = new EsmeMeter(esme, parts, {
    dayEnds({ timestamp }) {
      dailyBalances.add({ timestamp, ...balancesNow() });
    },
    billingPeriodEnds(reading) {
      billing.keepPeriod(reading, balancesNow());
      tellOfBillingData(esme, reading);
    },
  });
  esme.routines.push(meter);
  objects.beforeChange((attribute) => {
    billing.keepBeforeChange(attribute, () => ({ reading: meter.reading, account: balancesNow() }));
  });
  objects.defineAttribute(COLLECTION.importRegisters, () => {
    const { activeImport: active } = meter.reading;
    return encodeData(importRegisters, {
      active,
      activeUnit: { scaler: 0, unit: UNIT.wattHour },
      reactive: reactiveOf(active),
      reactiveUnit: { scaler: 0, unit: UNIT.varHour },
    });
  });
  objects.defineAttribute(COLLECTION.tou, () =>
    encodeData(touRegisters, { registers: meter.reading.tariffTou }),
  );
  objects.defineAttribute(COLLECTION.blockTou, () => {
    const { tariffTouBlock1, tariffTouBlock2, tariffTouBlock3, tariffTouBlock4 } = meter.reading;
    const blocks = [tariffTouBlock1, tariffTouBlock2, tariffTouBlock3, tariffTouBlock4];
    const registers = blocks.flatMap((block) =>
      Array.from({ length: BLOCK_ROOM }, (_, number) => block[number] ?? 0),
    );
    return encodeData(blockRegisters, { registers });
  });
  objects.defineAttribute(COLLECTION.balances, () => encodeData(balances, balancesNow()));
  for (const log of EMPTY_LOGS) objects.defineLog(log, () => encodeData(anyData, NO_ENTRIES));
  objects.defineAttribute(COLLECTION.power, () =>
    encodeData(powerImport, {
      active: meter.power,
      activeUnit: { scaler: 0, unit: UNIT.watt },
      primary: meter.power,
    }),
  );
  new EsmeAuxiliaryControllers(esme);
  furnishEsmeLogs(esme, meter);
}
