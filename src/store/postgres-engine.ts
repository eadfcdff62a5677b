import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { ConfigError } from '../common/errors.js';
import { reaching } from './connection-failure.js';
import type { Database } from './database.js';
import { databaseName } from './database-url.js';
import type { Engine } from './engine.js';
import { PostgresRunner } from './postgres-runner.js';

/** Connections for queries and transactions; group commits have one of their own, so that they wait for nobody. */
const CONNECTIONS = 10;

/** Longest wait for a connection, in milliseconds. */
const CONNECT_TIMEOUT_MS = 5000;

/** Longest wait for the server to show a sign of life while a transaction is open, in milliseconds. */
const IDLE_IN_TRANSACTION_MS = 30_000;

/**
 * SQLSTATEs of transactions that met another and succeed when tried again: serialization failure, deadlock, and a key that
 * the other had just taken. Source: PostgreSQL documentation, appendix A.
 */
const CONFLICTS: readonly string[] = ['40001', '40P01', '23505'];

/** Most tries of a transaction that meets others. */
const TRIES = 5;

/** The row whose lock admits one transaction of queries at a time, over all instances. */
const WRITER = 'writer';

/** Whole numbers of 8 bytes as numbers: the store has times and counts in them, which are far below 2^53. */
const TYPES = new pg.TypeOverrides();
TYPES.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * A PostgreSQL server, which several gateways may share.
 * @param url `postgres://user:password@host:port/database`
 * @throws ConfigError if no connection can be made
 */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = poolOf(url, CONNECTIONS);
  const groups = poolOf(url, 1);
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: { connect: () => reaching(() => pool.connect()), end: () => pool.end() },
    }),
  });
  const close = async (): Promise<void> => {
    await groups.end();
    await db.destroy();
  };
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await close();
    throw new ConfigError(
      'DUIS_DATABASE',
      `'${databaseName(url)}' cannot be opened: ${(error as Error).message}`,
    );
  }
  return {
    db,
    statements: new PostgresRunner(pool),
    inTransaction: (work) => again(() => inTransaction(groups, (client) => work(new PostgresRunner(client)))),
    transaction: (work) =>
      again(() =>
        db.transaction().execute(async (tx) => {
          await lockWriter(tx);
          return work(tx);
        }),
      ),
    close,
  };
}

function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    application_name: 'duis-gateway',
    types: TYPES,
  });
  // A connection that breaks while it is idle is replaced by the pool; one in use tells its user.
  pool.on('error', () => undefined);
  return pool;
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    try {
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      // The connection may be what failed; it is not used again then.
      await client.query('rollback').catch(() => (broken = true));
      throw error;
    }
  } finally {
    client.release(broken);
  }
}

/** A transaction that reads and then writes is alone, as on SQLite, so that nothing it read changes meanwhile. */
async function lockWriter(tx: Transaction<Database>): Promise<void> {
  await tx.selectFrom('leases').select('name').where('name', '=', WRITER).forUpdate().execute();
}

async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await reaching(transaction);
    } catch (error) {
      const state = error instanceof pg.DatabaseError ? error.code : undefined;
      if (tried === TRIES || state === undefined || !CONFLICTS.includes(state)) throw error;
    }
  }
}
