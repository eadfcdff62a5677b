import { type Kysely, type Selectable, sql } from 'kysely';
import type {
  BreachKind,
  Database,
  QuarantineState,
  QuarantineTable,
  RequestKind,
  Statement,
  StatementRunner,
  Store,
} from '../../store/index.js';
import { statement } from '../../store/index.js';
import type { Breach } from './breach.js';

export interface NewQuarantinedRequest {
  /** In the form of the journal. */
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly breach: Breach;
  readonly at: Date;
}

/** A request an operator has to decide about, or has decided about. */
export interface QuarantinedRequest {
  /** QuarantineEventRef of the DCC Alert. */
  readonly eventRef: bigint;
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly breach: BreachKind;
  /** What was breached. */
  readonly detail: string;
  readonly at: Date;
  readonly state: QuarantineState;
  readonly settledAt: Date | undefined;
  readonly settledBy: string | undefined;
  /** Why an operator rejected it. */
  readonly reason: string | undefined;
}

/**
 * Requests kept from Devices until an operator has looked at them. An operator decides in any process on the database; the
 * gateway finds in `undone` what it has to carry out.
 */
export class Quarantine {
  readonly #statements: ReturnType<typeof quarantineStatements>;

  constructor(private readonly store: Store) {
    this.#statements = quarantineStatements(store.db);
  }

  /**
   * Puts a request into quarantine within a group of writes, that of its journal entry.
   * @returns the QuarantineEventRef; of a request that is there already, the one it has
   */
  async hold(tx: StatementRunner, { requestId, kind, breach, at }: NewQuarantinedRequest): Promise<bigint> {
    const key = { request_id: requestId, kind };
    await tx.run(this.#statements.insert, {
      ...key,
      breach: breach.kind,
      detail: breach.detail,
      at: at.getTime(),
    });
    const row = await tx.first(this.#statements.eventRef, key);
    if (row === undefined) throw new Error(`${requestId} can be neither put into quarantine nor found there`);
    return BigInt(row.event_ref);
  }

  /** In the order they came; all, or those in one state. */
  async list(state?: QuarantineState): Promise<QuarantinedRequest[]> {
    let query = this.store.db.selectFrom('quarantine').selectAll();
    if (state !== undefined) query = query.where('state', '=', state);
    return (await query.orderBy('event_ref').execute()).map(fromRow);
  }

  async find(eventRef: bigint): Promise<QuarantinedRequest | undefined> {
    const row = await this.store.db
      .selectFrom('quarantine')
      .selectAll()
      .where('event_ref', '=', Number(eventRef))
      .executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  }

  /** @returns false if it is not in quarantine, or not any more */
  release(eventRef: bigint, by: string, at: Date): Promise<boolean> {
    return this.#settle(eventRef, { state: 'released', settled_by: by, settled_at: at.getTime() });
  }

  /** @returns false if it is not in quarantine, or not any more */
  reject(eventRef: bigint, by: string, at: Date, reason?: string): Promise<boolean> {
    return this.#settle(eventRef, {
      state: 'rejected',
      settled_by: by,
      settled_at: at.getTime(),
      reason: reason ?? null,
    });
  }

  async #settle(
    eventRef: bigint,
    change: Partial<Omit<Selectable<QuarantineTable>, 'event_ref'>>,
  ): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('quarantine')
        .set(change)
        .where('event_ref', '=', Number(eventRef))
        .where('state', '=', 'quarantined')
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    });
  }

  /** What an operator has decided and the gateway has not carried out, in the order of the requests. */
  async undone(): Promise<QuarantinedRequest[]> {
    return (await this.store.statements.all(this.#statements.undone, {})).map(fromRow);
  }

  /** @returns false if there was nothing to carry out */
  async done(eventRef: bigint): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('quarantine')
        .set({ done: 1 })
        .where('event_ref', '=', Number(eventRef))
        .where('state', '<>', 'quarantined')
        .where('done', '=', 0)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    });
  }
}

function fromRow(row: Selectable<QuarantineTable>): QuarantinedRequest {
  return {
    eventRef: BigInt(row.event_ref),
    requestId: row.request_id,
    kind: row.kind,
    breach: row.breach,
    detail: row.detail,
    at: new Date(row.at),
    state: row.state,
    settledAt: row.settled_at === null ? undefined : new Date(row.settled_at),
    settledBy: row.settled_by ?? undefined,
    reason: row.reason ?? undefined,
  };
}

type Key = Pick<QuarantineTable, 'request_id' | 'kind'>;

function quarantineStatements(db: Kysely<Database>) {
  const insert: Statement<Key & Pick<QuarantineTable, 'breach' | 'detail' | 'at'>, never> = statement(
    db,
    (query, argument) =>
      query
        .insertInto('quarantine')
        .values({
          request_id: argument('request_id'),
          kind: argument('kind'),
          breach: argument('breach'),
          detail: argument('detail'),
          at: argument('at'),
          state: 'quarantined',
          done: 0,
        })
        .onConflict((conflict) => conflict.columns(['request_id', 'kind']).doNothing()),
  );
  const eventRef: Statement<Key, { event_ref: number }> = statement(db, (query, argument) =>
    query
      .selectFrom('quarantine')
      .select('event_ref')
      .where('request_id', '=', argument('request_id'))
      .where('kind', '=', argument('kind')),
  );
  // Literals, not arguments, so that the partial index is used.
  const undone: Statement<Record<string, never>, Selectable<QuarantineTable>> = statement(db, (query) =>
    query
      .selectFrom('quarantine')
      .selectAll()
      .where('done', '=', sql.lit(0))
      .where('state', 'in', [sql.lit('released' as const), sql.lit('rejected' as const)])
      .orderBy('event_ref'),
  );
  return { insert, eventRef, undone };
}
