import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';
import { decodeFrameControl, encodeFrameControl, type FrameControl } from './frame-control.js';

/** Bits of the extended header's control byte. */
const LAST = 0x01;
const ENCRYPTED = 0x02;
const FROM_DATE_TIME = 0x10;
const KNOWN_BITS = LAST | ENCRYPTED | FROM_DATE_TIME;

/** Additional header control in front of the frame counter: reserved, always 0. */
const ADDITIONAL_HEADER_CONTROL = 0;

/** One "GBZ use case specific component": a ZCL frame with GBCS's extended header around it. */
export interface GbzComponent {
  /** Cluster identifier. */
  readonly cluster: number;
  readonly frameControl: FrameControl;
  /** ZCL transaction sequence number, 1 byte: counts the components; in a Response that of the Command component. */
  readonly sequence: number;
  /** Command identifier, 1 byte. */
  readonly command: number;
  /** Additional header "From Date Time": seconds since 2000-01-01 UTC. */
  readonly fromDateTime?: number;
  /**
   * Additional header "Frame Counter" of an encrypted component: 0 for the first encrypted one of the message, 1 for
   * the next. Then `payload` is `31 00000000`, ciphertext and 12 bytes of tag.
   */
  readonly frameCounter?: number;
  /** ZCL payload, or its encrypted form if there is a frame counter. */
  readonly payload: Buffer;
  /** Offset of `payload` in the content it was read from. */
  readonly payloadOffset?: number;
}

/**
 * Reads one component. Extended header: control (1), cluster (2), length (2), both big-endian; then additional header,
 * ZCL header (3) and payload, which the length counts.
 * @param last whether the component count says that it is the last one, which its control byte must confirm
 * @throws CodecError
 */
export function readComponent(reader: ByteReader, last: boolean): GbzComponent {
  const at = reader.offset;
  const control = reader.u8('extended header control');
  if ((control & ~KNOWN_BITS) !== 0) {
    throw new CodecError(`0x${control.toString(16).padStart(2, '0')} is not an extended header control`, at);
  }
  if (((control & LAST) !== 0) !== last) {
    throw new CodecError(
      last ? 'the last component is not marked as such' : 'only the last component may be marked as last',
      at,
    );
  }
  const cluster = reader.u16('cluster identifier');
  const body = reader.sub(reader.u16('length of the component'), 'the component');
  const fromDateTime = (control & FROM_DATE_TIME) !== 0 ? body.u32('From Date Time') : undefined;
  const encrypted = (control & ENCRYPTED) !== 0;
  if (encrypted) body.expect(ADDITIONAL_HEADER_CONTROL, 'additional header control');
  const frameCounter = encrypted ? body.u8('frame counter') : undefined;
  const frameControlAt = body.offset;
  const frameControl = decodeFrameControl(body.u8('frame control'), frameControlAt);
  const sequence = body.u8('sequence number');
  const command = body.u8('command identifier');
  const payload = encrypted
    ? body.sub(body.u16('length of the ciphered information'), 'ciphered information')
    : body.sub(body.remaining);
  body.end('the end of the component');
  return {
    cluster,
    frameControl,
    sequence,
    command,
    ...(fromDateTime !== undefined && { fromDateTime }),
    ...(frameCounter !== undefined && { frameCounter }),
    payloadOffset: payload.offset,
    payload: payload.bytes(payload.remaining),
  };
}

/** Frame control, sequence number and command identifier. */
const ZCL_HEADER_LENGTH = 3;
const FROM_DATE_TIME_LENGTH = 4;
/** Additional header control, frame counter, and the length of the ciphered information. */
const ENCRYPTION_LENGTH = 4;

/** Writes a component as `readComponent` reads it. @throws CodecError for numbers that do not fit */
export function writeComponent(writer: ByteWriter, component: GbzComponent, last: boolean): void {
  const { fromDateTime, frameCounter, payload } = component;
  const dated = fromDateTime !== undefined;
  const encrypted = frameCounter !== undefined;
  writer
    .u8((last ? LAST : 0) | (encrypted ? ENCRYPTED : 0) | (dated ? FROM_DATE_TIME : 0))
    .u16(component.cluster)
    .u16(
      (dated ? FROM_DATE_TIME_LENGTH : 0) +
        (encrypted ? ENCRYPTION_LENGTH : 0) +
        ZCL_HEADER_LENGTH +
        payload.length,
    );
  if (dated) writer.u32(fromDateTime);
  if (encrypted) writer.u8(ADDITIONAL_HEADER_CONTROL).u8(frameCounter);
  writer.u8(encodeFrameControl(component.frameControl)).u8(component.sequence).u8(component.command);
  if (encrypted) writer.u16(payload.length);
  writer.bytes(payload);
}
