import { InternalError } from '../../common/errors.js';
import { hasBody, type RequestElementName, type ServiceRequest } from '../../duis/index.js';
import type { RequestBodyElements } from '../../duis/generated/service-request-types.js';
import type {
  MmcResponsePayload,
  MmcResponsePayload_SMETSData,
} from '../../duis/generated/service-response-types.js';
import type { Smets1Device } from './smets1-device.js';
import type { Smets1Homes } from './smets1-homes.js';

/** What a simulated Device works with when it executes a request. */
export interface ServiceContext {
  readonly request: ServiceRequest;
  readonly device: Smets1Device;
  readonly homes: Smets1Homes;
  readonly now: Date;
}

/** Executes a Service Reference Variant and makes the body of its Response. */
export type Service = (context: ServiceContext) => MmcResponsePayload;

/** Services by Service Reference Variant. */
export type ServiceTable = Readonly<Record<string, Service>>;

/** The name of a Response's body element. */
export type BodyName = keyof MmcResponsePayload_SMETSData;

export type BodyContent<Name extends BodyName> = Omit<
  NonNullable<MmcResponsePayload_SMETSData[Name]>,
  'MessageSuccess'
>;

/** A Response that says what was read, or that it was done. */
export function success<Name extends BodyName>(name: Name, content: BodyContent<Name>): MmcResponsePayload {
  return { SMETSData: { [name]: { MessageSuccess: true, ...content } } };
}

/** A Response that says why it was not done. Which numbers S1SPs give is not known. */
export function failure<Name extends BodyName>(
  name: Name,
  content: BodyContent<Name>,
  error: string,
): MmcResponsePayload {
  return {
    SMETSData: { [name]: { MessageSuccess: false, ...content } },
    DebugInfo: { SMETS1Debug: { SMETS1Response: [{ ResponseCode: 1n, Position: 1n, Error: error }] } },
  };
}

/** A read: the body from the Device's state. */
export function read<Name extends BodyName>(
  name: Name,
  content: (context: ServiceContext) => BodyContent<Name>,
): Service {
  return (context) => success(name, content(context));
}

/** An update: its effect on the Device, and a Response that says it was done. The body is kept for later reads. */
export function update<Element extends RequestElementName, Name extends EmptyBody>(
  element: Element,
  name: Name,
  effect: (content: RequestBodyElements[Element], context: ServiceContext) => void = () => undefined,
): Service {
  return (context) => {
    const content = contentOf(context.request, element);
    context.device.set(element, content);
    effect(content, context);
    return { SMETSData: { [name]: { MessageSuccess: true } } };
  };
}

/** Bodies that hold nothing that must be there. */
type EmptyBody = {
  [Name in BodyName]-?: Record<string, never> extends BodyContent<Name> ? Name : never;
}[BodyName];

/** The catalogue pairs each variant with its element, and the gateway has checked it. */
export function contentOf<Element extends RequestElementName>(
  request: ServiceRequest,
  element: Element,
): RequestBodyElements[Element] {
  if (!hasBody(request, element))
    throw new InternalError(`the request has ${request.body.element}, not ${element}`);
  return request.body.content;
}
