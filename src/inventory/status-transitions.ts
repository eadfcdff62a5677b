import type { DeviceType } from '../common/device-type.js';
import type { DeviceStatus } from '../store/index.js';

/** What happens to a Device that may change its SMI Status. */
export type StatusEvent =
  | 'pre-notified'
  | 'added to a Device Log'
  | 'removed from a Device Log'
  | 'seen in a Device Log'
  | 'commissioned'
  | 'joined'
  | 'hub installed'
  | 'hub commissioned'
  | 'hub returned'
  | 'decommissioned'
  | 'opted out'
  | 'opted in'
  | 'suspended'
  | 'restored'
  | 'recovery started'
  | 'recovered'
  | 'set to Pending by a User'
  | 'set to InstalledNotCommissioned by a User'
  | 'set to Commissioned by a User'
  | 'set to Withdrawn by a User';

/** A Device that is not in the inventory yet. */
export type NoStatus = 'none';

interface Transition {
  readonly event: StatusEvent;
  readonly deviceTypes: readonly DeviceType[];
  readonly from: readonly (DeviceStatus | NoStatus)[];
  /** `same` where the event is allowed and leaves the status as it is. */
  readonly to: DeviceStatus | 'same';
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred';
}

/** Devices without an SMI Status. */
export const TYPE_2_DEVICES: readonly DeviceType[] = ['IHD', 'CAD'];

const METERS: readonly DeviceType[] = ['ESME', 'GSME'];
const HUB: readonly DeviceType[] = ['CHF', 'GPF'];
const TYPE_1: readonly DeviceType[] = ['PPMID', 'HCALCS'];
const HAN: readonly DeviceType[] = [...METERS, ...TYPE_1];
const WITH_STATUS: readonly DeviceType[] = [...HAN, ...HUB];
const LIVE: readonly DeviceStatus[] = [
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  'Commissioned',
  'Withdrawn',
  'Suspended',
  'Recovery',
  'Recovered',
];
const INSTALLED: readonly DeviceStatus[] = [
  'InstalledNotCommissioned',
  'Commissioned',
  'Recovery',
  'Recovered',
];

/**
 * The transitions of the SMI Status. That these statuses exist, and which of them a User may set, is in the DUIS schema;
 * the pairing of events with statuses is inferred and wants checking against SEC Appendix AC.
 */
export const STATUS_TRANSITIONS: readonly Transition[] = [
  {
    event: 'pre-notified',
    deviceTypes: WITH_STATUS,
    from: ['none', 'Decommissioned'],
    to: 'Pending',
    source: 'DUIS 12.2; SEC Appendix AC',
    mark: 'inferred',
  },
  {
    event: 'added to a Device Log',
    deviceTypes: HAN,
    from: ['Pending', 'Whitelisted'],
    to: 'Whitelisted',
    source: 'DUIS 8.11 Add',
    mark: 'inferred',
  },
  {
    // A meter whose Communications Hub was taken away keeps its status and may be given another one.
    event: 'added to a Device Log',
    deviceTypes: METERS,
    from: INSTALLED,
    to: 'same',
    source: 'DUIS 8.11 Add',
    mark: 'inferred',
  },
  {
    event: 'removed from a Device Log',
    deviceTypes: TYPE_1,
    from: ['Pending', 'Whitelisted', ...INSTALLED],
    to: 'Pending',
    source: 'DUIS 8.11 Remove, 8.8',
    mark: 'inferred',
  },
  {
    event: 'removed from a Device Log',
    deviceTypes: METERS,
    from: ['Whitelisted'],
    to: 'Pending',
    source: 'DUIS 8.11 Remove',
    mark: 'inferred',
  },
  {
    event: 'seen in a Device Log',
    deviceTypes: HAN,
    from: ['Whitelisted'],
    to: 'InstalledNotCommissioned',
    source: 'GBCS CS14 (alert 0x8F12); DUIS 8.9',
    mark: 'inferred',
  },
  {
    event: 'commissioned',
    deviceTypes: METERS,
    from: ['Whitelisted', 'InstalledNotCommissioned', 'Recovered'],
    to: 'Commissioned',
    source: 'DUIS 8.1.1 Response; GBCS ECS70, GCS28',
    mark: 'inferred',
  },
  {
    event: 'joined',
    deviceTypes: TYPE_1,
    from: ['Whitelisted', 'InstalledNotCommissioned', 'Recovered'],
    to: 'Commissioned',
    source: 'DUIS 8.7.1, 8.7.2 Response',
    mark: 'inferred',
  },
  {
    event: 'hub installed',
    deviceTypes: HUB,
    from: ['Pending'],
    to: 'InstalledNotCommissioned',
    source: 'first contact; DUIS 8.14.1, 8.14.2',
    mark: 'inferred',
  },
  {
    event: 'hub commissioned',
    deviceTypes: HUB,
    from: ['Pending', 'InstalledNotCommissioned'],
    to: 'Commissioned',
    source: 'first contact; DUIS 8.14.1',
    mark: 'inferred',
  },
  {
    // Withdrawn is the status a User may set on a hub by 8.4; a hub on its way back is out of service as one so set is.
    event: 'hub returned',
    deviceTypes: HUB,
    from: ['Pending', 'InstalledNotCommissioned', 'Commissioned', 'Suspended', 'Recovery', 'Recovered'],
    to: 'Withdrawn',
    source: 'DUIS 8.14.3, 8.14.4',
    mark: 'inferred',
  },
  {
    event: 'decommissioned',
    deviceTypes: WITH_STATUS,
    from: LIVE,
    to: 'Decommissioned',
    source: 'DUIS 8.3',
    mark: 'inferred',
  },
  {
    event: 'opted out',
    deviceTypes: METERS,
    from: ['Commissioned'],
    to: 'Withdrawn',
    source: 'DUIS 8.5',
    mark: 'inferred',
  },
  {
    event: 'opted in',
    deviceTypes: METERS,
    from: ['Withdrawn'],
    to: 'Commissioned',
    source: 'DUIS 8.6',
    mark: 'inferred',
  },
  {
    event: 'suspended',
    deviceTypes: WITH_STATUS,
    from: INSTALLED,
    to: 'Suspended',
    source: 'DUIS schema: alert DeviceSuspended',
    mark: 'inferred',
  },
  {
    event: 'restored',
    deviceTypes: WITH_STATUS,
    from: ['Suspended'],
    to: 'Commissioned',
    source: 'DUIS schema: alert DeviceRestored',
    mark: 'inferred',
  },
  {
    event: 'recovery started',
    deviceTypes: [...METERS, ...HUB],
    from: ['Commissioned', 'Suspended'],
    to: 'Recovery',
    source: 'SEC: SMKI Recovery Procedure',
    mark: 'inferred',
  },
  {
    event: 'recovered',
    deviceTypes: [...METERS, ...HUB],
    from: ['Recovery'],
    to: 'Recovered',
    source: 'DUIS schema: alert RecoveryComplete',
    mark: 'inferred',
  },
  {
    event: 'set to Pending by a User',
    deviceTypes: HAN,
    from: ['Pending', 'Whitelisted', 'InstalledNotCommissioned'],
    to: 'Pending',
    source: 'DUIS 8.4, UpdateDeviceStatusExceptCH',
    mark: 'inferred',
  },
  {
    event: 'set to InstalledNotCommissioned by a User',
    deviceTypes: HAN,
    from: ['Pending', 'Whitelisted', 'InstalledNotCommissioned'],
    to: 'InstalledNotCommissioned',
    source: 'DUIS 8.4, UpdateDeviceStatusExceptCH',
    mark: 'inferred',
  },
  {
    event: 'set to InstalledNotCommissioned by a User',
    deviceTypes: HUB,
    from: ['Pending', 'InstalledNotCommissioned', 'Withdrawn'],
    to: 'InstalledNotCommissioned',
    source: 'DUIS 8.4, UpdateDeviceStatusCH',
    mark: 'inferred',
  },
  {
    event: 'set to Commissioned by a User',
    deviceTypes: HUB,
    from: ['Pending', 'InstalledNotCommissioned', 'Commissioned', 'Withdrawn'],
    to: 'Commissioned',
    source: 'DUIS 8.4, UpdateDeviceStatusCH',
    mark: 'inferred',
  },
  {
    event: 'set to Withdrawn by a User',
    deviceTypes: HUB,
    from: ['Pending', 'InstalledNotCommissioned', 'Commissioned', 'Withdrawn'],
    to: 'Withdrawn',
    source: 'DUIS 8.4, UpdateDeviceStatusCH',
    mark: 'inferred',
  },
];

/** The status an event leads to, or undefined if it cannot happen to a Device of that type in that status. */
export function statusAfter(
  event: StatusEvent,
  deviceType: DeviceType,
  from: DeviceStatus | NoStatus,
): DeviceStatus | undefined {
  const row = STATUS_TRANSITIONS.find(
    (line) => line.event === event && line.deviceTypes.includes(deviceType) && line.from.includes(from),
  );
  if (row === undefined) return undefined;
  if (row.to !== 'same') return row.to;
  return from === 'none' ? undefined : from;
}

/** Whether an event can happen to Devices of that type at all. */
export function knowsEvent(event: StatusEvent, deviceType: DeviceType): boolean {
  return STATUS_TRANSITIONS.some((line) => line.event === event && line.deviceTypes.includes(deviceType));
}
