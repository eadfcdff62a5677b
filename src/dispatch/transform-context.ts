import { randomInt } from 'node:crypto';
import { wholeSecond } from '../common/clock.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { hasBody, type ServiceRequest } from '../duis/index.js';
import type { DeviceFacts, TransformContext } from '../gbcs/index.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import type { CredentialStore } from '../smki/index.js';
import { gasProxyDeviceLog } from './gas-proxy-device-log.js';

export interface ContextParts {
  readonly inventory: Inventory;
  readonly credentials: CredentialStore;
  readonly accessControlBroker: Eui64;
  readonly transitionalChangeOfSupplier: Eui64;
}

/**
 * Gathers what a GBCS message depends on besides the request: facts about the target and every Device the request names.
 * @param target the Device addressed
 * @param counter Originator Counter for a party of the DCC, should it be the originator
 */
export async function gatherContext(
  request: ServiceRequest,
  target: DeviceRecord | undefined,
  counter: bigint,
  now: Date,
  parts: ContextParts,
): Promise<TransformContext> {
  const facts = new Map<Eui64, DeviceFacts>();
  if (target !== undefined) facts.set(target.id, factsOf(target));
  for (const id of euisIn(request.body.content)) {
    const record = facts.has(id) ? undefined : await parts.inventory.find(id);
    if (record !== undefined) facts.set(id, factsOf(record));
  }
  const gasProxyLog = hasBody(request, 'RestoreGPFDeviceLog')
    ? await gasProxyDeviceLog(parseEui64(request.body.content.OldGPFID), parts.inventory)
    : undefined;
  const hubBackup = hasBody(request, 'RestoreHANDeviceLog')
    ? await parts.inventory.hubBackup(request.body.content.OldCHFID)
    : undefined;
  return {
    accessControlBroker: parts.accessControlBroker,
    accessControlBrokerCounter: counter,
    transitionalChangeOfSupplier: { id: parts.transitionalChangeOfSupplier, counter },
    currentTime: wholeSecond(now),
    customerIdentificationNumber: String(randomInt(10_000)).padStart(4, '0'),
    device: (id) => facts.get(id),
    keyAgreementCertificate: (id) => parts.credentials.find(id, 'ka')?.certificate?.der,
    gasProxyDeviceLog: () => gasProxyLog,
    communicationsHubBackup: () => hubBackup,
    trustAnchors: parts.credentials.authorities,
  };
}

/**
 * The context of a Command the DCC sends for a User by itself: the Access Control Broker is the originator and the User the
 * Supplementary Remote Party, also where the Device knows the User. Source: MMC schema 5.4, comment in ResponsePayload on
 * what is "DSP-scheduled".
 */
export function originatedByDcc(context: TransformContext): TransformContext {
  return {
    ...context,
    device: (id) => {
      const facts = context.device(id);
      return facts && { ...facts, knownRemoteParties: [] };
    },
  };
}

function factsOf(record: DeviceRecord): DeviceFacts {
  return {
    deviceType: record.deviceType,
    ...(record.gbcsVersion !== null && { gbcsVersion: record.gbcsVersion }),
    ...(record.esmeVariant !== null && { esmeVariant: record.esmeVariant }),
  };
}

const EUI64 = /^[0-9A-F]{2}(?:-[0-9A-F]{2}){7}$/;

/** Every EUI-64 among the values of a request's body. */
function* euisIn(value: unknown): Generator<Eui64> {
  if (typeof value === 'string') {
    if (EUI64.test(value)) yield parseEui64(value);
  } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    for (const member of Object.values(value)) yield* euisIn(member);
  }
}
