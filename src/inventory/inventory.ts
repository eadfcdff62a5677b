import { type Selectable, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import type { ServiceRequest } from '../duis/index.js';
import type { Database, DevicesTable, DeviceStatus, Statement, Store } from '../store/index.js';
import { statement } from '../store/index.js';
import { CentralProductsList } from './central-products-list.js';
import { changeDevice, type DeviceMembers, findDevice, findMembers } from './device-changes.js';
import { deviceFromRow, type DeviceRecord } from './device-record.js';
import { FirmwareJobs } from './firmware-jobs.js';
import { useFirmwareVersion } from './firmware-version.js';
import { HanDeviceLogs, type HubDoor } from './han-device-log.js';
import { findHubBackup, type HubBackup, saveHubBackup } from './hub-backup.js';
import { type InventoryEvent, metersConcerned, statusEvent } from './inventory-event.js';
import { refusal } from './refusals.js';
import { OptIns } from './opt-ins.js';
import { type PpmidResolutionRecord, resolutionFromRow } from './resolution-audit.js';
import type { SmetsGeneration } from './smets-generation.js';
import { statusAfter, type StatusEvent } from './status-transitions.js';
import { suspendUnapproved } from './unapproved-firmware.js';

/** Which SMETS version a Device has now, and what is needed to take its door. */
export interface ResolvedVersion {
  readonly generation: SmetsGeneration;
  readonly device: DeviceRecord;
  /** Name of the SMETS1 Service Provider; null for SMETS2+ and where the inventory does not know it. */
  readonly s1sp: string | null;
}

/** One status a Device had. */
export interface StatusHistoryEntry {
  readonly status: DeviceStatus | null;
  readonly at: Date;
  readonly event: string;
  readonly requestId: string | null;
}

/** Which Devices to look for; exactly one member is given. */
export type InventorySearch =
  | { readonly uprn: string }
  | { readonly mpxn: string }
  | { readonly postCode: string; readonly addressIdentifier: string };

export interface InventoryOptions {
  /**
   * What Update Inventory (8.4) does with the SMETSCHTSVersion of a PPMID that is in a Device Log, where the
   * Communications Hub has decided it: `refuse` the request, or `ignore` the member.
   */
  readonly resolvedVersionUpdate: 'refuse' | 'ignore';
}

/** The Smart Metering Inventory and the Central Products List. */
export class Inventory {
  readonly cpl: CentralProductsList;
  readonly firmwareJobs: FirmwareJobs;
  readonly optIns: OptIns;
  readonly #hanDeviceLogs: HanDeviceLogs;
  readonly #find: Statement<{ id: Eui64 }, Selectable<DevicesTable>>;
  readonly #metersOf: Statement<{ hub: Eui64 }, Selectable<DevicesTable>>;

  constructor(
    private readonly store: Store,
    readonly options: InventoryOptions = { resolvedVersionUpdate: 'refuse' },
  ) {
    this.cpl = new CentralProductsList(store);
    this.firmwareJobs = new FirmwareJobs(store);
    this.optIns = new OptIns(store, this);
    this.#hanDeviceLogs = new HanDeviceLogs(store);
    this.#find = statement(store.db, (db, argument) =>
      db.selectFrom('devices').selectAll().where('id', '=', argument('id')),
    );
    this.#metersOf = statement(store.db, (db, argument) =>
      db
        .selectFrom('devices')
        .selectAll()
        .where('hub_id', '=', argument('hub'))
        .where(
          'device_type',
          'in',
          (['ESME', 'GSME'] as const).map((type) => sql.lit(type)),
        )
        .orderBy('id'),
    );
  }

  async find(id: Eui64): Promise<DeviceRecord | undefined> {
    const row = await this.store.statements.first(this.#find, { id });
    return row === undefined ? undefined : deviceFromRow(row);
  }

  /**
   * The one question that decides between a GBCS Command and an S1SP.
   * @throws DuisRejection if the Device is unknown or nothing tells its generation
   */
  async resolvedVersion(id: Eui64): Promise<ResolvedVersion> {
    const device = await this.find(id);
    if (device === undefined) throw refusal('unknown Device', id);
    return this.resolvedVersionOf(device);
  }

  /** The same for a Device at hand. @throws DuisRejection if nothing tells its generation */
  async resolvedVersionOf(device: DeviceRecord): Promise<ResolvedVersion> {
    const needsHub = device.generation === null || (device.generation === 'SMETS1' && device.s1sp === null);
    const hub = needsHub && device.hubId !== null ? await this.find(device.hubId) : undefined;
    const generation = device.generation ?? hub?.generation;
    if (generation === undefined || generation === null) {
      throw refusal('generation cannot be told', `${device.deviceType} ${device.id}`);
    }
    return { generation, device, s1sp: generation === 'SMETS1' ? (device.s1sp ?? hub?.s1sp ?? null) : null };
  }

  /** The Devices in the Device Log of a CHF, and the GPF beside it. */
  async membersOf(hub: Eui64): Promise<DeviceRecord[]> {
    return this.#select((rows) => rows.where('hub_id', '=', hub));
  }

  /** The meters in the Device Log of a CHF; asked for with every request to another Device of a home. */
  async metersOf(hub: Eui64): Promise<DeviceRecord[]> {
    return (await this.store.statements.all(this.#metersOf, { hub })).map(deviceFromRow);
  }

  async list(): Promise<DeviceRecord[]> {
    return this.#select((rows) => rows);
  }

  /** The Devices that bear the address or meter point themselves; their homes are another question. */
  async search(search: InventorySearch): Promise<DeviceRecord[]> {
    return this.#select((rows) => {
      if ('uprn' in search) return rows.where('uprn', '=', search.uprn);
      if ('postCode' in search) {
        return rows
          .where('post_code', '=', search.postCode)
          .where('address_identifier', '=', search.addressIdentifier);
      }
      return rows.where((build) =>
        build.or([
          build('import_mpxn', '=', search.mpxn),
          build('secondary_import_mpan', '=', search.mpxn),
          build('export_mpan', '=', search.mpxn),
        ]),
      );
    });
  }

  async statusHistory(id: Eui64): Promise<StatusHistoryEntry[]> {
    const rows = await this.store.db
      .selectFrom('device_status_history')
      .selectAll()
      .where('device_id', '=', id)
      .orderBy('sequence')
      .execute();
    return rows.map((row) => ({
      status: row.status,
      at: new Date(row.at),
      event: row.event,
      requestId: row.request_id,
    }));
  }

  /** Every resolution of a PPMID, oldest first, refused and undone ones included. */
  async resolutions(id: Eui64): Promise<PpmidResolutionRecord[]> {
    const rows = await this.store.db
      .selectFrom('ppmid_resolutions')
      .selectAll()
      .where('device_id', '=', id)
      .orderBy('at')
      .orderBy('request_id')
      .execute();
    return rows.map(resolutionFromRow);
  }

  /**
   * Applies what a Response or alert of a Device means for its status. An event that does not fit the Device as it is
   * changes nothing: answers may come late or twice.
   * @returns what changed
   */
  async record(
    event: StatusEvent,
    id: Eui64,
    cause: { readonly at: Date; readonly requestId?: string },
  ): Promise<InventoryEvent[]> {
    return this.store.transaction(async (tx) => {
      const device = await findDevice(tx, id);
      if (device === undefined) return [];
      const beside = device.deviceType === 'CHF' ? await findMembers(tx, id) : [];
      const gpf = beside.filter((member) => member.deviceType === 'GPF');
      const events: InventoryEvent[] = [];
      for (const each of [device, ...gpf]) {
        const status = each.status === null ? undefined : statusAfter(event, each.deviceType, each.status);
        if (status === undefined) continue;
        if (each === device && status !== each.status) {
          events.push(await statusEvent(tx, device, status, event));
        }
        await changeDevice(tx, each, membersOnEvent(event, status, cause.at), {
          event,
          at: cause.at,
          requestId: cause.requestId,
        });
      }
      return events;
    });
  }

  /**
   * Applies an Update HAN Device Log (8.11) at the moment it is executed, resolves the SMETS version of a PPMID that is
   * added, and tells which door the request takes. A future-dated request is prepared when it is due.
   * @throws DuisRejection; the inventory is then as it was
   */
  prepareHanDeviceLogUpdate(
    request: ServiceRequest<'UpdateHANDeviceLog'>,
    requestId: string,
    now: Date,
  ): Promise<HubDoor> {
    return this.#hanDeviceLogs.prepareUpdate(request, requestId, now);
  }

  /** Applies a Restore HAN Device Log (8.12.1): the PPMIDs of the old Communications Hub are resolved anew. */
  prepareHanDeviceLogRestore(
    request: ServiceRequest<'RestoreHANDeviceLog'>,
    requestId: string,
    now: Date,
  ): Promise<HubDoor> {
    return this.#hanDeviceLogs.prepareRestore(request, requestId, now);
  }

  /** The Communications Hub or S1SP has done what an 8.11 or 8.12.1 asked for. */
  confirmHanDeviceLogUpdate(requestId: string, now: Date): Promise<InventoryEvent[]> {
    return this.#hanDeviceLogs.confirm(requestId, now);
  }

  /** The Communications Hub or S1SP refused an 8.11 or 8.12.1, or never answered: the inventory goes back. */
  revertHanDeviceLogUpdate(requestId: string, now: Date, reason: string): Promise<void> {
    return this.#hanDeviceLogs.revert(requestId, now, reason);
  }

  /** The 8.11 Adds a Communications Hub has confirmed, of the Devices given. */
  confirmedAdditions(
    hub: Eui64,
    devices: readonly Eui64[],
  ): Promise<{ readonly requestId: string; readonly deviceId: Eui64 }[]> {
    return this.#hanDeviceLogs.confirmedAdditions(hub, devices);
  }

  /** Devices in the Device Log of a hub communicate: those that were only added are installed now. */
  async seenInDeviceLog(hub: Eui64, devices: readonly Eui64[], now: Date): Promise<InventoryEvent[]> {
    const events: InventoryEvent[] = [];
    for (const member of await this.membersOf(hub)) {
      if (!devices.includes(member.id) || member.status !== 'Whitelisted') continue;
      events.push(...(await this.record('seen in a Device Log', member.id, { at: now })));
    }
    return events;
  }

  /**
   * Takes over the firmware version that a Device was found to run.
   * @param version 8 hexadecimal digits
   * @returns the mismatch, if the inventory had another
   */
  async noteFirmwareVersion(id: Eui64, version: string, now: Date): Promise<InventoryEvent[]> {
    return this.store.transaction(async (tx) => {
      const device = await findDevice(tx, id);
      if (device === undefined || device.firmwareVersion?.toUpperCase() === version.toUpperCase()) return [];
      await useFirmwareVersion(tx, device, version, {
        event: 'firmware version read',
        at: now,
        requestId: undefined,
      });
      if (device.firmwareVersion === null) return [];
      return [
        {
          kind: 'firmwareVersionMismatch',
          device,
          meters: await metersConcerned(tx, device),
          inventoryVersion: device.firmwareVersion,
          deviceVersion: version,
        },
      ];
    });
  }

  /** Suspends Devices whose firmware is no longer approved, and restores those whose firmware is again. */
  suspendUnapproved(now: Date): Promise<readonly InventoryEvent[]> {
    return suspendUnapproved(this.store, now);
  }

  /** Changes when approvals or the firmware of Devices may have changed; equal otherwise. */
  async approvalState(): Promise<string> {
    const entries = await this.store.db
      .selectFrom('cpl_entries')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirst();
    const notActive = await this.store.db
      .selectFrom('cpl_entries')
      .select(['manufacturer', 'model', 'device_type', 'firmware_version', 'smets_generation', 'status'])
      .where('status', '!=', 'Active')
      .orderBy('manufacturer')
      .orderBy('model')
      .orderBy('device_type')
      .orderBy('firmware_version')
      .orderBy('smets_generation')
      .execute();
    const jobs = await this.store.db
      .selectFrom('firmware_jobs')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '=', 'activated')
      .executeTakeFirst();
    return JSON.stringify([entries, jobs, notActive]);
  }

  /** Keeps what a Communications Hub backed up of its Device Log; the newest is the one that counts. */
  saveHubBackup(hub: Eui64, backup: HubBackup, now: Date): Promise<void> {
    return saveHubBackup(this.store, hub, backup, now);
  }

  /** What a Communications Hub last backed up. */
  hubBackup(hub: Eui64): Promise<HubBackup | undefined> {
    return findHubBackup(this.store, hub);
  }

  /** For the services of this room. */
  transaction<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
    return this.store.transaction(work);
  }

  async #select(restrict: (rows: DeviceRows) => DeviceRows): Promise<DeviceRecord[]> {
    const rows = await restrict(this.store.db.selectFrom('devices').selectAll()).orderBy('id').execute();
    return rows.map(deviceFromRow);
  }
}

type DeviceRows = SelectQueryBuilder<Database, 'devices', Selectable<DevicesTable>>;

function membersOnEvent(event: StatusEvent, status: DeviceStatus, at: Date): DeviceMembers {
  if (event === 'removed from a Device Log') return { status, hubId: null };
  if (event === 'commissioned' || event === 'joined' || event === 'hub commissioned') {
    return { status, dateCommissioned: dateOf(at) };
  }
  return { status };
}

/** `YYYY-MM-DD`, in UTC as all times of DUIS. */
export function dateOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
