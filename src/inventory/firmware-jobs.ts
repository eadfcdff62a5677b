import type { Selectable, Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, FirmwareJobsTable, Store } from '../store/index.js';
import { activeEntry } from './central-products-list.js';
import { changeDevice, findDevice } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';

/** A firmware image on its way to one PPMID (Service Reference 11.4). */
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

/** Firmware for PPMIDs: recorded on acceptance, checked again when its turn comes. */
export class FirmwareJobs {
  constructor(private readonly store: Store) {}

  async list(): Promise<FirmwareJob[]> {
    const rows = await this.store.db.selectFrom('firmware_jobs').selectAll().orderBy('at').execute();
    return rows.map(jobFromRow);
  }

  /**
   * Jobs whose image can be sent now. A PPMID that is no longer a commissioned SMETS2+ one, because it was moved in the
   * meantime, drops out (MP202, business requirement 7).
   */
  async due(now: Date): Promise<FirmwareJob[]> {
    return this.store.transaction(async (tx) => {
      const rows = await tx
        .selectFrom('firmware_jobs')
        .selectAll()
        .where('state', '=', 'accepted')
        .orderBy('at')
        .execute();
      const due: FirmwareJob[] = [];
      for (const job of rows.map(jobFromRow)) {
        const device = await findDevice(tx, job.deviceId);
        const obstacle = device === undefined ? 'no longer in the inventory' : firmwareObstacle(device);
        if (obstacle === undefined) due.push(job);
        else await setState(tx, job, 'dropped', now, obstacle);
      }
      return due;
    });
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

/** Why no firmware can be sent to a Device over the air; undefined if it can. */
export function firmwareObstacle(device: DeviceRecord): string | undefined {
  if (device.deviceType !== 'PPMID') return `is a ${device.deviceType}`;
  if (device.status !== 'Commissioned') return `is ${device.status}`;
  if (device.generation !== 'SMETS2+') return `is ${device.generation}`;
  return undefined;
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
  if (device === undefined || device.generation === null) return;
  const { firmwareVersion } = job;
  const entry = await activeEntry(tx, { ...device, firmwareVersion }, device.generation);
  const versions =
    entry === undefined ? {} : { smetsChtsVersion: entry.smetsChtsVersion, gbcsVersion: entry.gbcsVersion };
  const cause = { event: 'firmware activated', at, requestId: job.requestId };
  await changeDevice(tx, device, { firmwareVersion, ...versions }, cause);
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
