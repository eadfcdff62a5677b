import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { isPostgres } from '../is-postgres.js';

/** What the databases call by different names. */
export interface ColumnTypes {
  /** Bytes as they are. */
  readonly binary: 'blob' | 'bytea';
  /** Type of a primary key whose values the database gives, rising and never given out twice. */
  readonly key: 'integer' | 'bigint';
  /** Makes a column such a primary key. */
  readonly given: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}

const SQLITE: ColumnTypes = {
  binary: 'blob',
  key: 'integer',
  given: (column) => column.primaryKey().autoIncrement(),
};

const POSTGRES: ColumnTypes = {
  binary: 'bytea',
  key: 'bigint',
  given: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
};

/** The column types of the database a migration runs on. */
export function columnTypes<T>(db: Kysely<T>): ColumnTypes {
  return isPostgres(db) ? POSTGRES : SQLITE;
}
