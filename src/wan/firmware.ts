import type { Infer } from '../gbcs/asn1/der-schema.js';
import { encodeDer, type DerSchema } from '../gbcs/asn1/der-schema.js';
import { InternalError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import { FUTURE_DATED_ALERT_CODES } from '../gbcs/future-dated/executed-instruction.js';
import { utcTimeOf } from '../gbcs/gbz/utc-time.js';
import { octetString } from '../gbcs/dlms/index.js';
import { CCS08 } from '../gbcs/use-cases/asn1/ccs08-firmware-transfer-alert.js';
import { type activateImageResponseCode, CS06_ALERT } from '../gbcs/use-cases/asn1/cs06-activate-firmware.js';
import { CS09 } from '../gbcs/use-cases/asn1/cs09-ppmid-firmware-activation-alert.js';
import { FIRMWARE_DISTRIBUTION_RECEIPT_ALERT } from '../gbcs/use-cases/gbz/gbz-alerts.js';
import { type DeviceAlert, dlmsAlertContent } from './device-alert.js';
import type { VirtualDevice } from './virtual-device.js';

/** Length of the hash of a manufacturer's image, in bytes. */
const IMAGE_HASH_LENGTH = 32;

/** An image that a Device holds until it is activated. */
export interface FirmwareImage {
  /** 8 hexadecimal digits. */
  readonly firmwareVersion: string;
  /** 32 bytes: what CS06 has to name to activate it. */
  readonly hash: Buffer;
}

/** A firmware image on its way to the Devices of one home (11.1, 11.4). */
export interface FirmwareDistribution {
  readonly requestId: string;
  /** The CHF that passes it on; Devices that are not in its Device Log get nothing. */
  readonly hub: Eui64;
  readonly devices: readonly Eui64[];
  readonly image: Uint8Array;
  /** 8 hexadecimal digits. */
  readonly firmwareVersion: string;
  /** 32 bytes: the hash the Devices find for the image. */
  readonly hash: Uint8Array;
  /** Who is told by ESME and GSME that they have it: the User that asked. */
  readonly recipient: Eui64;
}

/** Codes of the alerts. Source: RTDS 4.5.0 FDRA-DLMS, FDRA-ZigBee, CCS08, CS09; 8F89 from GBCS-RULES 1.7. */
const ALERT_CODES = {
  received: 0x8f72,
  transferred: 0x8f8a,
  notTransferred: 0x8f89,
  activated: 0x8f8b,
} as const;
/** Message code of the receipt alert of an ESME. */
const FDRA_DLMS = 0x00ce;

type Outcome = Infer<typeof activateImageResponseCode>;

/** Takes an image that the CHF passes on, and tells of it as Devices of the type do. */
export function receiveImage(device: VirtualDevice, image: FirmwareImage, recipient: Eui64): void {
  device.firmwareImage = image;
  const receipt = { recipient, protection: 'signature' } as const;
  switch (device.deviceType) {
    case 'ESME':
      device.send({
        ...receipt,
        messageCode: FDRA_DLMS,
        content: dlmsAlertContent(ALERT_CODES.received, device.now, {
          type: octetString(IMAGE_HASH_LENGTH),
          value: image.hash,
        }),
      });
      break;
    case 'GSME':
      device.send({
        ...receipt,
        messageCode: FIRMWARE_DISTRIBUTION_RECEIPT_ALERT.messageCode,
        content: () =>
          FIRMWARE_DISTRIBUTION_RECEIPT_ALERT.encodeAlert({
            alertCode: ALERT_CODES.received,
            time: utcTimeOf(device.now),
            detail: image.hash,
          }),
      });
      break;
    case 'PPMID':
    case 'HCALCS':
      device.send(activationAlert(device, activateImage(device, image.hash)));
      break;
    default:
  }
}

/** CS09, of a Device that activates images by itself. */
function activationAlert(device: VirtualDevice, outcome: Outcome): DeviceAlert {
  const content = encodeDer(alertOf(CS09.contents.alert), {
    alertCode: ALERT_CODES.activated,
    dateTime: device.now,
    firmwareVersion: versionOf(device),
    activateImageResponseCode: outcome,
  });
  return {
    messageCode: CS09.messageCode,
    recipient: device.accessControlBroker,
    protection: 'signature',
    content: () => content,
  };
}

/** Whether a Device tells of images by CCS08 of its CHF rather than by a receipt of its own. */
export function isToldByHub({ deviceType }: Pick<VirtualDevice, 'deviceType'>): boolean {
  return deviceType === 'PPMID' || deviceType === 'HCALCS';
}

/** CCS08, of the CHF: whether it could hand a Device the image. */
export function transferAlert(
  hub: VirtualDevice,
  deviceIdentifier: Eui64,
  firmwareVersion: string,
  transferred: boolean,
): DeviceAlert {
  const content = encodeDer(alertOf(CCS08.contents.alert), {
    alertCode: transferred ? ALERT_CODES.transferred : ALERT_CODES.notTransferred,
    dateTime: hub.now,
    deviceIdentifier,
    firmwareVersion: Buffer.from(firmwareVersion, 'hex'),
    transferResponseCode: transferred ? 'success' : 'fileTransferFailure',
  });
  return {
    messageCode: CCS08.messageCode,
    recipient: hub.accessControlBroker,
    protection: 'signature',
    content: () => content,
  };
}

/** Activates the image that is held, if it is the one meant. Source: GBCS-RULES 1.6, order of work; mark: confirmed. */
export function activateImage(device: VirtualDevice, hash: Buffer): Outcome {
  const image = device.firmwareImage;
  if (image === undefined) return 'noImageHeld';
  if (!image.hash.equals(hash)) return 'hashMismatch';
  if (device.failsAt === 0) return 'activationFailure';
  device.firmwareVersion = image.firmwareVersion;
  device.firmwareImage = undefined;
  return 'success';
}

/** What came of a CS06. */
export function activationOutcome(device: VirtualDevice, hash: Buffer) {
  const outcome = activateImage(device, hash);
  return { activateImageResponseCode: outcome, firmwareVersion: versionOf(device) };
}

/** The alert of a future-dated CS06, to the originator of the Command. Source: RTDS 4.5.0 alerts 00CA. */
export function futureDatedActivationAlert(
  outcome: ReturnType<typeof activationOutcome>,
  command: {
    readonly originator: Eui64;
    readonly originatorCounter: bigint;
    readonly executionDateTime: Date;
  },
): DeviceAlert {
  const { succeeded, failed } = FUTURE_DATED_ALERT_CODES;
  const content = encodeDer(alertOf(CS06_ALERT.contents.alert), {
    alertCode: outcome.activateImageResponseCode === 'success' ? succeeded : failed,
    executionDateTime: command.executionDateTime,
    originatorCounter: command.originatorCounter,
    executionOutcome: outcome,
  });
  return {
    messageCode: CS06_ALERT.messageCode,
    recipient: command.originator,
    protection: 'signature',
    content: () => content,
  };
}

const versionOf = (device: VirtualDevice) => Buffer.from(device.firmwareVersion, 'hex');

function alertOf<T>(schema: DerSchema<T> | undefined): DerSchema<T> {
  if (schema === undefined) throw new InternalError('the use case has no alert');
  return schema;
}
