export { correlatePreCommand } from './correlate-pre-command.js';
export { NotCovered } from './not-covered.js';
export { type ParseContext, parseDeviceMessage } from './parse-device-message.js';
