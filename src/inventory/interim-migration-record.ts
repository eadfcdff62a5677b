import { sql, type Transaction } from 'kysely';
import type { Database } from '../store/index.js';
import type { CplEntry } from './cpl-entry.js';
import type { CplChange, InterimConversion } from './interim-migration-detection.js';

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

/** Begins the record of a migration. @returns its number */
export async function insertMigration(tx: Transaction<Database>, at: Date): Promise<number> {
  const last = await tx
    .selectFrom('cpl_migrations')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  const id = (last?.id ?? 0) + 1;
  await tx.insertInto('cpl_migrations').values({ id, applied_at: at.getTime(), undone_at: null }).execute();
  return id;
}

/** Records what was done to the list. */
export async function insertEntryChanges(
  tx: Transaction<Database>,
  migration: number,
  changes: readonly CplChange[],
): Promise<void> {
  for (const [index, { before, after }] of changes.entries()) {
    await tx
      .insertInto('cpl_migration_entries')
      .values({
        migration_id: migration,
        number: index + 1,
        before: before === null ? null : JSON.stringify(before),
        after: JSON.stringify(after),
      })
      .execute();
  }
}

/** What was done to the list, in the order it was done. */
export async function findEntryChanges(tx: Transaction<Database>, migration: number): Promise<CplChange[]> {
  const rows = await tx
    .selectFrom('cpl_migration_entries')
    .selectAll()
    .where('migration_id', '=', migration)
    .orderBy('number')
    .execute();
  return rows.map(({ before, after }) => ({
    before: before === null ? null : (JSON.parse(before) as CplEntry),
    after: JSON.parse(after) as CplEntry,
  }));
}

/**
 * Records the Devices of a conversion as they are once it is done: those to move, and where a SMETS1 row is added those
 * that ran the real version as SMETS1 already.
 */
export async function insertDevices(
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

/** Notes that a migration was undone. */
export async function markUndone(tx: Transaction<Database>, migration: number, at: Date): Promise<void> {
  await tx
    .updateTable('cpl_migrations')
    .set({ undone_at: at.getTime() })
    .where('id', '=', migration)
    .execute();
}
