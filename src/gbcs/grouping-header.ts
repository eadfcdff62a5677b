import { CodecError } from '../common/errors.js';
import { EUI64_LENGTH, type Eui64, eui64FromBytes, eui64ToBytes } from '../common/eui64.js';
import type { ByteReader } from './bytes/byte-reader.js';
import { ByteWriter } from './bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from './bytes/dlms-length.js';
import { COSEM_DATE_TIME_LENGTH, type CosemDateTime, cosemDateTime } from './dlms/cosem-date-time.js';

/** Kind of message: the CRA flag of GBCS. */
export type MessageKind = 'Command' | 'Response' | 'Alert';

/** CRA flag byte of each kind; also the flag byte of the key derivation of its MAC. */
export const CRA_FLAGS: Readonly<Record<MessageKind, number>> = { Command: 1, Response: 2, Alert: 3 };

/** Tag of a general-signing message, the first byte of the signed part. */
export const GENERAL_SIGNING = 0xdf;

const TRANSACTION_ID_LENGTH = 9;

/** The Remote Party on whose behalf the Access Control Broker acts, as carried in other-information. */
export interface SupplementaryRemoteParty {
  readonly id: Eui64;
  /** Supplementary Remote Party Counter; absent only in Alerts. */
  readonly counter?: bigint;
  /** Supplementary Originator Counter: the Device's own counter towards the party, in Responses to reads it encrypts. */
  readonly originatorCounter?: bigint;
  /** Key Agreement certificate (DER) for a party the Device does not know. */
  readonly keyAgreementCertificate?: Buffer;
}

/** Grouping Header of a GBCS message. Source: GBCS, message layout; every message of RTDS 4.5.0. */
export interface GroupingHeader {
  readonly kind: MessageKind;
  /** Originator Counter, 0 to 2^64 - 1; a Response repeats that of its Command. */
  readonly originatorCounter: bigint;
  readonly originator: Eui64;
  readonly recipient: Eui64;
  /** Device time, in some Responses only. */
  readonly dateTime?: CosemDateTime;
  /** 16-bit message code of the use case. */
  readonly messageCode: number;
  readonly supplementaryRemoteParty?: SupplementaryRemoteParty;
}

/** Reads a Grouping Header including its tag `DF`. @throws CodecError */
export function readGroupingHeader(reader: ByteReader): GroupingHeader {
  reader.expect(GENERAL_SIGNING, 'general-signing tag');
  reader.expect(TRANSACTION_ID_LENGTH, 'length of transaction id');
  const kind = readKind(reader);
  const originatorCounter = reader.u64('originator counter');
  const originator = readEui64(reader, 'originator');
  const recipient = readEui64(reader, 'recipient');
  const dateTime = readOptionalDateTime(reader);
  return {
    kind,
    originatorCounter,
    originator,
    recipient,
    ...(dateTime && { dateTime }),
    ...readOtherInformation(reader),
  };
}

/** Writes a Grouping Header including its tag `DF`. @throws CodecError for a number out of range */
export function writeGroupingHeader(writer: ByteWriter, header: GroupingHeader): void {
  writer
    .u8(GENERAL_SIGNING)
    .u8(TRANSACTION_ID_LENGTH)
    .u8(CRA_FLAGS[header.kind])
    .u64(header.originatorCounter)
    .u8(EUI64_LENGTH)
    .bytes(eui64ToBytes(header.originator))
    .u8(EUI64_LENGTH)
    .bytes(eui64ToBytes(header.recipient));
  if (header.dateTime) {
    writer.u8(COSEM_DATE_TIME_LENGTH).bytes(cosemDateTime.encode(header.dateTime));
  } else {
    writer.u8(0);
  }
  const other = encodeOtherInformation(header);
  writeDlmsLength(writer, other.length);
  writer.bytes(other);
}

function readKind(reader: ByteReader): MessageKind {
  const at = reader.offset;
  const flag = reader.u8('CRA flag');
  for (const kind of ['Command', 'Response', 'Alert'] as const) {
    if (CRA_FLAGS[kind] === flag) return kind;
  }
  throw new CodecError(`${flag} is not a CRA flag (1 Command, 2 Response, 3 Alert)`, at);
}

function readEui64(reader: ByteReader, what: string): Eui64 {
  reader.expect(EUI64_LENGTH, `length of ${what}`);
  return eui64FromBytes(reader.bytes(EUI64_LENGTH, what));
}

function readOptionalDateTime(reader: ByteReader): CosemDateTime | undefined {
  const at = reader.offset;
  const length = reader.u8('length of date-time');
  if (length === 0) return undefined;
  if (length !== COSEM_DATE_TIME_LENGTH) {
    throw new CodecError(`date-time has 0 or ${COSEM_DATE_TIME_LENGTH} bytes, found ${length}`, at);
  }
  return cosemDateTime.decode(reader.bytes(length, 'date-time'));
}

function readOtherInformation(
  outer: ByteReader,
): Pick<GroupingHeader, 'messageCode' | 'supplementaryRemoteParty'> {
  const length = readDlmsLength(outer, 'length of other-information');
  const reader = outer.sub(length, 'other-information');
  const messageCode = reader.u16('message code');
  if (reader.remaining === 0) return { messageCode };
  const id = eui64FromBytes(reader.bytes(EUI64_LENGTH, 'supplementary remote party id'));
  if (reader.remaining === 0) return { messageCode, supplementaryRemoteParty: { id } };
  const counter = reader.u64('supplementary remote party counter');
  if (reader.remaining === 0) return { messageCode, supplementaryRemoteParty: { id, counter } };
  if (reader.remaining === 8) {
    const originatorCounter = reader.u64('supplementary originator counter');
    return { messageCode, supplementaryRemoteParty: { id, counter, originatorCounter } };
  }
  if (reader.peek() !== 0x30) {
    throw new CodecError('expected a supplementary originator counter or a certificate', reader.offset);
  }
  const keyAgreementCertificate = reader.bytes(reader.remaining);
  return { messageCode, supplementaryRemoteParty: { id, counter, keyAgreementCertificate } };
}

function encodeOtherInformation(header: GroupingHeader): Buffer {
  const writer = new ByteWriter().u16(header.messageCode);
  const party = header.supplementaryRemoteParty;
  if (!party) return writer.toBuffer();
  writer.bytes(eui64ToBytes(party.id));
  if (party.counter === undefined) return writer.toBuffer();
  writer.u64(party.counter);
  if (party.originatorCounter !== undefined) writer.u64(party.originatorCounter);
  if (party.keyAgreementCertificate) writer.bytes(party.keyAgreementCertificate);
  return writer.toBuffer();
}
