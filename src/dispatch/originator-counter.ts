import type { Clock } from '../common/clock.js';

/** Gives Originator Counters of the Access Control Broker, each once and rising. */
export interface OriginatorCounters {
  next(): bigint | Promise<bigint>;
}

/**
 * Originator Counters of the Access Control Broker: strictly rising, also across restarts, because they follow the clock
 * (milliseconds since 1970) and never fall behind the highest one used.
 */
export class OriginatorCounter implements OriginatorCounters {
  #last: bigint;

  /** @param highestUsed the highest counter in the journal, so that a clock moved back does not repeat one */
  constructor(
    private readonly clock: Clock,
    highestUsed: bigint,
  ) {
    this.#last = highestUsed;
  }

  next(): bigint {
    const now = BigInt(this.clock().getTime());
    this.#last = now > this.#last ? now : this.#last + 1n;
    return this.#last;
  }
}
