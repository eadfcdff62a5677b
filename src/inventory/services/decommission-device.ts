import type { DeviceType } from '../../common/device-type.js';
import type { ServiceRequest } from '../../duis/index.js';
import {
  changeDevice,
  findMembers,
  membersAfterRemoval,
  requireDevice,
  requireStatusAfter,
} from '../device-changes.js';
import { type InventoryEvent, statusEvent } from '../inventory-event.js';
import { refusal } from '../refusals.js';
import { doneBefore } from './done-before.js';
import { DONE, type NonDeviceContext, type NonDeviceOutcome } from './outcome.js';

const DECOMMISSIONABLE: readonly DeviceType[] = ['ESME', 'GSME', 'CHF', 'PPMID', 'HCALCS'];

/**
 * Decommission Device (8.3). A CHF takes its GPF along, and the Devices in its Device Log leave it; a Device that is
 * decommissioned leaves the Device Log it is in.
 */
export async function decommissionDevice(
  request: ServiceRequest<'DecommissionDevice'>,
  { inventory, now, requestId }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const id = request.body.content.DeviceID;
  const events: InventoryEvent[] = [];
  await inventory.transaction(async (tx) => {
    const device = await requireDevice(tx, id);
    if (await doneBefore(tx, id, requestId)) return;
    if (!DECOMMISSIONABLE.includes(device.deviceType)) {
      throw refusal('wrong Device type', `${device.deviceType} ${id} cannot be decommissioned by itself`);
    }
    const status = requireStatusAfter('decommissioned', device);
    const cause = { event: 'decommissioned', at: now, requestId };
    if (status !== null) events.push(await statusEvent(tx, device, status, 'decommissioned'));
    await changeDevice(tx, device, { status, hubId: null }, cause);
    if (device.deviceType !== 'CHF') return;
    for (const member of await findMembers(tx, id)) {
      if (member.deviceType === 'GPF') {
        const gpfStatus = requireStatusAfter('decommissioned', member);
        await changeDevice(tx, member, { status: gpfStatus, hubId: null }, cause);
      } else {
        const left = { ...cause, event: 'removed from a Device Log' };
        await changeDevice(tx, member, membersAfterRemoval(member), left);
      }
    }
  });
  return { ...DONE, events };
}
