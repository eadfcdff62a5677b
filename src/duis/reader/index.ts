export { DocumentRefused } from './document-refused.js';
export {
  type ReceivedRequest,
  ServiceRequestReader,
  type ServiceRequestReaderParts,
} from './service-request-reader.js';
