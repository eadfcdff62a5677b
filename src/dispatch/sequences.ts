import type { Clock } from '../common/clock.js';
import { DuisRejection } from '../common/errors.js';
import { formatRequestId } from '../common/request-id.js';
import type { ServiceRequest, ServiceRequestReader } from '../duis/index.js';
import type { Journal, JournalEntry } from '../store/index.js';
import type { Conclusion } from './conclusion.js';

export interface SequenceParts {
  readonly journal: Journal;
  readonly reader: Pick<ServiceRequestReader, 'reread'>;
  readonly conclusion: Conclusion;
  readonly clock: Clock;
}

/** What became of the request another one waits for. */
type Ending = 'succeeded' | 'failed' | undefined;

/**
 * Requests of a User that are to be served one after the other: the first says FirstInSequence, each later one names the
 * PrecedingServiceRequestID. A request is held until the one before it has succeeded, and fails when that one fails.
 * Source: elements of the DUIS schema; what a broken sequence is answered is inferred (E12 at once, E20 later).
 */
export class Sequences {
  constructor(private readonly parts: SequenceParts) {}

  /**
   * The RequestID a request has to wait for; undefined if it may be served.
   * @throws DuisRejection if there is no such sequence, or the request before it failed
   */
  async waitsFor(request: ServiceRequest): Promise<string | undefined> {
    const before = request.precedingServiceRequestId;
    if (before === undefined) return undefined;
    const preceding = formatRequestId(before);
    if (before.originator !== request.requestId.originator) {
      throw new DuisRejection('E12', `the preceding request ${preceding} is of another User`);
    }
    const entry = await this.#find(preceding);
    if (entry === undefined || !this.#isInSequence(entry)) {
      throw new DuisRejection('E12', `no sequence has the preceding request ${preceding}`);
    }
    const ending = await this.#endingOf(entry);
    if (ending === 'failed') throw new DuisRejection('E12', `the preceding request ${preceding} failed`);
    return ending === 'succeeded' ? undefined : preceding;
  }

  /** Lets the requests behind one go on, or ends them with it. */
  async concluded(entry: Pick<JournalEntry, 'requestId'>, failure: string | undefined): Promise<void> {
    const { journal, clock, conclusion } = this.parts;
    for (const follower of await journal.followersOf(entry.requestId)) {
      if (failure === undefined) await journal.letGo(follower, clock());
      else {
        const reason = `the preceding request ${entry.requestId} failed: ${failure}`;
        await conclusion.respond(follower, 'E20', {}, reason);
      }
    }
  }

  /** Does what a restart kept `concluded` from doing. */
  async sweep(): Promise<void> {
    for (const preceding of await this.parts.journal.precedingRequests()) {
      const entry = await this.#find(preceding);
      const ending = entry === undefined ? 'failed' : await this.#endingOf(entry);
      if (ending === undefined) continue;
      await this.concluded({ requestId: preceding }, ending === 'failed' ? 'it did not succeed' : undefined);
    }
  }

  async #find(requestId: string): Promise<JournalEntry | undefined> {
    const { journal } = this.parts;
    return (
      (await journal.find({ requestId, kind: 'signed-pre-command' })) ??
      (await journal.find({ requestId, kind: 'service-request' }))
    );
  }

  #isInSequence({ request }: JournalEntry): boolean {
    const { firstInSequence, precedingServiceRequestId } = this.parts.reader.reread(request).request;
    return firstInSequence === true || precedingServiceRequestId !== undefined;
  }

  /** A Pre-Command that was given out is not the end: its Signed Pre-Command is. */
  async #endingOf(entry: JournalEntry): Promise<Ending> {
    if (entry.commandVariant === 4) return entry.state === 'failed' ? 'failed' : undefined;
    const history = await this.parts.journal.history(entry);
    const answered = history.find(({ state }) => state === 'answered');
    if (answered !== undefined) return answered.reason === null ? 'succeeded' : 'failed';
    if (entry.state === 'failed') return 'failed';
    // Answered in the HTTP reply itself.
    return entry.state === 'delivered' ? 'succeeded' : undefined;
  }
}
