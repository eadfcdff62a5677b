import type { Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { Database, DeviceStatus, Store } from '../store/index.js';
import { importEntries } from './central-products-list.js';
import { type CplEntry, cplEntryFromRow } from './cpl-entry.js';
import { dateOf } from './inventory.js';
import type { InterimConversion } from './interim-migration-conversion.js';
import {
  detectInterimRows,
  type InterimKnowledge,
  type UndecidedFirmware,
} from './interim-migration-detection.js';
import { devicesOn, moveDevices, moveDevicesBack, recordDevices } from './interim-migration-devices.js';
import { InterimMigrationRefused } from './interim-migration-pair.js';
import {
  findEntryChanges,
  insertEntryChanges,
  insertMigration,
  markUndone,
} from './interim-migration-record.js';
import { changedSince } from './interim-migration-since.js';

/** A conversion with the Devices it moves to the real firmware version. */
export interface ProposedConversion extends InterimConversion {
  readonly devices: readonly { readonly id: Eui64; readonly status: DeviceStatus | null }[];
}

/** What a migration would change, and what it cannot decide. */
export interface InterimProposal {
  readonly conversions: readonly ProposedConversion[];
  readonly undecided: readonly UndecidedFirmware[];
}

/** A migration that was applied. */
export interface AppliedMigration {
  readonly id: number;
  readonly appliedAt: Date;
  /** Undefined as long as it holds. */
  readonly undoneAt: Date | undefined;
  readonly entries: number;
  readonly devices: number;
}

/**
 * Moves a Central Products List off the tactical interim solution: from a SMETS1 row with a fictitious firmware version to
 * two rows of the real one, and the Devices of the inventory with it.
 */
export class InterimMigrations {
  constructor(private readonly store: Store) {}

  /** What `apply` would do now; writes nothing. @throws InterimMigrationRefused */
  propose(knowledge: InterimKnowledge, now: Date): Promise<InterimProposal> {
    return this.store.transaction((tx) => propose(tx, knowledge, now));
  }

  /**
   * Applies what is decided, in one transaction; what is undecided stays as it is.
   * @returns the number to undo it by, undefined where there was nothing to change; and what was changed
   * @throws InterimMigrationRefused
   */
  apply(
    knowledge: InterimKnowledge,
    now: Date,
  ): Promise<{ readonly id: number | undefined; readonly proposal: InterimProposal }> {
    return this.store.transaction(async (tx) => {
      const proposal = await propose(tx, knowledge, now);
      if (proposal.conversions.length === 0) return { id: undefined, proposal };
      const id = await insertMigration(tx, now);
      // Every Device is recorded before the first is moved, so that none is taken for one that was there before.
      for (const conversion of proposal.conversions) await recordDevices(tx, id, conversion);
      for (const conversion of proposal.conversions) await moveDevices(tx, conversion);
      const changes = proposal.conversions.flatMap((conversion) => conversion.changes);
      await importEntries(
        tx,
        changes.map(({ after }) => after),
      );
      await insertEntryChanges(tx, id, changes);
      return { id, proposal };
    });
  }

  /**
   * Restores the rows and firmware versions a migration changed, in one transaction.
   * @throws InterimMigrationRefused if there is no such migration, it was undone, or something it concerns has changed since
   */
  undo(id: number, now: Date): Promise<AppliedMigration> {
    return this.store.transaction(async (tx) => {
      const found = (await list(tx)).find((migration) => migration.id === id);
      if (found === undefined) throw new InterimMigrationRefused(`there is no migration ${id}`);
      if (found.undoneAt !== undefined) {
        throw new InterimMigrationRefused(
          `migration ${id} was undone before, at ${found.undoneAt.toISOString()}`,
        );
      }
      const reasons = await changedSince(tx, id);
      if (reasons.length > 0) throw refusedBecause(id, reasons);
      const changes = await findEntryChanges(tx, id);
      for (const { before, after } of changes) if (before === null) await deleteEntry(tx, after);
      await importEntries(
        tx,
        changes.flatMap(({ before }) => (before === null ? [] : [before])),
      );
      await moveDevicesBack(tx, id);
      await markUndone(tx, id, now);
      return { ...found, undoneAt: now };
    });
  }

  /** Every migration that was applied, oldest first. */
  list(): Promise<AppliedMigration[]> {
    return this.store.transaction(list);
  }
}

const MOST_REASONS = 5;

function refusedBecause(id: number, reasons: readonly string[]): InterimMigrationRefused {
  const told = reasons.slice(0, MOST_REASONS).map((reason) => `\n  ${reason}`);
  const rest = reasons.length > MOST_REASONS ? `\n  and ${reasons.length - MOST_REASONS} more` : '';
  return new InterimMigrationRefused(
    `migration ${id} cannot be undone, nothing was changed:${told.join('')}${rest}`,
  );
}

async function propose(
  tx: Transaction<Database>,
  knowledge: InterimKnowledge,
  now: Date,
): Promise<InterimProposal> {
  const rows = await tx
    .selectFrom('cpl_entries')
    .selectAll()
    .where('device_type', '=', 'PPMID')
    .orderBy('manufacturer')
    .orderBy('model')
    .orderBy('firmware_version')
    .execute();
  const detection = detectInterimRows(rows.map(cplEntryFromRow), knowledge, dateOf(now));
  const conversions: ProposedConversion[] = [];
  for (const conversion of detection.conversions) {
    const devices = await devicesOn(tx, conversion);
    if (conversion.changes.length > 0 || devices.length > 0) conversions.push({ ...conversion, devices });
  }
  return { conversions, undecided: detection.undecided };
}

async function deleteEntry(tx: Transaction<Database>, entry: CplEntry): Promise<void> {
  await tx
    .deleteFrom('cpl_entries')
    .where('manufacturer', '=', entry.manufacturer)
    .where('model', '=', entry.model)
    .where('device_type', '=', entry.deviceType)
    .where('firmware_version', '=', entry.firmwareVersion)
    .where('smets_generation', '=', entry.generation)
    .execute();
}

async function list(tx: Transaction<Database>): Promise<AppliedMigration[]> {
  const rows = await tx
    .selectFrom('cpl_migrations')
    .selectAll()
    .select((build) => [
      build
        .selectFrom('cpl_migration_entries')
        .whereRef('cpl_migration_entries.migration_id', '=', 'cpl_migrations.id')
        .select(build.fn.countAll<number>().as('count'))
        .as('entries'),
      build
        .selectFrom('cpl_migration_devices')
        .whereRef('cpl_migration_devices.migration_id', '=', 'cpl_migrations.id')
        .where('cpl_migration_devices.role', '=', 'moved')
        .select(build.fn.countAll<number>().as('count'))
        .as('devices'),
    ])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    appliedAt: new Date(Number(row.applied_at)),
    undoneAt: row.undone_at === null ? undefined : new Date(Number(row.undone_at)),
    entries: Number(row.entries),
    devices: Number(row.devices),
  }));
}
