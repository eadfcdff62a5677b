import { type Kysely, type Migration, sql } from 'kysely';
import { columnTypes } from './column-types.js';

/** DSP schedules. */
export const schedulesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { binary, key, given } = columnTypes(db);
    await db.schema
      .createTable('schedules')
      .addColumn('id', key, given)
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('schema_version', 'text', (column) => column.notNull())
      .addColumn('variant', 'text', (column) => column.notNull())
      .addColumn('frequency', 'text', (column) => column.notNull())
      .addColumn('start_date', 'text', (column) => column.notNull())
      .addColumn('end_date', 'text')
      .addColumn('execution_time', 'text')
      .addColumn('ka_certificate', binary)
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull().unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .addColumn('removed_reason', 'text')
      .addColumn('removed_by', 'text')
      .addColumn('next_run_at', 'bigint')
      .addColumn('last_run_at', 'bigint')
      .execute();
    // Ended and removed schedules pile up; what is due is asked for every few seconds.
    await db.schema
      .createIndex('schedules_due')
      .on('schedules')
      .where(sql.ref('state'), '=', 'active')
      .columns(['next_run_at', 'id'])
      .execute();
    await db.schema
      .createIndex('schedules_device')
      .on('schedules')
      .where(sql.ref('state'), '=', 'active')
      .columns(['device_id', 'owner'])
      .execute();
    await db.schema
      .createIndex('schedules_removed_by')
      .on('schedules')
      .where(sql.ref('removed_by'), 'is not', null)
      .column('removed_by')
      .execute();
  },
};
