export type { FirmwareDistribution } from './firmware.js';
export { HttpWan, type HttpWanOptions, WAN_HEADERS } from './http-wan.js';
export { remotePartiesIn } from './remote-parties.js';
export { type CommandTrace, VirtualDevice, type VirtualDeviceFacts } from './virtual-device.js';
export { type Fault, FAULTS, VirtualHan, type VirtualHanOptions } from './virtual-han.js';
