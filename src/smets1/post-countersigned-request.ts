import { PeerError } from '../common/errors.js';

/** HTTP header with the RequestID: an S1SP answers a request it has had before without executing it again. */
export const REQUEST_ID_HEADER = 'DUIS-RequestID';

/** Statuses below 500 that say "later" rather than "no" (RFC 9110 15.5.9, RFC 6585 4). */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([408, 425, 429]);

/** How much of an S1SP's refusal is kept for the operator, in characters. */
const REASON_LENGTH = 300;

export interface PostOptions {
  /** Longest wait in milliseconds for the answer. */
  readonly timeoutMs: number;
  /** Ends the attempt with a retryable `PeerError`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * One attempt to hand a Countersigned Service Request over; resolves when the S1SP has taken it. Trying again is safe: the
 * S1SP is idempotent on the RequestID.
 * @param url where the S1SP takes Countersigned Service Requests
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
