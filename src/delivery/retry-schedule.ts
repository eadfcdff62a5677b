/** When to try again: the pause doubles with each failed attempt up to a limit, and a random part of it keeps many retries apart. */
export interface RetrySchedule {
  /** Attempts in all before giving up. */
  readonly attempts: number;
  readonly delayMs: number;
  readonly maxDelayMs: number;
}

/**
 * Pause before the next attempt in milliseconds, undefined when there is to be none.
 * @param failed attempts that failed so far, the latest included
 * @param random from 0 to below 1
 */
export function pauseAfter(failed: number, schedule: RetrySchedule, random: number): number | undefined {
  if (failed >= schedule.attempts) return undefined;
  const full = Math.min(schedule.maxDelayMs, schedule.delayMs * 2 ** (failed - 1));
  return Math.round(full * (0.5 + random / 2));
}
