import type { Selectable, Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, PpmidResolutionsTable } from '../store/index.js';
import type { SmetsGeneration } from './smets-generation.js';

/** One time a Communications Hub decided, or was refused to decide, the SMETS generation of a PPMID. */
export interface PpmidResolutionRecord {
  readonly requestId: string;
  readonly deviceId: Eui64;
  readonly at: Date;
  readonly prenotified: { readonly generation: SmetsGeneration; readonly version: string | null };
  readonly hubId: Eui64;
  readonly hubGeneration: SmetsGeneration;
  readonly previous: {
    readonly generation: SmetsGeneration | null;
    readonly version: string | null;
    readonly gbcsVersion: string | null;
  };
  /** Versions are null where the Central Products List had no entry to take them from. */
  readonly result: {
    readonly generation: SmetsGeneration;
    readonly version: string | null;
    readonly gbcsVersion: string | null;
  };
  /** `applied` until the Communications Hub or the S1SP has answered. */
  readonly outcome: PpmidResolutionsTable['outcome'];
  readonly settledAt: Date | null;
  readonly reason: string | null;
}

export async function insertResolution(
  tx: Transaction<Database>,
  record: Omit<PpmidResolutionRecord, 'settledAt'>,
): Promise<void> {
  await tx
    .insertInto('ppmid_resolutions')
    .values({
      request_id: record.requestId,
      device_id: record.deviceId,
      at: record.at.getTime(),
      hub_id: record.hubId,
      hub_generation: record.hubGeneration,
      prenotified_version: record.prenotified.version,
      prenotified_generation: record.prenotified.generation,
      previous_version: record.previous.version,
      previous_gbcs_version: record.previous.gbcsVersion,
      previous_generation: record.previous.generation,
      result_generation: record.result.generation,
      result_version: record.result.version,
      result_gbcs_version: record.result.gbcsVersion,
      outcome: record.outcome,
      settled_at: null,
      reason: record.reason,
    })
    .onConflict((conflict) => conflict.columns(['request_id', 'device_id']).doNothing())
    .execute();
}

/** Notes how the request that caused a resolution ended; does nothing if there is none. */
export async function settleResolution(
  tx: Transaction<Database>,
  key: { readonly requestId: string; readonly deviceId: Eui64 },
  outcome: 'confirmed' | 'reverted',
  at: Date,
  reason: string | null,
): Promise<void> {
  await tx
    .updateTable('ppmid_resolutions')
    .set({ outcome, settled_at: at.getTime(), reason })
    .where('request_id', '=', key.requestId)
    .where('device_id', '=', key.deviceId)
    .where('outcome', '=', 'applied')
    .execute();
}

export function resolutionFromRow(row: Selectable<PpmidResolutionsTable>): PpmidResolutionRecord {
  return {
    requestId: row.request_id,
    deviceId: row.device_id,
    at: new Date(row.at),
    prenotified: { generation: row.prenotified_generation, version: row.prenotified_version },
    hubId: row.hub_id,
    hubGeneration: row.hub_generation,
    previous: {
      generation: row.previous_generation,
      version: row.previous_version,
      gbcsVersion: row.previous_gbcs_version,
    },
    result: {
      generation: row.result_generation,
      version: row.result_version,
      gbcsVersion: row.result_gbcs_version,
    },
    outcome: row.outcome,
    settledAt: row.settled_at === null ? null : new Date(row.settled_at),
    reason: row.reason,
  };
}
