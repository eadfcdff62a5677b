import type { Clock } from '../common/clock.js';
import { PeerError } from '../common/errors.js';
import type { Logger } from '../common/logger.js';
import type { Delivery, DeliveryChannel, Outbox } from '../store/index.js';
import { pauseAfter, type RetrySchedule } from './retry-schedule.js';

export interface OutboxWorkerOptions {
  readonly outbox: Outbox;
  readonly channel: DeliveryChannel;
  /** Hands one delivery over. @throws PeerError, retryable or not */
  readonly handOver: (delivery: Delivery) => Promise<void>;
  /** After a delivery was handed over. */
  readonly onDelivered: (delivery: Delivery) => Promise<void>;
  /** After the last attempt failed; the delivery is kept as dead. */
  readonly onGivenUp: (delivery: Delivery, reason: string) => Promise<void>;
  readonly retry: RetrySchedule;
  readonly clock: Clock;
  readonly log: Logger;
  /** Most deliveries in hand at once. */
  readonly concurrency: number;
}

/**
 * Works one channel of the outbox: at least once each, in order per Device, one slow destination not holding up others
 * beyond the limit of deliveries in hand.
 */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  readonly #inHand = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #stopped = false;

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
  }

  /** Looks for work now; called at start and whenever something was enqueued. */
  wake(): void {
    if (this.#stopped) return;
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Takes no more work and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#inHand.values());
  }

  /** Resolves when nothing is due or in hand at this moment. */
  async idle(): Promise<void> {
    while (this.#looking !== undefined || this.#inHand.size > 0) {
      await this.#looking;
      await Promise.all(this.#inHand.values());
    }
  }

  async #look(): Promise<void> {
    const { outbox, channel, clock, concurrency, log } = this.#options;
    // On a later turn, so that what is enqueued in one go is fetched in one go.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.#lookAgain && !this.#stopped) {
        this.#lookAgain = false;
        // What is in hand is still due: with half of the room free a look finds enough to do.
        if (this.#inHand.size > concurrency / 2) return;
        const due = await outbox.due(channel, clock(), concurrency);
        const found = due.filter(({ id }) => !this.#inHand.has(id));
        for (const delivery of found.slice(0, concurrency - this.#inHand.size)) this.#take(delivery);
        if (found.length === 0) await this.#sleepUntilDue();
      }
    } catch (error) {
      log.error('the outbox cannot be read', { channel, reason: String(error) });
      this.#wakeIn(this.#options.retry.delayMs);
    }
  }

  #take(delivery: Delivery): void {
    const work = this.#work(delivery)
      .catch((error: unknown) => {
        // Only the store can fail here; the delivery stays due and is done again.
        this.#options.log.error('a delivery could not be settled', {
          id: delivery.id,
          reason: String(error),
        });
        this.#wakeIn(this.#options.retry.delayMs);
      })
      .finally(() => {
        this.#inHand.delete(delivery.id);
        this.wake();
      });
    this.#inHand.set(delivery.id, work);
  }

  async #work(delivery: Delivery): Promise<void> {
    const { outbox, clock, handOver, onDelivered } = this.#options;
    try {
      await handOver(delivery);
    } catch (error) {
      await this.#failed(delivery, error);
      return;
    }
    // At once, so that both writes share a transaction.
    await Promise.all([onDelivered(delivery), outbox.delivered(delivery.id, clock())]);
  }

  async #failed(delivery: Delivery, error: unknown): Promise<void> {
    const { outbox, clock, onGivenUp, retry, log } = this.#options;
    const reason = error instanceof Error ? error.message : String(error);
    const retryable = error instanceof PeerError ? error.retryable : true;
    const pause = retryable ? pauseAfter(delivery.attempts + 1, retry, Math.random()) : undefined;
    const now = clock();
    log.warn('delivery failed', {
      id: delivery.id,
      channel: delivery.channel,
      requestId: delivery.request?.requestId,
      attempt: delivery.attempts + 1,
      reason,
      retryInMs: pause,
    });
    if (pause !== undefined) {
      await outbox.failed(delivery.id, reason, now, new Date(now.getTime() + pause));
      return;
    }
    await onGivenUp(delivery, reason);
    await outbox.failed(delivery.id, reason, now);
  }

  async #sleepUntilDue(): Promise<void> {
    const { outbox, channel, clock } = this.#options;
    const next = await outbox.nextDue(channel);
    // What is due already is in hand; its end wakes the worker.
    if (next !== undefined && next > clock()) this.#wakeIn(next.getTime() - clock().getTime());
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), Math.min(ms, 2 ** 31 - 1));
  }
}
