import type { ClaimColumns } from './shared-tables.js';

/**
 * The messages that may bear one RequestID: the Service Request, and the Signed Pre-Command that repeats it; or a run of
 * a DSP schedule, whose RequestID the DCC gives.
 */
export type RequestKind = 'service-request' | 'signed-pre-command' | 'scheduled-run';

/** How far a request has come. What is `held` or `quarantined` was acknowledged and has not been served yet. */
export type RequestState =
  'received' | 'held' | 'quarantined' | 'accepted' | 'dispatched' | 'answered' | 'delivered' | 'failed';

/** The door a request took: decided once, when it was accepted. */
export type RequestRoute = 'non-device' | 'transform' | 'gbcs' | 's1sp';

/** One row a message from a User. Times are milliseconds since 1970. */
export interface ServiceRequestsTable extends ClaimColumns {
  request_id: string;
  kind: RequestKind;
  originator: string;
  target: string;
  command_variant: number;
  service_reference_variant: string;
  received_at: number;
  state: RequestState;
  state_since: number;
  route: RequestRoute | null;
  /** The signed XML as it came. */
  request: Buffer;
  /** The GBCS Command or Countersigned Service Request it became. */
  command: Buffer | null;
  /** Originator Counter of the Access Control Broker in the Command: 20 digits. */
  command_counter: string | null;
  /** The synchronous answer, signed. */
  response: Buffer | null;
  response_code: string | null;
  /** When a held request is to be served; null where it only waits for the one before it. */
  due_at: number | null;
  /** RequestID of the request that has to succeed before this one is served. */
  preceding: string | null;
  /** Counter of the RequestID: 20 digits. */
  originator_counter: string | null;
  /** The DSP schedule a scheduled run belongs to. */
  schedule_id: number | null;
}

/** An instruction of a Command that its Device holds until its time. */
export interface FutureExecutionsTable {
  request_id: string;
  kind: RequestKind;
  /** 1 for the first instruction of the Command. */
  number: number;
  /** How many the Command has. */
  total: number;
  /** Names the instruction as the Device's Alert does. */
  instruction: string;
  due_at: number;
  state: 'awaited' | 'executed' | 'failed' | 'timed-out' | 'cancelled';
  settled_at: number | null;
}

/** What happened to a message after it was received. */
export interface JournalEventsTable {
  request_id: string;
  kind: RequestKind;
  sequence: number;
  state: RequestState;
  at: number;
  reason: string | null;
}
