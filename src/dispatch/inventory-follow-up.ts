import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { hasBody, type ServiceRequestReader } from '../duis/index.js';
import { firmwareVersionIn, type GbcsMessage } from '../gbcs/index.js';
import type { DeviceRecord, Inventory, InventoryEvent, StatusEvent } from '../inventory/index.js';
import type { JournalEntry, Outbox } from '../store/index.js';
import type { Consequences } from './consequences.js';
import type { DccAlerts } from './dcc-alerts.js';
import { contentOf } from './event-alerts.js';
import type { CredentialStore } from '../smki/index.js';
import { deviceCertificateIn } from './device-certificate.js';
import { activatedFirmwareIn, noteActivation } from './firmware-activation.js';
import type { FutureDatedExecutions } from './future-dated-executions.js';
import { enqueue } from './hand-to-user.js';
import { reportsSuccess } from './reports-success.js';

/** Service Reference Variants whose success changes the SMI Status of their target. The pairing is inferred, as the transitions are. */
const STATUS_EVENTS: Readonly<Record<string, StatusEvent>> = {
  '8.1.1': 'commissioned',
  '8.5': 'opted out',
  '8.7.1': 'joined',
  '8.7.2': 'joined',
};

const HAN_DEVICE_LOG_VARIANTS: readonly string[] = ['8.11', '8.12.1'];
const RESTORING_VARIANTS: readonly string[] = ['8.12.1', '8.12.2'];

export interface FollowUpParts {
  readonly inventory: Inventory;
  readonly credentials: Pick<CredentialStore, 'prefer'>;
  readonly consequences: Consequences;
  readonly executions: FutureDatedExecutions;
  readonly reader: Pick<ServiceRequestReader, 'reread'>;
  readonly users: UserDirectory;
  readonly alerts: DccAlerts;
  readonly outbox: Outbox;
  readonly wake: () => void;
  readonly clock: Clock;
}

/** Lets the inventory follow what became of a request, and tells Users what that changed. */
export class InventoryFollowUp {
  constructor(private readonly parts: FollowUpParts) {}

  /** A Device has answered a Command. @returns in words what it did not do, if it says so */
  async answered(entry: JournalEntry, message: GbcsMessage): Promise<{ readonly failure?: string }> {
    const failure = reportsSuccess(message) ? undefined : 'the Device reported a failure';
    await this.parts.executions.answered(entry, failure);
    if (failure !== undefined) {
      await this.failed(entry, failure);
      return { failure };
    }
    await this.succeeded(entry);
    await this.#noteFirmware(entry, message);
    return {};
  }

  /** The request has done what it asked for. */
  async succeeded(entry: JournalEntry): Promise<void> {
    const { inventory, clock } = this.parts;
    const now = clock();
    const events: InventoryEvent[] = [];
    if (HAN_DEVICE_LOG_VARIANTS.includes(entry.serviceReferenceVariant)) {
      events.push(...(await inventory.confirmHanDeviceLogUpdate(entry.requestId, now)));
    }
    const event = STATUS_EVENTS[entry.serviceReferenceVariant];
    if (event !== undefined) {
      const cause = { at: now, requestId: entry.requestId };
      events.push(...(await inventory.record(event, parseEui64(entry.target), cause)));
    }
    if (entry.serviceReferenceVariant === '6.15.2') this.#useCertificate(entry);
    if (RESTORING_VARIANTS.includes(entry.serviceReferenceVariant)) {
      events.push(...(await this.#restored(entry, now)));
    }
    await this.#tell(events, entry.requestId);
  }

  /** The request was refused by the Device or S1SP, or nobody answered. */
  async failed(entry: JournalEntry, reason: string): Promise<void> {
    const { inventory, clock, alerts, users, outbox, wake } = this.parts;
    if (HAN_DEVICE_LOG_VARIANTS.includes(entry.serviceReferenceVariant)) {
      await inventory.revertHanDeviceLogUpdate(entry.requestId, clock(), reason);
    }
    if (entry.serviceReferenceVariant === '6.23') {
      const body = { ChangeOfSupplier: { ChangeOfSupplierServiceRequestID: entry.requestId } };
      const told = alerts.to(await users.find(parseEui64(entry.originator)), {
        id: `changeOfSupplierFailed ${entry.requestId}`,
        content: contentOf({ event: 'changeOfSupplierFailed', body }),
        about: { deviceId: parseEui64(entry.target), requestId: entry.requestId },
      });
      await enqueue(told, { outbox, wake });
    }
  }

  /** Opts Devices in whose date has come (8.6). */
  async optIns(): Promise<void> {
    const { inventory, clock } = this.parts;
    await this.#tell(await inventory.optIns.apply(clock()), 'opt-in');
  }

  /** A Device has another key: its Commands are protected with that from now on. */
  #useCertificate({ request }: JournalEntry): void {
    const { credentials, reader } = this.parts;
    const certificate = deviceCertificateIn(reader.reread(request).request);
    if (certificate !== undefined) credentials.prefer(certificate);
  }

  /** A firmware version that was activated or read: the inventory has it from now on. */
  async #noteFirmware(entry: JournalEntry, message: GbcsMessage): Promise<void> {
    if (entry.serviceReferenceVariant === '11.3') {
      const activated = activatedFirmwareIn(message);
      if (activated === undefined) return;
      await noteActivation(this.parts.inventory, parseEui64(entry.target), activated, this.parts.clock());
    }
    if (entry.serviceReferenceVariant !== '11.2') return;
    const version = firmwareVersionIn(message);
    if (version === undefined) return;
    const { inventory, clock } = this.parts;
    const events = await inventory.noteFirmwareVersion(parseEui64(entry.target), version, clock());
    await this.#tell(events, entry.requestId);
  }

  /** A Device Log that was restored on another Communications Hub. */
  async #restored({ request: bytes }: JournalEntry, at: Date): Promise<InventoryEvent[]> {
    const { inventory, reader } = this.parts;
    const { request } = reader.reread(bytes);
    const device = await inventory.find(request.requestId.target);
    if (device === undefined) return [];
    if (hasBody(request, 'RestoreHANDeviceLog')) {
      return this.#restoration('hanDeviceLogRestored', device, request.body.content.OldCHFID, device.id, at);
    }
    const old = hasBody(request, 'RestoreGPFDeviceLog')
      ? await inventory.find(request.body.content.OldGPFID)
      : undefined;
    const oldHub = old?.hubId ?? undefined;
    if (oldHub === undefined || device.hubId === null) return [];
    return this.#restoration('gpfDeviceLogRestored', device, oldHub, device.hubId, at);
  }

  async #restoration(
    kind: 'hanDeviceLogRestored' | 'gpfDeviceLogRestored',
    device: DeviceRecord,
    oldHub: Eui64,
    newHub: Eui64,
    at: Date,
  ): Promise<InventoryEvent[]> {
    const { inventory } = this.parts;
    const gpfOf = async (hub: Eui64): Promise<Eui64 | undefined> =>
      (await inventory.membersOf(hub)).find(({ deviceType }) => deviceType === 'GPF')?.id;
    const [oldGpf, newGpf] = [await gpfOf(oldHub), await gpfOf(newHub)];
    if (oldGpf === undefined || newGpf === undefined) return [];
    const hubs = { old: { chf: oldHub, gpf: oldGpf }, new: { chf: newHub, gpf: newGpf } };
    return [{ kind, device, at, hubs, meters: await inventory.metersOf(newHub) }];
  }

  async #tell(events: readonly InventoryEvent[], cause: string): Promise<void> {
    const { consequences, outbox, wake } = this.parts;
    await enqueue(await consequences.of(events, cause), { outbox, wake });
  }
}
