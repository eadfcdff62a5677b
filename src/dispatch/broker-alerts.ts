import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { CodecError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { parseRequestId } from '../common/request-id.js';
import {
  type Description,
  describeMessage,
  deviceLogBackupIn,
  type GbcsMessage,
  useCaseOf,
} from '../gbcs/index.js';
import type { DeviceRecord, FirmwareJob, Inventory } from '../inventory/index.js';
import type { Outbox } from '../store/index.js';
import type { Consequences } from './consequences.js';
import type { DccAlerts } from './dcc-alerts.js';
import { contentOf } from './event-alerts.js';
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

type Told = Readonly<Record<string, Description>>;

/**
 * What the DCC itself learns from Alerts: a changed Device Log, images that arrived and were activated. The Users they concern
 * get DCC Alerts.
 */
export class BrokerAlerts {
  constructor(private readonly parts: BrokerAlertParts) {}

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
        return this.#imageReceived(device, message);
      case 'CS09':
        return this.#ppmidActivated(device, message, alertCode);
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

  /** A meter has an image: the job waits for its activation. */
  async #imageReceived(device: DeviceRecord, message: GbcsMessage): Promise<void> {
    const { inventory, clock } = this.parts;
    const hash = textOf(contentTold(message)['imageHash']);
    const job = hash === undefined ? undefined : await inventory.firmwareJobs.jobOfHash(device.id, hash);
    if (job !== undefined) await inventory.firmwareJobs.advance(job, 'distributed', clock());
  }

  /** CS09: a PPMID activated its image, or did not. */
  async #ppmidActivated(device: DeviceRecord, message: GbcsMessage, alertCode: number): Promise<void> {
    const { inventory, alerts, users, outbox, wake, clock } = this.parts;
    const told = contentTold(message);
    const version = textOf(told['firmwareVersion']) ?? '';
    const activated = told['activateImageResponseCode'] === 'success';
    const job = await inventory.firmwareJobs.inProgress(device.id);
    if (job !== undefined) {
      const reason = activated ? null : 'the PPMID could not activate the image';
      await inventory.firmwareJobs.advance(job, activated ? 'activated' : 'failed', clock(), reason);
    }
    const code = Buffer.alloc(2);
    code.writeUInt16BE(alertCode);
    const body = {
      PPMIDAlert: {
        DeviceID: device.id,
        DeviceAlertCode: code,
        Timestamp: clock(),
        PPMIDFirmwareUpgradeAlert: {
          FirmwareVersion: version,
          ActivateImageResultCode: activated
            ? ('ActivationSuccess' as const)
            : ('ActivationFailure' as const),
        },
      },
    };
    const alert = {
      id: `ppmidAlert ${device.id} ${message.header.originatorCounter}`,
      content: contentOf({ event: 'ppmidAlert', body }),
      about: { deviceId: device.id },
    };
    const asked = job === undefined ? undefined : await users.find(requesterOf(job));
    const deliveries = asked === undefined ? [] : alerts.to(asked, alert);
    await enqueue(deliveries, { outbox, wake });
  }
}

/** Who asked for an image. */
export function requesterOf({ requestId }: Pick<FirmwareJob, 'requestId'>): Eui64 {
  return parseEui64(parseRequestId(requestId).originator);
}

/** What an Alert says, by the names of its use case. */
function contentTold(message: GbcsMessage): Told {
  const { content } = describeMessage(message) as { readonly content: Description };
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Told;
  throw new CodecError('the Alert has no members');
}

function textOf(value: Description | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
