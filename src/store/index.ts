export type { Database } from './database.js';
export { databaseName, isPostgresUrl } from './database-url.js';
export { type FutureExecution, FutureExecutions, type NewFutureExecution } from './future-executions.js';
export { isPostgres } from './is-postgres.js';
export {
  Journal,
  type JournalEntry,
  type JournalEvent,
  type JournalKey,
  type NewJournalEntry,
  type Progress,
  type Recorded,
  requestKindOf,
} from './journal.js';
export {
  type Message,
  type MessageCount,
  type MessageFilter,
  Messages,
  type MessageState,
  type Replayed,
  type ReplayOptions,
} from './messages.js';
export { type Delivery, type DeliveryChannel, type NewDelivery, Outbox } from './outbox.js';
export { NOT_DELIVERED } from './replayed-request.js';
export type { Leases } from './leases.js';
export type { SharedCounter } from './shared-counter.js';
export { type Statement, statement, type StatementRunner } from './statement.js';
export { failureFacts, type StoreFault, storeFaultOf } from './store-fault.js';
export { openStore, type SharedWork, type Store, type StoreOptions } from './store.js';
export type { CplEntriesTable, CplStatus, SmetsGeneration } from './tables/cpl-table.js';
export type {
  DevicesTable,
  DeviceStatus,
  DeviceStatusHistoryTable,
  FirmwareJobsTable,
  HanUpdatesTable,
  PpmidResolutionsTable,
} from './tables/device-tables.js';
export type { RequestKind, RequestRoute, RequestState } from './tables/journal-tables.js';
export type {
  AnomalyThresholdsTable,
  AttributeLimitsTable,
  BreachKind,
  QuarantineState,
  QuarantineTable,
  ThresholdSetter,
} from './tables/quarantine-table.js';
export type { SchedulesTable, ScheduleState } from './tables/schedule-table.js';
export type { RegistrationsTable, UsersTable } from './tables/user-tables.js';
