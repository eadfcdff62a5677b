import type { Clock } from '../common/clock.js';
import type { SharedCounter } from '../store/index.js';
import type { OriginatorCounters } from './originator-counter.js';

interface Waiting {
  readonly resolve: (counter: bigint) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Originator Counters where several gateways act for the Access Control Broker: taken from the store, in blocks as large as
 * what is asked for at the moment. None is kept for later, so that counters rise over all gateways nearly as they are used.
 */
export class SharedOriginatorCounter implements OriginatorCounters {
  #waiting: Waiting[] = [];
  #taking = false;

  /** @param highestUsed the highest counter in the journal when this gateway was started */
  constructor(
    private readonly counter: Pick<SharedCounter, 'take'>,
    private readonly clock: Clock,
    private readonly highestUsed: bigint,
  ) {}

  next(): Promise<bigint> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (!this.#taking) void this.#take();
    });
  }

  async #take(): Promise<void> {
    this.#taking = true;
    while (this.#waiting.length > 0) {
      // On a later turn, so that what is asked for in one go is taken in one go.
      await new Promise((resolve) => setImmediate(resolve));
      const block = this.#waiting.splice(0);
      try {
        const now = BigInt(this.clock().getTime());
        const least = now > this.highestUsed ? now : this.highestUsed + 1n;
        const first = await this.counter.take(block.length, least);
        block.forEach(({ resolve }, index) => resolve(first + BigInt(index)));
      } catch (error) {
        for (const { reject } of block) reject(error);
      }
    }
    this.#taking = false;
  }
}
