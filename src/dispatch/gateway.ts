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
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import {
  type Journal,
  type JournalEntry,
  type JournalKey,
  type NewDelivery,
  type Progress,
  requestKindOf,
} from '../store/index.js';
import type { Outcome } from './outcome.js';

/** A request that passed the checks, on its way through a door. */
export interface AuthorisedRequest {
  readonly received: ReceivedRequest;
  readonly row: CatalogueRow;
  /** The RequestID in text form, as the journal has it. */
  readonly requestId: string;
  /** The target as the inventory has it; undefined for Non-Device Services. */
  readonly device: DeviceRecord | undefined;
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
    const earlier = await this.#parts.journal.find(key);
    if (earlier !== undefined) return this.#repeat(received, earlier);
    let outcome: Outcome;
    try {
      outcome = await this.#decide(service, received, key);
    } catch (error) {
      if (error instanceof DuisRejection) return this.#refuse(received, key, error);
      throw error;
    }
    return this.#settle(received, key, outcome);
  }

  async #decide(service: WebService, received: ReceivedRequest, key: JournalKey): Promise<Outcome> {
    const { users, inventory, accessControlBroker, chooseDoor } = this.#parts;
    const { request } = received;
    const device = await inventory.find(request.requestId.target);
    const row = authorise({
      service,
      request,
      accessControlBroker,
      user: await users.find(request.requestId.originator),
      device,
    });
    const authorised = { received, row, requestId: key.requestId, device };
    const door = await chooseDoor(authorised);
    return door(authorised);
  }

  async #settle(received: ReceivedRequest, key: JournalKey, outcome: Outcome): Promise<Buffer> {
    const { clock, wake, responses } = this.#parts;
    const { dispatch, responseCode, content, route, command, commandCounter } = outcome;
    const now = clock();
    const answer = await this.#record(received, key, {
      // A synchronous answer is with the User when the HTTP reply is.
      state: dispatch === undefined ? 'delivered' : 'accepted',
      at: now,
      route,
      response: responses.answer(received.request, responseCode, content),
      responseCode,
      ...(command !== undefined && { command }),
      ...(commandCounter !== undefined && { commandCounter }),
      ...(dispatch !== undefined && { deliveries: [deliveryOf(key, received, dispatch, now)] }),
    });
    if (dispatch !== undefined) wake(dispatch.channel);
    this.#tell('request accepted', received, key, responseCode, { route });
    return answer;
  }

  async #refuse(received: ReceivedRequest, key: JournalKey, refusal: DuisRejection): Promise<Buffer> {
    const { responseCode, message: reason } = refusal;
    const answer = await this.#record(received, key, {
      state: 'failed',
      at: this.#parts.clock(),
      reason,
      response: this.#parts.responses.answer(received.request, responseCode),
      responseCode,
    });
    this.#tell('request refused', received, key, responseCode, { reason });
    return answer;
  }

  /** Makes a message and its answer durable. @returns the answer: that of an earlier message if there was one after all */
  async #record(
    received: ReceivedRequest,
    key: JournalKey,
    progress: Progress & { readonly response: Buffer },
  ): Promise<Buffer> {
    const { request, bytes } = received;
    const recorded = await this.#parts.journal.record(
      {
        ...key,
        originator: request.requestId.originator,
        target: request.requestId.target,
        commandVariant: request.commandVariant,
        serviceReferenceVariant: request.serviceReferenceVariant,
        receivedAt: progress.at,
        request: bytes,
      },
      progress,
    );
    return recorded.outcome === 'new' ? progress.response : this.#repeat(received, recorded.earlier);
  }

  #tell(
    event: string,
    { request }: ReceivedRequest,
    { requestId }: JournalKey,
    responseCode: string,
    facts: Readonly<Record<string, string>>,
  ): void {
    const { commandVariant, serviceReferenceVariant } = request;
    this.#parts.log.info(event, {
      requestId,
      commandVariant,
      serviceReferenceVariant,
      responseCode,
      ...facts,
    });
  }

  /**
   * Answers a RequestID that was used before: with the first answer if the message is the same. Another message is
   * refused and the first keeps its place; no source names a code for that, E12 is inferred.
   */
  #repeat(received: ReceivedRequest, { request, response, requestId }: JournalEntry): Buffer {
    if (request.equals(received.bytes) && response !== null) return response;
    this.#parts.log.warn('request refused', {
      requestId,
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
