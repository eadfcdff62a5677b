import type { Eui64 } from '../../common/eui64.js';
import type { SmetsGeneration } from './cpl-table.js';

/** Migrations of the Central Products List off the tactical interim solution. Times are milliseconds since 1970. */
export interface CplMigrationsTable {
  /** 1 for the first, then rising. */
  id: number;
  applied_at: number;
  /** Null as long as the migration holds. */
  undone_at: number | null;
}

/** One row of the Central Products List that a migration added or changed. */
export interface CplMigrationEntriesTable {
  migration_id: number;
  /** 1 for the first of a migration, then rising. */
  number: number;
  /** JSON of the row as it was; null if there was none. */
  before: string | null;
  /** JSON of the row as the migration left it. */
  after: string;
}

/** A Device that a migration concerns, as the migration left it. */
export interface CplMigrationDevicesTable {
  migration_id: number;
  device_id: Eui64;
  /** `moved` to the real firmware version, or `present` on it before. */
  role: 'moved' | 'present';
  /** What it had before; of a Device that was present, what it still has. */
  firmware_before: string;
  manufacturer: string;
  model: string;
  firmware_version: string;
  generation: SmetsGeneration | null;
  smets_chts_version: string | null;
  gbcs_version: string | null;
  prenotified_version: string | null;
  prenotified_generation: SmetsGeneration | null;
}
