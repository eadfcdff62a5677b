import { DuisRejection } from '../../common/errors.js';
import { executionDateTimeOf, isCancellation } from '../../duis/index.js';
import type { Check } from './check.js';
import { LOCAL_DELIVERY } from './local-delivery-check.js';

const NO_CODE = 'no source names the code; E12 is inferred';

export const mayBeDated: Check = {
  name: 'an ExecutionDateTime stands in a request that can be future dated only',
  responseCodes: ['E12'],
  mark: 'inferred',
  source: `request matrix, Future Dated Response Pattern; DUIS schema: local delivery is on demand only; ${NO_CODE}`,
  refuse: ({ request }, row) => {
    if (executionDateTimeOf(request) === undefined) return undefined;
    if (row.futureDated === 'none') {
      return new DuisRejection('E12', `${row.variant} cannot be future dated`);
    }
    return LOCAL_DELIVERY.includes(request.commandVariant)
      ? new DuisRejection('E12', `Command Variant ${request.commandVariant} cannot be future dated`)
      : undefined;
  },
};

/**
 * A date that has passed is no flaw where the DCC holds the request: it is due, which is also what a held request is when
 * it is checked again. A Device cannot be told to have done something.
 */
export const dateNotPast: Check = {
  name: 'what a Device is to hold is dated ahead',
  responseCodes: ['E12'],
  mark: 'inferred',
  source: `samples of duis-templates dated 2015 are of requests the DCC holds; ${NO_CODE}`,
  refuse: ({ request, executionAt, now }, row) =>
    row.futureDated === 'Device' && !isCancellation(request) && executionAt < now
      ? new DuisRejection('E12', `the ExecutionDateTime ${executionAt.toISOString()} has passed`)
      : undefined,
};

export const dateNotTooFar: Check = {
  name: 'the ExecutionDateTime is not further ahead than the gateway allows; a cancellation always is in range',
  responseCodes: ['E12'],
  mark: 'inferred',
  source: `the limit is a setting; ${NO_CODE}`,
  refuse: ({ request, executionAt, latestExecutionAt }) =>
    !isCancellation(request) && executionAt > latestExecutionAt
      ? new DuisRejection(
          'E12',
          `the ExecutionDateTime ${executionAt.toISOString()} is after ${latestExecutionAt.toISOString()}`,
        )
      : undefined,
};
