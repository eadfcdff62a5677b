import { formatRequestId } from '../common/request-id.js';
import { writeDocument } from './binding/index.js';
import type { Request } from './generated/service-request-types.js';
import type { ServiceRequest } from './service-request.js';
import { signDocument, type SigningIdentity } from './signature/index.js';

/**
 * Writes a Service Request the gateway makes itself, signed.
 * @throws CodecError if a member is missing or not in the schema
 */
export function writeRequest(request: ServiceRequest, identity: SigningIdentity): Buffer {
  const { schemaVersion, requestId, commandVariant, serviceReference, serviceReferenceVariant, body } =
    request;
  const document: Request = {
    schemaVersion,
    Header: {
      RequestID: formatRequestId(requestId),
      CommandVariant: commandVariant,
      ServiceReference: serviceReference as Request['Header']['ServiceReference'],
      ServiceReferenceVariant: serviceReferenceVariant as Request['Header']['ServiceReferenceVariant'],
    },
    Body: { [body.element]: body.content },
  };
  return signDocument(writeDocument('sr:Request', document), identity);
}
