import type { Transaction } from 'kysely';
import type { ServiceRequest } from '../../duis/index.js';
import type { Database } from '../../store/index.js';
import {
  changeDevice,
  type Cause,
  type DeviceMembers,
  findDevice,
  findMembers,
  requireDevice,
  requireStatusAfter,
} from '../device-changes.js';
import type { DeviceRecord } from '../device-record.js';
import { dateOf } from '../inventory.js';
import { type InventoryEvent, metersConcerned } from '../inventory-event.js';
import { refusal } from '../refusals.js';
import { deleteDevice } from './delete-device.js';
import { doneBefore } from './done-before.js';
import { DONE, type NonDeviceContext, type NonDeviceOutcome } from './outcome.js';
import { updateDeviceDetails } from './update-device-details.js';

type Content = ServiceRequest<'UpdateInventory'>['body']['content'];

/** Update Inventory (8.4): a status a User may set, details, a meter point, or the end of a Device's record. */
export async function updateInventory(
  request: ServiceRequest<'UpdateInventory'>,
  { inventory, now, requestId }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { content } = request.body;
  const events: InventoryEvent[] = [];
  await inventory.transaction(async (tx) => {
    if (await doneBefore(tx, content.DeviceID, requestId)) return;
    const device = await requireDevice(tx, content.DeviceID);
    const cause = { event: 'updated by a User', at: now, requestId };
    if (content.UpdateDeviceStatusExceptCH !== undefined) {
      await setStatus(tx, device, content.UpdateDeviceStatusExceptCH, cause);
    } else if (content.UpdateDeviceStatusCH !== undefined) {
      await setHubStatus(tx, device, content.UpdateDeviceStatusCH, cause);
    } else if (content.UpdateDeviceDetails !== undefined) {
      const policy = inventory.options.resolvedVersionUpdate;
      await updateDeviceDetails(tx, device, content.UpdateDeviceDetails, policy, cause);
    } else if (content.UpdateMPxN !== undefined) {
      await changeDevice(tx, device, mpxnOf(device, content.UpdateMPxN), cause);
    } else {
      const meters = await metersConcerned(tx, device);
      await deleteDevice(tx, device, cause);
      events.push({ kind: 'deviceRemovedFromInventory', device, meters });
    }
    events.push(...(await identityChange(tx, device)));
  });
  return { ...DONE, events };
}

/** What identifies a meter to Users: its meter points and, of an ESME, the variant. */
async function identityChange(tx: Transaction<Database>, before: DeviceRecord): Promise<InventoryEvent[]> {
  const device = await findDevice(tx, before.id);
  if (device === undefined) return [];
  const same = IDENTITY.every((member) => device[member] === before[member]);
  return same ? [] : [{ kind: 'meterIdentity', device, meters: [device] }];
}

const IDENTITY = ['importMpxn', 'secondaryImportMpan', 'exportMpan', 'esmeVariant'] as const;

async function setStatus(
  tx: Transaction<Database>,
  device: DeviceRecord,
  to: NonNullable<Content['UpdateDeviceStatusExceptCH']>,
  cause: Cause,
): Promise<void> {
  if (device.deviceType === 'CHF' || device.deviceType === 'GPF' || device.status === null) {
    throw refusal('wrong Device type', `the status of ${device.deviceType} ${device.id} cannot be set so`);
  }
  const event = `set to ${to} by a User` as const;
  const status = requireStatusAfter(event, device);
  // A Device that is Pending is in no home.
  const members = to === 'Pending' ? { status, hubId: null } : { status };
  await changeDevice(tx, device, members, { ...cause, event });
}

async function setHubStatus(
  tx: Transaction<Database>,
  device: DeviceRecord,
  to: NonNullable<Content['UpdateDeviceStatusCH']>,
  cause: Cause,
): Promise<void> {
  if (device.deviceType !== 'CHF') {
    throw refusal('not a Communications Hub', `${device.id} is a ${device.deviceType}`);
  }
  const event = `set to ${to} by a User` as const;
  const status = requireStatusAfter(event, device);
  const members =
    to === 'Commissioned' && device.status !== 'Commissioned'
      ? { status, dateCommissioned: dateOf(cause.at) }
      : { status };
  const beside = await findMembers(tx, device.id);
  for (const each of [device, ...beside.filter((member) => member.deviceType === 'GPF')]) {
    await changeDevice(tx, each, members, { ...cause, event });
  }
}

function mpxnOf(device: DeviceRecord, update: NonNullable<Content['UpdateMPxN']>): DeviceMembers {
  const electricityOnly = update.SecondaryImportMPAN !== undefined || update.ExportMPAN !== undefined;
  const fits = device.deviceType === 'ESME' || (device.deviceType === 'GSME' && !electricityOnly);
  if (!fits) throw refusal('details do not fit', `${device.deviceType} ${device.id} has no such meter point`);
  return {
    ...(update.ImportMPxN === undefined ? {} : { importMpxn: update.ImportMPxN }),
    ...(update.SecondaryImportMPAN === undefined ? {} : { secondaryImportMpan: update.SecondaryImportMPAN }),
    ...(update.ExportMPAN === undefined ? {} : { exportMpan: update.ExportMPAN }),
  };
}
