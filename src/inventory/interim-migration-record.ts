import type { Transaction } from 'kysely';
import type { Database } from '../store/index.js';
import type { CplEntry } from './cpl-entry.js';
import type { CplChange } from './interim-migration-conversion.js';

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

/** Notes that a migration was undone. */
export async function markUndone(tx: Transaction<Database>, migration: number, at: Date): Promise<void> {
  await tx
    .updateTable('cpl_migrations')
    .set({ undone_at: at.getTime() })
    .where('id', '=', migration)
    .execute();
}
