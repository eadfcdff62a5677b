import type { Transaction } from 'kysely';
import type { DuisRejection } from '../common/errors.js';
import type { Database } from '../store/index.js';
import { activeEntry } from './central-products-list.js';
import type { CommunicationsHub } from './communications-hub.js';
import { changeDevice, type DeviceMembers, requireStatusAfter } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';
import { insertHanUpdate, snapshotOf } from './han-update.js';
import { resolvePpmidGeneration } from './ppmid-resolution.js';
import { refusal } from './refusals.js';
import { insertResolution } from './resolution-audit.js';

/** Why a Device enters a Device Log: an Add (8.11), or a Device Log restored onto another Communications Hub (8.12.1). */
export interface Admission {
  readonly requestId: string;
  readonly at: Date;
  readonly kind: 'add' | 'restore';
  /** What an Add says about the Device besides. */
  readonly members: DeviceMembers;
}

/** The Device as it is now, or why it was not admitted; the refusal of a resolution has been recorded. */
export type Admitted = { readonly device: DeviceRecord } | { readonly refused: DuisRejection };

/**
 * Lets a Device into the Device Log of a Communications Hub as far as the inventory is concerned. The hub's generation
 * decides that of a PPMID (MP202); every other Device must be of the hub's generation.
 */
export async function admit(
  tx: Transaction<Database>,
  device: DeviceRecord,
  hub: CommunicationsHub,
  admission: Admission,
): Promise<Admitted> {
  const { requestId, at, kind } = admission;
  const members: Record<string, unknown> & DeviceMembers = { ...admission.members };

  if (device.hubId !== hub.record.id) {
    const status = kind === 'restore' ? device.status : requireStatusAfter('added to a Device Log', device);
    const decided = await decideVersion(tx, device, hub, admission);
    if (decided instanceof Error) return { refused: decided };
    Object.assign(members, decided, { status, hubId: hub.record.id });
  }

  await insertHanUpdate(
    tx,
    {
      requestId,
      deviceId: device.id,
      hubId: hub.record.id,
      requestType: 'Add',
      previous: snapshotOf(device),
    },
    at,
  );
  const cause = {
    event: kind === 'add' ? 'added to a Device Log' : 'restored to a Device Log',
    at,
    requestId,
  };
  return { device: await changeDevice(tx, device, members, cause) };
}

async function decideVersion(
  tx: Transaction<Database>,
  device: DeviceRecord,
  hub: CommunicationsHub,
  admission: Admission,
): Promise<DeviceMembers | DuisRejection> {
  if (device.deviceType === 'PPMID') return resolvePpmid(tx, device, hub, admission);
  if (device.generation !== null && device.generation !== hub.generation) {
    return refusal(
      'generation differs from the Communications Hub',
      `${device.deviceType} ${device.id} is ${device.generation}, Communications Hub ${hub.record.id} is ${hub.generation}`,
    );
  }
  return {};
}

async function resolvePpmid(
  tx: Transaction<Database>,
  ppmid: DeviceRecord,
  hub: CommunicationsHub,
  { requestId, at }: Admission,
): Promise<DeviceMembers | DuisRejection> {
  const { firmwareVersion, prenotifiedGeneration } = ppmid;
  if (prenotifiedGeneration === null || firmwareVersion === null) {
    return refusal('generation cannot be told', `PPMID ${ppmid.id} has no pre-notified version or firmware`);
  }
  const result = resolvePpmidGeneration(prenotifiedGeneration, hub.generation);
  const entry = await activeEntry(tx, { ...ppmid, firmwareVersion }, result);
  const refused =
    entry === undefined
      ? refusal(
          'not in the Central Products List',
          `PPMID ${ppmid.id} (${ppmid.manufacturer} ${ppmid.model} ${firmwareVersion}) has no Active ${result} entry`,
        )
      : undefined;
  const switches = ppmid.generation !== result;
  const version = switches ? (entry?.smetsChtsVersion ?? null) : ppmid.smetsChtsVersion;
  const gbcsVersion = entry?.gbcsVersion ?? null;
  await insertResolution(tx, {
    requestId,
    deviceId: ppmid.id,
    at,
    prenotified: { generation: prenotifiedGeneration, version: ppmid.prenotifiedVersion },
    hubId: hub.record.id,
    hubGeneration: hub.generation,
    previous: {
      generation: ppmid.generation,
      version: ppmid.smetsChtsVersion,
      gbcsVersion: ppmid.gbcsVersion,
    },
    result: { generation: result, version, gbcsVersion },
    outcome: refused === undefined ? 'applied' : 'refused',
    reason: refused?.message ?? null,
  });
  return refused ?? { generation: result, smetsChtsVersion: version, gbcsVersion };
}
