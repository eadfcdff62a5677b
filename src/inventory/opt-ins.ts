import type { Transaction } from 'kysely';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Database, Store } from '../store/index.js';
import type { InventoryEvent } from './inventory-event.js';
import type { Inventory } from './inventory.js';

/** Meters that are to be opted in again on a date (Service Reference 8.6). */
export class OptIns {
  constructor(
    private readonly store: Store,
    private readonly inventory: Pick<Inventory, 'record'>,
  ) {}

  /** Opts in the meters whose date has come. @returns what changed */
  async apply(now: Date): Promise<InventoryEvent[]> {
    const due = await this.store.db
      .selectFrom('opt_ins')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now.getTime())
      .orderBy('due_at')
      .execute();
    const events: InventoryEvent[] = [];
    for (const { device_id, request_id } of due) {
      const cause = { at: now, requestId: request_id };
      events.push(...(await this.inventory.record('opted in', parseEui64(device_id), cause)));
      await this.store.transaction((tx) =>
        tx.updateTable('opt_ins').set({ state: 'done' }).where('request_id', '=', request_id).execute(),
      );
    }
    return events;
  }
}

/** Whether a request has been taken before. */
export async function hasOptIn(tx: Transaction<Database>, requestId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('opt_ins')
    .select('request_id')
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers that a meter is to be opted in. */
export async function insertOptIn(
  tx: Transaction<Database>,
  optIn: { readonly requestId: string; readonly device: Eui64; readonly dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('opt_ins')
    .values({
      request_id: optIn.requestId,
      device_id: optIn.device,
      due_at: optIn.dueAt.getTime(),
      state: 'waiting',
    })
    .execute();
}
