import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { parseRequestId } from '../common/request-id.js';
import {
  type Answered,
  DCC_ALERT_CODES,
  type ResponseContent,
  serviceReferenceOf,
  type ServiceResponses,
} from '../duis/index.js';
import type { Journal, JournalEntry, NewDelivery } from '../store/index.js';
import type { DccAlerts } from './dcc-alerts.js';

export interface ConclusionParts {
  readonly journal: Journal;
  readonly users: UserDirectory;
  readonly responses: ServiceResponses;
  readonly alerts: DccAlerts;
  /** Called once for each request that came to its end, so that what waits for it goes on. */
  readonly onConcluded: (entry: JournalEntry, failure: string | undefined) => Promise<void>;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What a User is told of a run of its DSP schedule that failed, by the Response Code a request would have got. */
const SCHEDULE_FAILURES: Readonly<Record<string, 'commandNotDelivered' | 'noResponse'>> = {
  E20: 'commandNotDelivered',
  E21: 'noResponse',
};

/** Brings asynchronous requests to their end: one final Service Response each, in the journal and the outbox. */
export class Conclusion {
  constructor(private readonly parts: ConclusionParts) {}

  /** @param failure in words, where the request did not do what it asked for */
  async respond(
    entry: JournalEntry,
    responseCode: string,
    content: ResponseContent,
    failure?: string,
  ): Promise<void> {
    const body = this.parts.responses.result(answeredBy(entry), responseCode, content);
    await this.hand(entry, responseCode, body, failure);
  }

  /**
   * The request did not do what it asked for, and its Device said nothing of it. The User of a DSP schedule did not send
   * the request, and so gets a DCC Alert.
   */
  async fail(entry: JournalEntry, responseCode: string, reason: string): Promise<void> {
    if (entry.scheduleId === null) await this.respond(entry, responseCode, {}, reason);
    else await this.#end(entry, responseCode, reason, await this.#scheduleAlert(entry, responseCode));
  }

  async #scheduleAlert(entry: JournalEntry, responseCode: string): Promise<NewDelivery[]> {
    const { alerts, users } = this.parts;
    const event = SCHEDULE_FAILURES[responseCode] ?? 'scheduledCommandFailed';
    const deliveries = alerts.to(await users.find(parseEui64(entry.originator)), {
      id: `${entry.kind} ${entry.requestId}`,
      content: {
        code: DCC_ALERT_CODES[event].code,
        body: {
          CommandFailure: {
            CommandRequestID: entry.requestId,
            ...(entry.scheduleId !== null && { DSPScheduleID: entry.scheduleId }),
            DeviceID: parseEui64(entry.target),
          },
        },
      },
      about: { deviceId: parseEui64(entry.target), requestId: entry.requestId },
    });
    return deliveries.map((delivery) => ({
      ...delivery,
      request: { requestId: entry.requestId, kind: entry.kind },
    }));
  }

  /** As `respond`, for a document that is built already. */
  async hand(entry: JournalEntry, responseCode: string, body: Buffer, failure?: string): Promise<void> {
    const { users, clock } = this.parts;
    const url = (await users.find(parseEui64(entry.originator)))?.receiveResponseUrl;
    const deliveries = url === undefined ? [] : [finalDelivery(entry, url, body, clock())];
    await this.#end(entry, responseCode, failure, deliveries);
  }

  async #end(
    entry: JournalEntry,
    responseCode: string,
    failure: string | undefined,
    deliveries: readonly NewDelivery[],
  ): Promise<void> {
    const { journal, wake, clock, log, onConcluded } = this.parts;
    const first = await journal.advance(entry, {
      state: 'answered',
      at: clock(),
      ...(failure !== undefined && { reason: failure }),
      deliveries,
    });
    log.info(first ? 'request answered' : 'request was answered before', {
      requestId: entry.requestId,
      responseCode,
      ...(failure !== undefined && { reason: failure }),
      ...(deliveries.length === 0 && { undeliverable: 'the User has no Receive Response Service' }),
    });
    if (!first) return;
    wake();
    await onConcluded(entry, failure);
  }
}

/** The one final Service Response of a request on its way to the User. */
export function finalDelivery(
  { requestId, kind }: Pick<JournalEntry, 'requestId' | 'kind'>,
  destination: string,
  body: Buffer,
  at: Date,
): NewDelivery {
  return {
    id: `user ${kind} ${requestId}`,
    channel: 'user',
    destination,
    body,
    notBefore: at,
    request: { requestId, kind },
  };
}

/** What the Responses to a journalled request repeat of it. */
export function answeredBy(entry: JournalEntry): Answered {
  return {
    schemaVersion: schemaVersionOf(entry.request),
    requestId: parseRequestId(entry.requestId),
    serviceReference: serviceReferenceOf(entry.serviceReferenceVariant),
    serviceReferenceVariant: entry.serviceReferenceVariant,
  };
}

/** The journal holds schema-valid requests only, so the attribute is there. */
function schemaVersionOf(request: Buffer): string {
  const start = request.subarray(0, 2000).toString('latin1');
  return /schemaVersion\s*=\s*["']\s*([0-9.]+)\s*["']/.exec(start)?.[1] ?? '5.4';
}
