import { basename } from 'node:path';
import { parseEui64, type Eui64 } from '../../common/eui64.js';
import type { ServiceRequest } from '../../duis/index.js';
import type { DeviceFacts } from '../../gbcs/index.js';
import { REFERENCE_DEVICES } from '../reference-devices.js';

/**
 * What the reference test data took for granted and its requests do not say. Use cases that share a Service Reference
 * Variant were recorded with Devices of other GBCS versions and variants under one EUI-64.
 */
export interface ReferenceFacts {
  /** Facts about the Device addressed, beside its type. */
  readonly device: Omit<DeviceFacts, 'deviceType'>;
  /** The party that asked, where the request names another. */
  readonly originator?: Eui64;
}

/** Use cases that later ones replaced: recorded with a Device of the first GBCS version. */
const EARLY_USE_CASES = [
  'CCS05CCS04',
  'ECS08',
  'ECS26d',
  'ECS26e',
  'ECS26i',
  'ECS30',
  'ECS35f',
  'ECS46c',
  'ECS47Activate',
  'ECS47Deactivate',
  'ECS47Reset',
  'ECS61a',
  'GCS21d',
  'GCS21e',
  'GCS24',
  'GCS25',
  'GCS60',
];

/** Use cases of polyphase ESMEs. */
const POLYPHASE_USE_CASES = ['ECS23b', 'ECS26k', 'ECS29b', 'ECS29d', 'ECS29f'];

/** Sent by the Access Control Broker although the Supplier's role could have: the Device did not know this Supplier. */
const UNKNOWN_PARTY_USE_CASES = ['ECS61d', 'GCS15d'];

/** Requests that name the Access Control Broker while the Command was made for the Supplier. */
const ASKED_BY_SUPPLIER = ['CS08'];
const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');

/** @param name of a pair: use case, Service Reference Variant and circumstances joined by `_` */
export function referenceFacts(name: string): ReferenceFacts {
  const [useCase = '', , ...circumstances] = name.split('_');
  const variant = circumstances.includes('TWIN')
    ? 'B'
    : POLYPHASE_USE_CASES.includes(useCase)
      ? 'C'
      : undefined;
  return {
    device: {
      ...(EARLY_USE_CASES.includes(useCase) && { gbcsVersion: '1.0' }),
      ...(variant !== undefined && { esmeVariant: variant }),
      ...(UNKNOWN_PARTY_USE_CASES.includes(useCase) && { knownRemoteParties: [] }),
    },
    ...(ASKED_BY_SUPPLIER.includes(useCase) && { originator: SUPPLIER }),
  };
}

/** The Device addressed with all that the reference test data took for granted; empty if they do not have it. */
export function referenceDevices(target: Eui64, { device }: ReferenceFacts): ReadonlyMap<Eui64, DeviceFacts> {
  const usual = REFERENCE_DEVICES.get(target);
  return new Map(usual && [[target, { ...usual, ...device }]]);
}

/** The name of the pair a request file belongs to; undefined if the file is not named as those of the reference data are. */
export function referencePairName(file: string): string | undefined {
  return /^(.+)_REQUEST_DUIS\.XML$/i.exec(basename(file))?.[1];
}

/** The request in the name of the party that asked. */
export function askedBy(request: ServiceRequest, { originator }: ReferenceFacts): ServiceRequest {
  return originator === undefined ? request : { ...request, requestId: { ...request.requestId, originator } };
}
