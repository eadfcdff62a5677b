import { authorise, type UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId } from '../common/request-id.js';
import type {
  CatalogueRow,
  ReceivedRequest,
  ServiceRequestReader,
  ServiceResponses,
  WebService,
} from '../duis/index.js';
import type { Inventory } from '../inventory/index.js';
import { type Journal, type JournalKey, type NewDelivery, requestKindOf } from '../store/index.js';
import type { Outcome } from './outcome.js';

/** A request that passed the checks, on its way through a door. */
export interface AuthorisedRequest {
  readonly received: ReceivedRequest;
  readonly row: CatalogueRow;
  /** The RequestID in text form, as the journal has it. */
  readonly requestId: string;
}

/** One of the ways a request is served. @throws DuisRejection */
export type Door = (authorised: AuthorisedRequest) => Promise<Outcome>;

export interface GatewayParts {
  readonly reader: ServiceRequestReader;
  readonly responses: ServiceResponses;
  readonly users: UserDirectory;
  readonly inventory: Inventory;
  readonly journal: Journal;
  readonly accessControlBroker: Eui64;
  /** Picks the door: the DCC itself, a GBCS Command, or the S1SP. */
  readonly chooseDoor: (authorised: AuthorisedRequest) => Promise<Door>;
  /** Called when something was put into the outbox. */
  readonly wake: (channel: 'wan' | 's1sp') => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Receives messages from Users: reads, checks, journals, serves through one of three doors, and answers. */
export class Gateway {
  readonly #parts: GatewayParts;
  /** Messages being served, so that one that comes twice at once is served once. */
  readonly #inHand = new Map<string, Promise<Buffer>>();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /**
   * Answers a message from a User with a signed Response.
   * @throws DocumentError or SignatureError when there is no RequestID to be trusted
   */
  async handle(service: WebService, message: Buffer): Promise<Buffer> {
    const received = this.#parts.reader.read(message);
    const key = keyOf(received);
    const name = `${key.kind} ${key.requestId}`;
    const earlier = this.#inHand.get(name);
    if (earlier !== undefined) await earlier.catch(() => undefined);
    const serving = this.#serve(service, received, key);
    this.#inHand.set(name, serving);
    try {
      return await serving;
    } finally {
      if (this.#inHand.get(name) === serving) this.#inHand.delete(name);
    }
  }

  async #serve(service: WebService, received: ReceivedRequest, key: JournalKey): Promise<Buffer> {
    const { journal, clock, responses } = this.#parts;
    const { request } = received;
    const recorded = await journal.record({
      ...key,
      originator: request.requestId.originator,
      target: request.requestId.target,
      commandVariant: request.commandVariant,
      serviceReferenceVariant: request.serviceReferenceVariant,
      receivedAt: clock(),
      request: received.bytes,
    });
    if (recorded.outcome === 'repeat') {
      if (!recorded.identical) return this.#refuseReuse(received, key);
      if (recorded.earlier.response !== null) return recorded.earlier.response;
    }
    let outcome: Outcome;
    try {
      outcome = await this.#decide(service, received, key);
    } catch (error) {
      if (error instanceof DuisRejection) return this.#refuse(received, key, error);
      throw error;
    }
    const response = responses.answer(request, outcome.responseCode, outcome.content);
    await this.#settle(received, key, outcome, response);
    return response;
  }

  async #decide(service: WebService, received: ReceivedRequest, key: JournalKey): Promise<Outcome> {
    const { users, inventory, accessControlBroker, chooseDoor } = this.#parts;
    const { request } = received;
    const row = authorise({
      service,
      request,
      accessControlBroker,
      user: users.find(request.requestId.originator),
      device: await inventory.find(request.requestId.target),
    });
    const authorised = { received, row, requestId: key.requestId };
    const door = await chooseDoor(authorised);
    return door(authorised);
  }

  async #settle(
    received: ReceivedRequest,
    key: JournalKey,
    outcome: Outcome,
    response: Buffer,
  ): Promise<void> {
    const { journal, clock, wake, log } = this.#parts;
    const { dispatch } = outcome;
    const now = clock();
    await journal.advance(key, {
      // A synchronous answer is with the User when the HTTP reply is.
      state: dispatch === undefined ? 'delivered' : 'accepted',
      at: now,
      route: outcome.route,
      response,
      responseCode: outcome.responseCode,
      ...(outcome.command !== undefined && { command: outcome.command }),
      ...(outcome.commandCounter !== undefined && { commandCounter: outcome.commandCounter }),
      ...(dispatch !== undefined && { deliveries: [deliveryOf(key, received, dispatch, now)] }),
    });
    if (dispatch !== undefined) wake(dispatch.channel);
    log.info('request accepted', {
      requestId: key.requestId,
      commandVariant: received.request.commandVariant,
      serviceReferenceVariant: received.request.serviceReferenceVariant,
      route: outcome.route,
      responseCode: outcome.responseCode,
    });
  }

  async #refuse(received: ReceivedRequest, key: JournalKey, refusal: DuisRejection): Promise<Buffer> {
    const { journal, clock, responses, log } = this.#parts;
    const response = responses.answer(received.request, refusal.responseCode);
    await journal.advance(key, {
      state: 'failed',
      at: clock(),
      reason: refusal.message,
      response,
      responseCode: refusal.responseCode,
    });
    log.info('request refused', {
      requestId: key.requestId,
      serviceReferenceVariant: received.request.serviceReferenceVariant,
      responseCode: refusal.responseCode,
      reason: refusal.message,
    });
    return response;
  }

  /** The first message keeps its place in the journal and its answer. No source names a code for this; E12 is inferred. */
  #refuseReuse(received: ReceivedRequest, key: JournalKey): Buffer {
    this.#parts.log.warn('request refused', {
      requestId: key.requestId,
      responseCode: 'E12',
      reason: 'the RequestID was used before by another message',
    });
    return this.#parts.responses.answer(received.request, 'E12');
  }
}

function keyOf({ request }: ReceivedRequest): JournalKey {
  return { requestId: formatRequestId(request.requestId), kind: requestKindOf(request.commandVariant) };
}

function deliveryOf(
  key: JournalKey,
  { request }: ReceivedRequest,
  dispatch: NonNullable<Outcome['dispatch']>,
  now: Date,
): NewDelivery {
  return {
    id: `${dispatch.channel} ${key.kind} ${key.requestId}`,
    ...dispatch,
    notBefore: now,
    request: key,
    device: request.requestId.target,
  };
}
