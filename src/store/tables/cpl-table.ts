import type { DeviceType } from '../../common/device-type.js';

/** The generation of technical specifications a Device works to; decides between an S1SP and GBCS Commands. */
export type SmetsGeneration = 'SMETS1' | 'SMETS2+';

/** State of a Central Products List entry (DUIS schema, simple type CPLStatus). */
export type CplStatus = 'Active' | 'Cancelled' | 'Expired' | 'Withdrawn';

/** The Central Products List. The generation is part of the key (MP202): one firmware version may have two rows. */
export interface CplEntriesTable {
  manufacturer: string;
  model: string;
  device_type: DeviceType;
  firmware_version: string;
  smets_generation: SmetsGeneration;
  smets_chts_version: string;
  /** Null for SMETS1. */
  gbcs_version: string | null;
  status: CplStatus;
  esme_variant: string | null;
  han_variant: string | null;
  /** SHA-256 of the firmware image, lower-case hexadecimal. */
  image_hash: string | null;
  /** `YYYY-MM-DD`. */
  added_on: string | null;
  /** `YYYY-MM-DD`. */
  removed_on: string | null;
}
