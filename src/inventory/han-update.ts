import type { Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, HanUpdatesTable } from '../store/index.js';
import type { DeviceMembers } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';

/** An Update HAN Device Log for one Device, under way or settled. */
export interface HanUpdate {
  readonly requestId: string;
  readonly deviceId: Eui64;
  readonly hubId: Eui64;
  readonly requestType: 'Add' | 'Remove';
  /** Rising per Device. */
  readonly sequence: number;
  /** The members an Add changes, as they were before it. */
  readonly previous: DeviceMembers;
  readonly state: HanUpdatesTable['state'];
}

const RESTORABLE = [
  'status',
  'hubId',
  'generation',
  'smetsChtsVersion',
  'gbcsVersion',
  'importMpxn',
  'secondaryImportMpan',
  'exportMpan',
] as const satisfies readonly (keyof DeviceMembers)[];

/** What has to be kept to undo an Add. */
export function snapshotOf(device: DeviceRecord): DeviceMembers {
  return Object.fromEntries(RESTORABLE.map((member) => [member, device[member]]));
}

export async function findHanUpdates(tx: Transaction<Database>, requestId: string): Promise<HanUpdate[]> {
  const rows = await tx
    .selectFrom('han_updates')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('device_id')
    .execute();
  return rows.map(fromRow);
}

export async function insertHanUpdate(
  tx: Transaction<Database>,
  update: Pick<HanUpdate, 'requestId' | 'deviceId' | 'hubId' | 'requestType' | 'previous'>,
  at: Date,
): Promise<void> {
  const last = await tx
    .selectFrom('han_updates')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('device_id', '=', update.deviceId)
    .executeTakeFirst();
  await tx
    .insertInto('han_updates')
    .values({
      request_id: update.requestId,
      device_id: update.deviceId,
      hub_id: update.hubId,
      request_type: update.requestType,
      sequence: (last?.sequence ?? 0) + 1,
      previous: JSON.stringify(update.previous),
      state: 'prepared',
      prepared_at: at.getTime(),
      settled_at: null,
    })
    .execute();
}

export async function settleHanUpdate(
  tx: Transaction<Database>,
  update: HanUpdate,
  state: 'confirmed' | 'reverted',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('han_updates')
    .set({ state, settled_at: at.getTime() })
    .where('request_id', '=', update.requestId)
    .where('device_id', '=', update.deviceId)
    .execute();
}

/** The Add that came next after `update` for the same Device and still holds. */
export async function nextAdd(tx: Transaction<Database>, update: HanUpdate): Promise<HanUpdate | undefined> {
  const row = await tx
    .selectFrom('han_updates')
    .selectAll()
    .where('device_id', '=', update.deviceId)
    .where('request_type', '=', 'Add')
    .where('sequence', '>', update.sequence)
    .where('state', '!=', 'reverted')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}

/** Makes `update` undo to where `previous` says. */
export async function rebaseHanUpdate(
  tx: Transaction<Database>,
  update: HanUpdate,
  previous: DeviceMembers,
): Promise<void> {
  await tx
    .updateTable('han_updates')
    .set({ previous: JSON.stringify(previous) })
    .where('request_id', '=', update.requestId)
    .where('device_id', '=', update.deviceId)
    .execute();
}

function fromRow(row: HanUpdatesTable): HanUpdate {
  return {
    requestId: row.request_id,
    deviceId: row.device_id,
    hubId: row.hub_id,
    requestType: row.request_type,
    sequence: row.sequence,
    previous: JSON.parse(row.previous) as DeviceMembers,
    state: row.state,
  };
}
