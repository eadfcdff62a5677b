import { type Kysely, type Migration, sql } from 'kysely';

/** Requests that wait: for their time, for the request before them, or for an operator; and executions Devices hold. */
export const heldRequestsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [column, type] of [
      ['due_at', 'bigint'],
      ['preceding', 'text'],
      ['originator_counter', 'text'],
      ['schedule_id', 'bigint'],
    ] as const) {
      await db.schema.alterTable('service_requests').addColumn(column, type).execute();
    }
    // Few rows are held at any time.
    await db.schema
      .createIndex('service_requests_due')
      .on('service_requests')
      .where(sql.ref('state'), '=', 'held')
      .column('due_at')
      .execute();
    await db.schema
      .createIndex('service_requests_preceding')
      .on('service_requests')
      .where(sql.ref('state'), '=', 'held')
      .column('preceding')
      .execute();
    await db.schema
      .createIndex('service_requests_held_target')
      .on('service_requests')
      .where(sql.ref('state'), '=', 'held')
      .column('target')
      .execute();
    await db.schema
      .createIndex('service_requests_signed_counter')
      .on('service_requests')
      .where(sql.ref('kind'), '=', 'signed-pre-command')
      .columns(['target', 'originator', 'originator_counter'])
      .execute();

    await db.schema
      .createTable('future_executions')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('total', 'integer', (column) => column.notNull())
      .addColumn('instruction', 'text', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addPrimaryKeyConstraint('future_executions_key', ['request_id', 'kind', 'number'])
      .execute();
    await db.schema
      .createIndex('future_executions_due')
      .on('future_executions')
      .where(sql.ref('state'), '=', 'awaited')
      .column('due_at')
      .execute();
  },
};
