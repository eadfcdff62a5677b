import { type Kysely, type Selectable, sql } from 'kysely';
import { claimable, type ClaimArguments } from './claims.js';
import type { Database } from './database.js';
import { type Statement, statement } from './statement.js';
import type {
  JournalEventsTable,
  RequestKind,
  RequestRoute,
  RequestState,
  ServiceRequestsTable,
} from './tables/journal-tables.js';

/** Names a message: a RequestID and which of the two kinds that may bear it. */
export interface JournalKey {
  readonly requestId: string;
  readonly kind: RequestKind;
}

type Key = { request_id: string; kind: RequestKind };
type Row = Selectable<ServiceRequestsTable>;
type Step = Exclude<RequestState, 'received'>;
type NewRow = Pick<
  ServiceRequestsTable,
  | 'request_id'
  | 'kind'
  | 'originator'
  | 'target'
  | 'command_variant'
  | 'service_reference_variant'
  | 'received_at'
  | 'state'
  | 'route'
  | 'request'
  | 'command'
  | 'command_counter'
  | 'response'
  | 'response_code'
  | 'due_at'
  | 'preceding'
  | 'originator_counter'
  | 'schedule_id'
>;
type Advance = Key & {
  state: Step;
  at: number;
  route: RequestRoute | null;
  command: Buffer | null;
  command_counter: string | null;
  response: Buffer | null;
  response_code: string | null;
};

/** From which states a step leads on. A message fails or is delivered once; what comes later finds it settled. */
const BEFORE: Readonly<Record<Step, readonly RequestState[]>> = {
  held: ['quarantined'],
  quarantined: ['held'],
  accepted: ['received', 'held', 'quarantined'],
  dispatched: ['received', 'accepted'],
  // From `held` where a request turns out not to be possible once its time has come.
  answered: ['received', 'held', 'quarantined', 'accepted', 'dispatched'],
  // From `received` where the answer is in the HTTP reply itself.
  delivered: ['received', 'answered'],
  failed: ['received', 'held', 'quarantined', 'accepted', 'dispatched', 'answered'],
};

// Literals, not arguments, so that the partial index is used.
const UNFINISHED = ['received', 'accepted', 'dispatched'] as const;

/** 20 decimal digits, so that counters sort as text. */
export function storedCounter(counter: bigint): string {
  return counter.toString().padStart(20, '0');
}

export interface JournalStatements {
  readonly insert: Statement<NewRow, never>;
  readonly advance: Readonly<Record<Step, Statement<Advance, never>>>;
  readonly insertEvent: Statement<Omit<JournalEventsTable, 'sequence'>, never>;
  readonly find: Statement<Key, Row>;
  readonly findByCommand: Statement<{ target: string; command_counter: string }, Row>;
  readonly unfinished: Statement<Record<string, never>, Row>;
  readonly dispatchedBefore: Statement<{ before: number }, Row>;
  readonly highestCounter: Statement<Record<string, never>, { highest: string | null }>;
  readonly events: Statement<Key, Selectable<JournalEventsTable>>;
  readonly due: Statement<{ now: number; limit: number }, Row>;
  readonly claimDue: Statement<ClaimArguments & { limit: number }, Row>;
  readonly followers: Statement<{ preceding: string }, Row>;
  readonly preceding: Statement<Record<string, never>, { preceding: string | null }>;
  readonly letGo: Statement<Key & { at: number }, never>;
  readonly restartWaits: Statement<{ now: number }, never>;
  readonly heldFor: Statement<{ target: string }, Row>;
  readonly highestSignedCounter: Statement<
    { target: string; originator: string },
    { highest: string | null }
  >;
}

export function journalStatements(db: Kysely<Database>): JournalStatements {
  return {
    insert: statement(db, (query, argument) =>
      query
        .insertInto('service_requests')
        .values({
          request_id: argument('request_id'),
          kind: argument('kind'),
          originator: argument('originator'),
          target: argument('target'),
          command_variant: argument('command_variant'),
          service_reference_variant: argument('service_reference_variant'),
          received_at: argument('received_at'),
          state: argument('state'),
          state_since: argument('received_at'),
          route: argument('route'),
          request: argument('request'),
          command: argument('command'),
          command_counter: argument('command_counter'),
          response: argument('response'),
          response_code: argument('response_code'),
          due_at: argument('due_at'),
          preceding: argument('preceding'),
          originator_counter: argument('originator_counter'),
          schedule_id: argument('schedule_id'),
        })
        .onConflict((conflict) => conflict.columns(['request_id', 'kind']).doNothing()),
    ),
    advance: {
      held: advanceTo(db, 'held'),
      quarantined: advanceTo(db, 'quarantined'),
      accepted: advanceTo(db, 'accepted'),
      dispatched: advanceTo(db, 'dispatched'),
      answered: advanceTo(db, 'answered'),
      delivered: advanceTo(db, 'delivered'),
      failed: advanceTo(db, 'failed'),
    },
    insertEvent: statement(db, (query, argument) =>
      query.insertInto('journal_events').values((build) => ({
        request_id: argument('request_id'),
        kind: argument('kind'),
        sequence: build
          .selectFrom('journal_events')
          .select(({ fn }) => sql<number>`${fn.count('sequence')} + 1`.as('next'))
          .where('request_id', '=', argument('request_id'))
          .where('kind', '=', argument('kind')),
        state: argument('state'),
        at: argument('at'),
        reason: argument('reason'),
      })),
    ),
    find: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where('request_id', '=', argument('request_id'))
        .where('kind', '=', argument('kind')),
    ),
    findByCommand: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where('command_counter', '=', argument('command_counter'))
        .where('target', '=', argument('target')),
    ),
    unfinished: statement(db, (query) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where(
          'state',
          'in',
          UNFINISHED.map((state) => sql.lit(state)),
        )
        .orderBy('received_at')
        .orderBy('request_id'),
    ),
    dispatchedBefore: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where('state', '=', sql.lit('dispatched'))
        .where('state_since', '<=', argument('before')),
    ),
    highestCounter: statement(db, (query) =>
      query
        .selectFrom('service_requests')
        .select(({ fn }) => fn.max('command_counter').as('highest'))
        .where('command_counter', 'is not', null),
    ),
    events: statement(db, (query, argument) =>
      query
        .selectFrom('journal_events')
        .selectAll()
        .where('request_id', '=', argument('request_id'))
        .where('kind', '=', argument('kind'))
        .orderBy('sequence'),
    ),
    due: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where('state', '=', sql.lit('held'))
        .where('due_at', '<=', argument('now'))
        .where('preceding', 'is', null)
        .orderBy('due_at')
        .orderBy('received_at')
        .limit(argument('limit')),
    ),
    claimDue: statement(db, (query, argument) =>
      query
        .updateTable('service_requests')
        .set({ claimed_by: argument('instance'), claimed_until: argument('until') })
        .where((build) =>
          build(
            build.refTuple('request_id', 'kind'),
            'in',
            build
              .selectFrom('service_requests as held')
              .select(['held.request_id', 'held.kind'])
              .where('held.state', '=', sql.lit('held'))
              .where('held.due_at', '<=', argument('now'))
              .where('held.preceding', 'is', null)
              .where(claimable('held', argument('instance'), argument('now')))
              .orderBy('held.due_at')
              .orderBy('held.received_at')
              .limit(argument('limit'))
              .forUpdate()
              .skipLocked()
              .$asTuple('request_id', 'kind'),
          ),
        )
        .returningAll(),
    ),
    followers: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where('state', '=', sql.lit('held'))
        .where('preceding', '=', argument('preceding'))
        .orderBy('received_at'),
    ),
    preceding: statement(db, (query) =>
      query
        .selectFrom('service_requests')
        .select('preceding')
        .distinct()
        .where('state', '=', sql.lit('held'))
        .where('preceding', 'is not', null),
    ),
    letGo: statement(db, (query, argument) =>
      query
        .updateTable('service_requests')
        .set((build) => ({
          preceding: null,
          due_at: build.fn.coalesce(build.ref('due_at'), sql<number | null>`${argument('at')}`),
        }))
        .where('request_id', '=', argument('request_id'))
        .where('kind', '=', argument('kind'))
        .where('state', '=', sql.lit('held')),
    ),
    restartWaits: statement(db, (query, argument) =>
      query
        .updateTable('service_requests')
        .set({ state_since: argument('now') })
        .where('state', '=', sql.lit('dispatched'))
        .where('state_since', '>', argument('now')),
    ),
    heldFor: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .selectAll()
        .where('state', '=', sql.lit('held'))
        .where('target', '=', argument('target'))
        .orderBy('received_at'),
    ),
    highestSignedCounter: statement(db, (query, argument) =>
      query
        .selectFrom('service_requests')
        .select(({ fn }) => fn.max('originator_counter').as('highest'))
        .where('kind', '=', sql.lit('signed-pre-command'))
        .where('target', '=', argument('target'))
        .where('originator', '=', argument('originator'))
        .where('command', 'is not', null),
    ),
  };
}

/** What is known of a message is kept as it was first written: its door, what it became, how it was answered. */
function advanceTo(db: Kysely<Database>, step: Step): Statement<Advance, never> {
  return statement(db, (query, argument) =>
    query
      .updateTable('service_requests')
      .set((build) => ({
        state: argument('state'),
        state_since: argument('at'),
        route: build.fn.coalesce(build.ref('route'), sql<RequestRoute | null>`${argument('route')}`),
        command: build.fn.coalesce(build.ref('command'), sql<Buffer | null>`${argument('command')}`),
        command_counter: build.fn.coalesce(
          build.ref('command_counter'),
          sql<string | null>`${argument('command_counter')}`,
        ),
        response: build.fn.coalesce(build.ref('response'), sql<Buffer | null>`${argument('response')}`),
        response_code: build.fn.coalesce(
          build.ref('response_code'),
          sql<string | null>`${argument('response_code')}`,
        ),
      }))
      .where('request_id', '=', argument('request_id'))
      .where('kind', '=', argument('kind'))
      .where('state', 'in', BEFORE[step]),
  );
}
