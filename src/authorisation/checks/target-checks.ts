import { DuisRejection } from '../../common/errors.js';
import { type Check, CODE_LIST } from './check.js';

export const targetExists: Check = {
  name: 'the target is a Device of the inventory, or the DCC for a Non-Device Service',
  responseCodes: ['E19'],
  mark: 'confirmed',
  source: `${CODE_LIST}; that another target of a Non-Device Service gives E19 is inferred`,
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
};

export const deviceTypeFits: Check = {
  name: 'the Service Reference Variant is for the Device type',
  responseCodes: ['E11'],
  mark: 'confirmed',
  source: `${CODE_LIST}; Device types of the catalogue`,
  refuse: ({ device }, row) =>
    device === undefined || row.targets.length === 0 || row.targets.includes(device.deviceType)
      ? undefined
      : new DuisRejection(
          'E11',
          `${row.variant} is for ${row.targets.join(', ')}, the Device is a ${device.deviceType}`,
        ),
};

export const statusFits: Check = {
  name: 'the SMI status of the Device allows the Service Reference Variant',
  responseCodes: ['E5'],
  mark: 'confirmed',
  source: `${CODE_LIST}; the statuses of the catalogue are inferred; Type 2 Devices have none`,
  refuse: ({ device }, row) =>
    device === undefined ||
    device.status === null ||
    row.targets.length === 0 ||
    row.statuses.includes(device.status)
      ? undefined
      : new DuisRejection('E5', `${row.variant} is not for Devices that are ${device.status}: ${device.id}`),
};
