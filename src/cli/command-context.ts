import { ConfigError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { ServiceRequest } from '../duis/index.js';
import { type DeviceFacts, targetsOf, type TransformContext } from '../gbcs/index.js';
import type { CredentialStore } from '../smki/index.js';
import {
  ACCESS_CONTROL_BROKER,
  REFERENCE_DEVICES,
  REFERENCE_GAS_PROXY_LOGS,
  REFERENCE_HUB_BACKUPS,
  TRANSITIONAL_CHANGE_OF_SUPPLIER,
} from './reference-devices.js';

export interface CommandContextOptions {
  /** Facts given on the command line; they come before what is known of the reference Devices. */
  readonly devices: ReadonlyMap<Eui64, DeviceFacts>;
  /** Originator Counter of the Access Control Broker, or of the transitional Change of Supplier party. */
  readonly counter: bigint;
  readonly credentials: CredentialStore;
}

/**
 * What a message depends on besides the request, where there is no inventory: facts given on the command line, else the
 * Devices of the reference test data, else, for the Device addressed, the one type its Service Request allows.
 * @throws ConfigError if nothing tells what the Device addressed is
 */
export function commandContext(request: ServiceRequest, options: CommandContextOptions): TransformContext {
  const { devices, counter, credentials } = options;
  const target = targetFacts(request, devices);
  return {
    accessControlBroker: ACCESS_CONTROL_BROKER,
    accessControlBrokerCounter: counter,
    transitionalChangeOfSupplier: { id: TRANSITIONAL_CHANGE_OF_SUPPLIER, counter },
    device: (id) => (id === request.requestId.target ? target : knownFacts(id, devices)),
    keyAgreementCertificate: (id) => credentials.find(id, 'ka')?.certificate?.der,
    gasProxyDeviceLog: (id) => REFERENCE_GAS_PROXY_LOGS.get(id),
    communicationsHubBackup: (id) => REFERENCE_HUB_BACKUPS.get(id),
  };
}

function knownFacts(id: Eui64, devices: ReadonlyMap<Eui64, DeviceFacts>): DeviceFacts | undefined {
  return devices.get(id) ?? REFERENCE_DEVICES.get(id);
}

function targetFacts(request: ServiceRequest, devices: ReadonlyMap<Eui64, DeviceFacts>): DeviceFacts {
  const { target } = request.requestId;
  const known = knownFacts(target, devices);
  if (known) return known;
  const [only, ...others] = targetsOf(request.serviceReferenceVariant);
  if (only && others.length === 0) return { deviceType: only };
  const possible = only ? ` (${[only, ...others].join(', ')} are possible)` : '';
  throw new ConfigError('--device', `say what ${target} is${possible}, such as --device ${target}=ESME`);
}
