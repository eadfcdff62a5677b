export {
  addresseeOf,
  buildCountersignedServiceRequest,
  COUNTERSIGNED_NAMESPACE,
  CountersignedRequestRefused,
  type CountersignedReason,
  type CountersignedServiceRequest,
  CountersignedServiceRequestReader,
  type CountersignedTrust,
  type SupplementaryRemoteParty,
} from './countersigned-service-request.js';
export {
  type EligibilityMark,
  smets1CommandVariants,
  Smets1Eligibility,
  type Smets1EligibilityRow,
} from './eligibility.js';
export {
  type PostOptions,
  postCountersignedRequest,
  REQUEST_ID_HEADER,
} from './post-countersigned-request.js';
export { type S1sp, S1spDirectory } from './s1sp-directory.js';
export {
  type S1spAlertDocument,
  type S1spDocument,
  S1spDocumentReader,
  type S1spDocumentReaderParts,
  type Smets1AlertDocument,
  type Smets1ResponseDocument,
} from './s1sp-document.js';
export {
  S1SP_DOCUMENT_REASONS,
  type S1spDocumentReason,
  S1spDocumentRefused,
} from './s1sp-document-refused.js';
export { smets1Failure } from './smets1-failure.js';
export {
  type ResponseSigner,
  S1SP_ALERT_CODE,
  type WrapOptions,
  wrapS1spDocument,
} from './smets1-response-message.js';
