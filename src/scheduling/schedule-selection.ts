import type { ServiceRequest } from '../duis/index.js';
import type { Inventory } from '../inventory/index.js';
import { scheduleRefusal } from './refusals.js';
import type { ScheduleSelection } from './schedules.js';

/** @throws DuisRejection if the inventory has no such Device */
export async function requireSelection(
  { DSPScheduleID: id, DeviceID: device }: ServiceRequest<'ReadSchedule'>['body']['content'],
  inventory: Inventory,
): Promise<ScheduleSelection> {
  if (id !== undefined) return { id };
  if (device === undefined || (await inventory.find(device)) === undefined) {
    throw scheduleRefusal('unknown Device', `${device}`);
  }
  return { device };
}
