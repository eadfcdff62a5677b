import { ExponentialBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';
import { PeerError } from '../common/errors.js';
import type { Logger } from '../common/logger.js';

/** How often and how patiently an S1SP is tried; the settings of the same names. */
export interface S1spRetrySettings {
  /** Attempts in all, the first included. */
  readonly retry_limit: number;
  /** First pause in milliseconds; it doubles, with jitter. */
  readonly retry_delay_ms: number;
  /** Longest pause in milliseconds. */
  readonly retry_max_delay_ms: number;
  /** Longest wait in milliseconds for the answer to one attempt. */
  readonly peer_timeout_ms: number;
}

export interface S1spClientOptions extends S1spRetrySettings {
  /** Where the S1SP takes Countersigned Service Requests. */
  readonly url: string;
  readonly log: Logger;
  /** Ends attempts and pauses when the gateway stops; what was in hand fails with a retryable `PeerError`. */
  readonly signal?: AbortSignal;
}

/** HTTP header with the RequestID: an S1SP answers a request it has had before without executing it again. */
export const REQUEST_ID_HEADER = 'DUIS-RequestID';

/** Statuses below 500 that say "later" rather than "no" (RFC 9110 15.5.9, RFC 6585 4). */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([408, 425, 429]);

/** How much of an S1SP's refusal is kept for the operator, in characters. */
const REASON_LENGTH = 300;

/**
 * The way to one S1SP over HTTP. It keeps nothing: what is lost with the process is the caller's to journal and to
 * forward again, which is safe because the S1SP is idempotent on the RequestID.
 */
export class S1spClient {
  readonly #options: S1spClientOptions;
  readonly #policy: RetryPolicy;

  constructor(options: S1spClientOptions) {
    this.#options = options;
    this.#policy = retry(
      handleWhen(
        (error) => error instanceof PeerError && error.retryable && options.signal?.aborted !== true,
      ),
      {
        maxAttempts: options.retry_limit - 1,
        backoff: new ExponentialBackoff({
          initialDelay: options.retry_delay_ms,
          maxDelay: options.retry_max_delay_ms,
        }),
      },
      // The abandoned pause of a client that was stopped does not hold up the end of the process.
    ).dangerouslyUnref();
  }

  /**
   * Hands a Countersigned Service Request over; resolves when the S1SP has taken it.
   * @throws PeerError the last one, when the attempts are used up or the S1SP refuses for good
   */
  async forward(requestId: string, document: Buffer): Promise<void> {
    await untilStopped(this.#attempts(requestId, document), this.#options.signal);
  }

  #attempts(requestId: string, document: Buffer): Promise<void> {
    const { url, peer_timeout_ms: timeoutMs, signal } = this.#options;
    return this.#policy.execute(async ({ attempt }) => {
      try {
        await postCountersignedRequest(url, requestId, document, { timeoutMs, signal });
      } catch (error) {
        if (error instanceof PeerError) {
          const { message: reason, retryable } = error;
          this.#options.log.warn('S1SP not reached', { requestId, attempt: attempt + 1, retryable, reason });
        }
        throw error;
      }
    });
  }
}

export interface PostOptions {
  /** Longest wait in milliseconds for the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One attempt to hand a Countersigned Service Request over.
 * @throws PeerError; a status below 500 will not get better by trying again, but for 408, 425 and 429
 */
export async function postCountersignedRequest(
  url: string,
  requestId: string,
  document: Buffer,
  { timeoutMs, signal }: PostOptions,
): Promise<void> {
  const stopped = (): boolean => signal?.aborted === true;
  if (stopped()) throw stopping(signal?.reason);
  const timeout = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let reason: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml', [REQUEST_ID_HEADER]: requestId },
      body: new Uint8Array(document),
      redirect: 'manual',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    reason = response.ok ? '' : await startOf(response);
  } catch (error) {
    if (stopped()) throw stopping(error);
    if (timeout.aborted) {
      throw new PeerError(`the S1SP at ${url} did not answer within ${timeoutMs} ms`, true, {
        cause: error,
      });
    }
    throw new PeerError(`the S1SP at ${url} cannot be reached: ${causeOf(error)}`, true, { cause: error });
  }
  if (response.ok) {
    await response.body?.cancel();
    return;
  }
  const retryable = response.status >= 500 || RETRYABLE_STATUSES.has(response.status);
  throw new PeerError(`the S1SP at ${url} answered ${response.status}${reason}`, retryable);
}

const stopping = (cause: unknown): PeerError =>
  new PeerError('the gateway is stopping; the request was not taken by the S1SP', true, { cause });

/** Cockatiel sees a stop only when its pause is over. */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const ended = new AbortController();
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(stopping(signal.reason));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { signal: ended.signal });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    ended.abort();
  }
}

/** Reads no further than needed, so that a peer cannot fill the memory with a refusal. */
async function startOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length >= REASON_LENGTH) break;
  }
  return text === '' ? '' : `: ${text.slice(0, REASON_LENGTH).replace(/\s+/g, ' ').trim()}`;
}

/** `fetch` hides what went wrong behind "fetch failed". */
function causeOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  if (cause instanceof Error) return cause.message || String((cause as { code?: unknown }).code);
  return error instanceof Error ? error.message : String(error);
}
