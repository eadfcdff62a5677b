import { hasBody, type ServiceRequest } from '../../duis/index.js';
import type { NonDeviceOutcome } from '../../inventory/index.js';
import { createSchedule } from './create-schedule.js';
import { deleteSchedule } from './delete-schedule.js';
import { readSchedule } from './read-schedule.js';
import type { SchedulingContext } from './scheduling-context.js';

/**
 * Performs Create, Read or Delete Schedule (5.1, 5.2, 5.3). The same RequestID performed again has no further effect.
 * @returns undefined if the request is for another service
 * @throws DuisRejection; the schedules are then as they were
 */
export async function performSchedulingService(
  request: ServiceRequest,
  context: SchedulingContext,
): Promise<NonDeviceOutcome | undefined> {
  if (hasBody(request, 'CreateSchedule')) return createSchedule(request, context);
  if (hasBody(request, 'ReadSchedule')) return readSchedule(request, context);
  if (hasBody(request, 'DeleteSchedule')) return deleteSchedule(request, context);
  return undefined;
}
