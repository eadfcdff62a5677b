import type { Eui64 } from '../../common/eui64.js';
import type { ServiceRequest } from '../../duis/index.js';
import {
  changeDevice,
  type Cause,
  findMembers,
  membersAfterRemoval,
  requireDevice,
  requireStatusAfter,
} from '../device-changes.js';
import { dateOf } from '../inventory.js';
import { type InventoryEvent, statusEvent } from '../inventory-event.js';
import { refusal } from '../refusals.js';
import type { StatusEvent } from '../status-transitions.js';
import { doneBefore } from './done-before.js';
import { DONE, type NonDeviceContext, type NonDeviceOutcome } from './outcome.js';

type Element = 'CHFInstallSuccessSMWAN' | 'CHFInstallSuccessNoSMWAN' | 'CHFFaultReturn' | 'CHFNoFaultReturn';

/** What each Communications Hub Status Update is to the inventory (the pairing is inferred, as the transitions are). */
const EVENTS: Readonly<Record<Element, StatusEvent>> = {
  CHFInstallSuccessSMWAN: 'hub commissioned',
  CHFInstallSuccessNoSMWAN: 'hub installed',
  CHFFaultReturn: 'hub returned',
  CHFNoFaultReturn: 'hub returned',
};

/**
 * Communications Hub Status Update (8.14.1 to 8.14.4): a hub was installed, with the SM WAN or without, or is being returned. Its
 * GPF goes with it. A hub that is returned has no home any more, so what was in its Device Log leaves it (inferred).
 */
export async function updateHubStatus(
  request: ServiceRequest<Element>,
  { inventory, now, requestId }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { element, content } = request.body;
  const event = EVENTS[element];
  const id: Eui64 = content.DeviceID;
  const events: InventoryEvent[] = [];
  await inventory.transaction(async (tx) => {
    const hub = await requireDevice(tx, id);
    if (hub.deviceType !== 'CHF') throw refusal('not a Communications Hub', `${id} is a ${hub.deviceType}`);
    if (await doneBefore(tx, id, requestId)) return;
    const cause: Cause = { event, at: now, requestId };
    const status = requireStatusAfter(event, hub);
    if (status !== null) events.push(await statusEvent(tx, hub, status, event));
    const members = event === 'hub commissioned' ? { status, dateCommissioned: dateOf(now) } : { status };
    await changeDevice(tx, hub, members, cause);
    for (const member of await findMembers(tx, id)) {
      if (member.deviceType === 'GPF') await changeDevice(tx, member, members, cause);
      else if (event === 'hub returned') {
        const left = { ...cause, event: 'removed from a Device Log' };
        await changeDevice(tx, member, membersAfterRemoval(member), left);
      }
    }
    await tx
      .insertInto('hub_notices')
      .values({
        request_id: requestId,
        hub_id: id,
        variant: request.serviceReferenceVariant,
        notice: JSON.stringify(content),
        at: now.getTime(),
      })
      .execute();
  });
  return { ...DONE, events };
}
