import { type Kysely, type Migration, sql } from 'kysely';
import { isPostgres } from '../is-postgres.js';

/** What several gateways on one database need: claims on rows, leases, and numbers given out to all of them. */
export const sharedWorkMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['deliveries', 'service_requests']) {
      await db.schema.alterTable(table).addColumn('claimed_by', 'text').execute();
      await db.schema.alterTable(table).addColumn('claimed_until', 'bigint').execute();
    }
    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text')
      .addColumn('until_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('counters')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', sql`numeric(20)`, (column) => column.notNull())
      .execute();
    if (!isPostgres(db)) return;
    // The row whose lock admits one transaction at a time.
    await sql`insert into leases (name, until_ms) values ('writer', 0)`.execute(db);
    await sql`create sequence deliveries_sequence as bigint`.execute(db);
  },
};
