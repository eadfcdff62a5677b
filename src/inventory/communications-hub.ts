import type { Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, DeviceStatus } from '../store/index.js';
import { entriesOf } from './central-products-list.js';
import { findDevice } from './device-changes.js';
import type { DeviceRecord } from './device-record.js';
import { refusal } from './refusals.js';
import { deriveGeneration, type SmetsGeneration } from './smets-generation.js';

/** A Communications Hub that can be asked to change its Device Log. */
export interface CommunicationsHub {
  readonly record: DeviceRecord;
  readonly generation: SmetsGeneration;
}

const IN_SERVICE: readonly DeviceStatus[] = [
  'InstalledNotCommissioned',
  'Commissioned',
  'Recovery',
  'Recovered',
];

/**
 * The Communications Hub of a CHF's EUI-64, with its generation: never a guess, also not from the GPF beside it.
 * @throws DuisRejection if it is unknown, not a CHF, not in service, or its generation cannot be told
 */
export async function requireHub(tx: Transaction<Database>, id: Eui64): Promise<CommunicationsHub> {
  const record = await findDevice(tx, id);
  if (record === undefined) throw refusal('unknown Communications Hub', id);
  if (record.deviceType !== 'CHF')
    throw refusal('not a Communications Hub', `${id} is a ${record.deviceType}`);
  if (record.status === null || !IN_SERVICE.includes(record.status)) {
    throw refusal('Communications Hub not in service', `${id} is ${record.status}`);
  }
  const generation = await generationOfHub(tx, record);
  if (generation === undefined) throw refusal('generation cannot be told', `Communications Hub ${id}`);
  return { record, generation };
}

async function generationOfHub(
  tx: Transaction<Database>,
  hub: DeviceRecord,
): Promise<SmetsGeneration | undefined> {
  const entries =
    hub.firmwareVersion === null ? [] : await entriesOf(tx, { ...hub, firmwareVersion: hub.firmwareVersion });
  return deriveGeneration({
    s1sp: hub.s1sp,
    cspRegion: hub.cspRegion,
    cplGeneration: hub.generation ?? (entries.length === 1 ? (entries[0]?.generation ?? null) : null),
    gbcsVersion: hub.gbcsVersion,
    smetsChtsVersion: hub.smetsChtsVersion,
  });
}
