export type { FirmwareDistribution } from './firmware.js';
export { type CommandTrace, VirtualDevice, type VirtualDeviceFacts } from './virtual-device.js';
export { type Fault, VirtualHan, type VirtualHanOptions } from './virtual-han.js';
