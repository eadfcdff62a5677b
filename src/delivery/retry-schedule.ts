import { ExponentialBackoff, halfJitterGenerator } from 'cockatiel';

/** Pauses that double each time up to a limit; a random half of each keeps many from ending together. */
export interface PauseSchedule {
  readonly delayMs: number;
  readonly maxDelayMs: number;
}

/** When to try again. */
export interface RetrySchedule extends PauseSchedule {
  /** Attempts in all before giving up. */
  readonly attempts: number;
}

/** Pause before the next attempt in milliseconds, undefined when there is to be none. */
export function pauseAfter(failed: number, schedule: RetrySchedule): number | undefined {
  return failed >= schedule.attempts ? undefined : growingPause(failed, schedule);
}

/** Beyond this many doublings every limit is reached. */
const MOST_DOUBLINGS = 48;

/** @param number 1 for the first pause, which lasts `delayMs` or a little less @returns milliseconds */
export function growingPause(number: number, { delayMs, maxDelayMs }: PauseSchedule): number {
  const options = { generator: halfJitterGenerator, initialDelay: delayMs, maxDelay: maxDelayMs };
  let backoff = new ExponentialBackoff(options).next();
  for (let passed = 1; passed < Math.min(number, MOST_DOUBLINGS); passed++) backoff = backoff.next(undefined);
  return backoff.duration;
}
