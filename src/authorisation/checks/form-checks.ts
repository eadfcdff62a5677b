import { DuisRejection } from '../../common/errors.js';
import { type ServiceRequest, serviceReferenceOf, WEB_SERVICES } from '../../duis/index.js';
import { smets1CommandVariants } from '../../smets1/index.js';
import { type Check, CODE_LIST } from './check.js';

export const webServiceFits: Check = {
  name: 'the web service is that of the Command Variant',
  responseCodes: ['E13', 'E12'],
  mark: 'confirmed',
  source: `${CODE_LIST}; DUIS schema, CommandVariant; that Command Variant 9 gives E12 is inferred`,
  refuse: ({ service, request: { commandVariant } }) => {
    if (commandVariant === 9) return new DuisRejection('E12', 'Command Variant 9 is internal to the DCC');
    return WEB_SERVICES[service].commandVariants.includes(commandVariant)
      ? undefined
      : new DuisRejection('E13', `Command Variant ${commandVariant} does not go to ${service}`);
  },
};

export const commandVariantFits: Check = {
  name: 'the Command Variant is one of the Service Reference Variant',
  responseCodes: ['E12'],
  mark: 'confirmed',
  source: `${CODE_LIST}; Command Variants of the catalogue; those for SMETS1 Devices are inferred`,
  refuse: ({ request: { commandVariant }, device }, row) => {
    const allowed = device?.generation === 'SMETS1' ? smets1CommandVariants(row) : row.commandVariants;
    return allowed.includes(commandVariant)
      ? undefined
      : new DuisRejection(
          'E12',
          `${row.variant} is asked for with Command Variant ${allowed.join(', ')}, not ${commandVariant}`,
        );
  },
};

export const bodyFits: Check = {
  name: 'Service Reference, Service Reference Variant and body fit each other',
  responseCodes: ['E12'],
  mark: 'inferred',
  source: 'no source names the code; E12 is the general one for a request that contradicts itself',
  refuse: ({ request }, row) => {
    const element = isSignedPreCommand(request) ? 'SignedPreCommand' : row.element;
    if (request.serviceReference !== serviceReferenceOf(row.variant)) {
      return new DuisRejection('E12', `${row.variant} does not belong to ${request.serviceReference}`);
    }
    return request.body.element === element
      ? undefined
      : new DuisRejection('E12', `${row.variant} carries ${element}, found ${request.body.element}`);
  },
};

function isSignedPreCommand({ commandVariant }: ServiceRequest): boolean {
  return commandVariant >= 5 && commandVariant <= 7;
}
