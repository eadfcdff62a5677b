export {
  catalogueRow,
  type CatalogueRow,
  SERVICE_REQUEST_CATALOGUE,
  serviceReferenceOf,
  USER_ROLES,
  type UserRole,
} from './catalogue/service-request-catalogue.js';
export {
  type CommandVariant,
  hasBody,
  type RequestBody,
  type RequestElementName,
  type ServiceRequest,
} from './service-request.js';
export { WEB_SERVICES, type WebService } from './web-service.js';
