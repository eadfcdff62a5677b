import { authorise, type CheckedRequest } from '../../src/authorisation/index.js';
import { DuisRejection } from '../../src/common/errors.js';

/** The refusal of the checks; undefined where the request passes. */
export function refusalOf(checked: CheckedRequest): DuisRejection | undefined {
  try {
    authorise(checked);
    return undefined;
  } catch (error) {
    if (error instanceof DuisRejection) return error;
    throw error;
  }
}

/** The Response Code of a refusal, or `passes`. */
export function responseCodeOf(checked: CheckedRequest): string {
  return refusalOf(checked)?.responseCode ?? 'passes';
}
