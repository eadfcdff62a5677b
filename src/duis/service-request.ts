import type { RequestId } from '../common/request-id.js';
import type { RequestBodyElements } from './generated/service-request-types.js';

/** How a request is processed and where its result goes (DUIS schema, simple type CommandVariant; 9 is not for Users). */
export type CommandVariant = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export type RequestElementName = keyof RequestBodyElements;

/** The one element in a Service Request's Body: its name and its typed content. */
export type RequestBody<Name extends RequestElementName = RequestElementName> = {
  [N in Name]: { readonly element: N; readonly content: RequestBodyElements[N] };
}[Name];

/** A schema-valid Service Request (or Signed Pre-Command), read from its canonical bytes. */
export interface ServiceRequest<Name extends RequestElementName = RequestElementName> {
  /** DUIS schema version the User named, such as `5.4`. */
  readonly schemaVersion: string;
  readonly requestId: RequestId;
  readonly firstInSequence?: boolean;
  readonly precedingServiceRequestId?: RequestId;
  readonly commandVariant: CommandVariant;
  /** Such as `8.7`. */
  readonly serviceReference: string;
  /** Such as `8.7.2`; equal to the Service Reference where that has no variants. */
  readonly serviceReferenceVariant: string;
  readonly body: RequestBody<Name>;
}

/** Narrows a request to one body element. */
export function hasBody<Name extends RequestElementName>(
  request: ServiceRequest,
  element: Name,
): request is ServiceRequest<Name> {
  return request.body.element === element;
}
