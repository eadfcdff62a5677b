import { InternalError } from '../common/errors.js';
import type { RequestId } from '../common/request-id.js';
import type { RequestBody, ServiceRequest } from '../duis/index.js';
import { readLogPeriod } from './read-log-period.js';
import type { Schedule, ScheduleDetails } from './schedule.js';
import { type LogElement, type ScheduledService, scheduledService } from './scheduled-services.js';

/**
 * The Service Request that a run of a schedule sends, as if its User had sent it. The DCC is to originate the Command and
 * to name the User as Supplementary Remote Party, even if the Device knows the User (MMC schema 5.4, comment in
 * ResponsePayload).
 * @param at when the run is due; its day in UTC is the one that date offsets count from
 * @param requestId of the run: the User, the Device, and a counter
 */
export function scheduledRequest(schedule: Schedule, at: Date, requestId: RequestId): ServiceRequest {
  const { details, schemaVersion } = schedule;
  const service = scheduledService(details.DSPScheduledServiceReferenceVariant);
  if (service === undefined) {
    throw new InternalError(
      `schedule ${schedule.id} is for ${details.DSPScheduledServiceReferenceVariant}, which cannot be scheduled`,
    );
  }
  return {
    schemaVersion,
    requestId,
    commandVariant: 1,
    serviceReference: details.DSPScheduledServiceReference,
    serviceReferenceVariant: service.variant,
    body: bodyOf(service, details, at),
  };
}

function bodyOf(service: ScheduledService, details: ScheduleDetails, at: Date): RequestBody {
  switch (service.holds) {
    case 'nothing':
      return { element: service.element, content: {} };
    case 'log period':
      return { element: service.element, content: { ReadLogPeriod: periodOf(details, service.chosen, at) } };
    case 'log period and certificate': {
      const certificate = details.KAPublicSecurityCredential;
      return {
        element: service.element,
        content: {
          ReadLogPeriod: periodOf(details, service.chosen, at),
          ...(certificate !== undefined && { KAPublicSecurityCredentials: certificate }),
        },
      };
    }
  }
}

function periodOf(details: ScheduleDetails, chosen: LogElement, at: Date): ReturnType<typeof readLogPeriod> {
  const offset = details[chosen];
  if (offset === undefined) throw new InternalError(`a schedule without ${chosen} was taken`);
  return readLogPeriod(offset, at);
}
