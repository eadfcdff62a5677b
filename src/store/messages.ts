import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database } from './database.js';
import type { DeliveryChannel } from './outbox.js';
import { setState, stateBeforeNotDelivered, stateOf } from './replayed-request.js';
import type { RequestKind, RequestState } from './tables/journal-tables.js';
import type { DeliveriesTable } from './tables/outbox-table.js';
import type { ClaimColumns } from './tables/shared-tables.js';

export type MessageState = DeliveriesTable['state'];

/** A delivery as an operator sees it; its document is asked for by itself. */
export interface Message {
  readonly id: string;
  readonly channel: DeliveryChannel;
  readonly destination: string;
  readonly request: { readonly requestId: string; readonly kind: RequestKind } | undefined;
  readonly device: string | undefined;
  readonly state: MessageState;
  /** Attempts that failed since it was enqueued or replayed. */
  readonly attempts: number;
  /** Of a pending one: the earliest time of the next attempt. */
  readonly nextAttemptAt: Date;
  /** When it was delivered or given up. */
  readonly settledAt: Date | undefined;
  readonly lastError: string | undefined;
}

export interface MessageFilter {
  /** All where absent. */
  readonly states?: readonly MessageState[];
  /** EUI-64 of a User: what belongs to its requests, and what goes to it unasked. */
  readonly user?: Eui64;
  readonly destination?: string;
  readonly limit?: number;
}

/** Who replays, for the record, and whether even what belongs to a request whose User was told the outcome. */
export interface ReplayOptions {
  readonly by: string;
  readonly alsoConcluded?: boolean;
}

/**
 * What came of a replay: done; or there is no such message; or it was not given up; or its request is concluded: the User
 * was told that the Command did not get through, so a Device that executes it now would do so behind the User's back.
 */
export type Replayed = 'replayed' | 'unknown' | 'not-dead' | 'concluded';

/** How many messages of a channel are in a state. */
export interface MessageCount {
  readonly channel: DeliveryChannel;
  readonly state: 'pending' | 'dead';
  readonly count: number;
}

const UNSETTLED = ['pending', 'dead'] as const;
const CONCLUDED: readonly RequestState[] = ['answered', 'delivered', 'failed'];

/** The outbox for operators. A running gateway sends what is replayed here at its next look, unless it leaves the destination alone. */
export class Messages {
  constructor(
    private readonly store: {
      readonly db: Kysely<Database>;
      transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
    },
  ) {}

  /** In the order they were enqueued. */
  async list(filter: MessageFilter = {}): Promise<Message[]> {
    let query = this.store.db
      .selectFrom('deliveries as d')
      .select(COLUMNS)
      .orderBy('d.sequence')
      .limit(filter.limit ?? 1000);
    // Literals, not arguments, so that the partial indexes are used.
    if (filter.states) {
      const states = filter.states.map((state) => sql.lit(state));
      query = query.where((where) => where.or(states.map((state) => where('d.state', '=', state))));
    }
    if (filter.destination !== undefined) query = query.where('d.destination', '=', filter.destination);
    const { user } = filter;
    if (user !== undefined) {
      query = query.where((where) =>
        where.or([
          where.exists(
            where
              .selectFrom('service_requests as r')
              .select('r.request_id')
              .whereRef('r.request_id', '=', 'd.request_id')
              .whereRef('r.kind', '=', 'd.request_kind')
              .where('r.originator', '=', user),
          ),
          where.and([
            where('d.request_id', 'is', null),
            where(
              'd.destination',
              '=',
              where.selectFrom('users as u').select('u.receive_response_url').where('u.id', '=', user),
            ),
          ]),
        ]),
      );
    }
    return (await query.execute()).map(toMessage);
  }

  /** A message with its document. */
  async find(id: string): Promise<(Message & { readonly body: Buffer }) | undefined> {
    const row = await this.store.db
      .selectFrom('deliveries as d')
      .select([...COLUMNS, 'd.body'])
      .where('d.id', '=', id)
      .executeTakeFirst();
    return row && { ...toMessage(row), body: row.body };
  }

  /** Puts a message that was given up back into the outbox, and its request back to where it was. */
  async replay(id: string, at: Date, options: ReplayOptions): Promise<Replayed> {
    return this.store.transaction(async (tx) => {
      const row = await tx
        .selectFrom('deliveries as d')
        .select(COLUMNS)
        .where('d.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return 'unknown';
      if (row.state !== 'dead') return 'not-dead';
      const { request, channel } = toMessage(row);
      const key = request && { request_id: request.requestId, kind: request.kind };
      const state = key && (await stateOf(tx, key));
      const concluded = state !== undefined && CONCLUDED.includes(state);
      if (channel !== 'user' && concluded && options.alsoConcluded !== true) return 'concluded';
      await tx
        .updateTable('deliveries')
        .set({
          state: 'pending',
          settled_at: null,
          attempts: 0,
          next_attempt_at: at.getTime(),
          claimed_by: null,
          claimed_until: null,
        })
        .where('id', '=', id)
        .execute();
      if (key && state) {
        const back =
          channel === 'user' && state === 'failed' ? await stateBeforeNotDelivered(tx, key) : undefined;
        await setState(tx, key, back ?? state, at, `delivery replayed by ${options.by}`);
      }
      return 'replayed';
    });
  }

  /** Replays everything that was given up, of all or of one User or destination. @returns ids, those left out apart */
  async replayDead(
    filter: Pick<MessageFilter, 'user' | 'destination'>,
    at: Date,
    options: ReplayOptions,
  ): Promise<{ replayed: string[]; concluded: string[] }> {
    const came: { replayed: string[]; concluded: string[] } = { replayed: [], concluded: [] };
    for (const { id } of await this.list({ ...filter, states: ['dead'], limit: Number.MAX_SAFE_INTEGER })) {
      const result = await this.replay(id, at, options);
      if (result === 'replayed' || result === 'concluded') came[result].push(id);
    }
    return came;
  }

  /** What is not settled, by channel. */
  async counts(): Promise<MessageCount[]> {
    const counts: MessageCount[] = [];
    for (const state of UNSETTLED) {
      const rows = await this.store.db
        .selectFrom('deliveries')
        .select(({ fn }) => ['channel', fn.countAll().as('count')])
        .where('state', '=', sql.lit(state))
        .groupBy('channel')
        .execute();
      for (const { channel, count } of rows) counts.push({ channel, state, count: Number(count) });
    }
    return counts;
  }
}

const COLUMNS = [
  'd.id',
  'd.channel',
  'd.destination',
  'd.request_id',
  'd.request_kind',
  'd.device_id',
  'd.state',
  'd.attempts',
  'd.next_attempt_at',
  'd.settled_at',
  'd.last_error',
] as const;

function toMessage(
  row: Omit<Selectable<DeliveriesTable>, 'body' | 'sequence' | keyof ClaimColumns>,
): Message {
  return {
    id: row.id,
    channel: row.channel,
    destination: row.destination,
    request:
      row.request_id === null || row.request_kind === null
        ? undefined
        : { requestId: row.request_id, kind: row.request_kind },
    device: row.device_id ?? undefined,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: new Date(row.next_attempt_at),
    settledAt: row.settled_at === null ? undefined : new Date(row.settled_at),
    lastError: row.last_error ?? undefined,
  };
}
