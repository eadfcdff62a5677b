export { correlatePreCommand } from './correlate-pre-command.js';
export { NotCovered } from './not-covered.js';
export { parseDuisResponse, parseSmets1Response, preCommandIn } from './parse-duis-response.js';
export { MMC_VERSION, type ParseContext, parseDeviceMessage } from './parse-device-message.js';
