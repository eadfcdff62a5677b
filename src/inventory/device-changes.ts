import type { Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, DeviceStatus } from '../store/index.js';
import { columnsOf, deviceFromRow, type DeviceRecord } from './device-record.js';
import { refusal } from './refusals.js';
import { statusAfter, type StatusEvent } from './status-transitions.js';

/** Why and when a Device changes. */
export interface Cause {
  /** A status event, or in words what else was done. */
  readonly event: string;
  readonly at: Date;
  readonly requestId: string | undefined;
}

export type DeviceMembers = Partial<Omit<DeviceRecord, 'id' | 'deviceType' | 'statusSince'>>;

export async function findDevice(tx: Transaction<Database>, id: Eui64): Promise<DeviceRecord | undefined> {
  const row = await tx.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : deviceFromRow(row);
}

/** @throws DuisRejection if the inventory has no such Device */
export async function requireDevice(tx: Transaction<Database>, id: Eui64): Promise<DeviceRecord> {
  const device = await findDevice(tx, id);
  if (device === undefined) throw refusal('unknown Device', id);
  return device;
}

/** The Devices in the Device Log of a CHF, and the GPF beside it. */
export async function findMembers(tx: Transaction<Database>, hub: Eui64): Promise<DeviceRecord[]> {
  const rows = await tx.selectFrom('devices').selectAll().where('hub_id', '=', hub).orderBy('id').execute();
  return rows.map(deviceFromRow);
}

/** Puts a Device into the inventory, in place of a decommissioned one of the same EUI-64. */
export async function insertDevice(
  tx: Transaction<Database>,
  device: Omit<DeviceRecord, 'statusSince'>,
  cause: Cause,
): Promise<void> {
  await tx.deleteFrom('devices').where('id', '=', device.id).execute();
  await tx
    .insertInto('devices')
    .values({
      ...(columnsOf(device) as Database['devices']),
      status_since: cause.at.getTime(),
    })
    .execute();
  await noteStatus(tx, device.id, device.status, cause);
}

/** Changes members of a Device; a change of status is noted in its history. */
export async function changeDevice(
  tx: Transaction<Database>,
  device: DeviceRecord,
  members: DeviceMembers,
  cause: Cause,
): Promise<DeviceRecord> {
  const restatus = members.status !== undefined && members.status !== device.status;
  if (Object.keys(members).length > 0) {
    await tx
      .updateTable('devices')
      .set({ ...columnsOf(members), ...(restatus ? { status_since: cause.at.getTime() } : {}) })
      .where('id', '=', device.id)
      .execute();
  }
  if (restatus) await noteStatus(tx, device.id, members.status ?? null, cause);
  return { ...device, ...members, ...(restatus ? { statusSince: cause.at } : {}) };
}

/** The status an event leads a Device to; null for a Type 2 Device, which has none.
 * @throws DuisRejection if the event cannot happen to the Device as it is */
export function requireStatusAfter(event: StatusEvent, device: DeviceRecord): DeviceStatus | null {
  if (device.status === null) return null;
  const status = statusAfter(event, device.deviceType, device.status);
  if (status === undefined) {
    throw refusal(
      'wrong status',
      `${device.deviceType} ${device.id} is ${device.status}, cannot be ${event}`,
    );
  }
  return status;
}

/** What leaving a Device Log does to a Device. */
export function membersAfterRemoval(device: DeviceRecord): DeviceMembers {
  const status =
    device.status === null
      ? null
      : (statusAfter('removed from a Device Log', device.deviceType, device.status) ?? device.status);
  return { hubId: null, status };
}

/** Adds a line to the status history of a Device. */
export async function noteStatus(
  tx: Transaction<Database>,
  device: Eui64,
  status: DeviceStatus | null,
  cause: Cause,
): Promise<void> {
  const last = await tx
    .selectFrom('device_status_history')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('device_id', '=', device)
    .executeTakeFirst();
  await tx
    .insertInto('device_status_history')
    .values({
      device_id: device,
      sequence: (last?.sequence ?? 0) + 1,
      status,
      at: cause.at.getTime(),
      event: cause.event,
      request_id: cause.requestId ?? null,
    })
    .execute();
}
