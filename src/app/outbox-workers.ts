import type { Clock } from '../common/clock.js';
import { parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { Settings } from '../config/index.js';
import { type OpenCircuit, OutboxWorker, postResponse } from '../delivery/index.js';
import type { WanPort } from '../dispatch/index.js';
import { postCountersignedRequest } from '../smets1/index.js';
import { type Delivery, type DeliveryChannel, NOT_DELIVERED, type Store } from '../store/index.js';

/** Most deliveries in hand at once on one channel. */
const DELIVERIES_IN_HAND = 512;

/** Most deliveries to one User or S1SP in hand at once. */
const DELIVERIES_TO_ONE = 32;

export interface OutboxWorkersParts {
  readonly store: Store;
  readonly wan: WanPort;
  /** A Command could not be handed over, and is not tried again. */
  readonly onGivenUp: (delivery: Delivery, reason: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One worker for each way out: to Communications Hubs, to S1SPs and to Users. */
export class OutboxWorkers {
  readonly #workers: ReadonlyMap<DeliveryChannel, OutboxWorker>;

  constructor(settings: Settings, { store, wan, onGivenUp, clock, log }: OutboxWorkersParts) {
    const { journal, outbox } = store;
    const step = (state: 'dispatched' | 'delivered') => async (delivery: Delivery) =>
      delivery.request && journal.advance(delivery.request, { state, at: clock() });
    const worker = (
      channel: DeliveryChannel,
      perDestination: number,
      handOver: (delivery: Delivery) => Promise<void>,
      onDelivered: (delivery: Delivery) => Promise<unknown>,
      onGivenUpHere: (delivery: Delivery, reason: string) => Promise<unknown>,
    ): [DeliveryChannel, OutboxWorker] => [
      channel,
      new OutboxWorker({
        outbox,
        channel,
        handOver,
        onDelivered: async (delivery) => void (await onDelivered(delivery)),
        onGivenUp: async (delivery, reason) => void (await onGivenUpHere(delivery, reason)),
        retry: {
          attempts: settings.retry_limit,
          delayMs: settings.retry_delay_ms,
          maxDelayMs: settings.retry_max_delay_ms,
        },
        circuitFailures: settings.circuit_failures,
        clock,
        log,
        concurrency: DELIVERIES_IN_HAND,
        perDestination,
      }),
    ];
    this.#workers = new Map([
      worker(
        'wan',
        // A Device is given one Command at a time.
        1,
        ({ request, destination, body }) =>
          wan.send({ requestId: request?.requestId ?? '', device: parseEui64(destination), bytes: body }),
        step('dispatched'),
        onGivenUp,
      ),
      worker(
        's1sp',
        DELIVERIES_TO_ONE,
        ({ request, destination, body }) =>
          postCountersignedRequest(destination, request?.requestId ?? '', body, {
            timeoutMs: settings.peer_timeout_ms,
          }),
        step('dispatched'),
        onGivenUp,
      ),
      worker(
        'user',
        DELIVERIES_TO_ONE,
        ({ destination, body }) => postResponse(destination, body, settings.peer_timeout_ms),
        step('delivered'),
        async ({ request }, reason) =>
          request &&
          journal.advance(request, { state: 'failed', at: clock(), reason: `${NOT_DELIVERED}: ${reason}` }),
      ),
    ]);
  }

  wake(channel: DeliveryChannel): void {
    this.#workers.get(channel)?.wake();
  }

  wakeAll(): void {
    for (const worker of this.#workers.values()) worker.wake();
  }

  /** Destinations left alone for now, by channel. */
  openCircuits(): (OpenCircuit & { readonly channel: DeliveryChannel })[] {
    return [...this.#workers].flatMap(([channel, worker]) =>
      worker.openCircuits().map((circuit) => ({ channel, ...circuit })),
    );
  }

  /** Resolves when nothing is due or in hand at this moment on any way out. */
  async idle(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.idle()));
  }

  /** Takes no more work and waits for what is in hand. */
  async stop(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.stop()));
  }
}
