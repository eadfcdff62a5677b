import { sql, type Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, DeviceStatus } from '../store/index.js';
import type { InterimConversion } from './interim-migration-conversion.js';

/** Members of a Device that an undoing relies on: were one changed since, undoing would break the Device. */
export const WATCHED = [
  'manufacturer',
  'model',
  'firmware_version',
  'generation',
  'smets_chts_version',
  'gbcs_version',
  'prenotified_version',
  'prenotified_generation',
] as const;

/**
 * Records the Devices of a conversion as they are once it is done: those to move, and where a SMETS1 row is added those
 * that ran the real version as SMETS1 already.
 */
export async function recordDevices(
  tx: Transaction<Database>,
  migration: number,
  { manufacturer, model, fictitious, real, changes }: InterimConversion,
): Promise<void> {
  const addsRow = changes.some(({ before }) => before === null);
  const record = (role: 'moved' | 'present', firmware: string) =>
    tx
      .insertInto('cpl_migration_devices')
      .columns(['migration_id', 'device_id', 'role', 'firmware_before', ...WATCHED])
      .expression((build) => {
        const devices = build
          .selectFrom('devices')
          .select([
            sql<number>`cast(${migration} as integer)`.as('migration_id'),
            'id',
            sql<'moved' | 'present'>`cast(${role} as text)`.as('role'),
            sql<string>`cast(${firmware} as text)`.as('firmware_before'),
            'manufacturer',
            'model',
            sql<string>`cast(${real} as text)`.as('firmware_version'),
            'generation',
            'smets_chts_version',
            'gbcs_version',
            'prenotified_version',
            'prenotified_generation',
          ])
          .where('device_type', '=', 'PPMID')
          .where('manufacturer', '=', manufacturer)
          .where('model', '=', model)
          .where('firmware_version', '=', firmware);
        return role === 'moved' ? devices : devices.where('generation', '=', 'SMETS1');
      })
      .execute();
  await record('moved', fictitious);
  if (addsRow) await record('present', real);
}

/** The Devices a conversion moves. */
export function devicesOn(
  tx: Transaction<Database>,
  { manufacturer, model, fictitious }: InterimConversion,
): Promise<{ id: Eui64; status: DeviceStatus | null }[]> {
  return tx
    .selectFrom('devices')
    .select(['id', 'status'])
    .where('device_type', '=', 'PPMID')
    .where('manufacturer', '=', manufacturer)
    .where('model', '=', model)
    .where('firmware_version', '=', fictitious)
    .orderBy('id')
    .execute();
}

/** Gives the Devices of a conversion the real firmware version. */
export async function moveDevices(
  tx: Transaction<Database>,
  { manufacturer, model, fictitious, real }: InterimConversion,
): Promise<void> {
  await tx
    .updateTable('devices')
    .set({ firmware_version: real })
    .where('device_type', '=', 'PPMID')
    .where('manufacturer', '=', manufacturer)
    .where('model', '=', model)
    .where('firmware_version', '=', fictitious)
    .execute();
}

/** Gives the Devices a migration moved the firmware version they had. */
export async function moveDevicesBack(tx: Transaction<Database>, migration: number): Promise<void> {
  await tx
    .updateTable('devices')
    .set((build) => ({
      firmware_version: build
        .selectFrom('cpl_migration_devices')
        .select('firmware_before')
        .where('migration_id', '=', migration)
        .whereRef('device_id', '=', 'devices.id'),
    }))
    .where('id', 'in', (build) =>
      build
        .selectFrom('cpl_migration_devices')
        .select('device_id')
        .where('migration_id', '=', migration)
        .where('role', '=', 'moved'),
    )
    .execute();
}
