import type { Clock } from '../common/clock.js';

/** The longest a timer of Node.js can wait, in milliseconds: some 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** Calls back when the clock has reached a time; does not keep the process alive. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param ring may also be called before the time, where that is far off */
  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Waits for another time; undefined waits for none. */
  set(at: Date | undefined): void {
    clearTimeout(this.#timer);
    if (at === undefined || this.#closed) return;
    const waitMs = Math.min(Math.max(0, at.getTime() - this.#clock().getTime()), LONGEST_MS);
    this.#timer = setTimeout(this.#ring, waitMs);
    this.#timer.unref();
  }

  /** Waits no more, also not for times set later. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
