import type { Kysely, Migration } from 'kysely';

/** What migrations off the tactical interim solution changed, kept to undo them. */
export const cplMigrationsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('cpl_migrations')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .addColumn('undone_at', 'bigint')
      .execute();

    await db.schema
      .createTable('cpl_migration_entries')
      .addColumn('migration_id', 'integer', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('cpl_migration_entries_key', ['migration_id', 'number'])
      .execute();

    await db.schema
      .createTable('cpl_migration_devices')
      .addColumn('migration_id', 'integer', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('firmware_before', 'text', (column) => column.notNull())
      .addColumn('manufacturer', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('firmware_version', 'text', (column) => column.notNull())
      .addColumn('generation', 'text')
      .addColumn('smets_chts_version', 'text')
      .addColumn('gbcs_version', 'text')
      .addColumn('prenotified_version', 'text')
      .addColumn('prenotified_generation', 'text')
      .addPrimaryKeyConstraint('cpl_migration_devices_key', ['migration_id', 'device_id'])
      .execute();
  },
};
