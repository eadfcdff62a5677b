import { CodecError } from '../common/errors.js';
import { ByteReader } from './bytes/byte-reader.js';
import { ByteWriter } from './bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from './bytes/dlms-length.js';
import {
  GENERAL_SIGNING,
  type GroupingHeader,
  readGroupingHeader,
  writeGroupingHeader,
} from './grouping-header.js';

/** Tag of a general-ciphering message, the first byte of the MAC layer. */
export const GENERAL_CIPHERING = 0xdd;
/** Length of a MAC, in bytes. */
export const MAC_LENGTH = 12;
/** Length of an ECDSA P-256 signature as r then s, in bytes. */
export const SIGNATURE_LENGTH = 64;

/** Transaction id, originator, recipient, date-time, other-information and key-info, each an empty octet-string. */
const EMPTY_MAC_HEADER = Buffer.alloc(6);
/** Security control 0x11 (authentication only) and invocation counter 0; replay protection is in the Grouping Header. */
const SECURITY_HEADER = Buffer.from('1100000000', 'hex');

/**
 * A GBCS message between the Remote Party and the Device: Grouping Header, content, and what protects them.
 * A Pre-Command has neither `signature` nor `mac`.
 */
export interface GbcsMessage {
  readonly header: GroupingHeader;
  /** DLMS, GBZ or ASN.1 content. */
  readonly content: Buffer;
  /** Absent where there is no signature field (Pre-Command), no bytes for "not signed", else 64 bytes r then s. */
  readonly signature?: Buffer;
  /** 12 bytes; absent where there is no MAC layer. */
  readonly mac?: Buffer;
}

/** "Not signed": the signature field of a message that only its MAC protects. */
export const NO_SIGNATURE = Buffer.alloc(0);

/**
 * Reads a whole message: with or without MAC layer, signed, unsigned, or a Pre-Command.
 * @throws CodecError with the offset of the first byte that does not fit
 */
export function decodeMessage(bytes: Uint8Array): GbcsMessage {
  const reader = new ByteReader(bytes);
  if (reader.remaining > 0 && reader.peek() === GENERAL_CIPHERING) return decodeMacLayer(reader);
  return decodeSignedPart(reader);
}

/** Writes a message so that `decodeMessage` gives it back. @throws CodecError for lengths that cannot be */
export function encodeMessage(message: GbcsMessage): Buffer {
  const signedPart = encodeSignedPart(message);
  if (!message.mac) return signedPart;
  expectLength(message.mac, MAC_LENGTH, 'MAC');
  const writer = new ByteWriter().u8(GENERAL_CIPHERING).bytes(EMPTY_MAC_HEADER);
  writeDlmsLength(writer, SECURITY_HEADER.length + signedPart.length + MAC_LENGTH);
  return writer.bytes(SECURITY_HEADER).bytes(signedPart).bytes(message.mac).toBuffer();
}

/** `DF` to the signature field, both included: what the MAC protects. A Pre-Command ends with its content. */
export function encodeSignedPart(message: Omit<GbcsMessage, 'mac'>): Buffer {
  const writer = new ByteWriter();
  writeGroupingHeader(writer, message.header);
  writeDlmsLength(writer, message.content.length);
  writer.bytes(message.content);
  if (message.signature) {
    if (message.signature.length > 0) expectLength(message.signature, SIGNATURE_LENGTH, 'signature');
    writer.u8(message.signature.length).bytes(message.signature);
  }
  return writer.toBuffer();
}

function decodeMacLayer(reader: ByteReader): GbcsMessage {
  reader.expect(GENERAL_CIPHERING, 'general-ciphering tag');
  for (const field of [
    'transaction id',
    'originator',
    'recipient',
    'date-time',
    'other-information',
    'key-info',
  ]) {
    reader.expect(0, `an empty ${field} in the MAC header`);
  }
  const length = readDlmsLength(reader, 'length of the MAC layer');
  const least = SECURITY_HEADER.length + MAC_LENGTH;
  if (length < least)
    throw new CodecError(`a MAC layer has at least ${least} bytes, found ${length}`, reader.offset);
  const body = reader.sub(length, 'the MAC layer');
  reader.end('the end of the message');
  for (const byte of SECURITY_HEADER) body.expect(byte, 'security header 11 00000000');
  const signed = decodeSignedPart(body.sub(body.remaining - MAC_LENGTH));
  if (!signed.signature) throw new CodecError('expected a signature length before the MAC', body.offset);
  return { ...signed, mac: body.bytes(MAC_LENGTH, 'MAC') };
}

function decodeSignedPart(reader: ByteReader): GbcsMessage {
  if (reader.remaining === 0 || reader.peek() !== GENERAL_SIGNING) {
    throw new CodecError('a GBCS message begins with DF (general signing) or DD (MAC layer)', reader.offset);
  }
  const header = readGroupingHeader(reader);
  const content = reader.bytes(readDlmsLength(reader, 'length of the content'), 'content');
  if (reader.remaining === 0 && header.kind === 'Command') return { header, content };
  const at = reader.offset;
  const length = reader.u8('length of the signature');
  if (length !== 0 && length !== SIGNATURE_LENGTH) {
    throw new CodecError(`a signature has 0 or ${SIGNATURE_LENGTH} bytes, found ${length}`, at);
  }
  const signature = reader.bytes(length, 'signature');
  reader.end('the end of the message');
  return { header, content, signature };
}

function expectLength(bytes: Buffer, length: number, what: string): void {
  if (bytes.length !== length)
    throw new CodecError(`a ${what} has ${length} bytes, found ${bytes.length}`, undefined, what);
}
