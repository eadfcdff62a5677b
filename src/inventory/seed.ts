import { readFileSync } from 'node:fs';
import type { DeviceType } from '../common/device-type.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Store } from '../store/index.js';
import { importEntries } from './central-products-list.js';
import { readCplCsv } from './cpl-csv.js';
import type { CplEntry } from './cpl-entry.js';
import { insertDevice } from './device-changes.js';
import { blankDevice, type DeviceRecord } from './device-record.js';
import { dateOf } from './inventory.js';
import type { SmetsGeneration } from './smets-generation.js';

/** The Central Products List that a new gateway starts with, beside the compiled code and its source alike. */
const SEED_CPL = new URL('../../samples/cpl/seed.csv', import.meta.url);

/** A Device Model of the seeded Central Products List, as a pre-notification names it. */
export interface SeedModel {
  readonly manufacturer: string;
  readonly model: string;
  readonly firmwareVersion: string;
}

const model = (manufacturer: string, name: string, firmwareVersion: string): SeedModel => ({
  manufacturer,
  model: name,
  firmwareVersion,
});

/** Device Models of the seeded Central Products List. */
export const SEED_MODELS = {
  /** An Active row for SMETS1 and one for SMETS2+. */
  dualModePpmid: model('DA01', '03010200', '00030001'),
  secondDualModePpmid: model('DA02', '03020100', '00030002'),
  smets1OnlyPpmid: model('DB01', '03110100', '00110031'),
  smets2OnlyPpmid: model('DC01', '03200100', '00020032'),
  /** Its SMETS1 row is Withdrawn. */
  halfWithdrawnPpmid: model('DD01', '03300100', '00030033'),
  smets2Hub: model('CD01', '01010100', '00010005'),
  smets1Hub: model('CD11', '01110100', '00110002'),
  smets2Esme: model('AB01', '010A030B', '0002012F'),
  smets2Gsme: model('AB01', '020A030B', '00020130'),
  smets2Hcalcs: model('AB01', '040A030B', '00020131'),
  smets1Esme: model('AB11', '01110A01', '00110021'),
  smets1Gsme: model('AB11', '02110A01', '00110022'),
} as const;

interface SeedDevice {
  readonly id: string;
  readonly type: DeviceType;
  readonly model: SeedModel;
  readonly members?: Partial<DeviceRecord>;
}

interface SeedHome {
  readonly generation: SmetsGeneration;
  readonly hub: SeedDevice;
  readonly devices: readonly SeedDevice[];
}

const M = SEED_MODELS;
const ESME_AD = { esmeVariant: 'AD' } as const;

const HOMES: readonly SeedHome[] = [
  {
    // The home of the GFI reference test data (RTDS).
    generation: 'SMETS2+',
    hub: {
      id: '00-DB-12-34-56-78-90-A2',
      type: 'CHF',
      model: M.smets2Hub,
      members: address('100090000001', 'AB1 2CD', '1', 'Central'),
    },
    devices: [
      { id: '00-DB-12-34-56-78-90-A3', type: 'GPF', model: M.smets2Hub },
      {
        id: '00-DB-12-34-56-78-90-A0',
        type: 'ESME',
        model: M.smets2Esme,
        members: {
          ...ESME_AD,
          importMpxn: '1312345678111',
          secondaryImportMpan: '1312345678222',
          exportMpan: '1312345678333',
        },
      },
      {
        id: '00-DB-12-34-56-78-90-A1',
        type: 'GSME',
        model: M.smets2Gsme,
        members: { importMpxn: '1000999888' },
      },
      { id: '00-DB-12-34-56-78-90-A4', type: 'PPMID', model: M.dualModePpmid },
      { id: '00-DB-12-34-56-78-90-A5', type: 'HCALCS', model: M.smets2Hcalcs },
      { id: '00-DB-12-34-56-78-90-A6', type: 'ESME', model: M.smets2Esme, members: ESME_AD },
    ],
  },
  {
    // The other Devices that its requests name, such as the old Communications Hub of a Restore HAN Device Log.
    generation: 'SMETS2+',
    hub: {
      id: '00-DB-12-34-56-78-90-95',
      type: 'CHF',
      model: M.smets2Hub,
      members: address('100090000004', 'AB1 2CD', '4', 'Central'),
    },
    devices: [
      { id: '00-DB-12-34-56-78-90-9C', type: 'GPF', model: M.smets2Hub },
      { id: '00-DB-12-34-56-78-90-93', type: 'ESME', model: M.smets2Esme, members: ESME_AD },
      { id: '00-DB-12-34-56-78-90-94', type: 'GSME', model: M.smets2Gsme },
      { id: '00-DB-12-34-56-78-90-97', type: 'HCALCS', model: M.smets2Hcalcs },
      { id: '00-DB-12-34-56-78-90-9A', type: 'HCALCS', model: M.smets2Hcalcs },
      { id: '00-DB-12-34-56-78-90-98', type: 'PPMID', model: M.dualModePpmid },
      { id: '00-DB-12-34-56-78-90-99', type: 'PPMID', model: M.dualModePpmid },
    ],
  },
  {
    generation: 'SMETS2+',
    hub: {
      id: '00-DB-12-34-56-78-91-A2',
      type: 'CHF',
      model: M.smets2Hub,
      members: address('100090000002', 'AB1 2CD', '2', '4G Central'),
    },
    devices: [
      { id: '00-DB-12-34-56-78-91-A3', type: 'GPF', model: M.smets2Hub },
      {
        id: '00-DB-12-34-56-78-91-A0',
        type: 'ESME',
        model: M.smets2Esme,
        members: { ...ESME_AD, importMpxn: '1312345679111' },
      },
      {
        id: '00-DB-12-34-56-78-91-A1',
        type: 'GSME',
        model: M.smets2Gsme,
        members: { importMpxn: '1000999889' },
      },
      { id: '00-DB-12-34-56-78-91-A4', type: 'PPMID', model: M.secondDualModePpmid },
    ],
  },
  {
    generation: 'SMETS1',
    hub: {
      id: '00-DB-12-34-56-78-92-A2',
      type: 'CHF',
      model: M.smets1Hub,
      members: { ...address('100090000003', 'AB1 2CD', '3', 'SMETS1'), s1sp: 'S1SP 1' },
    },
    devices: [
      { id: '00-DB-12-34-56-78-92-A3', type: 'GPF', model: M.smets1Hub },
      {
        id: '00-DB-12-34-56-78-92-A0',
        type: 'ESME',
        model: M.smets1Esme,
        members: { esmeVariant: 'A', importMpxn: '1312345680111' },
      },
      {
        id: '00-DB-12-34-56-78-92-A1',
        type: 'GSME',
        model: M.smets1Gsme,
        members: { importMpxn: '1000999890' },
      },
      { id: '00-DB-12-34-56-78-92-A4', type: 'PPMID', model: M.dualModePpmid },
      { id: '00-DB-12-34-56-78-92-A5', type: 'PPMID', model: M.smets1OnlyPpmid },
    ],
  },
];

/** Every Device of the seeded homes, Communications Hubs first in each. */
export const SEED_DEVICES: readonly { readonly id: Eui64; readonly deviceType: DeviceType }[] = HOMES.flatMap(
  ({ hub, devices }) => [hub, ...devices].map(({ id, type }) => ({ id: parseEui64(id), deviceType: type })),
);

/**
 * Fills an empty store with a Central Products List and a few homes, all commissioned: those of the reference test data, a
 * second SMETS2+ home and a SMETS1 home. Made for trying things out; a store with anything in it is left alone.
 * @returns whether the store was filled
 */
export async function seedInventory(store: Store, now: Date): Promise<boolean> {
  const entries = readCplCsv(readFileSync(SEED_CPL, 'utf8'));
  return store.transaction(async (tx) => {
    for (const table of ['devices', 'cpl_entries'] as const) {
      if ((await tx.selectFrom(table).select('model').limit(1).executeTakeFirst()) !== undefined)
        return false;
    }
    await importEntries(tx, entries);
    const cause = { event: 'seeded', at: now, requestId: undefined };
    for (const home of HOMES) {
      const hubId = parseEui64(home.hub.id);
      await insertDevice(tx, recordOf(home.hub, null, home.generation, entries, now), cause);
      for (const device of home.devices) {
        await insertDevice(tx, recordOf(device, hubId, home.generation, entries, now), cause);
      }
    }
    return true;
  });
}

function recordOf(
  device: SeedDevice,
  hubId: Eui64 | null,
  generation: SmetsGeneration,
  entries: readonly CplEntry[],
  now: Date,
): Omit<DeviceRecord, 'statusSince'> {
  const { manufacturer, model: name, firmwareVersion } = device.model;
  const entry = entries.find(
    (row) =>
      row.manufacturer === manufacturer &&
      row.model === name &&
      row.firmwareVersion === firmwareVersion &&
      row.deviceType === device.type &&
      row.generation === generation,
  );
  return {
    ...blankDevice(parseEui64(device.id), device.type, manufacturer, name),
    status: 'Commissioned',
    firmwareVersion,
    smetsChtsVersion: entry?.smetsChtsVersion ?? null,
    gbcsVersion: entry?.gbcsVersion ?? null,
    generation,
    prenotifiedVersion: entry?.smetsChtsVersion ?? null,
    prenotifiedGeneration: generation,
    hubId,
    dateCommissioned: dateOf(now),
    ...device.members,
  };
}

function address(uprn: string, postCode: string, addressIdentifier: string, cspRegion: string) {
  return { uprn, postCode, addressIdentifier, cspRegion };
}
