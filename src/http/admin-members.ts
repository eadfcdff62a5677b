import type { z } from 'zod';
import { CodecError, ConfigError } from '../common/errors.js';
import { HttpProblem } from './problem.js';

/** Largest body of an administrative request. */
export const BODY_LIMIT = '16kb';

/**
 * Reads JSON, or a part of a path or query.
 * @throws HttpProblem 400 naming the member that cannot be used
 */
export function readMembers<T extends z.ZodType>(type: T, value: unknown): z.output<T> {
  const parsed = mended(() => type.safeParse(value));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw new HttpProblem(400, `${place === '' ? 'The request' : `'${place}'`}: ${issue?.message}.`);
}

function mended<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asProblem(error);
  }
}

/** What the sender can mend is a problem of status 400. */
export function asProblem(error: unknown): unknown {
  const expected = error instanceof ConfigError || error instanceof CodecError;
  return expected ? new HttpProblem(400, `${error.message}.`) : error;
}
