import type { Kysely, Migration } from 'kysely';
import { columnTypes } from './column-types.js';

/** Firmware images under way, what Communications Hubs back up, how they were installed, and meters to be opted in. */
export const firmwareAndHubsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('firmware_images')
      .addColumn('request_id', 'text', (column) => column.primaryKey())
      .addColumn('image', columnTypes(db).binary, (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('hub_backups')
      .addColumn('hub_id', 'text', (column) => column.primaryKey())
      .addColumn('extended_pan_id', 'text', (column) => column.notNull())
      .addColumn('devices', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('hub_notices')
      .addColumn('request_id', 'text', (column) => column.primaryKey())
      .addColumn('hub_id', 'text', (column) => column.notNull())
      .addColumn('variant', 'text', (column) => column.notNull())
      .addColumn('notice', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('opt_ins')
      .addColumn('request_id', 'text', (column) => column.primaryKey())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
  },
};
