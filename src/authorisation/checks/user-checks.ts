import { DuisRejection } from '../../common/errors.js';
import { type Check, CODE_LIST } from './check.js';

export const userIsKnown: Check = {
  name: 'the sender is a User',
  responseCodes: ['E1'],
  mark: 'confirmed',
  source: CODE_LIST,
  refuse: ({ user, request }) =>
    user === undefined
      ? new DuisRejection('E1', `${request.requestId.originator} is not a User of this gateway`)
      : undefined,
};

export const userIsActive: Check = {
  name: 'the User is active',
  responseCodes: ['E3'],
  mark: 'inferred',
  source: `${CODE_LIST}: invalid User status; that it is a suspended User's is inferred`,
  refuse: ({ user }) =>
    user?.status === 'suspended' ? new DuisRejection('E3', `User ${user.id} is suspended`) : undefined,
};

export const roleMaySend: Check = {
  name: 'a User Role of the User may send the Service Reference Variant',
  responseCodes: ['E2'],
  mark: 'confirmed',
  source: `${CODE_LIST}; roles of the catalogue`,
  refuse: ({ user }, row) =>
    user?.roles.some((role) => row.roles.includes(role)) === true
      ? undefined
      : new DuisRejection(
          'E2',
          `${row.variant} is for ${row.roles.join(', ')}, the User is ${user?.roles.join(', ')}`,
        ),
};

export const userIsResponsible: Check = {
  name: 'the User is responsible for the Device when the request is executed',
  responseCodes: ['E4'],
  mark: 'inferred',
  source: `${CODE_LIST}: not authorised for this Device at the required date and time; which variants is inferred`,
  refuse: ({ responsibleAs, request, executionAt }, row) =>
    row.responsibility === 'any' || row.roles.some((role) => responsibleAs.includes(role))
      ? undefined
      : new DuisRejection(
          'E4',
          `${request.requestId.originator} is responsible for the Device as ${row.roles.join(' or ')} at ` +
            `${executionAt.toISOString()} by no registration`,
        ),
};
