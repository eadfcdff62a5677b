export { bindRequest } from './bind-request.js';
export { readDocument } from './read-document.js';
export { type Documents, NAMESPACES, writeDocument } from './write-document.js';
