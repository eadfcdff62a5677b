import type { Clock } from '../common/clock.js';
import { PeerError } from '../common/errors.js';
import type { Logger } from '../common/logger.js';
import { type Delivery, type DeliveryChannel, failureFacts, type Outbox } from '../store/index.js';
import { Destinations, type OpenCircuit, type Passage } from './destinations.js';
import { growingPause, pauseAfter, type RetrySchedule } from './retry-schedule.js';

export interface OutboxWorkerOptions {
  readonly outbox: Pick<Outbox, 'due' | 'nextDue' | 'delivered' | 'failed'>;
  readonly channel: DeliveryChannel;
  /** Hands one delivery over. @throws PeerError, retryable or not */
  readonly handOver: (delivery: Delivery) => Promise<void>;
  /** After a delivery was handed over. */
  readonly onDelivered: (delivery: Delivery) => Promise<void>;
  /** After the last attempt failed; the delivery is kept as dead. */
  readonly onGivenUp: (delivery: Delivery, reason: string) => Promise<void>;
  readonly retry: RetrySchedule;
  /** Failures in a row after which a destination is left alone; the pauses are those of `retry`. */
  readonly circuitFailures: number;
  readonly clock: Clock;
  readonly log: Logger;
  /** Most deliveries in hand at once. */
  readonly concurrency: number;
  /** Most of them to one destination. */
  readonly perDestination: number;
}

const DAMAGED_ADVICE =
  'mend the row in deliveries, or take it from a backup, then `duis messages replay`; all others go on';

/** Most deliveries fetched at a look beside those in hand. */
const FETCH = 32;

/** The part of all places that may be taken when a worker whose places were all taken looks for work again. */
const FULL_UNTIL = 0.75;

/**
 * Works one channel of the outbox: at least once each, in order per Device. A slow destination has a share of the deliveries
 * in hand and no more; one that failed several times in a row is left alone for a growing pause, in which its deliveries
 * wait and use up no attempts.
 */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  readonly #destinations: Destinations;
  readonly #inHand = new Map<string, Promise<void>>();
  /** Handed over, and the store could not write it down: only that is left to do. */
  readonly #handedOver = new Set<string>();
  /** Came to their end while the outbox was being read, which may not show it yet. */
  readonly #ended = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  /** All places were taken, and not enough of them are free again. */
  #full = false;
  /** Set while a store that failed is left alone for a moment. */
  #rest: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
    this.#destinations = new Destinations({
      inHand: options.perDestination,
      failures: options.circuitFailures,
      pause: (opening) => growingPause(opening, options.retry),
    });
  }

  /** Looks for work now; called at start, whenever something was enqueued, and now and then for what others enqueue. */
  wake(): void {
    if (this.#stopped || this.#rest !== undefined) return;
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Takes no more work and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    await this.#looking;
    await Promise.all(this.#inHand.values());
  }

  /** Resolves when nothing is due or in hand at this moment, but for what is left alone. */
  async idle(): Promise<void> {
    while (this.#looking !== undefined || this.#inHand.size > 0) {
      await this.#looking;
      await Promise.all(this.#inHand.values());
    }
  }

  /** Destinations that are left alone for now. */
  openCircuits(): OpenCircuit[] {
    return this.#destinations.openCircuits();
  }

  async #look(): Promise<void> {
    // On a later turn, so that what is enqueued in one go is fetched in one go.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.#lookAgain && !this.#stopped) {
        this.#lookAgain = false;
        if (this.#hasRoom() && (await this.#takeDue())) await this.#sleepUntilDue();
      }
    } catch (error) {
      const { channel, log } = this.#options;
      log.error('the outbox cannot be read', { channel, ...failureFacts(error) });
      this.#pause();
    }
  }

  #hasRoom(): boolean {
    const { concurrency } = this.#options;
    if (this.#inHand.size >= concurrency) this.#full = true;
    else if (this.#inHand.size <= concurrency * FULL_UNTIL) this.#full = false;
    return !this.#full;
  }

  /** @returns whether nothing that is due was left for want of places */
  async #takeDue(): Promise<boolean> {
    const { outbox, channel, clock } = this.#options;
    for (;;) {
      const now = clock();
      // What is in hand is still due and comes back.
      const limit = this.#destinations.inHandOfAdmitted(now) + FETCH;
      this.#ended.clear();
      const due = await outbox.due(channel, now, limit, this.#destinations.refusing(now));
      let taken = 0;
      for (const delivery of due) {
        if (this.#stopped || !this.#hasRoom()) return false;
        const { id, destination } = delivery;
        if (this.#inHand.has(id) || this.#ended.has(id)) continue;
        if (!this.#destinations.admits(destination, now)) continue;
        this.#take(delivery);
        taken++;
      }
      if (due.length < limit || taken === 0) return true;
    }
  }

  #take(delivery: Delivery): void {
    const { log } = this.#options;
    const passage = this.#destinations.begin(delivery.destination);
    const work = this.#work(delivery, passage)
      .catch((error: unknown) => {
        // Only the store can fail here; the delivery stays due and is done again.
        const requestId = delivery.request?.requestId;
        log.error('a delivery could not be settled', { id: delivery.id, requestId, ...failureFacts(error) });
        this.#pause();
      })
      .finally(() => {
        this.#inHand.delete(delivery.id);
        this.#ended.add(delivery.id);
        passage.end();
        this.wake();
      });
    this.#inHand.set(delivery.id, work);
  }

  async #work(delivery: Delivery, passage: Passage): Promise<void> {
    const { outbox, clock, handOver, onDelivered } = this.#options;
    if (!Buffer.isBuffer(delivery.body)) {
      await this.#giveUpDamaged(delivery);
      return;
    }
    if (!this.#handedOver.has(delivery.id)) {
      try {
        await handOver(delivery);
      } catch (error) {
        await this.#failed(delivery, error, passage);
        return;
      }
      this.#handedOver.add(delivery.id);
    }
    this.#reached(delivery, passage);
    // At once, so that both writes share a transaction.
    await Promise.all([onDelivered(delivery), outbox.delivered(delivery.id, clock())]);
    this.#handedOver.delete(delivery.id);
  }

  /** A row that something else than the gateway has changed can never be handed over, and must not hold up its Device. */
  async #giveUpDamaged(delivery: Delivery): Promise<void> {
    const { outbox, channel, clock, onGivenUp, log } = this.#options;
    const { id, request } = delivery;
    const reason = 'the row in the outbox is damaged: its message is no bytes';
    log.error('a delivery cannot be read and is given up', {
      id,
      channel,
      requestId: request?.requestId,
      reason,
      advice: DAMAGED_ADVICE,
    });
    await onGivenUp(delivery, reason);
    await outbox.failed(id, reason, clock());
  }

  #reached({ channel, destination }: Delivery, passage: Passage): void {
    const wasOpen = this.#destinations.isOpen(destination);
    passage.reached();
    if (wasOpen) this.#options.log.info('destination reached again', { channel, destination });
  }

  async #failed(delivery: Delivery, error: unknown, passage: Passage): Promise<void> {
    const { outbox, clock, onGivenUp, retry, log } = this.#options;
    const { id, channel, destination } = delivery;
    const reason = error instanceof Error ? error.message : String(error);
    const now = clock();
    const retryable = error instanceof PeerError ? error.retryable : true;
    if (retryable) passage.failed(now);
    // What refuses for good is there all the same.
    else this.#reached(delivery, passage);
    const pause = retryable ? pauseAfter(delivery.attempts + 1, retry) : undefined;
    const leftAloneUntil = this.#destinations.probeAt(destination);
    log.warn('delivery failed', {
      id,
      channel,
      requestId: delivery.request?.requestId,
      attempt: delivery.attempts + 1,
      reason,
      retryInMs: pause,
      ...(leftAloneUntil && { destination, leftAloneUntil }),
    });
    if (pause === undefined) {
      await onGivenUp(delivery, reason);
      await outbox.failed(id, reason, now);
      return;
    }
    const retryAt = Math.max(now.getTime() + pause, leftAloneUntil?.getTime() ?? 0);
    await outbox.failed(id, reason, now, new Date(retryAt));
  }

  async #sleepUntilDue(): Promise<void> {
    const { outbox, channel, clock } = this.#options;
    const now = clock();
    // What is due already is in hand, behind what is in hand, or left alone.
    const times = [await outbox.nextDue(channel, now), this.#destinations.nextProbe(now)];
    const next = Math.min(...times.map((time) => time?.getTime() ?? Infinity));
    if (next < Infinity) this.#wakeIn(next - now.getTime());
  }

  /** Leaves a store that failed alone for a moment. */
  #pause(): void {
    if (this.#stopped) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.wake();
    }, this.#options.retry.delayMs);
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), Math.min(ms, 2 ** 31 - 1));
  }
}
