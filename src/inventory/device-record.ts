import type { Selectable } from 'kysely';
import type { DeviceType } from '../common/device-type.js';
import type { Eui64 } from '../common/eui64.js';
import type { DevicesTable, DeviceStatus, SmetsGeneration } from '../store/index.js';

/** A Device as the Smart Metering Inventory has it; null where it has no such item. */
export interface DeviceRecord {
  readonly id: Eui64;
  readonly deviceType: DeviceType;
  /** SMI Status; null for Type 2 Devices. */
  readonly status: DeviceStatus | null;
  readonly statusSince: Date;
  readonly manufacturer: string;
  readonly model: string;
  readonly firmwareVersion: string | null;
  readonly esmeVariant: string | null;
  /** The version that holds now: of a PPMID, the one its Communications Hub decided. */
  readonly smetsChtsVersion: string | null;
  /** Null for SMETS1. */
  readonly gbcsVersion: string | null;
  readonly generation: SmetsGeneration | null;
  /** As of Device Pre-notification, whatever a Communications Hub decided since. */
  readonly prenotifiedVersion: string | null;
  readonly prenotifiedGeneration: SmetsGeneration | null;
  readonly s1sp: string | null;
  readonly cspRegion: string | null;
  readonly hanVariant: string | null;
  readonly connectivity: string | null;
  /** The CHF in whose Device Log the Device is; of a GPF, the CHF beside it. */
  readonly hubId: Eui64 | null;
  readonly importMpxn: string | null;
  readonly secondaryImportMpan: string | null;
  readonly exportMpan: string | null;
  /** Up to 12 digits. */
  readonly uprn: string | null;
  readonly postCode: string | null;
  readonly addressIdentifier: string | null;
  /** `YYYY-MM-DD`. */
  readonly dateCommissioned: string | null;
}

/** Which column holds which member: the one place where the two spellings meet. */
const COLUMNS = {
  id: 'id',
  deviceType: 'device_type',
  status: 'status',
  manufacturer: 'manufacturer',
  model: 'model',
  firmwareVersion: 'firmware_version',
  esmeVariant: 'esme_variant',
  smetsChtsVersion: 'smets_chts_version',
  gbcsVersion: 'gbcs_version',
  generation: 'generation',
  prenotifiedVersion: 'prenotified_version',
  prenotifiedGeneration: 'prenotified_generation',
  s1sp: 's1sp',
  cspRegion: 'csp_region',
  hanVariant: 'han_variant',
  connectivity: 'connectivity',
  hubId: 'hub_id',
  importMpxn: 'import_mpxn',
  secondaryImportMpan: 'secondary_import_mpan',
  exportMpan: 'export_mpan',
  uprn: 'uprn',
  postCode: 'post_code',
  addressIdentifier: 'address_identifier',
  dateCommissioned: 'date_commissioned',
} as const satisfies Record<Exclude<keyof DeviceRecord, 'statusSince'>, keyof DevicesTable>;

export function deviceFromRow(row: Selectable<DevicesTable>): DeviceRecord {
  return {
    id: row.id,
    deviceType: row.device_type,
    status: row.status,
    statusSince: new Date(row.status_since),
    manufacturer: row.manufacturer,
    model: row.model,
    firmwareVersion: row.firmware_version,
    esmeVariant: row.esme_variant,
    smetsChtsVersion: row.smets_chts_version,
    gbcsVersion: row.gbcs_version,
    generation: row.generation,
    prenotifiedVersion: row.prenotified_version,
    prenotifiedGeneration: row.prenotified_generation,
    s1sp: row.s1sp,
    cspRegion: row.csp_region,
    hanVariant: row.han_variant,
    connectivity: row.connectivity,
    hubId: row.hub_id,
    importMpxn: row.import_mpxn,
    secondaryImportMpan: row.secondary_import_mpan,
    exportMpan: row.export_mpan,
    uprn: row.uprn,
    postCode: row.post_code,
    addressIdentifier: row.address_identifier,
    dateCommissioned: row.date_commissioned,
  };
}

/** The columns of the members given; `statusSince` is written by whoever changes the status. */
export function columnsOf(members: Partial<Omit<DeviceRecord, 'statusSince'>>): Partial<DevicesTable> {
  return Object.fromEntries(
    Object.entries(members).map(([member, value]) => [COLUMNS[member as keyof typeof COLUMNS], value]),
  );
}

/** A record with nothing in it but what every Device has. */
export function blankDevice(
  id: Eui64,
  deviceType: DeviceType,
  manufacturer: string,
  model: string,
): Omit<DeviceRecord, 'statusSince'> {
  return {
    id,
    deviceType,
    manufacturer,
    model,
    status: null,
    firmwareVersion: null,
    esmeVariant: null,
    smetsChtsVersion: null,
    gbcsVersion: null,
    generation: null,
    prenotifiedVersion: null,
    prenotifiedGeneration: null,
    s1sp: null,
    cspRegion: null,
    hanVariant: null,
    connectivity: null,
    hubId: null,
    importMpxn: null,
    secondaryImportMpan: null,
    exportMpan: null,
    uprn: null,
    postCode: null,
    addressIdentifier: null,
    dateCommissioned: null,
  };
}
