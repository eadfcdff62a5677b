import type { RequestKind } from './journal-tables.js';
import type { ClaimColumns } from './shared-tables.js';

/** What waits to be handed to a User, an S1SP or the Communications Hub network. Times are milliseconds since 1970. */
export interface DeliveriesTable extends ClaimColumns {
  /** Chosen by the sender so that the same delivery enqueued twice is one. */
  id: string;
  /** Rises in the order of enqueuing. */
  sequence: number;
  channel: 'user' | 's1sp' | 'wan';
  /** URL of a User or S1SP, or the Device a Command is for. */
  destination: string;
  request_id: string | null;
  request_kind: RequestKind | null;
  /** Deliveries of one Device keep their order. */
  device_id: string | null;
  body: Buffer;
  attempts: number;
  next_attempt_at: number;
  state: 'pending' | 'delivered' | 'dead';
  settled_at: number | null;
  last_error: string | null;
}
