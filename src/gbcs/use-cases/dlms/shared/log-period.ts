import type { LogRange } from '../../../dlms/index.js';

/** The period of a log that a Service Request asks for, both instants included. */
export function logPeriod(period: { readonly StartDateTime: Date; readonly EndDateTime: Date }): LogRange {
  return { from: period.StartDateTime, to: period.EndDateTime };
}
