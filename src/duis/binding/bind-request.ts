import { CodecError } from '../../common/errors.js';
import { parseRequestId } from '../../common/request-id.js';
import type { Request, RequestBodyElements } from '../generated/service-request-types.js';
import type { RequestBody, RequestElementName, ServiceRequest } from '../service-request.js';
import { readDocument } from './read-document.js';

/**
 * Reads a schema-valid Service Request from its canonical bytes.
 * @throws CodecError if it is not a Request
 */
export function bindRequest(canonicalBytes: Uint8Array): ServiceRequest {
  const { schemaVersion, Header: header, Body: body } = readDocument(canonicalBytes, 'sr:Request') as Request;
  const [element, content] = Object.entries(body)[0] ?? [];
  if (element === undefined) throw new CodecError('the Body is empty', undefined, 'Request/Body');
  return {
    schemaVersion,
    requestId: parseRequestId(header.RequestID.trim()),
    ...(header.FirstInSequence !== undefined && { firstInSequence: header.FirstInSequence }),
    ...(header.PrecedingServiceRequestID !== undefined && {
      precedingServiceRequestId: parseRequestId(header.PrecedingServiceRequestID.trim()),
    }),
    commandVariant: header.CommandVariant,
    serviceReference: header.ServiceReference,
    serviceReferenceVariant: header.ServiceReferenceVariant,
    body: bodyOf(element as RequestElementName, content as RequestBodyElements[RequestElementName]),
  };
}

/** The schema allows one element only, so name and content belong together. */
function bodyOf(element: RequestElementName, content: RequestBodyElements[RequestElementName]): RequestBody {
  return { element, content } as RequestBody;
}
