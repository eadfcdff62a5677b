import type {
  CplMigrationDevicesTable,
  CplMigrationEntriesTable,
  CplMigrationsTable,
} from './tables/cpl-migration-tables.js';
import type { CplEntriesTable } from './tables/cpl-table.js';
import type {
  DevicesTable,
  DeviceStatusHistoryTable,
  FirmwareImagesTable,
  FirmwareJobsTable,
  HanUpdatesTable,
  HubBackupsTable,
  HubNoticesTable,
  OptInsTable,
  PpmidResolutionsTable,
} from './tables/device-tables.js';
import type {
  FutureExecutionsTable,
  JournalEventsTable,
  ServiceRequestsTable,
} from './tables/journal-tables.js';
import type { DeliveriesTable } from './tables/outbox-table.js';
import type {
  AnomalyThresholdsTable,
  AttributeLimitsTable,
  QuarantineTable,
} from './tables/quarantine-table.js';
import type { SchedulesTable } from './tables/schedule-table.js';
import type { CountersTable, LeasesTable } from './tables/shared-tables.js';
import type { RegistrationsTable, UsersTable } from './tables/user-tables.js';

/** Every table of the store, by the name it has there. */
export interface Database {
  devices: DevicesTable;
  device_status_history: DeviceStatusHistoryTable;
  han_updates: HanUpdatesTable;
  ppmid_resolutions: PpmidResolutionsTable;
  firmware_jobs: FirmwareJobsTable;
  firmware_images: FirmwareImagesTable;
  hub_backups: HubBackupsTable;
  hub_notices: HubNoticesTable;
  opt_ins: OptInsTable;
  cpl_entries: CplEntriesTable;
  cpl_migrations: CplMigrationsTable;
  cpl_migration_entries: CplMigrationEntriesTable;
  cpl_migration_devices: CplMigrationDevicesTable;
  service_requests: ServiceRequestsTable;
  journal_events: JournalEventsTable;
  future_executions: FutureExecutionsTable;
  deliveries: DeliveriesTable;
  schedules: SchedulesTable;
  anomaly_thresholds: AnomalyThresholdsTable;
  attribute_limits: AttributeLimitsTable;
  quarantine: QuarantineTable;
  users: UsersTable;
  registrations: RegistrationsTable;
  leases: LeasesTable;
  counters: CountersTable;
}
