import { type Kysely, type Selectable, sql } from 'kysely';
import { claimable, claimArguments, type ClaimArguments, type Claims } from './claims.js';
import type { Database } from './database.js';
import type { GroupCommit } from './group-commit.js';
import { type Arguments, type Statement, statement, type StatementRunner } from './statement.js';
import type { RequestKind } from './tables/journal-tables.js';
import type { DeliveriesTable } from './tables/outbox-table.js';
import type { ClaimColumns } from './tables/shared-tables.js';

export type DeliveryChannel = DeliveriesTable['channel'];

/** Something to hand over, as often as it takes. */
export interface NewDelivery {
  /** The same id enqueued twice is one delivery. */
  readonly id: string;
  readonly channel: DeliveryChannel;
  /** URL of a User or S1SP, or the Device a Command is for. */
  readonly destination: string;
  readonly body: Buffer;
  readonly notBefore: Date;
  readonly request?: { readonly requestId: string; readonly kind: RequestKind };
  /** Deliveries of one Device on one channel are handed over in order. */
  readonly device?: string;
}

/** A delivery and how it fared. */
export interface Delivery {
  readonly id: string;
  readonly channel: DeliveryChannel;
  readonly destination: string;
  readonly body: Buffer;
  readonly request: { readonly requestId: string; readonly kind: RequestKind } | undefined;
  readonly device: string | undefined;
  /** Attempts that failed so far. */
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly lastError: string | null;
}

type Row = Selectable<DeliveriesTable>;

/** Messages on their way out, at least once each; durable before a promise resolves. */
export class Outbox {
  readonly #statements: ReturnType<typeof outboxStatements>;
  /** By the number of destinations left out. */
  readonly #due = new Map<number, ReturnType<typeof dueStatement>>();
  readonly #claim = new Map<number, ReturnType<typeof claimStatement>>();
  #sequence: number;

  /**
   * @param highestSequence the highest sequence in the table, below which no new one may fall
   * @param claims where several instances work on the store: `due` then claims what it gives
   */
  constructor(
    private readonly db: Kysely<Database>,
    private readonly runner: StatementRunner,
    private readonly group: GroupCommit,
    highestSequence: number,
    private readonly claims?: Claims,
  ) {
    this.#statements = outboxStatements(db, claims !== undefined);
    this.#sequence = highestSequence;
  }

  async enqueue(delivery: NewDelivery): Promise<void> {
    await this.group.submit((tx) => this.write(tx, delivery));
  }

  /** Enqueues within a group of writes; for the journal. */
  async write(tx: StatementRunner, delivery: NewDelivery): Promise<void> {
    await tx.run(this.#statements.insert, {
      id: delivery.id,
      sequence: ++this.#sequence,
      channel: delivery.channel,
      destination: delivery.destination,
      request_id: delivery.request?.requestId ?? null,
      request_kind: delivery.request?.kind ?? null,
      device_id: delivery.device ?? null,
      body: delivery.body,
      attempts: 0,
      next_attempt_at: delivery.notBefore.getTime(),
    });
  }

  /**
   * What is due on a channel, in order. Of each Device only its earliest pending delivery is due, so that a failed one
   * holds back those behind it. Where several instances work on the store, what one is given no other is until its claim
   * has ended.
   * @param leaveOut destinations nothing is wanted of
   */
  async due(
    channel: DeliveryChannel,
    now: Date,
    limit: number,
    leaveOut: readonly string[] = [],
  ): Promise<Delivery[]> {
    const size = slotsFor(leaveOut.length);
    const asked = { channel, now: now.getTime(), limit, ...slots(leaveOut, size) };
    if (this.claims === undefined) {
      const query = this.#due.get(size) ?? dueStatement(this.db, size);
      this.#due.set(size, query);
      return (await this.runner.all(query, asked)).map(toDelivery);
    }
    const query = this.#claim.get(size) ?? claimStatement(this.db, size);
    this.#claim.set(size, query);
    const rows = await this.runner.all(query, { ...asked, ...claimArguments(this.claims, now) });
    return rows.sort((a, b) => a.sequence - b.sequence).map(toDelivery);
  }

  /** When the next pending delivery of a channel that is not due `after` this moment will be. */
  async nextDue(channel: DeliveryChannel, after: Date): Promise<Date | undefined> {
    const row = await this.runner.first(this.#statements.nextDue, { channel, after: after.getTime() });
    const next = row?.next ?? undefined;
    return next === undefined ? undefined : new Date(next);
  }

  /** Gives up the claims of this instance, as when it stops. */
  async release(): Promise<void> {
    if (this.claims === undefined) return;
    await this.runner.run(this.#statements.release, { instance: this.claims.instance });
  }

  async find(id: string): Promise<Delivery | undefined> {
    const row = await this.runner.first(this.#statements.find, { id });
    return row === undefined ? undefined : toDelivery(row);
  }

  /** @returns false if it was settled before */
  async delivered(id: string, at: Date): Promise<boolean> {
    return this.group.submitPatiently(
      async (tx) => (await tx.run(this.#statements.delivered, { id, at: at.getTime() })) > 0,
    );
  }

  /** Notes an attempt that failed and when to try again; without a time the delivery is dead until revived. */
  async failed(id: string, error: string, at: Date, retryAt?: Date): Promise<void> {
    await this.group.submit((tx) =>
      retryAt === undefined
        ? tx.run(this.#statements.dead, { id, error, at: at.getTime() })
        : tx.run(this.#statements.retry, { id, error, next: retryAt.getTime() }),
    );
  }

  /** Makes due now what waits for a time after `latest`, as when the clock was moved back. */
  async bringForward(now: Date, latest: Date): Promise<void> {
    await this.group.submit((tx) =>
      tx.run(this.#statements.bringForward, { now: now.getTime(), latest: latest.getTime() }),
    );
  }

  /** Deliveries given up, oldest first. */
  async dead(): Promise<Delivery[]> {
    return (await this.runner.all(this.#statements.listDead, {})).map(toDelivery);
  }

  /** @returns false if there is no dead delivery of that id */
  async revive(id: string, at: Date): Promise<boolean> {
    return this.group.submit(
      async (tx) => (await tx.run(this.#statements.revive, { id, at: at.getTime() })) > 0,
    );
  }
}

function toDelivery(row: Row): Delivery {
  return {
    id: row.id,
    channel: row.channel,
    destination: row.destination,
    body: row.body,
    request:
      row.request_id === null || row.request_kind === null
        ? undefined
        : { requestId: row.request_id, kind: row.request_kind },
    device: row.device_id ?? undefined,
    attempts: row.attempts,
    nextAttemptAt: new Date(row.next_attempt_at),
    state: row.state,
    lastError: row.last_error,
  };
}

type NewRow = Omit<DeliveriesTable, 'state' | 'settled_at' | 'last_error' | keyof ClaimColumns>;

// Literals, not arguments, where a partial index is to be used.
const pending = sql.lit('pending' as const);

function outboxStatements(db: Kysely<Database>, shared: boolean) {
  const find: Statement<{ id: string }, Row> = statement(db, (query, argument) =>
    query.selectFrom('deliveries').selectAll().where('id', '=', argument('id')),
  );
  const insert: Statement<NewRow, never> = statement(db, (query, argument) =>
    query
      .insertInto('deliveries')
      .values({
        id: argument('id'),
        // Several instances number their deliveries from one sequence.
        sequence: shared ? sql<number>`nextval('deliveries_sequence')` : argument('sequence'),
        channel: argument('channel'),
        destination: argument('destination'),
        request_id: argument('request_id'),
        request_kind: argument('request_kind'),
        device_id: argument('device_id'),
        body: argument('body'),
        attempts: argument('attempts'),
        next_attempt_at: argument('next_attempt_at'),
        state: 'pending',
      })
      .onConflict((conflict) => conflict.column('id').doNothing()),
  );
  const nextDue: Statement<{ channel: DeliveryChannel; after: number }, { next: number | null }> = statement(
    db,
    (query, argument) =>
      query
        .selectFrom('deliveries')
        .select(({ fn }) => fn.min('next_attempt_at').as('next'))
        .where('state', '=', pending)
        .where('channel', '=', argument('channel'))
        .where('next_attempt_at', '>', argument('after')),
  );
  const delivered: Statement<{ id: string; at: number }, never> = statement(db, (query, argument) =>
    query
      .updateTable('deliveries')
      .set({ state: 'delivered', settled_at: argument('at') })
      .where('id', '=', argument('id'))
      .where('state', '=', pending),
  );
  const retry: Statement<{ id: string; error: string; next: number }, never> = statement(
    db,
    (query, argument) =>
      query
        .updateTable('deliveries')
        .set(({ eb }) => ({
          attempts: eb('attempts', '+', 1),
          last_error: argument('error'),
          next_attempt_at: argument('next'),
          claimed_by: null,
          claimed_until: null,
        }))
        .where('id', '=', argument('id'))
        .where('state', '=', pending),
  );
  const bringForward: Statement<{ now: number; latest: number }, never> = statement(db, (query, argument) =>
    query
      .updateTable('deliveries')
      .set({ next_attempt_at: argument('now') })
      .where('state', '=', pending)
      .where('next_attempt_at', '>', argument('latest')),
  );
  const dead: Statement<{ id: string; error: string; at: number }, never> = statement(db, (query, argument) =>
    query
      .updateTable('deliveries')
      .set(({ eb }) => ({
        attempts: eb('attempts', '+', 1),
        last_error: argument('error'),
        state: 'dead',
        settled_at: argument('at'),
      }))
      .where('id', '=', argument('id'))
      .where('state', '=', pending),
  );
  const listDead: Statement<Record<string, never>, Row> = statement(db, (query) =>
    query.selectFrom('deliveries').selectAll().where('state', '=', 'dead').orderBy('sequence'),
  );
  const revive: Statement<{ id: string; at: number }, never> = statement(db, (query, argument) =>
    query
      .updateTable('deliveries')
      .set({
        state: 'pending',
        settled_at: null,
        attempts: 0,
        next_attempt_at: argument('at'),
        claimed_by: null,
        claimed_until: null,
      })
      .where('id', '=', argument('id'))
      .where('state', '=', 'dead'),
  );
  const release: Statement<{ instance: string }, never> = statement(db, (query, argument) =>
    query
      .updateTable('deliveries')
      .set({ claimed_by: null, claimed_until: null })
      .where('claimed_by', '=', argument('instance'))
      .where('state', '=', pending),
  );
  return { bringForward, find, insert, release, nextDue, delivered, retry, dead, listDead, revive };
}

/** Most destinations that can be left out: the databases bind some 32,000 arguments. */
const MOST_SLOTS = 16_384;

/** A power of two, so that there are few statements. */
function slotsFor(destinations: number): number {
  return destinations === 0 ? 0 : Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(destinations)));
}

/** Destinations as arguments; the last one fills what is left. */
function slots(destinations: readonly string[], size: number): Record<`not${number}`, string> {
  const last = destinations.at(-1) ?? '';
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`not${index}`, destinations[index] ?? last]),
  );
}

interface DueArguments {
  readonly [left: `not${number}`]: string;
  readonly channel: DeliveryChannel;
  readonly now: number;
  readonly limit: number;
}

/** @param size how many destinations are left out */
function dueStatement(db: Kysely<Database>, size: number): Statement<DueArguments & Arguments, Row> {
  return statement(db, (query, argument) => dueRows(query, size, argument).selectAll('d'));
}

/** The same, claimed for an instance; in no order. What others claim at this moment is passed over. */
function claimStatement(
  db: Kysely<Database>,
  size: number,
): Statement<DueArguments & ClaimArguments & Arguments, Row> {
  return statement(db, (query, argument) =>
    query
      .updateTable('deliveries')
      .set({ claimed_by: argument('instance'), claimed_until: argument('until') })
      .where(
        'id',
        'in',
        dueRows(query, size, argument)
          .select('d.id')
          .where(claimable('d', argument('instance'), argument('now')))
          .forUpdate('d')
          .skipLocked(),
      )
      .returningAll(),
  );
}

function dueRows(
  query: Kysely<Database>,
  size: number,
  argument: <Name extends keyof DueArguments>(name: Name) => DueArguments[Name],
) {
  const all = query
    .selectFrom('deliveries as d')
    .where('d.state', '=', pending)
    .where('d.channel', '=', argument('channel'))
    // The sign keeps the planner on the index by sequence, where a limited number of rows ends the search.
    .where(sql`+${sql.ref('d.next_attempt_at')}`, '<=', argument('now'))
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('deliveries as earlier')
            .select('earlier.id')
            .where('earlier.state', '=', pending)
            .whereRef('earlier.device_id', '=', 'd.device_id')
            .whereRef('earlier.channel', '=', 'd.channel')
            .whereRef('earlier.sequence', '<', 'd.sequence'),
        ),
      ),
    )
    .orderBy('d.sequence')
    .limit(argument('limit'));
  if (size === 0) return all;
  const left = Array.from({ length: size }, (_, index) => argument(`not${index}`));
  return all.where('d.destination', 'not in', left);
}
