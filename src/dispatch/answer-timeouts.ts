import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import type { Journal, JournalEntry } from '../store/index.js';

export interface AnswerTimeoutParts {
  readonly journal: Journal;
  /** Longest wait for a Device or S1SP after its Command was taken. */
  readonly limitMs: number;
  readonly onTimeout: (entry: JournalEntry) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Gives up on requests that were dispatched and never answered, those from before a restart included. */
export class AnswerTimeouts {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(private readonly parts: AnswerTimeoutParts) {}

  start(): void {
    const period = Math.max(50, Math.min(5000, this.parts.limitMs / 4));
    this.#timer = setInterval(() => {
      this.#sweeping ??= this.sweep().finally(() => (this.#sweeping = undefined));
    }, period);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** Looks once through all requests that wait for an answer. */
  async sweep(): Promise<void> {
    const { journal, limitMs, onTimeout, clock, log } = this.parts;
    try {
      const due = new Date(clock().getTime() - limitMs);
      for (const entry of await journal.dispatchedBefore(due)) await onTimeout(entry);
    } catch (error) {
      log.error('requests without an answer could not be looked through', { reason: String(error) });
    }
  }
}
