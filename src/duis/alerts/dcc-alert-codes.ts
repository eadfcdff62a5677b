import type { DCCAlert, DCCAlertMessage } from '../generated/service-response-types.js';

/** One event the gateway tells Users of in a DCC Alert. */
export interface DccAlertRow {
  readonly code: DCCAlertMessage['DCCAlertCode'];
  /** The element of DCCAlert that says what happened. */
  readonly body: keyof DCCAlert;
  readonly when: string;
  readonly mark: 'confirmed' | 'inferred';
  readonly source: string;
}

/** The codes run in the order of the alert bodies in the schema. */
const SCHEMA_ORDER = 'DUIS schema: order of the alert bodies and of the codes';
/** The name of the code is in common use in public reports on the DCC; recalled, to be confirmed. */
const COMMON_NAME =
  'common name of the code in public reports on the DCC, recalled; DUIS clause 3.6.3 wants checking';

function inferred(
  code: DccAlertRow['code'],
  body: DccAlertRow['body'],
  when: string,
  source: string = SCHEMA_ORDER,
): DccAlertRow {
  return { code, body, when, mark: 'inferred', source };
}

/** Which DCC Alert tells of which event. No text with the meanings of the codes could be read: every row is inferred. */
export const DCC_ALERT_CODES = {
  meterDecommissioned: inferred('N1', 'DeviceStatusChangeEvent', 'a meter was decommissioned (8.3)'),
  deviceRemovedFromInventory: inferred(
    'N2',
    'DeviceStatusChangeEvent',
    'a Device was removed from the inventory (8.4)',
  ),
  hubDecommissioned: inferred(
    'N3',
    'DeviceStatusChangeEvent',
    'a Communications Hub was decommissioned (8.3)',
  ),
  scheduleRemovedDecommission: inferred(
    'N4',
    'DSPScheduleRemoval',
    'a schedule ended because its Device was decommissioned',
  ),
  scheduleRemovedWithdrawal: inferred(
    'N5',
    'DSPScheduleRemoval',
    'a schedule ended because its Device was withdrawn',
  ),
  scheduleRemovedChangeOfSupplier: inferred(
    'N6',
    'DSPScheduleRemoval',
    'a schedule ended because another User became the supplier',
  ),
  meterWithdrawn: inferred('N7', 'DeviceStatusChangeEvent', 'a meter was opted out (8.5)'),
  deviceSuspended: inferred(
    'N8',
    'DeviceStatusChangeEvent',
    'a Device was suspended: its firmware is no longer approved',
  ),
  deviceRestored: inferred('N9', 'DeviceStatusChangeEvent', 'a suspended Device was restored'),
  futureDatedCancelled: inferred(
    'N10',
    'CommandFailure',
    'a future-dated request was dropped because its Device or User is no longer there',
  ),
  commandNotDelivered: inferred(
    'N12',
    'CommandFailure',
    'the Command of a scheduled run could not be delivered',
    COMMON_NAME,
  ),
  noResponse: inferred(
    'N13',
    'CommandFailure',
    'no Response came to the Command of a scheduled run',
    COMMON_NAME,
  ),
  scheduledCommandFailed: inferred('N15', 'CommandFailure', 'a scheduled run was refused when it was due'),
  meterIdentity: inferred(
    'N16',
    'DeviceStatusChangeEvent',
    'meter points or ESME variant of a meter changed',
    COMMON_NAME,
  ),
  firmwareDistributionFailed: inferred(
    'N18',
    'FirmwareDistributionFailure',
    'an image could not be brought to some Devices (11.1, 11.4)',
  ),
  hanDeviceLogUpdated: inferred(
    'N24',
    'UpdateHANDeviceLogResult',
    'a Device added by 8.11 communicates',
    COMMON_NAME,
  ),
  changeOfSupplierFailed: inferred('N26', 'ChangeOfSupplier', 'a change of supplier (6.23) failed'),
  changeOfSupplier: inferred('N27', 'ChangeOfSupplier', 'another supplier took over a Device', COMMON_NAME),
  hanDeviceLogRestored: inferred(
    'N29',
    'DeviceLogRestored',
    'a Communications Hub got the Device Log of another (8.12.1)',
  ),
  gpfDeviceLogRestored: inferred(
    'N30',
    'DeviceLogRestored',
    'a Gas Proxy Function got the Device Log of another (8.12.2)',
  ),
  ppmidAlert: inferred('N39', 'PPMIDAlert', 'a PPMID told the DCC of an activated image'),
  ppmidRemoved: inferred('N43', 'PPMIDRemoval', 'a PPMID was removed from a Device Log (8.11)', COMMON_NAME),
  userThresholdBreached: inferred(
    'N44',
    'QuarantinedRequest',
    'a request was quarantined: more of its kind than the User set for itself',
  ),
  dccThresholdBreached: inferred(
    'N45',
    'QuarantinedRequest',
    'a request was quarantined: more of its kind than the DCC set',
  ),
  attributeLimitsBreached: inferred(
    'N46',
    'QuarantinedRequest',
    'a request was quarantined: a value outside the limits',
  ),
  firmwareVersionMismatch: inferred(
    'N49',
    'FirmwareVersionMismatch',
    'a Device runs another firmware version than the inventory has',
  ),
  s1spAlert: inferred('N55', 'S1SPAlertDSP', 'an S1SP sent an Alert'),
  cspFirmwareDeliveryStatus: inferred(
    'N60',
    'CSPFirmwareDeliveryStatus',
    'an image reached the Communications Hub of a Device, or did not',
  ),
  commsHubAlert: inferred('N62', 'CommsHubAlert', 'a Communications Hub told the DCC of a firmware transfer'),
  duisVersionMismatch: inferred(
    'N999',
    'DUISVersionMismatch',
    "something cannot be said in the User's DUIS version",
    COMMON_NAME,
  ),
} as const satisfies Readonly<Record<string, DccAlertRow>>;

export type DccAlertEvent = keyof typeof DCC_ALERT_CODES;
