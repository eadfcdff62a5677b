import type { Transaction } from 'kysely';
import type { Database, Store } from '../store/index.js';
import { readCplCsv } from './cpl-csv.js';
import { type CplEntry, cplEntryFromRow, cplEntryToRow, cplKey, type FirmwareKey } from './cpl-entry.js';
import type { SmetsGeneration } from './smets-generation.js';

/** How many rows of a file were new, differed from what was known, or said nothing new. */
export interface CplImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Restricts a listing; absent members restrict nothing. */
export interface CplFilter extends Partial<FirmwareKey> {
  readonly generation?: SmetsGeneration;
}

/** The Central Products List: which firmware of which Device Model is approved, for which SMETS generation. */
export class CentralProductsList {
  constructor(private readonly store: Store) {}

  /**
   * Imports a CSV file: all of it, or nothing. A row whose key is known replaces that row; a row of the same firmware
   * version with the other generation is a row of its own.
   * @throws CplImportError naming every bad row
   */
  async import(csv: string): Promise<CplImportResult> {
    const entries = readCplCsv(csv);
    return this.store.transaction((tx) => importEntries(tx, entries));
  }

  /** Every entry that fits, ordered by its key. */
  async list(filter: CplFilter = {}): Promise<CplEntry[]> {
    let query = this.store.db.selectFrom('cpl_entries').selectAll();
    if (filter.manufacturer !== undefined) query = query.where('manufacturer', '=', filter.manufacturer);
    if (filter.model !== undefined) query = query.where('model', '=', filter.model);
    if (filter.deviceType !== undefined) query = query.where('device_type', '=', filter.deviceType);
    if (filter.firmwareVersion !== undefined) {
      query = query.where('firmware_version', '=', filter.firmwareVersion);
    }
    if (filter.generation !== undefined) query = query.where('smets_generation', '=', filter.generation);
    const rows = await query
      .orderBy('manufacturer')
      .orderBy('model')
      .orderBy('device_type')
      .orderBy('firmware_version')
      .orderBy('smets_generation')
      .execute();
    return rows.map(cplEntryFromRow);
  }
}

/** Adds or replaces entries within a transaction. */
export async function importEntries(
  tx: Transaction<Database>,
  entries: readonly CplEntry[],
): Promise<CplImportResult> {
  const known = new Map(
    (await tx.selectFrom('cpl_entries').selectAll().execute())
      .map(cplEntryFromRow)
      .map((entry) => [cplKey(entry), entry]),
  );
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const entry of entries) {
    const before = known.get(cplKey(entry));
    const row = cplEntryToRow(entry);
    if (before === undefined) {
      counts.added++;
      await tx.insertInto('cpl_entries').values(row).execute();
    } else if (JSON.stringify(before) === JSON.stringify(entry)) {
      counts.unchanged++;
    } else {
      counts.changed++;
      await tx
        .updateTable('cpl_entries')
        .set(row)
        .where('manufacturer', '=', entry.manufacturer)
        .where('model', '=', entry.model)
        .where('device_type', '=', entry.deviceType)
        .where('firmware_version', '=', entry.firmwareVersion)
        .where('smets_generation', '=', entry.generation)
        .execute();
    }
  }
  return counts;
}

/** Rows of what a Device runs: none, one, or one of each generation. */
export async function entriesOf(tx: Transaction<Database>, firmware: FirmwareKey): Promise<CplEntry[]> {
  const rows = await tx
    .selectFrom('cpl_entries')
    .selectAll()
    .where('manufacturer', '=', firmware.manufacturer)
    .where('model', '=', firmware.model)
    .where('device_type', '=', firmware.deviceType)
    .where('firmware_version', '=', firmware.firmwareVersion)
    .execute();
  return rows.map(cplEntryFromRow);
}

/** The one row that approves this firmware for this generation now. */
export async function activeEntry(
  tx: Transaction<Database>,
  firmware: FirmwareKey,
  generation: SmetsGeneration,
): Promise<CplEntry | undefined> {
  const entries = await entriesOf(tx, firmware);
  return entries.find((entry) => entry.generation === generation && entry.status === 'Active');
}
