import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from './database.js';
import type { GroupCommit } from './group-commit.js';
import type { JournalKey } from './journal-statements.js';
import { type Statement, statement, type StatementRunner } from './statement.js';
import type { FutureExecutionsTable } from './tables/journal-tables.js';

/** An instruction of a Command that its Device holds until its time. */
export interface NewFutureExecution {
  /** 1 for the first instruction of the Command. */
  readonly number: number;
  /** How many the Command has. */
  readonly total: number;
  /** Names the instruction as the Device's Alert does. */
  readonly instruction: string;
  readonly dueAt: Date;
}

export interface FutureExecution extends NewFutureExecution {
  readonly request: JournalKey;
  readonly state: FutureExecutionsTable['state'];
}

type Settled = Exclude<FutureExecutionsTable['state'], 'awaited'>;
type Row = Selectable<FutureExecutionsTable>;

/** What Devices were told to do later, and whether they did. */
export class FutureExecutions {
  readonly #statements: ReturnType<typeof futureExecutionStatements>;

  constructor(
    db: Kysely<Database>,
    private readonly runner: StatementRunner,
    private readonly group: GroupCommit,
  ) {
    this.#statements = futureExecutionStatements(db);
  }

  /** Within a group of writes; for the journal. */
  async write(
    tx: StatementRunner,
    { requestId, kind }: JournalKey,
    execution: NewFutureExecution,
  ): Promise<void> {
    await tx.run(this.#statements.insert, {
      request_id: requestId,
      kind,
      number: execution.number,
      total: execution.total,
      instruction: execution.instruction,
      due_at: execution.dueAt.getTime(),
    });
  }

  /** The instructions of a request, in their order. */
  async of({ requestId, kind }: JournalKey): Promise<FutureExecution[]> {
    return (await this.runner.all(this.#statements.of, { request_id: requestId, kind })).map(fromRow);
  }

  /** What a Device still holds of the requests of a User for one Service Reference Variant. */
  async awaitedFor(originator: string, target: string, variant: string): Promise<FutureExecution[]> {
    const rows = await this.runner.all(this.#statements.awaitedFor, { originator, target, variant });
    return rows.map(fromRow);
  }

  /** Instructions that should have been executed at `before` or earlier and of which nothing was heard. */
  async overdue(before: Date): Promise<FutureExecution[]> {
    return (await this.runner.all(this.#statements.overdue, { before: before.getTime() })).map(fromRow);
  }

  /** @returns false if the instruction was settled before */
  async settle({ request, number }: FutureExecution, state: Settled, at: Date): Promise<boolean> {
    return this.group.submit(
      async (tx) =>
        (await tx.run(this.#statements.settle, {
          request_id: request.requestId,
          kind: request.kind,
          number,
          state,
          at: at.getTime(),
        })) > 0,
    );
  }
}

function fromRow(row: Row): FutureExecution {
  return {
    request: { requestId: row.request_id, kind: row.kind },
    number: row.number,
    total: row.total,
    instruction: row.instruction,
    dueAt: new Date(row.due_at),
    state: row.state,
  };
}

type NewRow = Omit<FutureExecutionsTable, 'state' | 'settled_at'>;
type Key = Pick<FutureExecutionsTable, 'request_id' | 'kind'>;

function futureExecutionStatements(db: Kysely<Database>) {
  const awaited = sql.lit('awaited' as const);
  const insert: Statement<NewRow, never> = statement(db, (query, argument) =>
    query
      .insertInto('future_executions')
      .values({
        request_id: argument('request_id'),
        kind: argument('kind'),
        number: argument('number'),
        total: argument('total'),
        instruction: argument('instruction'),
        due_at: argument('due_at'),
        state: 'awaited',
      })
      .onConflict((conflict) => conflict.columns(['request_id', 'kind', 'number']).doNothing()),
  );
  const of: Statement<Key, Row> = statement(db, (query, argument) =>
    query
      .selectFrom('future_executions')
      .selectAll()
      .where('request_id', '=', argument('request_id'))
      .where('kind', '=', argument('kind'))
      .orderBy('number'),
  );
  const awaitedFor: Statement<{ originator: string; target: string; variant: string }, Row> = statement(
    db,
    (query, argument) =>
      query
        .selectFrom('future_executions')
        .innerJoin('service_requests', (join) =>
          join
            .onRef('service_requests.request_id', '=', 'future_executions.request_id')
            .onRef('service_requests.kind', '=', 'future_executions.kind'),
        )
        .selectAll('future_executions')
        .where('future_executions.state', '=', awaited)
        .where('service_requests.originator', '=', argument('originator'))
        .where('service_requests.target', '=', argument('target'))
        .where('service_requests.service_reference_variant', '=', argument('variant'))
        .orderBy('service_requests.received_at'),
  );
  const overdue: Statement<{ before: number }, Row> = statement(db, (query, argument) =>
    query
      .selectFrom('future_executions')
      .selectAll()
      .where('state', '=', awaited)
      .where('due_at', '<=', argument('before'))
      .orderBy('due_at'),
  );
  const settle: Statement<Key & { number: number; state: Settled; at: number }, never> = statement(
    db,
    (query, argument) =>
      query
        .updateTable('future_executions')
        .set({ state: argument('state'), settled_at: argument('at') })
        .where('request_id', '=', argument('request_id'))
        .where('kind', '=', argument('kind'))
        .where('number', '=', argument('number'))
        .where('state', '=', awaited),
  );
  return { insert, of, awaitedFor, overdue, settle };
}
