import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { ConfigError } from '../common/errors.js';
import { ImmediateTransactions } from './begin-immediate.js';
import type { Database } from './database.js';
import type { Engine } from './engine.js';
import { Gate } from './gate.js';
import { GatedSqliteDialect } from './sqlite-dialect.js';
import { GatedRunner, SqliteRunner } from './sqlite-runner.js';

/** Pages kept in memory: the driver's default of 2 MiB does not hold the indexes of a day's requests. */
const CACHE_KIB = 64 * 1024;

/** Pages of 4 KiB the write-ahead log grows to before they move into the file, so that a page often written moves once. */
const CHECKPOINT_PAGES = 8000;

/**
 * The embedded database: one connection, behind a gate.
 * @param url a file, or `:memory:`
 * @param patienceMs longest wait for another process that writes
 * @throws ConfigError if the file cannot be opened
 */
export function openSqlite(url: string, patienceMs: number): Engine {
  const sqlite = openFile(url, patienceMs);
  const gate = new Gate();
  const transactions = new ImmediateTransactions(sqlite, patienceMs);
  const db = new Kysely<Database>({ dialect: new GatedSqliteDialect(sqlite, gate, transactions) });
  const runner = new SqliteRunner(sqlite);
  const commit = sqlite.prepare('commit');
  const rollback = sqlite.prepare('rollback');
  return {
    db,
    statements: new GatedRunner(runner, gate),
    inTransaction: async (work) => {
      await gate.enter();
      try {
        // Others may read while another process writes.
        await transactions.begin(
          () => gate.leave(),
          () => gate.enter(),
        );
        const result = await work(runner);
        commit.run();
        return result;
      } catch (error) {
        // A full disk ends the transaction by itself.
        if (sqlite.inTransaction) rollback.run();
        throw error;
      } finally {
        gate.leave();
      }
    },
    transaction: (work) => db.transaction().execute(work),
    migrated: () => transactions.takeOver(),
    close: () => db.destroy(),
  };
}

function openFile(url: string, patienceMs: number): SqliteDatabase.Database {
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
