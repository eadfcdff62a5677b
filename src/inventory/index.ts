export { CentralProductsList, type CplFilter, type CplImportResult } from './central-products-list.js';
export { CPL_COLUMNS, type CplFault, CplImportError } from './cpl-csv.js';
export type { CplEntry, FirmwareKey } from './cpl-entry.js';
export type { DeviceRecord } from './device-record.js';
export { type DueFirmware, type FirmwareJob, FirmwareJobs } from './firmware-jobs.js';
export type { HubDoor } from './han-device-log.js';
export type { HubBackup } from './hub-backup.js';
export {
  Inventory,
  type InventoryOptions,
  type InventorySearch,
  type ResolvedVersion,
  type StatusHistoryEntry,
} from './inventory.js';
export type { InventoryEvent } from './inventory-event.js';
export {
  type AppliedMigration,
  type InterimProposal,
  InterimMigrations,
  type ProposedConversion,
} from './interim-migration.js';
export type { InterimKnowledge, UndecidedFirmware } from './interim-migration-detection.js';
export {
  InterimMigrationRefused,
  type InterimPair,
  readFirmwareName,
  readInterimPair,
  readInterimPairs,
} from './interim-migration-pair.js';
export { PPMID_RESOLUTION, resolvePpmidGeneration } from './ppmid-resolution.js';
export { type RefusalReason, REFUSALS } from './refusals.js';
export type { PpmidResolutionRecord } from './resolution-audit.js';
export { SEED_DEVICES, SEED_MODELS, seedInventory, type SeedModel } from './seed.js';
export { performNonDeviceService } from './services/non-device-service.js';
export type { NonDeviceContext, NonDeviceOutcome } from './services/outcome.js';
export {
  deriveGeneration,
  type GenerationEvidence,
  generationOfVersion,
  type SmetsGeneration,
} from './smets-generation.js';
export { STATUS_TRANSITIONS, type StatusEvent, statusAfter } from './status-transitions.js';
export { suspendUnapproved } from './unapproved-firmware.js';
