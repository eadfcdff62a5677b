import { type Kysely, type Migration, sql } from 'kysely';
import { columnTypes } from './column-types.js';

/** The message journal and the outbox. */
export const journalMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { binary } = columnTypes(db);
    await db.schema
      .createTable('service_requests')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('originator', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('command_variant', 'integer', (column) => column.notNull())
      .addColumn('service_reference_variant', 'text', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('state_since', 'bigint', (column) => column.notNull())
      .addColumn('route', 'text')
      .addColumn('request', binary, (column) => column.notNull())
      .addColumn('command', binary)
      .addColumn('command_counter', 'text')
      .addColumn('response', binary)
      .addColumn('response_code', 'text')
      .addPrimaryKeyConstraint('service_requests_key', ['request_id', 'kind'])
      .execute();
    // Few rows are unfinished or wait for a Device at any time: both indexes stay small.
    await db.schema
      .createIndex('service_requests_unfinished')
      .on('service_requests')
      .where(sql.ref('state'), 'in', ['received', 'accepted', 'dispatched'])
      .column('state')
      .execute();
    await db.schema
      .createIndex('service_requests_command')
      .on('service_requests')
      .where(sql.ref('command_counter'), 'is not', null)
      .columns(['command_counter', 'target'])
      .execute();

    await db.schema
      .createTable('journal_events')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('journal_events_key', ['request_id', 'kind', 'sequence'])
      .addForeignKeyConstraint('journal_events_request', ['request_id', 'kind'], 'service_requests', [
        'request_id',
        'kind',
      ])
      .execute();

    await db.schema
      .createTable('deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('destination', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text')
      .addColumn('request_kind', 'text')
      .addColumn('device_id', 'text')
      .addColumn('body', binary, (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addColumn('last_error', 'text')
      .execute();
    await db.schema
      .createIndex('deliveries_due')
      .on('deliveries')
      .where(sql.ref('state'), '=', 'pending')
      .columns(['channel', 'next_attempt_at'])
      .execute();
    await db.schema
      .createIndex('deliveries_order')
      .on('deliveries')
      .where(sql.ref('state'), '=', 'pending')
      .columns(['channel', 'sequence'])
      .execute();
    await db.schema
      .createIndex('deliveries_device')
      .on('deliveries')
      .where(sql.ref('state'), '=', 'pending')
      .columns(['device_id', 'sequence'])
      .execute();
  },
};
