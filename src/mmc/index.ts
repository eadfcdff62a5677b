export { NotCovered } from './not-covered.js';
export { type ParseContext, parseDeviceMessage } from './parse-device-message.js';
