import type { Clock } from '../common/clock.js';
import type { Eui64 } from '../common/eui64.js';
import { DuisRejection } from '../common/errors.js';
import type { ServiceRequest, SigningIdentity } from '../duis/index.js';
import { chooseUseCase, originatorOf, type TransformContext } from '../gbcs/index.js';
import { buildCountersignedServiceRequest, type Smets1Eligibility } from '../smets1/index.js';
import type { Door } from './gateway.js';
import { type ContextParts, gatherContext } from './transform-context.js';

export interface S1spDoorParts extends ContextParts {
  readonly identity: SigningIdentity;
  readonly eligibility: Smets1Eligibility;
  /** The S1SP responsible for the Device, and where it takes Countersigned Service Requests. */
  readonly s1sp: { readonly id: Eui64; readonly url: () => string };
  readonly clock: Clock;
}

/** Countersigns a Service Request for a SMETS1 Device and hands it to the S1SP. */
export function s1spDoor(parts: S1spDoorParts): Door {
  return async ({ received: { request, bytes }, row, device, scheduled }) => {
    parts.eligibility.require(row.variant);
    const context = await gatherContext(request, device, 0n, parts.clock(), parts);
    const document = buildCountersignedServiceRequest(
      {
        requestId: request.requestId,
        deviceId: request.requestId.target,
        s1sp: parts.s1sp.id,
        acceptedAt: parts.clock(),
        ...((scheduled === true || isForSupplementaryParty(request, context)) && {
          supplementaryRemoteParty: { id: request.requestId.originator, counter: request.requestId.counter },
        }),
        serviceRequest: bytes,
      },
      parts.identity,
    );
    return {
      route: 's1sp',
      responseCode: 'I99',
      command: document,
      dispatch: { channel: 's1sp', destination: parts.s1sp.url(), body: document },
    };
  };
}

/**
 * True if the GBCS Command to a SMETS2+ Device would hold the User as Supplementary Remote Party; the Countersigned
 * Service Request then holds it too. A request that no use case serves has none.
 */
function isForSupplementaryParty(request: ServiceRequest, context: TransformContext): boolean {
  try {
    return originatorOf(chooseUseCase(request, context), request, context) === 'AccessControlBrokerForUser';
  } catch (error) {
    if (error instanceof DuisRejection) return false;
    throw error;
  }
}
