export { DCC_ALERT_CODES, type DccAlertEvent, type DccAlertRow } from './alerts/dcc-alert-codes.js';
export { type Documents, NAMESPACES, readDocument, writeDocument } from './binding/index.js';
export type { CatalogueRow, InferredColumn } from './catalogue/catalogue-row.js';
export {
  catalogueRow,
  SERVICE_REQUEST_CATALOGUE,
  serviceReferenceOf,
} from './catalogue/service-request-catalogue.js';
export type { Mark, Smets1Rule } from './catalogue/smets1-rules.js';
export { USER_ROLES, type UserRole } from './catalogue/user-roles.js';
export { CANCELLATION_DATE, executionDateTimeOf, isCancellation } from './execution-date-time.js';
export { SCHEMA_MODEL } from './generated/schema-model.js';
export type {
  DSPInventory,
  Response,
  ResponseCode,
  ResponseMessage,
  S1SPAlert,
  SMETS1SignedResponse,
} from './generated/service-response-types.js';
export { RESPONSE_CODES } from './generated/service-response-types.js';
export {
  DocumentRefused,
  type ReceivedRequest,
  ServiceRequestReader,
  type ServiceRequestReaderParts,
} from './reader/index.js';
export type { Occasion, ResponseCodeRow } from './response/response-code-row.js';
export { RESPONSE_CODE_TABLE } from './response/response-codes.js';
export {
  type AlertSubject,
  type Answered,
  type DccAlertContent,
  type FitsVersion,
  type ResponseContent,
  ServiceResponses,
} from './response/service-responses.js';
export {
  type CommandVariant,
  hasBody,
  type RequestBody,
  type RequestElementName,
  type ServiceRequest,
} from './service-request.js';
export {
  SignatureError,
  signDocument,
  type SigningIdentity,
  verifyDocumentSignature,
} from './signature/index.js';
export { WEB_SERVICES, type WebService } from './web-service.js';
export { writeMmcDocument } from './write-mmc-document.js';
export { writeRequest } from './write-request.js';
