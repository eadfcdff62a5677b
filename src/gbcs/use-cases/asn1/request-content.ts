import { InternalError } from '../../../common/errors.js';
import type { RequestBody, RequestElementName, ServiceRequest } from '../../../duis/index.js';

/** The typed content of one Body element. */
export type ContentOf<Name extends RequestElementName> = RequestBody<Name>['content'];

/**
 * The content of a request whose Service Reference Variant carries `element`.
 * @throws InternalError if it carries another one, which authorisation should have refused
 */
export function contentOf<Name extends RequestElementName>(
  request: ServiceRequest,
  element: Name,
): ContentOf<Name> {
  const content = contentIf(request, element);
  if (content === undefined) throw new InternalError(`expected ${element}, found ${request.body.element}`);
  return content;
}

/** The content of a request if it carries `element`. */
export function contentIf<Name extends RequestElementName>(
  request: ServiceRequest,
  element: Name,
): ContentOf<Name> | undefined {
  return carries(request, element) ? request.body.content : undefined;
}

function carries<Name extends RequestElementName>(
  request: ServiceRequest,
  element: Name,
): request is ServiceRequest<Name> {
  return request.body.element === element;
}
