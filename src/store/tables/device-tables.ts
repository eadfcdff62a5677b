import type { DeviceType } from '../../common/device-type.js';
import type { Eui64 } from '../../common/eui64.js';
import type { CplStatus, SmetsGeneration } from './cpl-table.js';

/** SMI Status of a Device (DUIS schema, simple type DeviceStatus). */
export type DeviceStatus =
  | 'Pending'
  | 'Whitelisted'
  | 'InstalledNotCommissioned'
  | 'Commissioned'
  | 'Decommissioned'
  | 'Withdrawn'
  | 'Suspended'
  | 'Recovery'
  | 'Recovered';

/** The Smart Metering Inventory: one row a Device. Times are milliseconds since 1970. */
export interface DevicesTable {
  id: Eui64;
  device_type: DeviceType;
  /** Null for Type 2 Devices, which have no SMI Status. */
  status: DeviceStatus | null;
  status_since: number;
  manufacturer: string;
  model: string;
  firmware_version: string | null;
  esme_variant: string | null;
  /** The version that holds now: of a PPMID, the one its Communications Hub decided. */
  smets_chts_version: string | null;
  gbcs_version: string | null;
  generation: SmetsGeneration | null;
  /** What Device Pre-notification said; kept when a Communications Hub decides otherwise. */
  prenotified_version: string | null;
  prenotified_generation: SmetsGeneration | null;
  /** Name of the SMETS1 Service Provider that serves the Device; of others in its home, the hub's counts. */
  s1sp: string | null;
  csp_region: string | null;
  han_variant: string | null;
  connectivity: string | null;
  /** The CHF in whose Device Log the Device is; of a GPF, the CHF it shares a Communications Hub with. */
  hub_id: Eui64 | null;
  import_mpxn: string | null;
  secondary_import_mpan: string | null;
  export_mpan: string | null;
  uprn: string | null;
  post_code: string | null;
  address_identifier: string | null;
  /** `YYYY-MM-DD`. */
  date_commissioned: string | null;
}

/** Every SMI Status a Device had; stays when the Device is deleted from the inventory. */
export interface DeviceStatusHistoryTable {
  device_id: Eui64;
  /** 1 for a Device's first status, then rising. */
  sequence: number;
  status: DeviceStatus | null;
  at: number;
  event: string;
  request_id: string | null;
}

/** One row each time a Communications Hub decided, or refused to decide, the SMETS generation of a PPMID. */
export interface PpmidResolutionsTable {
  request_id: string;
  device_id: Eui64;
  at: number;
  hub_id: Eui64;
  hub_generation: SmetsGeneration;
  prenotified_version: string | null;
  prenotified_generation: SmetsGeneration;
  previous_version: string | null;
  previous_gbcs_version: string | null;
  previous_generation: SmetsGeneration | null;
  result_generation: SmetsGeneration;
  result_version: string | null;
  result_gbcs_version: string | null;
  outcome: 'applied' | 'confirmed' | 'reverted' | 'refused';
  settled_at: number | null;
  reason: string | null;
}

/** An Update HAN Device Log under way, with what it takes to undo it. */
export interface HanUpdatesTable {
  request_id: string;
  device_id: Eui64;
  hub_id: Eui64;
  request_type: 'Add' | 'Remove';
  /** Rising per Device; the highest one that was not undone decides what the inventory says. */
  sequence: number;
  /** JSON of the Device's members that the update changes, as they were before. */
  previous: string;
  state: 'prepared' | 'confirmed' | 'reverted';
  prepared_at: number;
  settled_at: number | null;
}

/** A firmware image on its way to one PPMID (Service Reference 11.4). */
export interface FirmwareJobsTable {
  request_id: string;
  device_id: Eui64;
  firmware_version: string;
  /** SHA-256 of the image, lower-case hexadecimal. */
  image_hash: string;
  state: 'accepted' | 'distributed' | 'activated' | 'failed' | 'dropped';
  at: number;
  reason: string | null;
}

/** The image of an 11.1 or 11.4, kept while it is distributed. */
export interface FirmwareImagesTable {
  request_id: string;
  image: Buffer;
}

/** What a Communications Hub last backed up of its Device Log. */
export interface HubBackupsTable {
  hub_id: Eui64;
  /** 8 bytes, hexadecimal. */
  extended_pan_id: string;
  /** JSON of the Devices and the hashes of their link keys. */
  devices: string;
  at: number;
}

/** What a User told of the installation or return of a Communications Hub (8.14). */
export interface HubNoticesTable {
  request_id: string;
  hub_id: Eui64;
  variant: string;
  /** JSON of the request's body. */
  notice: string;
  at: number;
}

/** A meter that is to be opted in on a date (8.6). */
export interface OptInsTable {
  request_id: string;
  device_id: Eui64;
  due_at: number;
  state: 'waiting' | 'done';
}

export type { CplStatus, SmetsGeneration };
