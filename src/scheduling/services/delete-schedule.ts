import type { ServiceRequest } from '../../duis/index.js';
import type { NonDeviceOutcome } from '../../inventory/index.js';
import { requireSelection } from '../schedule-selection.js';
import { scheduleRefusal } from '../refusals.js';
import type { SchedulingContext } from './scheduling-context.js';

/** Delete Schedule (5.3): one schedule of the User, or all it has of a Device. Runs under way are not recalled. */
export async function deleteSchedule(
  request: ServiceRequest<'DeleteSchedule'>,
  { inventory, schedules, now, requestId, user }: SchedulingContext,
): Promise<NonDeviceOutcome> {
  const selection = await requireSelection(request.body.content, inventory);
  const deleted = await schedules.delete(user.id, selection, requestId, now);
  if (deleted.length === 0) throw scheduleRefusal('unknown schedule', JSON.stringify(selection));
  return { responseCode: 'I99' };
}
