import { expect } from 'chai';
import { DuisRejection } from '../../../../src/common/errors.js';

/** Expects a DuisRejection with this Response Code, and a reason that says this. */
export function expectRejection(action: () => unknown, responseCode: string, reason: string): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof DuisRejection)) throw error;
    expect(error.message).to.include(reason);
    expect(error.responseCode).to.equal(responseCode);
    return;
  }
  throw new Error(`expected a DuisRejection ${responseCode}: ${reason}`);
}
