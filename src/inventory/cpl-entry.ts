import type { Insertable, Selectable } from 'kysely';
import type { DeviceType } from '../common/device-type.js';
import type { CplEntriesTable, CplStatus, SmetsGeneration } from '../store/index.js';

/** One row of the Central Products List. */
export interface CplEntry {
  readonly manufacturer: string;
  readonly model: string;
  readonly deviceType: DeviceType;
  readonly firmwareVersion: string;
  readonly generation: SmetsGeneration;
  /** SMETS or CHTS version, as 8.2 shows it. */
  readonly smetsChtsVersion: string;
  /** Null for SMETS1. */
  readonly gbcsVersion: string | null;
  readonly status: CplStatus;
  readonly esmeVariant: string | null;
  readonly hanVariant: string | null;
  /** SHA-256 of the firmware image, lower-case hexadecimal. */
  readonly imageHash: string | null;
  /** `YYYY-MM-DD`. */
  readonly addedOn: string | null;
  /** `YYYY-MM-DD`. */
  readonly removedOn: string | null;
}

/** What a Device runs: the key of the Central Products List without the generation. */
export type FirmwareKey = Pick<CplEntry, 'manufacturer' | 'model' | 'deviceType' | 'firmwareVersion'>;

export function cplEntryFromRow(row: Selectable<CplEntriesTable>): CplEntry {
  return {
    manufacturer: row.manufacturer,
    model: row.model,
    deviceType: row.device_type,
    firmwareVersion: row.firmware_version,
    generation: row.smets_generation,
    smetsChtsVersion: row.smets_chts_version,
    gbcsVersion: row.gbcs_version,
    status: row.status,
    esmeVariant: row.esme_variant,
    hanVariant: row.han_variant,
    imageHash: row.image_hash,
    addedOn: row.added_on,
    removedOn: row.removed_on,
  };
}

export function cplEntryToRow(entry: CplEntry): Insertable<CplEntriesTable> {
  return {
    manufacturer: entry.manufacturer,
    model: entry.model,
    device_type: entry.deviceType,
    firmware_version: entry.firmwareVersion,
    smets_generation: entry.generation,
    smets_chts_version: entry.smetsChtsVersion,
    gbcs_version: entry.gbcsVersion,
    status: entry.status,
    esme_variant: entry.esmeVariant,
    han_variant: entry.hanVariant,
    image_hash: entry.imageHash,
    added_on: entry.addedOn,
    removed_on: entry.removedOn,
  };
}

/** The full key as one text, for comparing. */
export function cplKey(entry: FirmwareKey & { readonly generation: SmetsGeneration }): string {
  return JSON.stringify([
    entry.manufacturer,
    entry.model,
    entry.deviceType,
    entry.firmwareVersion,
    entry.generation,
  ]);
}
