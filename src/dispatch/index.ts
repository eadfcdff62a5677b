export { AnswerTimeouts } from './answer-timeouts.js';
export { commandDoor } from './command-door.js';
export { CommandProtection } from './command-protection.js';
export { answeredBy, deliverBody, deliverResult, deviceMessageHandler } from './device-messages.js';
export { type AuthorisedRequest, type Door, Gateway } from './gateway.js';
export { OriginatorCounter } from './originator-counter.js';
export type { DeviceMessage, OutgoingCommand, S1spPort, WanPort } from './ports.js';
