import { bitmap32, type Labels } from '../enumerations.js';
import { uint32, uint8 } from '../integers.js';
import type { Choice } from '../structures.js';
import { utcTime } from '../utc-time.js';
import type { ZclType } from '../zcl-type.js';
import { commandIndex, totalNumberOfCommands } from './common-parameters.js';

/** Why a snapshot was taken: bit masks. Source: ZigBee Smart Energy, "Snapshot Cause"; GBCS mapping table. */
export const SNAPSHOT_CAUSE = {
  general: 0x00000001,
  endOfBillingPeriod: 0x00000002,
  changeOfTariffInformation: 0x00000008,
  changeOfSupplier: 0x00002000,
  changeOfMeterMode: 0x00004000,
} as const;

/** The same by bit number. */
export const SNAPSHOT_CAUSES: Labels = {
  0: 'general',
  1: 'end of billing period',
  3: 'change of tariff information',
  13: 'change of supplier',
  14: 'change of meter mode',
};

/** Parameters of Publish Snapshot and Publish Prepay Snapshot. */
export function snapshotParameters(snapshot: ZclType<Choice>) {
  return {
    /** Given by the Device. */
    snapshotId: uint32,
    snapshotTime: utcTime(),
    totalSnapshotsFound: uint8,
    commandIndex,
    totalNumberOfCommands,
    snapshotCause: bitmap32(SNAPSHOT_CAUSES),
    /** Snapshot Payload Type, then the payload of that type. */
    snapshot,
  };
}
