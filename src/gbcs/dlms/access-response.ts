import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from '../bytes/dlms-length.js';
import { type AccessService, readService, writeService } from './access-specification.js';
import { skipData } from './any-data.js';
import { within } from './dlms-type.js';
import { readInvokeId, writeInvokeId } from './long-invoke-id.js';

/** Tag of an access-response. */
export const ACCESS_RESPONSE = 0xda;

/** Results of a DLMS access, by number. Source: DLMS UA Green Book, data-access-result and action-result. */
const RESULT_NAMES: Readonly<Record<number, string>> = {
  0: 'success',
  1: 'hardware fault',
  2: 'temporary failure',
  3: 'read-write denied',
  4: 'object undefined',
  9: 'object class inconsistent',
  11: 'object unavailable',
  12: 'type unmatched',
  13: 'scope of access violated',
  14: 'data block unavailable',
  15: 'long get aborted',
  16: 'no long get in progress',
  250: 'other reason',
};

/** `success`, the name of an error, or `result 99` for a number without one. */
export function resultName(result: number): string {
  return RESULT_NAMES[result] ?? `result ${result}`;
}

export interface AccessResult {
  /** get, set or action: a get with selection is answered as a get. */
  readonly service: AccessService;
  /** 0 for success; see `resultName`. */
  readonly result: number;
  /** One DLMS value, null where there is none. */
  readonly data: Buffer;
}

/** DLMS access-response: the content of a Response. Source: DLMS UA Green Book; 292 RTDS responses. */
export interface AccessResponse {
  readonly invokeId: number;
  readonly results: readonly AccessResult[];
}

export function encodeAccessResponse(response: AccessResponse): Buffer {
  const writer = new ByteWriter().u8(ACCESS_RESPONSE);
  writeInvokeId(writer, response.invokeId);
  writer.u8(0).u8(0);
  writeDlmsLength(writer, response.results.length);
  for (const { data } of response.results) writer.bytes(data);
  writeDlmsLength(writer, response.results.length);
  for (const { service, result } of response.results) {
    writeService(writer, service);
    writer.u8(result);
  }
  return writer.toBuffer();
}

export interface DecodedResult {
  readonly service: AccessService;
  readonly result: number;
  readonly data: ByteReader;
}

/** @throws CodecError with the offset */
export function decodeAccessResponse(content: Uint8Array): {
  readonly invokeId: number;
  readonly results: readonly DecodedResult[];
} {
  const reader = new ByteReader(content);
  reader.expect(ACCESS_RESPONSE, 'tag of access-response');
  const invokeId = readInvokeId(reader);
  reader.expect(0, 'an empty date-time');
  reader.expect(0, 'no repetition of the specifications');
  const count = readDlmsLength(reader, 'number of data');
  const data: ByteReader[] = [];
  for (let index = 0; index < count; index++) {
    data.push(within(`data[${index}]`, () => skipData(reader)));
  }
  const at = reader.offset;
  const found = readDlmsLength(reader, 'number of results');
  if (found !== count) throw new CodecError(`expected ${count} results, found ${found}`, at);
  const results = data.map((value) => ({
    service: readService(reader),
    result: reader.u8('result'),
    data: value,
  }));
  reader.end('the end of the access-response');
  return { invokeId, results };
}
