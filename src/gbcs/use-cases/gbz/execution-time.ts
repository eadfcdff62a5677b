import { AT_ONCE, utcTimeOf } from '../../gbz/utc-time.js';

/** The ExecutionDateTime with which a User cancels what it future dated. */
const CANCELLATION = Date.UTC(3000, 11, 31);

/**
 * Activation time of a Device-held future-dated Command, in seconds since 2000-01-01 UTC.
 * Source: RTDS requests (absent: at once; 3000-12-31T00:00:00Z: cancel).
 * @param cancel what cancels in this command: CANCEL or CANCEL_CALENDAR
 * @throws CodecError for a time that ZigBee cannot express
 */
export function activationTimeOf(executionDateTime: Date | undefined, cancel: number): number {
  if (executionDateTime === undefined) return AT_ONCE;
  return executionDateTime.getTime() === CANCELLATION ? cancel : utcTimeOf(executionDateTime);
}
