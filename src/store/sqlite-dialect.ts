import type { Database as SqliteDatabase } from 'better-sqlite3';
import {
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import type { ImmediateTransactions } from './begin-immediate.js';
import type { Gate } from './gate.js';

/** Kysely's SQLite driver behind the store's gate, so that prepared statements never run inside another's transaction. */
class GatedDriver extends SqliteDriver {
  constructor(
    config: SqliteDialectConfig,
    private readonly gate: Gate,
    private readonly transactions: ImmediateTransactions,
  ) {
    super(config);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.gate.enter();
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    this.gate.leave();
  }

  // A deferred transaction that writes after reading fails at once when another process wrote in between; this one waits.
  override async beginTransaction(): Promise<void> {
    await this.transactions.begin();
  }
}

/** The embedded dialect: better-sqlite3, one connection. */
export class GatedSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(
    database: SqliteDatabase,
    private readonly gate: Gate,
    private readonly transactions: ImmediateTransactions,
  ) {
    super({ database });
    this.#config = { database };
  }

  override createDriver(): Driver {
    return new GatedDriver(this.#config, this.gate, this.transactions);
  }
}
