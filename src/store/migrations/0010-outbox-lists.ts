import { type Kysely, type Migration, sql } from 'kysely';

/** What is due is found past the deliveries of destinations left alone, and what was given up without reading all. */
export const outboxListsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // With the columns a look compares, so that what it passes over is not read from the table.
    await db.schema.dropIndex('deliveries_order').execute();
    await db.schema
      .createIndex('deliveries_order')
      .on('deliveries')
      .where(sql.ref('state'), '=', 'pending')
      .columns(['channel', 'sequence', 'destination', 'next_attempt_at'])
      .execute();
    await db.schema
      .createIndex('deliveries_dead')
      .on('deliveries')
      .where(sql.ref('state'), '=', 'dead')
      .column('sequence')
      .execute();
  },
};
