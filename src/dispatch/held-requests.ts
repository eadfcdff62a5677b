import type { Clock } from '../common/clock.js';
import { DuisRejection } from '../common/errors.js';
import { parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { ServiceRequestReader, ServiceResponses } from '../duis/index.js';
import { failureFacts, type Journal, type JournalEntry, type NewDelivery } from '../store/index.js';
import { type Conclusion, finalDelivery } from './conclusion.js';
import { commandDelivery, type Door } from './gateway.js';
import type { AuthorisedRequest, Judgement } from './judgement.js';
import { type Outcome, progressOf } from './outcome.js';

export interface HeldRequestParts {
  readonly journal: Journal;
  readonly reader: Pick<ServiceRequestReader, 'reread'>;
  readonly judgement: Judgement;
  readonly chooseDoor: (authorised: AuthorisedRequest) => Promise<Door>;
  readonly responses: ServiceResponses;
  readonly conclusion: Conclusion;
  readonly wake: (channel: 'wan' | 's1sp' | 'user') => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Most requests taken up in one look. */
const AT_ONCE = 100;

/** Requests the DCC holds until their time: serves them then, after a restart too, or takes them back. */
export class HeldRequests {
  constructor(private readonly parts: HeldRequestParts) {}

  /** Serves everything whose time has come. */
  async serveDue(): Promise<void> {
    const { journal, clock } = this.parts;
    const tried = new Set<string>();
    for (;;) {
      // What could not be served is still due, and must not take the places of others.
      const due = await journal.due(clock(), AT_ONCE + tried.size);
      const fresh = due.filter(({ requestId, kind }) => !tried.has(`${kind} ${requestId}`));
      if (fresh.length === 0) return;
      for (const entry of fresh) {
        tried.add(`${entry.kind} ${entry.requestId}`);
        await this.serve(entry);
      }
    }
  }

  /**
   * Serves a request that was held, after all checks are made anew: the User or the Device may have changed since.
   * A fault of the gateway's own leaves it held, to be tried again.
   */
  async serve(entry: JournalEntry): Promise<void> {
    const { judgement, reader, chooseDoor, clock, conclusion, log } = this.parts;
    try {
      const judged = await judgement.judge('send-command', reader.reread(entry.request), clock());
      const authorised = entry.scheduleId === null ? judged : { ...judged, scheduled: true as const };
      const door = await chooseDoor(authorised);
      await this.#send(entry, await door(authorised));
    } catch (error) {
      if (error instanceof DuisRejection) {
        await conclusion.fail(entry, error.responseCode, error.message);
        return;
      }
      log.error('a held request could not be served', { requestId: entry.requestId, ...failureFacts(error) });
    }
  }

  async #send(entry: JournalEntry, outcome: Outcome): Promise<void> {
    const { journal, clock, wake, log } = this.parts;
    const { dispatch } = outcome;
    const now = clock();
    const delivery = dispatch && commandDelivery(entry, parseEui64(entry.target), dispatch, now);
    // Else something else came of it meanwhile, or its Command was overtaken: the next look sees what is left to do.
    if (!(await journal.advance(entry, progressOf(outcome, now, delivery)))) return;
    if (dispatch !== undefined) wake(dispatch.channel);
    log.info('held request served', { requestId: entry.requestId, route: outcome.route });
  }

  /**
   * Takes back what a User had future dated: the same Service Reference Variant for the same Device. The cancellation is
   * done when it is acknowledged, so its final Service Response goes out with it.
   * @throws DuisRejection if nothing is held; no source names the code, E12 is inferred
   */
  async cancel({ received: { request }, requestId, user, row }: AuthorisedRequest): Promise<Outcome> {
    const { journal, responses, clock } = this.parts;
    const { originator, target } = request.requestId;
    const held = (await journal.heldFor(target)).filter(
      (entry) => entry.originator === originator && entry.serviceReferenceVariant === row.variant,
    );
    if (held.length === 0) {
      throw new DuisRejection('E12', `no future-dated ${row.variant} for ${target} is held`);
    }
    const at = clock();
    const reason = `cancelled by ${requestId}`;
    return {
      responseCode: 'I99',
      state: 'answered',
      deliveries:
        user.receiveResponseUrl === undefined
          ? []
          : [
              finalDelivery(
                { requestId, kind: 'service-request' },
                user.receiveResponseUrl,
                responses.result(request, 'I0'),
                at,
              ),
            ],
      also: async (tx) => {
        for (const entry of held) await journal.advanceWithin(tx, entry, { state: 'failed', at, reason });
      },
    };
  }

  /**
   * Drops what is held for a Device.
   * @param alerts the DCC Alerts that tell the User of a dropped request
   */
  async drop(
    device: string,
    reason: string,
    alerts: (entry: JournalEntry) => Promise<NewDelivery[]>,
    only: (entry: JournalEntry) => boolean = () => true,
  ): Promise<void> {
    const { journal, clock, log, wake } = this.parts;
    for (const entry of (await journal.heldFor(device)).filter(only)) {
      await journal.advance(entry, { state: 'failed', at: clock(), reason, deliveries: await alerts(entry) });
      log.info('held request dropped', { requestId: entry.requestId, reason });
    }
    wake('user');
  }
}
