import type { Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, DeviceStatus } from '../store/index.js';
import { findMembers } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';

/** A Communications Hub: the two Devices it is. */
export interface HubDevices {
  readonly chf: Eui64;
  readonly gpf: Eui64;
}

/** What happened in the inventory that others may have to hear of. `device` is the Device as it was before. */
export type InventoryEvent = {
  /** The meters whose Users it concerns, as they were before. */
  readonly meters: readonly DeviceRecord[];
} & (
  | {
      readonly kind: 'meterDecommissioned' | 'meterWithdrawn';
      readonly device: DeviceRecord;
      /** The Type 1 Devices of its home. */
      readonly associated: readonly DeviceRecord[];
    }
  | {
      readonly kind:
        'hubDecommissioned' | 'deviceRemovedFromInventory' | 'deviceSuspended' | 'deviceRestored';
      readonly device: DeviceRecord;
    }
  | {
      /** The meter points or ESME variant of a meter changed; `device` has the new ones. */
      readonly kind: 'meterIdentity';
      readonly device: DeviceRecord;
    }
  | { readonly kind: 'ppmidRemoved'; readonly device: DeviceRecord; readonly hub: Eui64 }
  | {
      readonly kind: 'firmwareVersionMismatch';
      readonly device: DeviceRecord;
      readonly inventoryVersion: string;
      readonly deviceVersion: string;
    }
  | {
      readonly kind: 'hanDeviceLogRestored' | 'gpfDeviceLogRestored';
      /** The Device that got the log. */
      readonly device: DeviceRecord;
      readonly at: Date;
      readonly hubs: { readonly old: HubDevices; readonly new: HubDevices };
    }
  | {
      readonly kind: 'statusChanged';
      readonly device: DeviceRecord;
      readonly to: DeviceStatus;
      readonly event: string;
    }
);

/** The meters whose Users a change of a Device concerns: the meter itself, or those of the Device's home. */
export async function metersConcerned(
  tx: Transaction<Database>,
  device: DeviceRecord,
): Promise<DeviceRecord[]> {
  if (isMeter(device)) return [device];
  return (await homeOf(tx, device)).filter(isMeter);
}

/** The Devices in the home of a Device, itself among them unless it is the CHF. */
export async function homeOf(tx: Transaction<Database>, device: DeviceRecord): Promise<DeviceRecord[]> {
  const hub = device.deviceType === 'CHF' ? device.id : device.hubId;
  return hub === null ? [] : findMembers(tx, hub);
}

function isMeter({ deviceType }: DeviceRecord): boolean {
  return deviceType === 'ESME' || deviceType === 'GSME';
}

/** What a change of status by an event is told as; a change that no Alert is for is told as such. */
export async function statusEvent(
  tx: Transaction<Database>,
  device: DeviceRecord,
  to: DeviceStatus,
  event: string,
): Promise<InventoryEvent> {
  const meters = await metersConcerned(tx, device);
  switch (event) {
    case 'suspended':
      return { kind: 'deviceSuspended', device, meters };
    case 'restored':
      return { kind: 'deviceRestored', device, meters };
    case 'opted out':
      return { kind: 'meterWithdrawn', device, meters, associated: await typeOneDevices(tx, device) };
    case 'decommissioned':
      if (isMeter(device)) {
        return { kind: 'meterDecommissioned', device, meters, associated: await typeOneDevices(tx, device) };
      }
      return device.deviceType === 'CHF'
        ? { kind: 'hubDecommissioned', device, meters }
        : { kind: 'statusChanged', device, to, event, meters };
    default:
      return { kind: 'statusChanged', device, to, event, meters };
  }
}

async function typeOneDevices(tx: Transaction<Database>, device: DeviceRecord): Promise<DeviceRecord[]> {
  return (await homeOf(tx, device)).filter(
    ({ deviceType }) => deviceType === 'PPMID' || deviceType === 'HCALCS',
  );
}
