/** The DUIS date that cancels a future dated request: 3000-12-31T00:00:00Z. */
const DUIS_CANCELLATION = Date.UTC(3000, 11, 31);

/** `99991231235959Z`: tells a Device to drop the future dated Command of this kind that it holds. */
export const CANCELLATION_TIME = new Date('9999-12-31T23:59:59Z');

/**
 * The executionDateTime member of a Command: absent to act at once, else the time to act, or `CANCELLATION_TIME`.
 * Source: GBCS-RULES 1.3 and 1.6; all future dated and cancelling CS02b, CS02g and CS06 of RTDS 4.5.0.
 */
export function executionDateTime(requested: Date | undefined): { readonly executionDateTime?: Date } {
  if (requested === undefined) return {};
  return {
    executionDateTime: requested.getTime() === DUIS_CANCELLATION ? CANCELLATION_TIME : requested,
  };
}
