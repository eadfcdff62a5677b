import { enum8 } from './enumerations.js';

/** ZCL status (1 byte). Source: ZigBee Cluster Library, "Status enumerations". */
export const zclStatus = enum8({
  0x00: 'SUCCESS',
  0x01: 'FAILURE',
  0x7e: 'NOT_AUTHORIZED',
  0x80: 'MALFORMED_COMMAND',
  0x81: 'UNSUP_CLUSTER_COMMAND',
  0x82: 'UNSUP_GENERAL_COMMAND',
  0x85: 'INVALID_FIELD',
  0x86: 'UNSUPPORTED_ATTRIBUTE',
  0x87: 'INVALID_VALUE',
  0x88: 'READ_ONLY',
  0x89: 'INSUFFICIENT_SPACE',
  0x8a: 'DUPLICATE_EXISTS',
  0x8b: 'NOT_FOUND',
  0x8d: 'INVALID_DATA_TYPE',
  0x94: 'TIMEOUT',
  0xc0: 'HARDWARE_FAILURE',
  0xc1: 'SOFTWARE_FAILURE',
});

/** Status of an attribute that was read, and of a command that was carried out. */
export const SUCCESS = 0x00;
