import { CodecError } from '../../common/errors.js';
import type { Direction } from './zcl-cluster.js';

/** First byte of a ZCL header. Source: ZCL, frame control field; RTDS 4.5.0 has 00, 01, 08, 09, 18 and 19. */
export interface FrameControl {
  /** Bits 0 and 1: command of the cluster (01) or of the ZCL foundation (00). */
  readonly clusterSpecific: boolean;
  /** Bit 3. */
  readonly direction: Direction;
  /** Bit 4. */
  readonly disableDefaultResponse: boolean;
}

const FRAME_TYPE_MASK = 0x03;
const CLUSTER_SPECIFIC = 0x01;
const SERVER_TO_CLIENT = 0x08;
const DISABLE_DEFAULT_RESPONSE = 0x10;
const KNOWN_BITS = FRAME_TYPE_MASK | SERVER_TO_CLIENT | DISABLE_DEFAULT_RESPONSE;

export function encodeFrameControl(value: FrameControl): number {
  return (
    (value.clusterSpecific ? CLUSTER_SPECIFIC : 0) |
    (value.direction === 'server to client' ? SERVER_TO_CLIENT : 0) |
    (value.disableDefaultResponse ? DISABLE_DEFAULT_RESPONSE : 0)
  );
}

/** @throws CodecError for the manufacturer-specific bit and other bits that no GBCS message sets */
export function decodeFrameControl(byte: number, offset?: number): FrameControl {
  const frameType = byte & FRAME_TYPE_MASK;
  if ((byte & ~KNOWN_BITS) !== 0 || frameType > CLUSTER_SPECIFIC) {
    throw new CodecError(`0x${byte.toString(16).padStart(2, '0')} is not a GBZ frame control`, offset);
  }
  return {
    clusterSpecific: frameType === CLUSTER_SPECIFIC,
    direction: (byte & SERVER_TO_CLIENT) === 0 ? 'client to server' : 'server to client',
    disableDefaultResponse: (byte & DISABLE_DEFAULT_RESPONSE) !== 0,
  };
}
