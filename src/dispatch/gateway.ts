import type { Clock } from '../common/clock.js';
import { DuisRejection, InternalError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { formatRequestId } from '../common/request-id.js';
import {
  executionDateTimeOf,
  hasBody,
  isCancellation,
  type ReceivedRequest,
  type ServiceRequestReader,
  type ServiceResponses,
  type WebService,
} from '../duis/index.js';
import {
  type Journal,
  type JournalEntry,
  type JournalKey,
  type NewDelivery,
  type Progress,
  requestKindOf,
} from '../store/index.js';
import type { AnomalyGate } from './anomaly-gate.js';
import type { HeldRequests } from './held-requests.js';
import type { AuthorisedRequest, Judgement } from './judgement.js';
import { type Outcome, progressOf } from './outcome.js';
import type { Sequences } from './sequences.js';
import type { VersionMismatches } from './version-mismatches.js';

/** One of the ways a request is served. @throws DuisRejection */
export type Door = (authorised: AuthorisedRequest) => Promise<Outcome>;

/** How often a Command is made that those of other gateways overtake. */
const MOST_TRIES = 50;

export interface GatewayParts {
  readonly reader: ServiceRequestReader;
  readonly responses: ServiceResponses;
  readonly judgement: Judgement;
  readonly sequences: Sequences;
  readonly held: HeldRequests;
  readonly anomalies: AnomalyGate;
  readonly versions: VersionMismatches;
  readonly journal: Journal;
  /** Picks the door: the DCC itself, a GBCS Command, or the S1SP. */
  readonly chooseDoor: (authorised: AuthorisedRequest) => Promise<Door>;
  /** Called when something was put into the outbox. */
  readonly wake: (channel: 'wan' | 's1sp' | 'user') => void;
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
      const { judgement, clock } = this.#parts;
      outcome = await this.#decide(await judgement.judge(service, received, clock()));
    } catch (error) {
      if (error instanceof DuisRejection) return this.#refuse(received, key, error);
      throw error;
    }
    const answer = await this.#settle(received, key, outcome);
    // What a request waits for may have ended while it was written down.
    if (outcome.waits?.preceding !== undefined) await this.#parts.sequences.sweep();
    return answer;
  }

  /** Whether a request is served now, later, or not before an operator has looked at it. */
  async #decide(authorised: AuthorisedRequest): Promise<Outcome> {
    const { sequences, held, anomalies, chooseDoor, clock } = this.#parts;
    const { request } = authorised.received;
    const preceding = await sequences.waitsFor(request);
    if (isHeldByDcc(authorised) && isCancellation(request)) return held.cancel(authorised);
    const until = isHeldByDcc(authorised) ? executionDateTimeOf(request) : undefined;
    const quarantined = await anomalies.check(authorised, waitsOf(until, preceding));
    if (quarantined !== undefined) return quarantined;
    if (preceding === undefined && (until === undefined || until <= clock())) {
      const door = await chooseDoor(authorised);
      return door(authorised);
    }
    await this.#tryOut(authorised);
    return hold(authorised, until, preceding);
  }

  /**
   * Finds out whether a request that waits could be served as things are, so that the User hears of a flaw at once. A change
   * of a Device Log is not tried out: choosing its door changes the inventory.
   * @throws DuisRejection
   */
  async #tryOut(authorised: AuthorisedRequest): Promise<void> {
    const { request } = authorised.received;
    if (hasBody(request, 'UpdateHANDeviceLog') || hasBody(request, 'RestoreHANDeviceLog')) return;
    const door = await this.#parts.chooseDoor(authorised);
    await door(authorised);
  }

  async #settle(received: ReceivedRequest, key: JournalKey, outcome: Outcome, tries = 1): Promise<Buffer> {
    const { clock, wake, responses, versions } = this.#parts;
    const { dispatch, responseCode, route } = outcome;
    const now = clock();
    const { content, alerts } = await versions.fit(received.request, responseCode, outcome.content ?? {});
    const progress = progressOf(
      { ...outcome, deliveries: [...(outcome.deliveries ?? []), ...alerts] },
      now,
      dispatch && commandDelivery(key, received.request.requestId.target, dispatch, now),
    );
    const answer = await this.#record(received, key, {
      ...progress,
      response: responses.answer(received.request, responseCode, content),
      responseCode,
    });
    if (answer === undefined) return this.#settle(received, key, await madeAnew(outcome, tries), tries + 1);
    if (dispatch !== undefined) wake(dispatch.channel);
    if (progress.deliveries?.some(({ channel }) => channel === 'user') === true || outcome.also) wake('user');
    this.#tell('request accepted', received, key, responseCode, {
      ...(route !== undefined && { route }),
      ...(outcome.state !== undefined && { state: outcome.state }),
      ...(outcome.remark !== undefined && { reason: outcome.remark }),
    });
    return answer;
  }

  async #refuse(received: ReceivedRequest, key: JournalKey, refusal: DuisRejection): Promise<Buffer> {
    const { responseCode, message: reason } = refusal;
    const response = this.#parts.responses.answer(received.request, responseCode);
    const answer = await this.#record(received, key, {
      state: 'failed',
      at: this.#parts.clock(),
      reason,
      response,
      responseCode,
    });
    this.#tell('request refused', received, key, responseCode, { reason });
    return answer ?? response;
  }

  /**
   * Makes a message and its answer durable.
   * @returns the answer: that of an earlier message if there was one after all; undefined if its Command was overtaken
   */
  async #record(
    received: ReceivedRequest,
    key: JournalKey,
    progress: Progress & { readonly response: Buffer },
  ): Promise<Buffer | undefined> {
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
    if (recorded.outcome === 'overtaken') return undefined;
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
  async #repeat(received: ReceivedRequest, earlier: JournalEntry): Promise<Buffer> {
    const { request, response, requestId } = earlier;
    if (request.equals(received.bytes) && response !== null) return response;
    const reason = 'the RequestID was used before by another message';
    await this.#parts.journal.note(earlier, this.#parts.clock(), reason);
    this.#parts.log.warn('request refused', { requestId, responseCode: 'E12', reason });
    return this.#parts.responses.answer(received.request, 'E12');
  }
}

/** @throws InternalError where Commands of other gateways to the same Device overtake it again and again */
async function madeAnew({ again }: Outcome, tries: number): Promise<Outcome> {
  if (again === undefined || tries === MOST_TRIES) {
    throw new InternalError('other Commands to the Device have overtaken this one again and again');
  }
  return again();
}

function keyOf({ request }: ReceivedRequest): JournalKey {
  return { requestId: formatRequestId(request.requestId), kind: requestKindOf(request.commandVariant) };
}

/** True if the DCC, and not the Device, keeps a request that is dated ahead. */
function isHeldByDcc({ row }: AuthorisedRequest): boolean {
  return row.futureDated === 'DSP';
}

/**
 * A request that waits. Only what is answered asynchronously can.
 * @throws DuisRejection for another; no source names the code, E12 is inferred
 */
function hold(
  { received: { request } }: AuthorisedRequest,
  until: Date | undefined,
  preceding: string | undefined,
): Outcome {
  if (request.commandVariant !== 1 && request.commandVariant !== 5) {
    throw new DuisRejection(
      'E12',
      `Command Variant ${request.commandVariant} is answered at once and cannot wait`,
    );
  }
  return { responseCode: 'I99', state: 'held', waits: waitsOf(until, preceding) };
}

function waitsOf(until: Date | undefined, preceding: string | undefined): NonNullable<Outcome['waits']> {
  return { ...(until !== undefined && { until }), ...(preceding !== undefined && { preceding }) };
}

/** What has to leave for a Device or an S1SP, as the outbox takes it. */
export function commandDelivery(
  key: JournalKey,
  device: Eui64,
  dispatch: NonNullable<Outcome['dispatch']>,
  now: Date,
): NewDelivery {
  return {
    id: `${dispatch.channel} ${key.kind} ${key.requestId}`,
    ...dispatch,
    notBefore: now,
    request: { requestId: key.requestId, kind: key.kind },
    device,
  };
}
