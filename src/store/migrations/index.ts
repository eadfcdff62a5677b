import type { Migration, MigrationProvider } from 'kysely';
import { inventoryMigration } from './0001-inventory.js';
import { journalMigration } from './0002-journal.js';
import { usersMigration } from './0003-users.js';
import { schedulesMigration } from './0004-schedules.js';
import { firmwareAndHubsMigration } from './0005-firmware-and-hubs.js';
import { quarantineMigration } from './0006-quarantine.js';
import { heldRequestsMigration } from './0007-held-requests.js';
import { cplMigrationsMigration } from './0008-cpl-migrations.js';
import { outboxListsMigration } from './0010-outbox-lists.js';
import { sharedWorkMigration } from './0011-shared-work.js';

const MIGRATIONS: Record<string, Migration> = {
  '0001-inventory': inventoryMigration,
  '0002-journal': journalMigration,
  '0003-users': usersMigration,
  '0004-schedules': schedulesMigration,
  '0005-firmware-and-hubs': firmwareAndHubsMigration,
  '0006-quarantine': quarantineMigration,
  '0007-held-requests': heldRequestsMigration,
  '0008-cpl-migrations': cplMigrationsMigration,
  '0010-outbox-lists': outboxListsMigration,
  '0011-shared-work': sharedWorkMigration,
};

/** The schema's history, oldest first; a migration that has been released is never edited. */
export const migrationProvider: MigrationProvider = {
  getMigrations: () => Promise.resolve(MIGRATIONS),
};
