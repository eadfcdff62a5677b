import type { Transaction } from 'kysely';
import type { Database } from '../store/index.js';
import { entriesOf } from './central-products-list.js';
import type { CplEntry } from './cpl-entry.js';
import type { CplChange } from './interim-migration-conversion.js';
import { WATCHED } from './interim-migration-devices.js';
import { writeFirmwareName } from './interim-migration-pair.js';
import { findEntryChanges } from './interim-migration-record.js';

/**
 * Why a migration cannot be undone: what it concerns and has changed since. Everything else of a Device, its status above
 * all, may have changed and stays as it is.
 * @returns a sentence each; none if it can be undone
 */
export async function changedSince(tx: Transaction<Database>, migration: number): Promise<string[]> {
  const reasons: string[] = [];
  for (const change of await findEntryChanges(tx, migration)) {
    reasons.push(...(await changedEntry(tx, change)));
    if (change.before === null) reasons.push(...(await newDevicesOn(tx, migration, change.after)));
  }
  return [...reasons, ...(await changedDevices(tx, migration))];
}

async function changedEntry(tx: Transaction<Database>, { after }: CplChange): Promise<string[]> {
  const found = (await entriesOf(tx, after)).find(({ generation }) => generation === after.generation);
  if (JSON.stringify(found) === JSON.stringify(after)) return [];
  const what = found === undefined ? 'is gone' : 'has changed since';
  return [`the ${after.generation} row of ${writeFirmwareName(after)} ${what}`];
}

/** Devices that came to rely on a row that would go. */
async function newDevicesOn(tx: Transaction<Database>, migration: number, row: CplEntry): Promise<string[]> {
  const devices = await tx
    .selectFrom('devices')
    .select('id')
    .where('device_type', '=', row.deviceType)
    .where('manufacturer', '=', row.manufacturer)
    .where('model', '=', row.model)
    .where('firmware_version', '=', row.firmwareVersion)
    .where('generation', '=', row.generation)
    .where('status', 'is distinct from', 'Decommissioned')
    .where('id', 'not in', (build) =>
      build.selectFrom('cpl_migration_devices').select('device_id').where('migration_id', '=', migration),
    )
    .orderBy('id')
    .execute();
  return devices.map(
    ({ id }) => `PPMID ${id} relies on the ${row.generation} row of ${writeFirmwareName(row)} since`,
  );
}

async function changedDevices(tx: Transaction<Database>, migration: number): Promise<string[]> {
  const devices = await tx
    .selectFrom('cpl_migration_devices as left')
    .leftJoin('devices as now', 'now.id', 'left.device_id')
    .select(['left.device_id', 'now.id as found'])
    .where('left.migration_id', '=', migration)
    .where('left.role', '=', 'moved')
    .where((build) =>
      build.or([
        build('now.id', 'is', null),
        build('now.device_type', '!=', 'PPMID'),
        ...WATCHED.map((column) => build(`now.${column}`, 'is distinct from', build.ref(`left.${column}`))),
      ]),
    )
    .orderBy('left.device_id')
    .execute();
  return devices.map(({ device_id: id, found }) =>
    found === null
      ? `PPMID ${id} is no longer in the inventory`
      : `the model or a version of PPMID ${id} has changed since`,
  );
}
