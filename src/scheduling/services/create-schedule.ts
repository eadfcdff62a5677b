import type { ServiceRequest } from '../../duis/index.js';
import type { NonDeviceOutcome } from '../../inventory/index.js';
import { requireFirstRun, requireFittingDevice, requireRole, requireService } from '../check-schedule.js';
import type { Schedule } from '../schedule.js';
import type { SchedulingContext } from './scheduling-context.js';

/** Create Schedule (5.1): the DCC is to run a read again and again. SMETS1 Devices may have schedules too. */
export async function createSchedule(
  request: ServiceRequest<'CreateSchedule'>,
  { inventory, schedules, now, requestId, user }: SchedulingContext,
): Promise<NonDeviceOutcome> {
  // What was accepted once stays so, even if its time is over by now.
  const before = await schedules.createdBy(requestId);
  if (before !== undefined) return created(before);
  const details = request.body.content;
  const service = requireService(details);
  requireRole(service, user.roles);
  requireFittingDevice(service, details, await inventory.find(details.DeviceID));
  const nextRunAt = requireFirstRun(service, details, now);
  const { schemaVersion } = request;
  return created(
    await schedules.create(
      { owner: user.id, schemaVersion, details, chosen: service.chosen, nextRunAt },
      requestId,
      now,
    ),
  );
}

function created({ id }: Schedule): NonDeviceOutcome {
  return { responseCode: 'I0', content: { DSPScheduleID: id } };
}
