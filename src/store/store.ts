import { randomUUID } from 'node:crypto';
import { type Kysely, Migrator, type Transaction } from 'kysely';
import { ConfigError } from '../common/errors.js';
import { type Logger, silentLogger } from '../common/logger.js';
import type { Claims } from './claims.js';
import type { Database } from './database.js';
import { databaseName, isPostgresUrl } from './database-url.js';
import { FutureExecutions } from './future-executions.js';
import { GroupCommit } from './group-commit.js';
import { Journal } from './journal.js';
import { Leases } from './leases.js';
import { migrationProvider } from './migrations/index.js';
import { Outbox } from './outbox.js';
import { openPostgres } from './postgres-engine.js';
import { SharedCounter } from './shared-counter.js';
import { openSqlite } from './sqlite-engine.js';
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
  /** Present where several gateways may work on the store at once. */
  readonly shared: SharedWork | undefined;
  /** Durable when it resolves, undone if `work` throws. What meets another instance's transaction is run again. */
  transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What several gateways on one store settle between them. */
export interface SharedWork {
  /** What this instance puts on the rows it works on. */
  readonly claims: Claims;
  /** What one instance does for all. */
  readonly leases: Leases;
  /** Originator Counters of the Access Control Broker, none of them given out twice. */
  readonly originatorCounter: SharedCounter;
}

export interface StoreOptions {
  /** SQLite file, `:memory:`, or `postgres://...`. */
  readonly url: string;
  /** Longest wait for another process that writes, in milliseconds. Counts on SQLite only. */
  readonly patienceMs?: number;
  /**
   * How long an instance has work for itself, in milliseconds: longer than it takes to hand something over. After that
   * another takes it over. Counts on PostgreSQL only.
   */
  readonly claimMs?: number;
  readonly log?: Logger;
}

/** What an operator can do about a row that was changed by something else than the gateway. */
const UNREADABLE_ADVICE = 'mend the row in service_requests, or take it from a backup; all others go on';

/** Longest wait for another process that writes, such as the command line beside a running gateway. */
const PATIENCE_MS = 5000;

const DEFAULT_CLAIM_MS = 30_000;

/**
 * Opens the store and brings its schema up to date.
 * @throws ConfigError if it cannot be opened or its schema cannot be brought up to date
 */
export async function openStore({
  url,
  patienceMs = PATIENCE_MS,
  claimMs = DEFAULT_CLAIM_MS,
  log = silentLogger,
}: StoreOptions): Promise<Store> {
  const postgres = isPostgresUrl(url);
  const engine = postgres ? await openPostgres(url) : openSqlite(url, patienceMs);
  const { db, statements } = engine;
  const onUnreadable = (requestId: string, reason: unknown): void =>
    log.error('a request in the journal cannot be read', {
      requestId,
      reason: String(reason),
      advice: UNREADABLE_ADVICE,
    });
  try {
    await migrate(db, url);
    engine.migrated?.();
    const group = new GroupCommit(engine);
    const claims: Claims | undefined = postgres ? { instance: randomUUID(), forMs: claimMs } : undefined;
    const leases = claims && new Leases(db, statements, claims.instance);
    const outbox = new Outbox(db, statements, group, await highestSequence(db), claims);
    const futureExecutions = new FutureExecutions(db, statements, group);
    return {
      db,
      statements,
      journal: new Journal(db, statements, group, outbox, futureExecutions, onUnreadable, claims),
      outbox,
      futureExecutions,
      shared: claims &&
        leases && {
          claims,
          leases,
          originatorCounter: new SharedCounter(db, statements, 'originator counter'),
        },
      transaction: (work) => engine.transaction(work),
      close: async () => {
        await group.settled();
        // Best done, but claims and leases end by themselves: not worth an error where the server is gone.
        await Promise.allSettled([outbox.release(), leases?.release()]);
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function highestSequence(db: Kysely<Database>): Promise<number> {
  const last = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .executeTakeFirst();
  return last?.sequence ?? 0;
}

async function migrate(db: Kysely<Database>, url: string): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : JSON.stringify(error);
    throw new ConfigError(
      'DUIS_DATABASE',
      `the schema of '${databaseName(url)}' cannot be brought up to date: ${reason}`,
    );
  }
}
