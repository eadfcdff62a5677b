import type { Transaction } from 'kysely';
import type { DeviceType } from '../common/device-type.js';
import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { ServiceRequest } from '../duis/index.js';
import type { Database, Store } from '../store/index.js';
import { type CommunicationsHub, requireHub } from './communications-hub.js';
import {
  changeDevice,
  type DeviceMembers,
  findDevice,
  findMembers,
  membersAfterRemoval,
  requireDevice,
} from './device-changes.js';
import type { DeviceRecord } from './device-record.js';
import { admit } from './han-admission.js';
import {
  findHanUpdates,
  type HanUpdate,
  insertHanUpdate,
  nextAdd,
  rebaseHanUpdate,
  settleHanUpdate,
  snapshotOf,
} from './han-update.js';
import { type InventoryEvent, metersConcerned } from './inventory-event.js';
import { refusal } from './refusals.js';
import { settleResolution } from './resolution-audit.js';
import type { SmetsGeneration } from './smets-generation.js';

/** The door an Update HAN Device Log takes: that of the Communications Hub. */
export interface HubDoor {
  readonly generation: SmetsGeneration;
  readonly hub: DeviceRecord;
  /** The SMETS1 Service Provider of a SMETS1 hub. */
  readonly s1sp: string | null;
  /** The Devices concerned, as the inventory has them from now on. */
  readonly devices: readonly DeviceRecord[];
  /** Devices of a restored Device Log that cannot follow onto the new Communications Hub, and why. */
  readonly left: readonly { readonly device: DeviceRecord; readonly reason: string }[];
}

const ADDABLE: readonly DeviceType[] = ['ESME', 'GSME', 'PPMID', 'HCALCS', 'IHD', 'CAD'];

/** What Service Requests do to the Device Logs of Communications Hubs, as the inventory sees it. */
export class HanDeviceLogs {
  constructor(private readonly store: Store) {}

  /**
   * Applies an Update HAN Device Log (8.11) at the moment it is executed. An Add holds from now on, so that what follows
   * takes the right door, and is undone by `revert`; a Remove takes effect when confirmed. The same request given again
   * changes nothing.
   * @param request its Business Target is the CHF
   * @throws DuisRejection; the inventory is then as it was
   */
  async prepareUpdate(
    request: ServiceRequest<'UpdateHANDeviceLog'>,
    requestId: string,
    now: Date,
  ): Promise<HubDoor> {
    const { content } = request.body;
    const prepared = await this.store.transaction(async (tx) => {
      const hub = await requireHub(tx, request.requestId.target);
      const device = await requireDevice(tx, content.DeviceID);
      if (!ADDABLE.includes(device.deviceType)) {
        throw refusal('wrong Device type', `${device.id} is a ${device.deviceType}`);
      }
      if ((await findHanUpdates(tx, requestId)).length > 0) return door(hub, [device]);
      if (content.RequestType === 'Remove') {
        const update = { requestId, deviceId: device.id, hubId: hub.record.id };
        await insertHanUpdate(tx, { ...update, requestType: 'Remove', previous: snapshotOf(device) }, now);
        return door(hub, [device]);
      }
      refuseIfInUseElsewhere(device, hub.record.id);
      const members = mpxnsOf(device, content.AddDeviceToCHFWhitelist);
      const admitted = await admit(tx, device, hub, { requestId, at: now, kind: 'add', members });
      return 'refused' in admitted ? admitted.refused : door(hub, [admitted.device]);
    });
    // Thrown out here so that the record of the refused resolution is kept.
    if (prepared instanceof DuisRejection) throw prepared;
    return prepared;
  }

  /**
   * Applies a Restore HAN Device Log (8.12.1): the Devices of the old Communications Hub follow onto the new one, each
   * PPMID resolved anew; those that do not fit the new one's generation stay behind.
   */
  async prepareRestore(
    request: ServiceRequest<'RestoreHANDeviceLog'>,
    requestId: string,
    now: Date,
  ): Promise<HubDoor> {
    return this.store.transaction(async (tx) => {
      const hub = await requireHub(tx, request.requestId.target);
      const old = await findDevice(tx, request.body.content.OldCHFID);
      if (old === undefined) throw refusal('unknown Communications Hub', request.body.content.OldCHFID);
      if (old.deviceType !== 'CHF')
        throw refusal('not a Communications Hub', `${old.id} is a ${old.deviceType}`);
      const done = await findHanUpdates(tx, requestId);
      if (done.length > 0) {
        return door(hub, await Promise.all(done.map((update) => requireDevice(tx, update.deviceId))));
      }
      const moved: DeviceRecord[] = [];
      const left: { device: DeviceRecord; reason: string }[] = [];
      for (const device of await findMembers(tx, old.id)) {
        if (!ADDABLE.includes(device.deviceType)) continue;
        const admitted = await admit(tx, device, hub, { requestId, at: now, kind: 'restore', members: {} });
        if ('refused' in admitted) left.push({ device, reason: admitted.refused.message });
        else moved.push(admitted.device);
      }
      return door(hub, moved, left);
    });
  }

  /** The Communications Hub or S1SP has done what the request asked for. Repeating it changes nothing. */
  async confirm(requestId: string, now: Date): Promise<InventoryEvent[]> {
    return this.store.transaction(async (tx) => {
      const events: InventoryEvent[] = [];
      for (const update of await findHanUpdates(tx, requestId)) {
        if (update.state !== 'prepared') continue;
        if (update.requestType === 'Remove') events.push(...(await remove(tx, update, now)));
        await settleHanUpdate(tx, update, 'confirmed', now);
        await settleResolution(tx, update, 'confirmed', now, null);
      }
      return events;
    });
  }

  /** The Adds that a Communications Hub has confirmed, of the Devices given. */
  async confirmedAdditions(
    hub: Eui64,
    devices: readonly Eui64[],
  ): Promise<{ readonly requestId: string; readonly deviceId: Eui64 }[]> {
    if (devices.length === 0) return [];
    const rows = await this.store.db
      .selectFrom('han_updates')
      .select(['request_id', 'device_id'])
      .where('hub_id', '=', hub)
      .where('device_id', 'in', [...devices])
      .where('request_type', '=', 'Add')
      .where('state', '=', 'confirmed')
      .orderBy('sequence')
      .execute();
    return rows.map((row) => ({ requestId: row.request_id, deviceId: row.device_id }));
  }

  /** The Communications Hub or S1SP refused the request or never answered. Repeating it changes nothing. */
  async revert(requestId: string, now: Date, reason: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      for (const update of await findHanUpdates(tx, requestId)) {
        if (update.state !== 'prepared') continue;
        if (update.requestType === 'Add') await undo(tx, update, now);
        await settleHanUpdate(tx, update, 'reverted', now);
        await settleResolution(tx, update, 'reverted', now, reason);
      }
    });
  }
}

function door(
  { record, generation }: CommunicationsHub,
  devices: readonly DeviceRecord[],
  left: HubDoor['left'] = [],
): HubDoor {
  return { generation, hub: record, s1sp: generation === 'SMETS1' ? record.s1sp : null, devices, left };
}

/** A Device that has joined a home stays there until it is removed or decommissioned. */
function refuseIfInUseElsewhere(device: DeviceRecord, hub: Eui64): void {
  const settledIn = device.status !== null && device.status !== 'Pending' && device.status !== 'Whitelisted';
  if (device.hubId !== null && device.hubId !== hub && settledIn) {
    throw refusal(
      'in another Device Log',
      `${device.deviceType} ${device.id} is ${device.status} at ${device.hubId}; remove or decommission it first`,
    );
  }
}

/** Meter points that an Add names; only meters have them. */
function mpxnsOf(
  device: DeviceRecord,
  add: ServiceRequest<'UpdateHANDeviceLog'>['body']['content']['AddDeviceToCHFWhitelist'],
): DeviceMembers {
  if (device.deviceType !== 'ESME' && device.deviceType !== 'GSME') return {};
  return {
    ...(add?.ImportMPxN === undefined ? {} : { importMpxn: add.ImportMPxN }),
    ...(add?.SecondaryImportMPAN === undefined ? {} : { secondaryImportMpan: add.SecondaryImportMPAN }),
    ...(add?.ExportMPAN === undefined ? {} : { exportMpan: add.ExportMPAN }),
  };
}

async function remove(tx: Transaction<Database>, update: HanUpdate, at: Date): Promise<InventoryEvent[]> {
  const device = await findDevice(tx, update.deviceId);
  if (device === undefined || device.hubId !== update.hubId) return [];
  const meters = await metersConcerned(tx, device);
  const cause = { event: 'removed from a Device Log', at, requestId: update.requestId };
  await changeDevice(tx, device, membersAfterRemoval(device), cause);
  return device.deviceType === 'PPMID' ? [{ kind: 'ppmidRemoved', device, hub: update.hubId, meters }] : [];
}

async function undo(tx: Transaction<Database>, update: HanUpdate, at: Date): Promise<void> {
  const later = await nextAdd(tx, update);
  if (later !== undefined) {
    // What the later Add left holds; should that be undone too, it must not come back to what this one left.
    if (later.previous.hubId === update.hubId) await rebaseHanUpdate(tx, later, update.previous);
    return;
  }
  const device = await findDevice(tx, update.deviceId);
  if (device === undefined || device.hubId !== update.hubId) return;
  const untouched = device.status === 'Whitelisted' || device.status === (update.previous.status ?? null);
  // A Device that was seen at work since is in the Device Log, whatever the late answer says.
  if (!untouched) return;
  const cause = { event: 'undone: added to a Device Log', at, requestId: update.requestId };
  await changeDevice(tx, device, await stillPossible(tx, update.previous), cause);
}

/** The Communications Hub a Device came from may have been deleted since. */
async function stillPossible(tx: Transaction<Database>, previous: DeviceMembers): Promise<DeviceMembers> {
  const { hubId } = previous;
  if (hubId === undefined || hubId === null || (await findDevice(tx, hubId)) !== undefined) return previous;
  return { ...previous, hubId: null };
}
