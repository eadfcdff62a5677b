export { type ElementValue, elementValues } from './element-values.js';
export { type RequestOutline, requestOutline } from './request-outline.js';
export { setElementValues } from './set-element-values.js';
