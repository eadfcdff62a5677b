import { expect } from 'chai';
import { SignatureError, type SignatureReason } from '../../../src/duis/signature/signature-error.js';

/** Asserts that `action` is refused for exactly this reason. @returns the error, for its message */
export function expectRefusal(action: () => unknown, reason: SignatureReason): SignatureError {
  try {
    action();
  } catch (error) {
    expect(error).to.be.instanceOf(SignatureError);
    const refusal = error as SignatureError;
    expect(refusal.reason, refusal.message).to.equal(reason);
    expect(refusal.code).to.equal('SIGNATURE');
    return refusal;
  }
  throw new Error(`accepted, expected ${reason}`);
}
