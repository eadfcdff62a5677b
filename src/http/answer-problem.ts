import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../common/logger.js';
import { failureFacts, storeFaultOf } from '../store/index.js';
import { HttpProblem, sendProblem } from './problem.js';

/**
 * Answers every error of an application with a problem document, and logs it; the inside of a bug is only logged.
 * @param translate the problem that tells the sender what to mend; undefined for a bug
 * @param onBug what a sender is told of a bug
 */
export function answerProblem(
  log: Logger,
  translate: (error: unknown) => HttpProblem | undefined,
  onBug: string,
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known =
      error instanceof HttpProblem ? error : (translate(error) ?? storeProblem(error) ?? bodyProblem(error));
    const problem = known ?? new HttpProblem(500, onBug);
    if (problem.status >= 500) {
      const facts = { ...failureFacts(error), reason: reasonOf(error) };
      log.error('request failed', { path: request.path, status: problem.status, ...facts });
    } else {
      log.info('request refused', { path: request.path, status: problem.status, reason: problem.message });
    }
    sendProblem(response, problem);
  };
}

/** A database that takes nothing now: what was sent is not acknowledged, and may be sent again. */
function storeProblem(error: unknown): HttpProblem | undefined {
  const fault = storeFaultOf(error);
  if (fault === undefined) return undefined;
  return new HttpProblem(
    503,
    `Nothing was acknowledged, because ${fault.meaning}; send the same again in ${fault.retryAfterS} s.`,
    { fault: fault.kind },
    { 'Retry-After': String(fault.retryAfterS) },
  );
}

/** What Express says of a request whose path or body it cannot read. */
function bodyProblem(error: unknown): HttpProblem | undefined {
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: number };
  if (type === 'entity.too.large') {
    return new HttpProblem(413, `The body is larger than ${limit ?? 'the limit of'} bytes.`);
  }
  if (type === 'request.aborted' || type === 'request.size.invalid') {
    return new HttpProblem(400, 'The body ended before the length its header announced.');
  }
  if (type === 'encoding.unsupported') {
    return new HttpProblem(
      415,
      'The content encoding is not known; send the body plain, or as gzip or deflate.',
    );
  }
  return typeof status === 'number' && status >= 400 && status < 500
    ? new HttpProblem(status, `The request cannot be read: ${(error as Error).message}.`)
    : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
