import { sql, type Transaction } from 'kysely';
import type { Database } from './database.js';
import type { RequestKind, RequestState } from './tables/journal-tables.js';

/** Names a message of the journal. */
export type RequestKey = { readonly request_id: string; readonly kind: RequestKind };

/** How far a request has come; undefined if it is not in the journal. */
export async function stateOf(tx: Transaction<Database>, key: RequestKey): Promise<RequestState | undefined> {
  const row = await tx
    .selectFrom('service_requests')
    .select('state')
    .where('request_id', '=', key.request_id)
    .where('kind', '=', key.kind)
    .executeTakeFirst();
  return row?.state;
}

/** Why a request has failed whose answer its User did not take: the start of the reason in the journal. */
export const NOT_DELIVERED = 'not delivered';

/** Where a request was before it failed, if it failed because its User did not take the answer. */
export async function stateBeforeNotDelivered(
  tx: Transaction<Database>,
  key: RequestKey,
): Promise<RequestState | undefined> {
  const events = await tx
    .selectFrom('journal_events')
    .select(['state', 'reason'])
    .where('request_id', '=', key.request_id)
    .where('kind', '=', key.kind)
    .orderBy('sequence')
    .execute();
  const before = events.findLastIndex(({ state }) => state !== 'failed');
  const failure = events[before + 1];
  return failure?.reason?.startsWith(NOT_DELIVERED) === true
    ? (events[before]?.state ?? 'received')
    : undefined;
}

/** Sets the state of a request, which may be the one it has, and adds to its history why. */
export async function setState(
  tx: Transaction<Database>,
  key: RequestKey,
  state: RequestState,
  at: Date,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('service_requests')
    .set({ state, state_since: at.getTime() })
    .where('request_id', '=', key.request_id)
    .where('kind', '=', key.kind)
    .where('state', '!=', state)
    .execute();
  await tx
    .insertInto('journal_events')
    .values((build) => ({
      ...key,
      sequence: build
        .selectFrom('journal_events')
        .select(({ fn }) => sql<number>`${fn.count('sequence')} + 1`.as('next'))
        .where('request_id', '=', key.request_id)
        .where('kind', '=', key.kind),
      state,
      at: at.getTime(),
      reason,
    }))
    .execute();
}
