import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator, type Transaction } from 'kysely';
import { ConfigError } from '../common/errors.js';
import { type Logger, silentLogger } from '../common/logger.js';
import { ImmediateTransactions } from './begin-immediate.js';
import type { Database } from './database.js';
import { FutureExecutions } from './future-executions.js';
import { Gate } from './gate.js';
import { GroupCommit } from './group-commit.js';
import { Journal } from './journal.js';
import { migrationProvider } from './migrations/index.js';
import { Outbox } from './outbox.js';
import { GatedSqliteDialect } from './sqlite-dialect.js';
import { GatedRunner, SqliteRunner } from './sqlite-runner.js';
import type { StatementRunner } from './statement.js';

/** The gateway's state: inventory, Central Products List, journal and outbox. */
export interface Store {
  /** For queries off the hot path; never from within `transaction`. */
  readonly db: Kysely<Database>;
  /** For prepared statements; never from within `transaction`, where they would wait for it for ever. */
  readonly statements: StatementRunner;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly futureExecutions: FutureExecutions;
  /** Durable when it resolves, undone if `work` throws. */
  transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** SQLite file, or `:memory:`. */
  readonly url: string;
  /** Longest wait for another process that writes, in milliseconds. */
  readonly patienceMs?: number;
  readonly log?: Logger;
}

/** What an operator can do about a row that was changed by something else than the gateway. */
const UNREADABLE_ADVICE = 'mend the row in service_requests, or take it from a backup; all others go on';

/** Longest wait for another process that writes, such as the command line beside a running gateway. */
const PATIENCE_MS = 5000;

/** Pages kept in memory: the driver's default of 2 MiB does not hold the indexes of a day's requests. */
const CACHE_KIB = 64 * 1024;

/** Pages of 4 KiB the write-ahead log grows to before they move into the file, so that a page often written moves once. */
const CHECKPOINT_PAGES = 8000;

/**
 * Opens the store and brings its schema up to date.
 * @throws ConfigError if the file cannot be opened or its schema cannot be brought up to date
 */
export async function openStore({
  url,
  patienceMs = PATIENCE_MS,
  log = silentLogger,
}: StoreOptions): Promise<Store> {
  const sqlite = openSqlite(url, patienceMs);
  const gate = new Gate();
  const transactions = new ImmediateTransactions(sqlite, patienceMs);
  const db = new Kysely<Database>({ dialect: new GatedSqliteDialect(sqlite, gate, transactions) });
  try {
    await migrate(db, url);
    transactions.takeOver();
    const inner = new SqliteRunner(sqlite);
    const statements = new GatedRunner(inner, gate);
    const group = new GroupCommit(sqlite, gate, inner, transactions);
    const last = await db
      .selectFrom('deliveries')
      .select(({ fn }) => fn.max('sequence').as('sequence'))
      .executeTakeFirst();
    const outbox = new Outbox(db, statements, group, last?.sequence ?? 0);
    const futureExecutions = new FutureExecutions(db, statements, group);
    return {
      db,
      statements,
      journal: new Journal(db, statements, group, outbox, futureExecutions, (requestId, reason) =>
        log.error('a request in the journal cannot be read', {
          requestId,
          reason: String(reason),
          advice: UNREADABLE_ADVICE,
        }),
      ),
      outbox,
      futureExecutions,
      transaction: (work) => db.transaction().execute(work),
      close: async () => {
        await group.settled();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function openSqlite(url: string, patienceMs: number): SqliteDatabase.Database {
  let sqlite: SqliteDatabase.Database | undefined;
  try {
    if (url !== ':memory:') mkdirSync(dirname(url), { recursive: true });
    sqlite = new SqliteDatabase(url, { timeout: patienceMs });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma(`cache_size = -${CACHE_KIB}`);
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    sqlite.pragma('foreign_keys = ON');
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw new ConfigError('DUIS_DATABASE', `'${url}' cannot be opened: ${(error as Error).message}`);
  }
}

async function migrate(db: Kysely<Database>, url: string): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : JSON.stringify(error);
    throw new ConfigError('DUIS_DATABASE', `the schema of '${url}' cannot be brought up to date: ${reason}`);
  }
}
