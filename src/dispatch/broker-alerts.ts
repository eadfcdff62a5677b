import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { parseRequestId } from '../common/request-id.js';
import { deviceLogBackupIn, type GbcsMessage, useCaseOf } from '../gbcs/index.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import type { Outbox } from '../store/index.js';
import type { Consequences } from './consequences.js';
import type { DccAlerts } from './dcc-alerts.js';
import { contentOf } from './event-alerts.js';
import { FirmwareAlerts } from './firmware-alerts.js';
import { enqueue } from './hand-to-user.js';

export interface BrokerAlertParts {
  readonly inventory: Inventory;
  readonly users: UserDirectory;
  readonly consequences: Consequences;
  readonly alerts: DccAlerts;
  readonly outbox: Outbox;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * What the DCC itself learns from Alerts: a changed Device Log, images that arrived and were activated. The Users they concern
 * get DCC Alerts.
 */
export class BrokerAlerts {
  readonly #firmware: FirmwareAlerts;

  constructor(private readonly parts: BrokerAlertParts) {
    this.#firmware = new FirmwareAlerts(parts);
  }

  async take(message: GbcsMessage, alertCode: number): Promise<void> {
    const device = await this.parts.inventory.find(message.header.originator);
    if (device === undefined) return;
    const backup = deviceLogBackupIn(message);
    if (backup !== undefined) {
      await this.#deviceLogChanged(device, message, backup);
      return;
    }
    switch (useCaseOf(message)?.code) {
      case 'FDRA-DLMS':
      case 'FDRA-ZigBee':
        return this.#firmware.received(device, message);
      case 'CS06':
        return this.#firmware.executed(device, message);
      case 'CCS08':
        return this.#firmware.transferred(device, message, alertCode);
      case 'CS09':
        return this.#firmware.activated(device, message, alertCode);
      default:
        return undefined;
    }
  }

  /** CS14: a Communications Hub backs up its Device Log; what is in it communicates. */
  async #deviceLogChanged(
    hub: DeviceRecord,
    { header }: GbcsMessage,
    backup: NonNullable<ReturnType<typeof deviceLogBackupIn>>,
  ): Promise<void> {
    const { inventory, consequences, alerts, users, outbox, wake, clock, log } = this.parts;
    const now = clock();
    const seen = backup.devices.map(({ device }) => device);
    await inventory.saveHubBackup(hub.id, backup, now);
    const events = await inventory.seenInDeviceLog(hub.id, seen, now);
    const cause = `CS14 ${header.originatorCounter}`;
    const deliveries = await consequences.of(events, cause);
    for (const update of await inventory.confirmedAdditions(hub.id, seen)) {
      const { originator } = parseRequestId(update.requestId);
      deliveries.push(
        ...alerts.to(await users.find(originator), {
          id: `hanDeviceLogUpdated ${update.requestId}`,
          content: contentOf({
            event: 'hanDeviceLogUpdated',
            body: { UpdateHANDeviceLogResult: { UpdateHANDeviceLogServiceRequestID: update.requestId } },
          }),
          about: { deviceId: hub.id, requestId: update.requestId },
        }),
      );
    }
    await enqueue(deliveries, { outbox, wake });
    log.info('Device Log of a Communications Hub', { hub: hub.id, devices: seen.length });
  }
}
