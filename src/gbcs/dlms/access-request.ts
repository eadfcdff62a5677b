import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from '../bytes/dlms-length.js';
import {
  type AccessSpecification,
  readAccessSpecification,
  writeAccessSpecification,
} from './access-specification.js';
import { skipData } from './any-data.js';
import { within } from './dlms-type.js';
import { readInvokeId, writeInvokeId } from './long-invoke-id.js';

/** Tag of an access-request. */
export const ACCESS_REQUEST = 0xd9;
/** The only selector of GBCS: a range of a profile's entries. */
const RANGE_SELECTOR = 1;

/** One specification with its data. */
export interface AccessRequestItem extends AccessSpecification {
  /** Access parameters of a get with selection, one DLMS value; present for that service only. */
  readonly selection?: Buffer;
  /** One DLMS value: null for a get, the new value of a set, the argument of an action. */
  readonly data: Buffer;
}

/** DLMS access-request: the content of a Command. Source: DLMS UA Green Book, ACCESS service; 292 RTDS commands. */
export interface AccessRequest {
  /** Low 24 bits of the Originator Counter. */
  readonly invokeId: number;
  readonly items: readonly AccessRequestItem[];
}

/** @throws CodecError */
export function encodeAccessRequest(request: AccessRequest): Buffer {
  const writer = new ByteWriter().u8(ACCESS_REQUEST);
  writeInvokeId(writer, request.invokeId);
  writer.u8(0);
  writeDlmsLength(writer, request.items.length);
  for (const item of request.items) {
    writeAccessSpecification(writer, item);
    if (item.selection) writer.u8(RANGE_SELECTOR).bytes(item.selection);
  }
  writeDlmsLength(writer, request.items.length);
  for (const item of request.items) writer.bytes(item.data);
  return writer.toBuffer();
}

/** An item as read: its values come as readers, so that errors in them tell the offset in the message. */
export interface DecodedRequestItem extends AccessSpecification {
  readonly selection?: ByteReader;
  readonly data: ByteReader;
}

export interface DecodedAccessRequest {
  readonly invokeId: number;
  readonly items: readonly DecodedRequestItem[];
}

/** @throws CodecError with the offset */
export function decodeAccessRequest(content: Uint8Array): DecodedAccessRequest {
  const reader = new ByteReader(content);
  reader.expect(ACCESS_REQUEST, 'tag of access-request');
  const invokeId = readInvokeId(reader);
  reader.expect(0, 'an empty date-time');
  const count = readDlmsLength(reader, 'number of specifications');
  const specifications: Omit<DecodedRequestItem, 'data'>[] = [];
  for (let index = 0; index < count; index++) {
    specifications.push(within(`specifications[${index}]`, () => readSpecification(reader)));
  }
  const at = reader.offset;
  const values = readDlmsLength(reader, 'number of data');
  if (values !== count) throw new CodecError(`expected ${count} data, found ${values}`, at);
  const items = specifications.map((specification, index) =>
    within(`data[${index}]`, () => ({ ...specification, data: skipData(reader) })),
  );
  reader.end('the end of the access-request');
  return { invokeId, items };
}

function readSpecification(reader: ByteReader): Omit<DecodedRequestItem, 'data'> {
  const specification = readAccessSpecification(reader);
  if (specification.service !== 'get-with-selection') return specification;
  reader.expect(RANGE_SELECTOR, 'the range selector');
  return { ...specification, selection: skipData(reader) };
}
