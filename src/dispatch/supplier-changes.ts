import type { RegistrationChange, Registrations, UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import type { Schedules } from '../scheduling/index.js';
import type { NewDelivery, Outbox } from '../store/index.js';
import type { Consequences } from './consequences.js';
import type { DccAlerts } from './dcc-alerts.js';
import { contentOf, mpxnsOf } from './event-alerts.js';
import { enqueue } from './hand-to-user.js';
import type { HeldRequests } from './held-requests.js';
import type { JudgementParts } from './judgement.js';

export interface SupplierChangeParts {
  readonly registrations: Registrations;
  readonly responsibility: JudgementParts['responsibility'];
  readonly users: UserDirectory;
  readonly inventory: Inventory;
  readonly schedules: Schedules;
  readonly held: HeldRequests;
  readonly consequences: Consequences;
  readonly alerts: DccAlerts;
  readonly outbox: Outbox;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How far back a gateway that starts looks for changes it may have missed; doing one again has no further effect. */
const LOOK_BACK_MS = 31 * 24 * 3600 * 1000;

/**
 * A Change of Supplier takes effect at the date of its registration: the User who was responsible is told, and loses the
 * schedules and future-dated requests it has for Devices it may no longer ask. Inferred: DUIS names the alerts, when they are
 * sent could not be read.
 */
export class SupplierChanges {
  #lookedUntil: Date | undefined;

  constructor(private readonly parts: SupplierChangeParts) {}

  /** Follows the registrations that took effect since the last look. */
  async follow(): Promise<void> {
    const { registrations, clock } = this.parts;
    const now = clock();
    const since = this.#lookedUntil ?? new Date(now.getTime() - LOOK_BACK_MS);
    for (const change of await registrations.changes(since, now)) await this.#take(change);
    this.#lookedUntil = now;
  }

  async #take(change: RegistrationChange): Promise<void> {
    const { inventory, users, log } = this.parts;
    const losing = await users.find(change.previous);
    const cause = `${change.mpxn} ${change.role} ${change.from.toISOString()}`;
    for (const meter of await inventory.search({ mpxn: change.mpxn })) {
      await this.#tell(meter, change, cause);
      if (losing === undefined) continue;
      const home = meter.hubId === null ? [] : await inventory.membersOf(meter.hubId);
      const hub = meter.hubId === null ? undefined : await inventory.find(meter.hubId);
      for (const device of new Map(
        [meter, ...home, ...(hub ? [hub] : [])].map((each) => [each.id, each]),
      ).values()) {
        await this.#release(losing, device, change.from, cause);
      }
    }
    log.info('change of supplier', {
      mpxn: change.mpxn,
      role: change.role,
      from: change.previous,
      to: change.user,
    });
  }

  async #tell(meter: DeviceRecord, { previous }: RegistrationChange, cause: string): Promise<void> {
    const { alerts, users, outbox, wake } = this.parts;
    const body = {
      ChangeOfSupplier: {
        DeviceChangeOfSupplier: {
          DeviceID: meter.id,
          DeviceType: meter.deviceType,
          MPxNs: mpxnsOf(meter),
        },
      },
    };
    const told = alerts.to(await users.find(previous), {
      id: `changeOfSupplier ${meter.id} ${cause}`,
      content: contentOf({ event: 'changeOfSupplier', body }),
      about: { deviceId: meter.id },
    });
    await enqueue(told, { outbox, wake });
  }

  /** Ends what a User planned for a Device, where it is responsible for the Device no longer. */
  async #release(
    losing: NonNullable<Awaited<ReturnType<UserDirectory['find']>>>,
    device: DeviceRecord,
    at: Date,
    cause: string,
  ): Promise<void> {
    const { responsibility, schedules, consequences, held, outbox, wake } = this.parts;
    const roles = await responsibility.responsibleAs(losing, device, at);
    if (roles.some((role) => role !== 'OU' && role !== 'LC')) return;
    const removed = await schedules.removeOf(losing.id, device.id, 'change of supplier', at);
    const deliveries: NewDelivery[] = await consequences.scheduleRemovals(
      removed,
      'scheduleRemovedChangeOfSupplier',
      cause,
    );
    await enqueue(deliveries, { outbox, wake });
    await held.drop(
      device.id,
      'change of supplier',
      (entry) => consequences.cancelled(entry),
      (entry) => parseEui64(entry.originator) === losing.id,
    );
  }
}
