import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import { GatewayError } from '../common/errors.js';

/** A request that cannot be answered in DUIS terms, because no RequestID in it can be trusted; becomes an RFC 9457 problem document. */
export class HttpProblem extends GatewayError {
  readonly code = 'HTTP_PROBLEM';

  /**
   * @param status HTTP status
   * @param detail a sentence that tells the sender what to mend
   * @param members further facts for the problem document
   */
  constructor(
    readonly status: number,
    detail: string,
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

export function sendProblem(response: Response, problem: HttpProblem): void {
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[problem.status],
        status: problem.status,
        detail: problem.message,
        ...problem.members,
      }),
    );
}
