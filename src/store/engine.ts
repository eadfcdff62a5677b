import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.js';
import type { StatementRunner } from './statement.js';

/** What the store asks of a database. */
export interface Engine {
  readonly db: Kysely<Database>;
  /** Prepared statements that see what is committed and nothing else. */
  readonly statements: StatementRunner;
  /** A transaction of prepared statements, one at a time: durable when it resolves, undone if `work` throws. */
  inTransaction<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T>;
  /**
   * A transaction of queries, one at a time: what it reads nobody else changes before it has committed. Durable when it
   * resolves, undone if `work` throws.
   */
  transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** To be called when the schema is up to date. */
  migrated?(): void;
  close(): Promise<void>;
}
