import { type Kysely, PostgresAdapter } from 'kysely';

/** Whether a query builder speaks to PostgreSQL, or else to SQLite: for the few things they say differently. */
export function isPostgres<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
