import type { Clock } from '../common/clock.js';
import type { Eui64 } from '../common/eui64.js';
import type { SigningIdentity } from '../duis/index.js';
import { buildCountersignedServiceRequest, type Smets1Eligibility } from '../smets1/index.js';
import type { Door } from './gateway.js';

export interface S1spDoorParts {
  readonly identity: SigningIdentity;
  readonly eligibility: Smets1Eligibility;
  /** The S1SP responsible for the Device, and where it takes Countersigned Service Requests. */
  readonly s1sp: { readonly id: Eui64; readonly url: () => string };
  readonly clock: Clock;
}

/** Countersigns a Service Request for a SMETS1 Device and hands it to the S1SP. */
export function s1spDoor(parts: S1spDoorParts): Door {
  return ({ received: { request, bytes }, row }) => {
    parts.eligibility.require(row.variant);
    const document = buildCountersignedServiceRequest(
      {
        requestId: request.requestId,
        deviceId: request.requestId.target,
        s1sp: parts.s1sp.id,
        acceptedAt: parts.clock(),
        serviceRequest: bytes,
      },
      parts.identity,
    );
    return Promise.resolve({
      route: 's1sp',
      responseCode: 'I99',
      command: document,
      dispatch: { channel: 's1sp', destination: parts.s1sp.url(), body: document },
    });
  };
}
