import { DCC_ALERT_CODES, type DccAlertContent, type DccAlertEvent, type UserRole } from '../duis/index.js';
import type { Eui64 } from '../common/eui64.js';
import type { DeviceRecord, InventoryEvent } from '../inventory/index.js';

type Body = DccAlertContent['body'];

/** The DCC Alert that tells Users of a change in the inventory. */
export interface EventAlert {
  readonly event: DccAlertEvent;
  readonly device: Eui64;
  readonly body: Body;
  /** Whom it concerns among the Users registered for the home's meters; absent: all of them. */
  readonly roles?: readonly UserRole[];
}

const SUPPLIERS: readonly UserRole[] = ['IS', 'ES', 'GS'];

/**
 * What Users are told of a change in the inventory; undefined where the change is no Alert of DUIS. Bodies are those of the
 * DUIS schema; whom each concerns is inferred.
 */
export function alertOf(event: InventoryEvent): EventAlert | undefined {
  switch (event.kind) {
    case 'meterDecommissioned':
      return statusChange('meterDecommissioned', event.device, {
        MeterDecommissioningOrWithdrawal: decommissioning(event.device, event.associated),
      });
    case 'meterWithdrawn':
      return statusChange('meterWithdrawn', event.device, {
        MeterDecommissioningOrWithdrawal: decommissioning(event.device, event.associated),
      });
    case 'hubDecommissioned':
      return statusChange('hubDecommissioned', event.device, { CHFDecommissioning: {} });
    case 'deviceRemovedFromInventory':
      return statusChange('deviceRemovedFromInventory', event.device, { DeviceRemovedFromInventory: {} });
    case 'deviceSuspended':
      return statusChange('deviceSuspended', event.device, { DeviceSuspended: {} });
    case 'deviceRestored':
      return statusChange('deviceRestored', event.device, { DeviceRestored: {} });
    case 'meterIdentity':
      return statusChange('meterIdentity', event.device, {
        MeterIdentity: {
          MeterMPxNs: mpxnsOf(event.device),
          ...(event.device.esmeVariant !== null && {
            ESMEVariant: event.device.esmeVariant as NonNullable<
              NonNullable<
                NonNullable<Body['DeviceStatusChangeEvent']>['DeviceStatusChange']['MeterIdentity']
              >['ESMEVariant']
            >,
          }),
        },
      });
    case 'ppmidRemoved':
      return {
        event: 'ppmidRemoved',
        device: event.device.id,
        body: { PPMIDRemoval: { PPMIDDeviceID: event.device.id, CHFDeviceID: event.hub } },
        roles: SUPPLIERS,
      };
    case 'firmwareVersionMismatch':
      return {
        event: 'firmwareVersionMismatch',
        device: event.device.id,
        body: {
          FirmwareVersionMismatch: {
            DeviceID: event.device.id,
            DeviceType: event.device.deviceType,
            FirmwareVersionSMI: event.inventoryVersion,
            FirmwareVersionDevice: event.deviceVersion,
          },
        },
        roles: SUPPLIERS,
      };
    case 'hanDeviceLogRestored':
      return restored('hanDeviceLogRestored', 'CHFDeviceLog', event);
    case 'gpfDeviceLogRestored':
      return restored('gpfDeviceLogRestored', 'GPFDeviceLog', event);
    case 'statusChanged':
      return undefined;
  }
}

function statusChange(
  event: DccAlertEvent,
  device: DeviceRecord,
  DeviceStatusChange: NonNullable<Body['DeviceStatusChangeEvent']>['DeviceStatusChange'],
): EventAlert {
  return {
    event,
    device: device.id,
    body: { DeviceStatusChangeEvent: { DeviceID: device.id, DeviceStatusChange } },
  };
}

function restored(
  event: DccAlertEvent,
  log: 'CHFDeviceLog' | 'GPFDeviceLog',
  { device, at, hubs }: Extract<InventoryEvent, { kind: 'hanDeviceLogRestored' | 'gpfDeviceLogRestored' }>,
): EventAlert {
  return {
    event,
    device: device.id,
    body: {
      DeviceLogRestored: {
        RestoredDate: at.toISOString().slice(0, 10),
        [log]: {
          OldCHFDeviceID: hubs.old.chf,
          NewCHFDeviceID: hubs.new.chf,
          OldGPFDeviceID: hubs.old.gpf,
          NewGPFDeviceID: hubs.new.gpf,
        },
      },
    },
    roles: SUPPLIERS,
  };
}

function decommissioning(meter: DeviceRecord, associated: readonly DeviceRecord[]) {
  return {
    MeterDecommissionOrWithdrawal: mpxnsOf(meter),
    // At most 7 by the schema; a home has no more Type 1 Devices.
    AssociatedType1Device: associated
      .slice(0, 7)
      .map(({ id, deviceType }) => ({ DeviceID: id, DeviceType: deviceType })),
  };
}

/** The meter points of a meter; the schema wants an import one, so that of a meter without any is left empty-handed. */
export function mpxnsOf(meter: DeviceRecord) {
  return {
    ImportMPxN: meter.importMpxn ?? '0',
    ...(meter.secondaryImportMpan !== null && { SecondaryImportMPAN: meter.secondaryImportMpan }),
    ...(meter.exportMpan !== null && { ExportMPAN: meter.exportMpan }),
  };
}

/** Alert content of an event, with its code. */
export function contentOf({ event, body }: Pick<EventAlert, 'event' | 'body'>): DccAlertContent {
  return { code: DCC_ALERT_CODES[event].code, body };
}
