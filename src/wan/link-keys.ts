import { createHash } from 'node:crypto';
import { type Eui64, eui64ToBytes } from '../common/eui64.js';

/** Length of a hashed link key, in bytes. */
const HASH_LENGTH = 16;

/**
 * The hash of the link key that a virtual Device has with its Communications Hub: always the same for a Device, as its
 * link key is. A real one is an AES-MMO hash (ZigBee Smart Energy), which nobody but the Devices can check.
 */
export function hashedLinkKeyOf(device: Eui64): Buffer {
  return createHash('sha256')
    .update('link key')
    .update(eui64ToBytes(device))
    .digest()
    .subarray(0, HASH_LENGTH);
}
