import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { PeerError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { DccAlertContent, DccAlertEvent } from '../duis/index.js';
import type { DueFirmware, Inventory } from '../inventory/index.js';
import type { NewDelivery, Outbox } from '../store/index.js';
import type { DccAlerts } from './dcc-alerts.js';
import { contentOf } from './event-alerts.js';
import { requesterOf } from './firmware-alerts.js';
import { enqueue } from './hand-to-user.js';
import type { WanPort } from './ports.js';

export interface FirmwareDistributionParts {
  readonly inventory: Inventory;
  readonly wan: WanPort;
  readonly alerts: DccAlerts;
  readonly users: UserDirectory;
  readonly outbox: Outbox;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How long a Communications Hub that cannot be reached is tried. Inferred: no limit of DUIS could be read. */
const GIVE_UP_MS = 24 * 3600 * 1000;

/** Brings the images of 11.1 and 11.4 to Communications Hubs and tells the User how that went. */
export class FirmwareDistribution {
  constructor(private readonly parts: FirmwareDistributionParts) {}

  /** Hands over every image whose turn it is, once a home. */
  async distribute(): Promise<void> {
    const { inventory, clock } = this.parts;
    for (const due of await inventory.firmwareJobs.due(clock())) await this.#handOver(due);
  }

  async #handOver(due: DueFirmware): Promise<void> {
    const { inventory, wan, clock, log } = this.parts;
    const { requestId, hubId, deviceIds, firmwareVersion, imageHash } = due;
    const about = { requestId, hub: hubId, devices: deviceIds.length };
    const image = await inventory.firmwareJobs.imageOf(requestId);
    try {
      if (image === undefined) throw new PeerError('the image is no longer kept', false);
      await wan.distributeFirmware({
        requestId,
        hub: hubId,
        devices: deviceIds,
        image,
        firmwareVersion,
        hash: Buffer.from(imageHash, 'hex'),
        recipient: requesterOf(due),
      });
    } catch (error) {
      if (!(error instanceof PeerError)) throw error;
      const old = clock().getTime() - due.at.getTime() > GIVE_UP_MS;
      log.warn('firmware not handed over', { ...about, reason: error.message });
      if (error.retryable && !old) return;
      await this.#settle(due, 'Failure', error.message);
      return;
    }
    log.info('firmware handed over', about);
    await this.#settle(due, 'Success');
  }

  async #settle(due: DueFirmware, status: 'Success' | 'Failure', reason?: string): Promise<void> {
    const { inventory, outbox, wake, clock } = this.parts;
    const { requestId, deviceIds } = due;
    for (const deviceId of deviceIds) {
      const state = status === 'Success' ? 'distributed' : 'failed';
      await inventory.firmwareJobs.advance({ requestId, deviceId }, state, clock(), reason);
    }
    const deliveries = await Promise.all(deviceIds.map((id) => this.#deliveryStatus(due, id, status)));
    if (status === 'Failure') deliveries.push(await this.#failure(due));
    await enqueue(deliveries.flat(), { outbox, wake });
  }

  #deliveryStatus(due: DueFirmware, device: Eui64, status: 'Success' | 'Failure'): Promise<NewDelivery[]> {
    return this.#tell(due, 'cspFirmwareDeliveryStatus', device, {
      CSPFirmwareDeliveryStatus: {
        UpdateFirmwareRequestID: due.requestId,
        CommsHubDeviceID: due.hubId,
        TargetDeviceID: device,
        FirmwareVersion: due.firmwareVersion,
        TimeStamp: this.parts.clock(),
        CommsHubTransferStatus: status,
      },
    });
  }

  #failure(due: DueFirmware): Promise<NewDelivery[]> {
    return this.#tell(due, 'firmwareDistributionFailed', due.hubId, {
      FirmwareDistributionFailure: {
        UpdateFirmwareRequestID: due.requestId,
        MeterIDs: due.deviceIds.join(','),
      },
    });
  }

  async #tell(
    due: DueFirmware,
    event: DccAlertEvent,
    device: Eui64,
    body: DccAlertContent['body'],
  ): Promise<NewDelivery[]> {
    const { alerts, users } = this.parts;
    return alerts.to(await users.find(requesterOf(due)), {
      id: `${event} ${due.requestId} ${device}`,
      content: contentOf({ event, body }),
      about: { deviceId: device, requestId: due.requestId },
    });
  }
}
