import type { Transaction } from 'kysely';
import type { Database, Store } from '../store/index.js';
import { entriesOf } from './central-products-list.js';
import { changeDevice, findDevice, findMembers } from './device-changes.js';
import { deviceFromRow, type DeviceRecord } from './device-record.js';
import { type InventoryEvent, statusEvent } from './inventory-event.js';
import { statusAfter } from './status-transitions.js';

/** What the Central Products List says of the firmware a Device runs; `unknown` where it has no row of it. */
type Approval = 'approved' | 'not approved' | 'unknown';

/**
 * What the history of a Device says of a change made here. Only a Device that was suspended for its firmware is restored with
 * it: one that was suspended for anything else stays so.
 */
const HISTORY = {
  suspended: 'suspended: firmware not approved',
  restored: 'restored: firmware approved',
} as const;

/**
 * Suspends the Commissioned Devices whose firmware is no longer approved: its row of the Central Products List, in the SMETS
 * generation of the Device, is Cancelled, Expired or Withdrawn. Restores those so suspended that run approved firmware, be it
 * that the row is Active again or that they took other firmware. Firmware without a row changes nothing. A GPF goes with its
 * CHF, whose firmware it runs, and is told of only where it moves alone. Repeating it changes nothing.
 *
 * Inferred: the DUIS schema has Alerts of suspension and restoration; that this causes them wants checking against SEC
 * Appendices Z and AC.
 * @returns what changed; the Communications Hub Function before what is beside it
 */
export function suspendUnapproved(store: Store, now: Date): Promise<readonly InventoryEvent[]> {
  return store.transaction(async (tx) => {
    const events: InventoryEvent[] = [];
    const hubEvents = new Map<string, string>();
    for (const device of await devicesInQuestion(tx)) {
      const event = eventFor(device, await approvalOf(tx, device));
      if (event === undefined || device.status === null) continue;
      const status = statusAfter(event, device.deviceType, device.status);
      if (status === undefined) continue;
      if (device.deviceType === 'CHF') hubEvents.set(device.id, event);
      const withHub = device.deviceType === 'GPF' && hubEvents.get(device.hubId ?? '') === event;
      if (!withHub) events.push(await statusEvent(tx, device, status, event));
      await changeDevice(tx, device, { status }, { event: HISTORY[event], at: now, requestId: undefined });
    }
    return events;
  });
}

function eventFor({ status }: DeviceRecord, approval: Approval): 'suspended' | 'restored' | undefined {
  if (status === 'Commissioned' && approval === 'not approved') return 'suspended';
  if (status === 'Suspended' && approval === 'approved') return 'restored';
  return undefined;
}

/** Devices that may have to move, every CHF before the others. */
async function devicesInQuestion(tx: Transaction<Database>): Promise<DeviceRecord[]> {
  const found = new Map<string, DeviceRecord>();
  const add = (devices: readonly DeviceRecord[]) => devices.forEach((device) => found.set(device.id, device));
  for (const device of [...(await commissionedInDoubt(tx)), ...(await suspendedHere(tx))]) {
    add([device]);
    if (device.deviceType === 'CHF') {
      const beside = (await findMembers(tx, device.id)).filter(({ deviceType }) => deviceType === 'GPF');
      add(beside.filter(({ status }) => status === 'Commissioned'));
    }
  }
  const rank = ({ deviceType }: DeviceRecord) => (deviceType === 'CHF' ? 0 : 1);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/** Commissioned Devices with a row for their firmware that is not Active. */
async function commissionedInDoubt(tx: Transaction<Database>): Promise<DeviceRecord[]> {
  const rows = await tx
    .selectFrom('devices')
    .selectAll()
    .where('status', '=', 'Commissioned')
    .where((build) =>
      build.exists(
        build
          .selectFrom('cpl_entries')
          .select('cpl_entries.model')
          .whereRef('cpl_entries.manufacturer', '=', 'devices.manufacturer')
          .whereRef('cpl_entries.model', '=', 'devices.model')
          .whereRef('cpl_entries.device_type', '=', 'devices.device_type')
          .whereRef('cpl_entries.firmware_version', '=', 'devices.firmware_version')
          .where('cpl_entries.status', '!=', 'Active')
          .where((row) =>
            row.or([
              row('devices.generation', 'is', null),
              row('devices.generation', '=', row.ref('cpl_entries.smets_generation')),
            ]),
          ),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.map(deviceFromRow);
}

/** Suspended Devices whose last change of status was made here. */
async function suspendedHere(tx: Transaction<Database>): Promise<DeviceRecord[]> {
  const rows = await tx
    .selectFrom('devices')
    .selectAll()
    .where('status', '=', 'Suspended')
    .where(
      (build) =>
        build
          .selectFrom('device_status_history')
          .select('device_status_history.event')
          .whereRef('device_status_history.device_id', '=', 'devices.id')
          .orderBy('device_status_history.sequence', 'desc')
          .limit(1),
      '=',
      HISTORY.suspended,
    )
    .orderBy('id')
    .execute();
  return rows.map(deviceFromRow);
}

/** Of a GPF, what is said of it and of its CHF: both have to be approved where both have a row. */
async function approvalOf(tx: Transaction<Database>, device: DeviceRecord): Promise<Approval> {
  const own = await approvalOfRow(tx, device);
  if (device.deviceType !== 'GPF' || device.hubId === null || own === 'not approved') return own;
  const hub = await findDevice(tx, device.hubId);
  const beside = hub === undefined ? 'unknown' : await approvalOfRow(tx, hub);
  return beside === 'unknown' ? own : beside;
}

async function approvalOfRow(tx: Transaction<Database>, device: DeviceRecord): Promise<Approval> {
  const { firmwareVersion, generation } = device;
  if (firmwareVersion === null) return 'unknown';
  const entries = (await entriesOf(tx, { ...device, firmwareVersion })).filter(
    (entry) => generation === null || entry.generation === generation,
  );
  if (entries.length === 0) return 'unknown';
  return entries.some(({ status }) => status === 'Active') ? 'approved' : 'not approved';
}
