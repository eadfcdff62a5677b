import { DuisRejection } from '../../common/errors.js';
import type { CommandVariant, UserRole } from '../../duis/index.js';
import type { DeviceRecord } from '../../inventory/index.js';
import { type Check, CODE_LIST } from './check.js';

/** Command Variants whose Command the User carries to the Device. Source: DUIS schema, CommandVariant. */
export const LOCAL_DELIVERY: readonly CommandVariant[] = [2, 3, 6, 7];

/** Who stands beside a Device. Inferred: 8.13 Return Local Command Response is for them. */
const LOCAL_ROLES: readonly UserRole[] = ['IS', 'GS'];

/** Inferred: a Device that is Pending is not installed yet, and one that is Suspended is not to be worked on in a home. */
const NOT_LOCALLY: readonly DeviceRecord['status'][] = ['Pending', 'Suspended'];

export const localDeliveryAllowed: Check = {
  name: 'a Command for local delivery is for a Supplier that asks for a Device it can stand beside',
  responseCodes: ['E17'],
  mark: 'inferred',
  source: `${CODE_LIST}: the combination of role and status; which combinations is inferred from 8.13 being for IS and GS`,
  refuse: ({ request: { commandVariant }, user, device }, row) => {
    if (!LOCAL_DELIVERY.includes(commandVariant)) return undefined;
    if (user?.roles.some((role) => LOCAL_ROLES.includes(role) && row.roles.includes(role)) !== true) {
      return new DuisRejection('E17', `local delivery of ${row.variant} is for ${LOCAL_ROLES.join(' and ')}`);
    }
    return device !== undefined && NOT_LOCALLY.includes(device.status)
      ? new DuisRejection('E17', `nothing is delivered locally to a Device that is ${device.status}`)
      : undefined;
  },
};
