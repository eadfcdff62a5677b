import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { ServiceRequest } from '../duis/index.js';
import type { Inventory } from '../inventory/index.js';
import type { Database, SchedulesTable } from '../store/index.js';
import { scheduleRefusal } from './refusals.js';
import { type Schedule, scheduleFromRow } from './schedule.js';

/** Which schedules a User asks about. */
export type ScheduleSelection = { readonly id: number } | { readonly device: Eui64 };

/** A query for whole rows of the table. */
export type ScheduleRows = SelectQueryBuilder<Database, 'schedules', Selectable<SchedulesTable>>;

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

export function selected(rows: ScheduleRows, selection: ScheduleSelection): ScheduleRows {
  return 'id' in selection
    ? rows.where('id', '=', selection.id)
    : rows.where('device_id', '=', selection.device);
}

/** In the order of their ids, where the query says nothing else. */
export async function schedulesIn(rows: ScheduleRows): Promise<Schedule[]> {
  return (await rows.orderBy('id').execute()).map(scheduleFromRow);
}
