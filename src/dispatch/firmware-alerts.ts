import { CodecError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { parseRequestId } from '../common/request-id.js';
import type { DccAlertContent, DccAlertEvent } from '../duis/index.js';
import { type Description, describeMessage, type GbcsMessage } from '../gbcs/index.js';
import type { DeviceRecord, FirmwareJob } from '../inventory/index.js';
import type { BrokerAlertParts } from './broker-alerts.js';
import { contentOf } from './event-alerts.js';
import { activatedFirmwareIn, noteActivation } from './firmware-activation.js';
import { enqueue } from './hand-to-user.js';

type Told = Readonly<Record<string, Description>>;
type Transfer = NonNullable<NonNullable<DccAlertContent['body']['CommsHubAlert']>['FirmwareTransferAlert']>;

/** What a CCS08 says of a transfer, as DUIS has it. Source: the enumerations of GBCS CCS08 and of the DUIS schema. */
const TRANSFERS: Readonly<Record<string, Transfer['TransferResponseCode']>> = {
  success: 'FileTransferSuccess',
  imageDiscarded: 'FirmwareImageDiscarded',
  hardwareVersionMismatch: 'HardwareVersionMismatch',
};

/** What Devices tell of firmware images: the jobs follow it, and the User that asked for the image is told. */
export class FirmwareAlerts {
  constructor(
    private readonly parts: Pick<
      BrokerAlertParts,
      'inventory' | 'users' | 'alerts' | 'outbox' | 'wake' | 'clock'
    >,
  ) {}

  /** A meter has an image: the job waits for its activation. */
  async received(device: DeviceRecord, message: GbcsMessage): Promise<void> {
    const { inventory, clock } = this.parts;
    const hash = textOf(contentTold(message)['imageHash']);
    const job = hash === undefined ? undefined : await inventory.firmwareJobs.jobOfHash(device.id, hash);
    if (job !== undefined) await inventory.firmwareJobs.advance(job, 'distributed', clock());
  }

  /** CS06: a meter activated its image at the time that was asked for, or did not. */
  async executed(device: DeviceRecord, message: GbcsMessage): Promise<void> {
    const { inventory, clock } = this.parts;
    const version = activatedFirmwareIn(message);
    if (version !== undefined) await noteActivation(inventory, device.id, version, clock());
  }

  /** CCS08: a Communications Hub handed a Device an image, or could not. */
  async transferred(hub: DeviceRecord, message: GbcsMessage, alertCode: number): Promise<void> {
    const { inventory, clock } = this.parts;
    const told = contentTold(message);
    const device = parseEui64(textOf(told['deviceIdentifier']) ?? '');
    const job = await inventory.firmwareJobs.inProgress(device);
    if (job === undefined) return;
    const outcome = TRANSFERS[textOf(told['transferResponseCode']) ?? ''] ?? 'FileTransferFailure';
    if (outcome !== 'FileTransferSuccess') {
      await inventory.firmwareJobs.advance(job, 'failed', clock(), `the Communications Hub: ${outcome}`);
    }
    const body = {
      CommsHubAlert: {
        CommsHubDeviceID: hub.id,
        AlertCode: octetsOf(alertCode),
        TimeStamp: clock(),
        FirmwareTransferAlert: {
          UpdateFirmwareRequestID: job.requestId,
          OtherDeviceID: device,
          FirmwareVersion: textOf(told['firmwareVersion']) ?? job.firmwareVersion,
          TransferResponseCode: outcome,
        },
      },
    };
    await this.#tell('commsHubAlert', hub, message, job, body);
  }

  /** CS09: a PPMID activated its image, or did not. */
  async activated(device: DeviceRecord, message: GbcsMessage, alertCode: number): Promise<void> {
    const { inventory, clock } = this.parts;
    const told = contentTold(message);
    const activated = told['activateImageResponseCode'] === 'success';
    const job = await inventory.firmwareJobs.inProgress(device.id);
    if (job === undefined) return;
    const reason = activated ? null : 'the PPMID could not activate the image';
    await inventory.firmwareJobs.advance(job, activated ? 'activated' : 'failed', clock(), reason);
    const body = {
      PPMIDAlert: {
        DeviceID: device.id,
        DeviceAlertCode: octetsOf(alertCode),
        Timestamp: clock(),
        PPMIDFirmwareUpgradeAlert: {
          FirmwareVersion: textOf(told['firmwareVersion']) ?? job.firmwareVersion,
          ActivateImageResultCode: activated
            ? ('ActivationSuccess' as const)
            : ('ActivationFailure' as const),
        },
      },
    };
    await this.#tell('ppmidAlert', device, message, job, body);
  }

  async #tell(
    event: DccAlertEvent,
    device: DeviceRecord,
    { header }: GbcsMessage,
    job: FirmwareJob,
    body: DccAlertContent['body'],
  ): Promise<void> {
    const { alerts, users, outbox, wake } = this.parts;
    const deliveries = alerts.to(await users.find(requesterOf(job)), {
      id: `${event} ${device.id} ${header.originatorCounter}`,
      content: contentOf({ event, body }),
      about: { deviceId: device.id, requestId: job.requestId },
    });
    await enqueue(deliveries, { outbox, wake });
  }
}

/** Who asked for an image. */
export function requesterOf({ requestId }: Pick<FirmwareJob, 'requestId'>): Eui64 {
  return parseEui64(parseRequestId(requestId).originator);
}

/** 16 bits, big-endian. */
function octetsOf(alertCode: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16BE(alertCode);
  return octets;
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
