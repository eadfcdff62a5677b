import type { ServiceRequest } from '../../duis/index.js';
import type { NonDeviceOutcome } from '../../inventory/index.js';
import { requireSelection } from '../schedule-selection.js';
import { scheduleRefusal } from '../refusals.js';
import type { SchedulingContext } from './scheduling-context.js';

/** Read Schedule (5.2): one schedule of the User, or all it has of a Device. */
export async function readSchedule(
  request: ServiceRequest<'ReadSchedule'>,
  { inventory, schedules, user }: SchedulingContext,
): Promise<NonDeviceOutcome> {
  const selection = await requireSelection(request.body.content, inventory);
  const found = await schedules.read(user.id, selection);
  // An answer without any schedule would break the schema.
  if (found.length === 0) throw scheduleRefusal('unknown schedule', JSON.stringify(selection));
  return {
    responseCode: 'I0',
    content: {
      DSPSchedulesRead: {
        DSPSchedules: found.map(({ id, details }) => ({ DSPScheduleID: id, DSPScheduleDetails: details })),
      },
    },
  };
}
