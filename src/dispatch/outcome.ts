import type { ResponseContent } from '../duis/index.js';
import type {
  DeliveryChannel,
  NewDelivery,
  NewFutureExecution,
  Progress,
  RequestRoute,
} from '../store/index.js';

/** What is made of a request that passed the checks. */
export interface Outcome {
  /** The door it took; absent where it waits and takes its door when it is served. */
  readonly route?: RequestRoute;
  /** Response Code and content of the synchronous answer. */
  readonly responseCode: string;
  readonly content?: ResponseContent;
  /**
   * How far it has come: `held` until `waits` is over, `quarantined` until an operator decides, `answered` where the
   * final Service Response is among `deliveries`. Absent: `accepted` if something leaves for a Device or S1SP, else done.
   */
  readonly state?: 'held' | 'quarantined' | 'answered';
  readonly waits?: { readonly until?: Date; readonly preceding?: string };
  /** What has to leave for a Device or an S1SP once this is durable. */
  readonly dispatch?: {
    readonly channel: Exclude<DeliveryChannel, 'user'>;
    readonly destination: string;
    readonly body: Buffer;
  };
  /** What Users get besides: DCC Alerts, or the final Service Response. */
  readonly deliveries?: readonly NewDelivery[];
  /** The GBCS message made of the request: a Pre-Command, or the Command that leaves. */
  readonly command?: Buffer;
  /** Originator Counter of the Access Control Broker in the Command; absent where a User's counter is in it. */
  readonly commandCounter?: bigint;
  /** Makes the same Command under a new counter, should another gateway's Command to the Device have overtaken it. */
  readonly again?: () => Promise<Outcome>;
  /** What there is to say of it beyond the code, in words, for the log and the journal. */
  readonly remark?: string;
  /** Instructions of the Command that the Device holds until their time. */
  readonly futureExecutions?: readonly NewFutureExecution[];
  /** More that is written in the same transaction. */
  readonly also?: Progress['also'];
}

/** The step in the journal that an outcome is, but for the answer to the User. */
export function progressOf(
  outcome: Outcome,
  at: Date,
  dispatch: NewDelivery | undefined,
): Omit<Progress, 'response' | 'responseCode'> {
  const {
    state,
    waits,
    deliveries = [],
    route,
    command,
    commandCounter,
    remark,
    futureExecutions,
    also,
  } = outcome;
  return {
    // A synchronous answer is with the User when the HTTP reply is.
    state: state ?? (dispatch === undefined ? 'delivered' : 'accepted'),
    at,
    ...(remark !== undefined && { reason: remark }),
    ...(waits?.until !== undefined && { dueAt: waits.until }),
    ...(waits?.preceding !== undefined && { preceding: waits.preceding }),
    ...(route !== undefined && { route }),
    ...(command !== undefined && { command }),
    ...(commandCounter !== undefined && { commandCounter }),
    ...(futureExecutions !== undefined && { futureExecutions }),
    ...(also !== undefined && { also }),
    deliveries: dispatch === undefined ? deliveries : [dispatch, ...deliveries],
  };
}
