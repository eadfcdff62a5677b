import { DuisRejection } from '../common/errors.js';
import {
  catalogueRow,
  type CatalogueRow,
  type ServiceRequest,
  serviceReferenceOf,
  WEB_SERVICES,
  type WebService,
} from '../duis/index.js';
import type { Eui64 } from '../common/eui64.js';
import type { DeviceRecord } from '../inventory/index.js';
import { smets1CommandVariants } from '../smets1/index.js';
import type { User } from './user.js';

/** What the checks look at: the request, the door it came in by, and what the gateway knows of its sender and target. */
export interface CheckedRequest {
  readonly service: WebService;
  readonly request: ServiceRequest;
  readonly accessControlBroker: Eui64;
  /** The sender; undefined if the gateway has no such User. */
  readonly user: User | undefined;
  /** The target as the Smart Metering Inventory has it; undefined if it has no such Device. */
  readonly device: DeviceRecord | undefined;
}

interface Check {
  readonly name: string;
  /** The refusal, or undefined if the request passes. */
  readonly refuse: (checked: CheckedRequest, row: CatalogueRow) => DuisRejection | undefined;
}

/** SMI statuses of a Device to which Commands can be sent. */
const REACHABLE: readonly string[] = [
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  'Commissioned',
  'Recovery',
  'Recovered',
];

/** The checks of DUIS in the order in which the first that fails decides the Response Code. */
export const CHECKS: readonly Check[] = [
  {
    name: 'the sender is a User',
    refuse: ({ user, request }) =>
      user === undefined
        ? new DuisRejection('E1', `${request.requestId.originator} is not a User of this gateway`)
        : undefined,
  },
  {
    name: 'the User is active',
    refuse: ({ user }) =>
      user?.status === 'suspended' ? new DuisRejection('E3', `User ${user.id} is suspended`) : undefined,
  },
  {
    name: 'the web service fits the Command Variant',
    refuse: ({ service, request }) =>
      WEB_SERVICES[service].commandVariants.includes(request.commandVariant)
        ? undefined
        : request.commandVariant === 9
          ? new DuisRejection('E12', 'Command Variant 9 is internal to the DCC')
          : new DuisRejection('E13', `Command Variant ${request.commandVariant} does not go to ${service}`),
  },
  {
    name: 'the Command Variant fits the Service Reference Variant',
    refuse: ({ request, device }, row) => {
      const allowed = device?.generation === 'SMETS1' ? smets1CommandVariants(row) : row.commandVariants;
      if (allowed.includes(request.commandVariant)) return undefined;
      const variants = allowed.join(', ');
      return new DuisRejection(
        'E12',
        `${row.variant} is asked for with Command Variant ${variants}, not ${request.commandVariant}`,
      );
    },
  },
  {
    name: 'Service Reference, Variant and body element fit each other',
    refuse: ({ request }, row) => {
      const element = isSignedPreCommand(request) ? 'SignedPreCommand' : row.element;
      if (request.serviceReference !== serviceReferenceOf(row.variant)) {
        return new DuisRejection('E12', `${row.variant} does not belong to ${request.serviceReference}`);
      }
      return request.body.element === element
        ? undefined
        : new DuisRejection('E12', `${row.variant} carries ${element}, found ${request.body.element}`);
    },
  },
  {
    name: 'the User Role may send the Service Reference',
    refuse: ({ user }, row) =>
      user?.roles.some((role) => row.roles.includes(role)) === true
        ? undefined
        : new DuisRejection(
            'E2',
            `${row.variant} is for ${row.roles.join(', ')}, the User is ${user?.roles.join(', ')}`,
          ),
  },
  {
    name: 'the target exists',
    refuse: ({ request, device, accessControlBroker }, row) => {
      if (row.targets.length > 0) {
        return device === undefined
          ? new DuisRejection('E19', `the inventory has no Device ${request.requestId.target}`)
          : undefined;
      }
      return request.requestId.target === accessControlBroker
        ? undefined
        : new DuisRejection('E19', `the target of a Non-Device Service is the DCC, ${accessControlBroker}`);
    },
  },
  {
    name: 'the Service Reference fits the Device type',
    refuse: ({ device }, row) =>
      device === undefined || row.targets.includes(device.deviceType)
        ? undefined
        : new DuisRejection(
            'E11',
            `${row.variant} is for ${row.targets.join(', ')}, the Device is a ${device.deviceType}`,
          ),
  },
  {
    name: 'the Device can be sent Commands in its status',
    refuse: ({ device }) =>
      device === undefined || device.status === null || REACHABLE.includes(device.status)
        ? undefined
        : new DuisRejection('E5', `Device ${device.id} is ${device.status}`),
  },
];

function isSignedPreCommand(request: ServiceRequest): boolean {
  return request.commandVariant >= 5 && request.commandVariant <= 7;
}

/**
 * Runs the checks in order.
 * @returns the catalogue row of the Service Reference Variant
 * @throws DuisRejection of the first check that fails
 */
export function authorise(checked: CheckedRequest): CatalogueRow {
  const row = catalogueRow(checked.request.serviceReferenceVariant);
  if (row === undefined) {
    throw new DuisRejection('E12', `no Service Reference Variant ${checked.request.serviceReferenceVariant}`);
  }
  for (const check of CHECKS) {
    const refusal = check.refuse(checked, row);
    if (refusal !== undefined) throw refusal;
  }
  return row;
}
