/** The two messages that may bear one RequestID: the Service Request, and the Signed Pre-Command that repeats it. */
export type RequestKind = 'service-request' | 'signed-pre-command';

/** How far a request has come. */
export type RequestState = 'received' | 'accepted' | 'dispatched' | 'answered' | 'delivered' | 'failed';

/** The door a request took: decided once, when it was accepted. */
export type RequestRoute = 'non-device' | 'transform' | 'gbcs' | 's1sp';

/** One row a message from a User. Times are milliseconds since 1970. */
export interface ServiceRequestsTable {
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
