import { utcTimeOf } from '../../gbz/utc-time.js';
import type { TransformContext } from '../../transform-context.js';

/** What GBZ Commands take from outside besides the usual: `gbcs/` has no clock and draws no random numbers. */
export interface IssueContext extends TransformContext {
  /** When the Command is made; whole seconds. `REFERENCE_TIME` where absent. */
  readonly currentTime?: Date;
  /** The Customer Identification Number the DCC gave to a 9.1 request, 1 to 4 digits. */
  readonly customerIdentificationNumber?: string;
}

/** The time at which every message of RTDS 4.5.0 was made, so that byte-exact comparison needs no clock. */
export const REFERENCE_TIME = new Date('2015-01-01T00:00:00Z');

/**
 * Issuer Event ID, Message ID and Issuer Calendar ID: the current UTC time, in seconds since 2000-01-01. All of one
 * Command are equal. Source: GBCS mapping table, "Set = current UTC time"; every GBZ command of RTDS 4.5.0.
 */
export function issuerEventId(context: IssueContext): number {
  return utcTimeOf(context.currentTime ?? REFERENCE_TIME);
}
