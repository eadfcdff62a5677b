import { formatRequestId } from '../../common/request-id.js';
import type { ServiceRequest } from '../../duis/index.js';
import { requestKindOf, type Store } from '../../store/index.js';
import type { AnomalyThreshold } from './anomaly-thresholds.js';
import { sentRequestStatements } from './sent-requests.js';

/** A request that passed by and may not be in the journal yet. */
interface UnderWay {
  readonly requestId: string;
  readonly kind: string;
  readonly variant: string;
  readonly at: number;
}

/** What is known of one User and threshold without asking the journal. */
interface Tally {
  /** Requests that passed by since the tally began. */
  passed: number;
  /** The last count, and how many had passed by then: the count now is at most as much higher as more have passed. */
  known: { readonly count: number; readonly passed: number } | undefined;
}

/** How long after it passed by a request may still be written down; one that is not by then never is. */
const WRITTEN_WITHIN_MS = 60_000;

/**
 * Counts the requests of a User in a window that ends now. The journal is what is counted, so that a restart changes nothing;
 * in memory is only what spares looking at it: requests on their way into it, and how far the last count was from a limit.
 */
export class RequestCounts {
  readonly #statements: ReturnType<typeof sentRequestStatements>;
  readonly #underWay = new Map<string, Map<string, UnderWay>>();
  #tallies = new Map<string, Tally>();

  constructor(private readonly store: Store) {
    this.#statements = sentRequestStatements(store.db);
  }

  /** Looks at the journal anew for every threshold, as after a change of one. */
  forget(): void {
    this.#tallies = new Map();
  }

  /**
   * Takes note of a request and counts it with those before it, as the calls came.
   * @returns for each threshold the number in its window, up to one more than its maximum; undefined where it is known to
   * reach neither maximum nor warning
   */
  async count(
    thresholds: readonly AnomalyThreshold[],
    request: ServiceRequest,
    now: Date,
  ): Promise<(number | undefined)[]> {
    const before = this.#note(request, now);
    // Every tally moves before the first wait, so that concurrent requests see each other.
    const counts = thresholds.map((threshold) => this.#countFor(threshold, request, before, now));
    return Promise.all(counts);
  }

  /** @returns the User's requests under way before this one */
  #note({ requestId, commandVariant, serviceReferenceVariant }: ServiceRequest, now: Date): UnderWay[] {
    const noted: UnderWay = {
      requestId: formatRequestId(requestId),
      kind: requestKindOf(commandVariant),
      variant: serviceReferenceVariant,
      at: now.getTime(),
    };
    let ofUser = this.#underWay.get(requestId.originator);
    if (ofUser === undefined)
      this.#underWay.set(requestId.originator, (ofUser = new Map<string, UnderWay>()));
    const key = `${noted.kind} ${noted.requestId}`;
    // One that comes again was not written down the first time.
    ofUser.delete(key);
    const before = [...ofUser.values()];
    ofUser.set(key, noted);
    return before;
  }

  async #countFor(
    threshold: AnomalyThreshold,
    { requestId: { originator } }: ServiceRequest,
    before: readonly UnderWay[],
    now: Date,
  ): Promise<number | undefined> {
    const tally = this.#tallyOf(threshold, originator);
    const passed = ++tally.passed;
    if (tally.known !== undefined) {
      const atMost = tally.known.count + passed - tally.known.passed;
      if (atMost <= quietUpTo(threshold, tally.known.count)) return undefined;
    }
    const count = 1 + (await this.#before(threshold, originator, before, now));
    if (tally.known === undefined || tally.known.passed < passed) tally.known = { count, passed };
    return count;
  }

  #tallyOf({ id }: AnomalyThreshold, originator: string): Tally {
    const key = `${id} ${originator}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) this.#tallies.set(key, (tally = { passed: 0, known: undefined }));
    return tally;
  }

  /** How many came before the one at hand, up to the maximum. */
  async #before(
    { variant, maximum, windowMs }: AnomalyThreshold,
    originator: string,
    before: readonly UnderWay[],
    now: Date,
  ): Promise<number> {
    const since = now.getTime() - windowMs;
    const asked = {
      originator,
      since,
      most: maximum,
      under_way: JSON.stringify(before.map(({ requestId, kind }) => [requestId, kind])),
    };
    const { statements } = this.store;
    const counted = await (variant === undefined
      ? statements.first(this.#statements.any, asked)
      : statements.first(this.#statements.ofVariant, { ...asked, variant }));
    const places = new Set(JSON.parse(counted?.unjournaled ?? '[]') as number[]);
    const unjournaled = before.filter((_, place) => places.has(place));
    this.#drop(originator, before, places, now);
    const waiting = unjournaled.filter(
      (one) => one.at > since && (variant === undefined || one.variant === variant),
    ).length;
    return Math.min(maximum, (counted?.journaled ?? 0) + waiting);
  }

  /** Forgets those that are in the journal, and those that will never be. */
  #drop(originator: string, before: readonly UnderWay[], unjournaled: ReadonlySet<number>, now: Date): void {
    const ofUser = this.#underWay.get(originator);
    const oldest = now.getTime() - WRITTEN_WITHIN_MS;
    before.forEach((one, place) => {
      const key = `${one.kind} ${one.requestId}`;
      const gone = !unjournaled.has(place) || one.at < oldest;
      if (gone && ofUser?.get(key) === one) ofUser.delete(key);
    });
  }
}

/** The highest number at which nothing is to be done that was not done at this count already. */
function quietUpTo({ warning, maximum }: AnomalyThreshold, count: number): number {
  return warning !== undefined && count < warning ? warning - 1 : maximum;
}
