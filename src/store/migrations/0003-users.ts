import { type Kysely, type Migration, sql } from 'kysely';

/** Users and registration data. */
export const usersMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('users')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('roles', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('receive_response_url', 'text')
      .addColumn('duis_version', 'text', (column) => column.notNull().defaultTo('5.4'))
      .addColumn('seeded_url', 'text')
      .execute();

    await db.schema
      .createTable('registrations')
      .addColumn('mpxn', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
      .addColumn('from_ms', 'bigint', (column) => column.notNull())
      .addColumn('until_ms', 'bigint')
      .addColumn('recorded_ms', 'bigint')
      .addPrimaryKeyConstraint('registrations_key', ['mpxn', 'role', 'from_ms'])
      .execute();
    await db.schema
      .createIndex('registrations_user')
      .on('registrations')
      .columns(['user_id', 'mpxn'])
      .execute();
    // Changes of Supplier are asked for every second: by when they take effect, and by when they were recorded.
    for (const column of ['from_ms', 'recorded_ms']) {
      await db.schema
        .createIndex(`registrations_${column}`)
        .on('registrations')
        .where(sql.ref('role'), 'in', ['IS', 'ES', 'GS'])
        .column(column)
        .execute();
    }
  },
};
