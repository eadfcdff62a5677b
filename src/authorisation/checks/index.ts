export { authorise, CHECKS } from './authorise.js';
export type { Check, CheckedRequest } from './check.js';
