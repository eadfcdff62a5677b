import type { ServiceRequest } from './service-request.js';

/** The ExecutionDateTime with which a User cancels what it future dated. Source: RTDS cancellation requests. */
export const CANCELLATION_DATE = new Date(Date.UTC(3000, 11, 31));

/** When a request wants to be executed; undefined where it says nothing, so at once. */
export function executionDateTimeOf({ body: { content } }: ServiceRequest): Date | undefined {
  return 'ExecutionDateTime' in content ? content.ExecutionDateTime : undefined;
}

/** True if the request takes back what was future dated, instead of asking for something. */
export function isCancellation(request: ServiceRequest): boolean {
  return executionDateTimeOf(request)?.getTime() === CANCELLATION_DATE.getTime();
}
