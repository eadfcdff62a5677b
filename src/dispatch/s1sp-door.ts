import type { Clock } from '../common/clock.js';
import { DuisRejection } from '../common/errors.js';
import type { ServiceRequest, SigningIdentity } from '../duis/index.js';
import { chooseUseCase, originatorOf, type TransformContext } from '../gbcs/index.js';
import {
  buildCountersignedServiceRequest,
  type S1spDirectory,
  type Smets1Eligibility,
} from '../smets1/index.js';
import type { Door } from './gateway.js';
import { s1spNameOf } from './s1sp-responsibility.js';
import { type ContextParts, gatherContext } from './transform-context.js';

export interface S1spDoorParts extends ContextParts {
  readonly identity: SigningIdentity;
  readonly eligibility: Smets1Eligibility;
  readonly s1sps: S1spDirectory;
  readonly clock: Clock;
}

/**
 * Countersigns a Service Request for a SMETS1 Device and hands it to the S1SP that serves the Device: the one the inventory
 * names for it, or for its Communications Hub.
 */
export function s1spDoor(parts: S1spDoorParts): Door {
  return async ({ received: { request, bytes }, row, device, scheduled }) => {
    parts.eligibility.require(row.variant);
    const { target } = request.requestId;
    const name = device === undefined ? null : await s1spNameOf(device, parts.inventory);
    const s1sp = parts.s1sps.require(name, target);
    const context = await gatherContext(request, device, 0n, parts.clock(), parts);
    const document = buildCountersignedServiceRequest(
      {
        requestId: request.requestId,
        deviceId: target,
        s1sp: s1sp.id,
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
      dispatch: { channel: 's1sp', destination: s1sp.url(), body: document },
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
