import type { Selectable, Transaction } from 'kysely';
import type { DeviceType } from '../common/device-type.js';
import type { Eui64 } from '../common/eui64.js';
import type { Database, DeviceStatus, FirmwareJobsTable, Store } from '../store/index.js';
import { findDevice } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';
import { useFirmwareVersion } from './firmware-version.js';

/** A firmware image on its way to one Device (Service References 11.1 and 11.4). */
export interface FirmwareJob {
  readonly requestId: string;
  readonly deviceId: Eui64;
  readonly firmwareVersion: string;
  /** SHA-256 of the image, lower-case hexadecimal. */
  readonly imageHash: string;
  readonly state: FirmwareJobsTable['state'];
  readonly at: Date;
  readonly reason: string | null;
}

/** An image that can be handed to a Communications Hub now, for one or more Devices of its home. */
export interface DueFirmware extends Pick<FirmwareJob, 'requestId' | 'firmwareVersion' | 'imageHash' | 'at'> {
  readonly hubId: Eui64;
  readonly deviceIds: readonly Eui64[];
}

/** Firmware for Devices: recorded on acceptance, checked again when its turn comes. */
export class FirmwareJobs {
  constructor(private readonly store: Store) {}

  async list(): Promise<FirmwareJob[]> {
    const rows = await this.store.db.selectFrom('firmware_jobs').selectAll().orderBy('at').execute();
    return rows.map(jobFromRow);
  }

  /**
   * Images that can be sent now, once a request and home. A Device that can no longer take it, because it was moved or
   * decommissioned in the meantime, drops out (MP202, business requirement 7).
   */
  async due(now: Date): Promise<DueFirmware[]> {
    return this.store.transaction(async (tx) => {
      const rows = await tx
        .selectFrom('firmware_jobs')
        .selectAll()
        .where('state', '=', 'accepted')
        .orderBy('at')
        .execute();
      const due = new Map<string, DueFirmware & { deviceIds: Eui64[] }>();
      for (const job of rows.map(jobFromRow)) {
        const device = await findDevice(tx, job.deviceId);
        const obstacle = device === undefined ? 'no longer in the inventory' : firmwareObstacle(device);
        const hubId = device?.hubId ?? undefined;
        if (obstacle !== undefined || device === undefined || hubId === undefined) {
          await setState(tx, job, 'dropped', now, obstacle ?? 'in no Device Log');
          continue;
        }
        const home = `${job.requestId} ${hubId}`;
        const batch = due.get(home);
        if (batch === undefined) due.set(home, { ...job, hubId, deviceIds: [device.id] });
        else batch.deviceIds.push(device.id);
      }
      return [...due.values()];
    });
  }

  /** The image of a request. */
  async imageOf(requestId: string): Promise<Buffer | undefined> {
    const row = await this.store.db
      .selectFrom('firmware_images')
      .select('image')
      .where('request_id', '=', requestId)
      .executeTakeFirst();
    return row?.image;
  }

  /** The job under way for a Device, if there is one. */
  async inProgress(device: Eui64): Promise<FirmwareJob | undefined> {
    return this.store.transaction((tx) => jobInProgress(tx, device));
  }

  /**
   * The newest job that brought a Device an image, whatever became of it.
   * @param hash SHA-256 of the image in hexadecimal
   */
  async jobOfHash(device: Eui64, hash: string): Promise<FirmwareJob | undefined> {
    const row = await this.store.db
      .selectFrom('firmware_jobs')
      .selectAll()
      .where('device_id', '=', device)
      .where('image_hash', '=', hash.toLowerCase())
      .orderBy('at', 'desc')
      .executeTakeFirst();
    return row === undefined ? undefined : jobFromRow(row);
  }

  /** Notes how far a job has come; an activated image becomes the Device's firmware version. */
  async advance(
    key: Pick<FirmwareJob, 'requestId' | 'deviceId'>,
    state: 'distributed' | 'activated' | 'failed',
    now: Date,
    reason: string | null = null,
  ): Promise<void> {
    await this.store.transaction(async (tx) => {
      const row = await tx
        .selectFrom('firmware_jobs')
        .selectAll()
        .where('request_id', '=', key.requestId)
        .where('device_id', '=', key.deviceId)
        .where('state', 'in', ['accepted', 'distributed'])
        .executeTakeFirst();
      if (row === undefined) return;
      const job = jobFromRow(row);
      await setState(tx, job, state, now, reason);
      if (state === 'activated') await useFirmware(tx, job, now);
    });
  }
}

/** Device types that take firmware over the air: meters by 11.1, PPMIDs by 11.4. Source: DUIS services 11.1 and 11.4. */
const UPGRADABLE: readonly DeviceType[] = ['ESME', 'GSME', 'PPMID'];

/** Why no firmware can be sent to a Device over the air; undefined if it can. */
export function firmwareObstacle({ deviceType, status, generation }: DeviceRecord): string | undefined {
  if (!UPGRADABLE.includes(deviceType)) return `is a ${deviceType}`;
  if (status === null || !UPGRADABLE_STATUSES[deviceType === 'PPMID' ? 'PPMID' : 'meter'].includes(status)) {
    return `is ${status}`;
  }
  if (generation !== 'SMETS2+') return `is ${generation}`;
  return undefined;
}

/**
 * Statuses in which a Device takes firmware. Inferred: a suspended meter is one whose firmware has to be replaced; the name of
 * the warning list NotCommissionedDeviceIDList tells that others have to be commissioned.
 */
export const UPGRADABLE_STATUSES: Readonly<Record<'PPMID' | 'meter', readonly DeviceStatus[]>> = {
  PPMID: ['Commissioned'],
  meter: ['Commissioned', 'Suspended'],
};

/** Keeps the image of a request; the same request again keeps nothing more. */
export async function insertImage(
  tx: Transaction<Database>,
  requestId: string,
  image: Buffer,
): Promise<void> {
  await tx
    .insertInto('firmware_images')
    .values({ request_id: requestId, image })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .execute();
}

/** Does nothing if the request has a job for the Device already. */
export async function insertJob(
  tx: Transaction<Database>,
  job: Pick<FirmwareJob, 'requestId' | 'deviceId' | 'firmwareVersion' | 'imageHash'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('firmware_jobs')
    .values({
      request_id: job.requestId,
      device_id: job.deviceId,
      firmware_version: job.firmwareVersion,
      image_hash: job.imageHash,
      state: 'accepted',
      at: at.getTime(),
      reason: null,
    })
    .onConflict((conflict) => conflict.columns(['request_id', 'device_id']).doNothing())
    .execute();
}

/** The job under way for a Device, if there is one. */
export async function jobInProgress(
  tx: Transaction<Database>,
  device: Eui64,
): Promise<FirmwareJob | undefined> {
  const row = await tx
    .selectFrom('firmware_jobs')
    .selectAll()
    .where('device_id', '=', device)
    .where('state', 'in', ['accepted', 'distributed'])
    .executeTakeFirst();
  return row === undefined ? undefined : jobFromRow(row);
}

async function setState(
  tx: Transaction<Database>,
  job: FirmwareJob,
  state: FirmwareJob['state'],
  at: Date,
  reason: string | null,
): Promise<void> {
  await tx
    .updateTable('firmware_jobs')
    .set({ state, at: at.getTime(), reason })
    .where('request_id', '=', job.requestId)
    .where('device_id', '=', job.deviceId)
    .execute();
}

async function useFirmware(tx: Transaction<Database>, job: FirmwareJob, at: Date): Promise<void> {
  const device = await findDevice(tx, job.deviceId);
  if (device === undefined) return;
  const cause = { event: 'firmware activated', at, requestId: job.requestId };
  await useFirmwareVersion(tx, device, job.firmwareVersion, cause);
}

function jobFromRow(row: Selectable<FirmwareJobsTable>): FirmwareJob {
  return {
    requestId: row.request_id,
    deviceId: row.device_id,
    firmwareVersion: row.firmware_version,
    imageHash: row.image_hash,
    state: row.state,
    at: new Date(row.at),
    reason: row.reason,
  };
}
