import { ExponentialBackoff, handleAll, retry } from 'cockatiel';
import type { Logger } from '../../common/logger.js';

/** When the mock gives up on an inbox that cannot be reached. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;
const TIMEOUT_MS = 10_000;

/** Posts answers to the gateway's inbox, again where it cannot be reached. */
export class AnswerPoster {
  readonly #policy = retry(handleAll, {
    maxAttempts: ATTEMPTS - 1,
    backoff: new ExponentialBackoff({ initialDelay: FIRST_PAUSE_MS, maxDelay: LONGEST_PAUSE_MS }),
  }).dangerouslyUnref();

  readonly #stopped: Promise<void>;

  constructor(
    private readonly inboxUrl: () => string,
    private readonly signal: AbortSignal,
    private readonly log: Logger,
  ) {
    this.#stopped = new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
  }

  /** Never fails: what cannot be brought there is logged. */
  async post(requestId: string, document: Buffer): Promise<void> {
    const posted = this.#policy
      .execute(() => this.#attempt(requestId, document))
      .catch((error: unknown) =>
        this.log.error('answer of the mock S1SP lost', { requestId, reason: String(error) }),
      );
    await Promise.race([posted, this.#stopped]);
  }

  async #attempt(requestId: string, document: Buffer): Promise<void> {
    if (this.signal.aborted) return;
    const response = await fetch(this.inboxUrl(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(document),
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const text = await response.text();
    if (response.ok) return;
    if (response.status >= 500) throw new Error(`the inbox answered ${response.status}`);
    this.log.warn('answer of the mock S1SP refused', {
      requestId,
      status: response.status,
      reason: text.slice(0, 300),
    });
  }
}
