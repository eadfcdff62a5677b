import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import type { Journal, Outbox } from '../store/index.js';

export interface ClockWatchParts {
  readonly journal: Pick<Journal, 'restartWaits'>;
  readonly outbox: Pick<Outbox, 'bringForward'>;
  /** Longest pause between attempts: nothing in the outbox is to wait longer. */
  readonly longestPauseMs: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What a clock that is kept right may be set back by and nobody notices. */
const TOLERANCE_MS = 2000;

/**
 * Sees to it that a clock that was moved back holds nothing up: deliveries that would wait until it has caught up are due
 * now, and answers are waited for from now on. What a User has dated stays as it is dated.
 */
export class ClockWatch {
  #latest: number | undefined;

  constructor(private readonly parts: ClockWatchParts) {}

  /** To be called now and then; the first time it looks for what was written before the start. */
  async look(): Promise<void> {
    const { journal, outbox, longestPauseMs, clock, log } = this.parts;
    const now = clock();
    const movedBackMs = this.#latest === undefined ? undefined : this.#latest - now.getTime();
    if (movedBackMs === undefined || movedBackMs > TOLERANCE_MS) {
      if (movedBackMs !== undefined) {
        log.warn('the clock was moved back', {
          movedBackMs,
          advice: 'see to the time service of this machine',
        });
      }
      await outbox.bringForward(now, new Date(now.getTime() + longestPauseMs));
      await journal.restartWaits(now);
    }
    this.#latest = now.getTime();
  }
}
