import type { Clock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import { hasBody } from '../duis/index.js';
import {
  type Inventory,
  type NonDeviceContext,
  type NonDeviceOutcome,
  performNonDeviceService,
} from '../inventory/index.js';
import { performSchedulingService, type Schedules } from '../scheduling/index.js';
import type { CredentialStore } from '../smki/index.js';
import type { Consequences } from './consequences.js';
import type { Door } from './gateway.js';
import type { AuthorisedRequest } from './judgement.js';
import { type LocalResponseParts, takeLocalResponse } from './local-command-response.js';

export interface NonDeviceDoorParts {
  readonly inventory: Inventory;
  readonly schedules: Schedules;
  readonly consequences: Consequences;
  readonly local: LocalResponseParts;
  readonly credentials: CredentialStore;
  readonly accessControlBroker: Eui64;
  /** Called when a Device has come into the inventory. */
  readonly onPreNotified: (id: Eui64, deviceType: DeviceType, firmwareVersion?: string) => void;
  readonly clock: Clock;
}

/** Serves what the DCC answers itself. */
export function nonDeviceDoor(parts: NonDeviceDoorParts): Door {
  return async (authorised) => {
    const { request } = authorised.received;
    const { responseCode, content, remark, events = [] } = await perform(authorised, parts);
    if (hasBody(request, 'DevicePrenotification')) {
      const { DeviceID, DeviceType, AssociatedGPFDeviceID, FirmwareVersion } = request.body.content;
      parts.onPreNotified(DeviceID, DeviceType, FirmwareVersion);
      if (AssociatedGPFDeviceID !== undefined) {
        parts.onPreNotified(AssociatedGPFDeviceID, 'GPF', FirmwareVersion);
      }
    }
    return {
      route: 'non-device',
      responseCode,
      ...(content !== undefined && { content }),
      ...(remark !== undefined && { remark }),
      deliveries: await parts.consequences.of(events, authorised.requestId),
    };
  };
}

async function perform(
  { received: { request }, requestId, user, row }: AuthorisedRequest,
  { inventory, schedules, local, credentials, accessControlBroker, clock }: NonDeviceDoorParts,
): Promise<NonDeviceOutcome> {
  if (hasBody(request, 'ReturnLocalCommandResponse')) {
    await takeLocalResponse(request, local);
    return { responseCode: 'I99' };
  }
  const certificates = certificatesOf(accessControlBroker, credentials);
  const context = {
    inventory,
    now: clock(),
    requestId,
    user,
    ...(certificates !== undefined && { accessControlBrokerCertificates: certificates }),
  };
  const outcome =
    (await performNonDeviceService(request, context)) ??
    (await performSchedulingService(request, { ...context, schedules }));
  if (outcome === undefined) throw new DuisRejection('E12', `${row.variant} ${row.name} is not served`);
  return outcome;
}

/** What a User needs to give a Device back to the DCC (8.6). */
function certificatesOf(
  broker: Eui64,
  credentials: CredentialStore,
): NonDeviceContext['accessControlBrokerCertificates'] {
  const keyAgreement = credentials.find(broker, 'ka')?.certificate?.der;
  const digitalSigning = credentials.find(broker, 'ds')?.certificate?.der;
  if (keyAgreement === undefined) return undefined;
  return {
    keyAgreement: Buffer.from(keyAgreement),
    ...(digitalSigning !== undefined && { digitalSigning: Buffer.from(digitalSigning) }),
  };
}
