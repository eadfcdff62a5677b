import { type Kysely, type Migration, sql } from 'kysely';
import { columnTypes } from './column-types.js';

/** Anomaly thresholds, limits of values, and the requests that breached them. */
export const quarantineMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { key, given } = columnTypes(db);
    await db.schema
      .createTable('anomaly_thresholds')
      .addColumn('id', key, given)
      .addColumn('setter', 'text', (column) => column.notNull())
      .addColumn('user', 'text')
      .addColumn('variant', 'text')
      .addColumn('maximum', 'bigint', (column) => column.notNull())
      .addColumn('warning', 'bigint')
      .addColumn('window_ms', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('attribute_limits')
      .addColumn('id', key, given)
      .addColumn('variant', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('minimum', 'text')
      .addColumn('maximum', 'text')
      .addColumn('user', 'text')
      .execute();

    await db.schema
      .createTable('quarantine')
      .addColumn('event_ref', key, given)
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('breach', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addColumn('settled_by', 'text')
      .addColumn('reason', 'text')
      .addColumn('done', 'integer', (column) => column.notNull())
      .addUniqueConstraint('quarantine_request', ['request_id', 'kind'])
      .execute();
    // Settled requests pile up; what is to be carried out is asked for each second.
    await db.schema
      .createIndex('quarantine_undone')
      .on('quarantine')
      .where(sql.ref('done'), '=', 0)
      .columns(['state', 'event_ref'])
      .execute();

    // Holds all that counting asks of a row, whose table page would cost a read each.
    await db.schema
      .createIndex('service_requests_sent')
      .on('service_requests')
      .where(sql.ref('command_variant'), 'in', [1, 3, 5, 7])
      .where(sql.ref('kind'), '<>', 'scheduled-run')
      .columns([
        'originator',
        'received_at',
        'service_reference_variant',
        'response_code',
        'command_variant',
        'kind',
      ])
      .execute();
  },
};
