import type { UserDirectory } from '../authorisation/index.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Clock } from '../common/clock.js';
import type { DccAlertEvent } from '../duis/index.js';
import type { InventoryEvent } from '../inventory/index.js';
import type { Schedule, Schedules } from '../scheduling/index.js';
import type { JournalEntry, NewDelivery } from '../store/index.js';
import type { DccAlerts } from './dcc-alerts.js';
import { alertOf, contentOf } from './event-alerts.js';
import type { HeldRequests } from './held-requests.js';

export interface ConsequenceParts {
  readonly alerts: DccAlerts;
  readonly schedules: Schedules;
  readonly held: () => HeldRequests;
  readonly users: UserDirectory;
  readonly clock: Clock;
}

/** Why schedules and held requests of a Device end, by what happened to it. */
const ENDINGS: Readonly<Partial<Record<InventoryEvent['kind'], DccAlertEvent>>> = {
  meterDecommissioned: 'scheduleRemovedDecommission',
  hubDecommissioned: 'scheduleRemovedDecommission',
  deviceRemovedFromInventory: 'scheduleRemovedDecommission',
  meterWithdrawn: 'scheduleRemovedWithdrawal',
};

/** What a change in the inventory brings with it: DCC Alerts, and the end of what was planned for the Device. */
export class Consequences {
  constructor(private readonly parts: ConsequenceParts) {}

  /**
   * @param cause what the events came from, part of the id of each Alert: the same cause twice is told once
   * @returns the DCC Alerts, for the outbox
   */
  async of(events: readonly InventoryEvent[], cause: string): Promise<NewDelivery[]> {
    const deliveries: NewDelivery[] = [];
    for (const event of events) {
      deliveries.push(...(await this.#alerts(event, cause)));
      const ending = ENDINGS[event.kind];
      if (ending !== undefined) {
        deliveries.push(...(await this.#end(event.device.id, ending, event.kind, cause)));
      }
    }
    return deliveries;
  }

  async #alerts(event: InventoryEvent, cause: string): Promise<NewDelivery[]> {
    const alert = alertOf(event);
    if (alert === undefined) return [];
    const { device, roles } = alert;
    return this.parts.alerts.toConcerned(
      event.meters,
      {
        id: `${alert.event} ${device} ${cause}`,
        content: contentOf(alert),
        about: { deviceId: device },
      },
      roles === undefined ? {} : { roles },
    );
  }

  async #end(device: Eui64, ending: DccAlertEvent, reason: string, cause: string): Promise<NewDelivery[]> {
    const { schedules, clock, held } = this.parts;
    const removed = await schedules.removeForDevice(device, reason, clock());
    const told = await this.scheduleRemovals(removed, ending, cause);
    await held().drop(device, reason, (entry) => this.cancelled(entry));
    return told;
  }

  /** Tells the owners of schedules that were removed. */
  async scheduleRemovals(
    removed: readonly Schedule[],
    event: DccAlertEvent,
    cause: string,
  ): Promise<NewDelivery[]> {
    const deliveries: NewDelivery[] = [];
    for (const { id, owner, device } of removed) {
      const body = { DSPScheduleRemoval: { DeviceID: device, DSPScheduleID: id } };
      const alert = {
        id: `${event} ${id} ${cause}`,
        content: contentOf({ event, body }),
        about: { deviceId: device },
      };
      deliveries.push(...this.parts.alerts.to(await this.parts.users.find(owner), alert));
    }
    return deliveries;
  }

  /** Tells the User of a request that is not going to be served. */
  async cancelled(entry: JournalEntry): Promise<NewDelivery[]> {
    const device: Eui64 = parseEui64(entry.target);
    const body = { CommandFailure: { CommandRequestID: entry.requestId, DeviceID: device } };
    return this.parts.alerts.to(await this.parts.users.find(parseEui64(entry.originator)), {
      id: `futureDatedCancelled ${entry.requestId}`,
      content: contentOf({ event: 'futureDatedCancelled', body }),
      about: { deviceId: device, requestId: entry.requestId },
    });
  }
}
