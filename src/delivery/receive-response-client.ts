import { PeerError } from '../common/errors.js';

/**
 * Posts a signed Response to a User's Receive Response Service.
 * @throws PeerError; a 4xx other than 408 and 429 will not get better by trying again
 */
export async function postResponse(url: string, response: Buffer, timeoutMs: number): Promise<void> {
  let status: number;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(response),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.arrayBuffer();
    status = answer.status;
  } catch (error) {
    throw new PeerError(`${url} did not answer: ${causeOf(error)}`, true, { cause: error });
  }
  if (status >= 200 && status < 300) return;
  throw new PeerError(`${url} answered ${status}`, status >= 500 || status === 408 || status === 429);
}

/** fetch hides the reason of a failed connection in its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
