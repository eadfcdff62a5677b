import type { Activation } from '../../../dlms/index.js';

/** Execution date-time of DUIS that cancels what was future dated. Source: RTDS cancellation requests. */
const CANCELLATION_MS = Date.UTC(3000, 11, 31);

/**
 * When a Device carries out a critical, future-datable Service Request: at once without an ExecutionDateTime, never
 * with the one that cancels. (Other requests are held back by the DCC until the time; their Commands do not show it.)
 */
export function activationOf(executionDateTime: Date | undefined): Activation {
  if (executionDateTime === undefined) return 'immediately';
  return executionDateTime.getTime() === CANCELLATION_MS ? 'never' : executionDateTime;
}
