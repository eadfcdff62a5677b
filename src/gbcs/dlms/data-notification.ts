import { CodecError } from '../../common/errors.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from '../bytes/dlms-length.js';
import { skipData } from './any-data.js';
import type { CosemDateTime } from './cosem-date-time.js';
import { dateTime } from './dates.js';
import { within } from './dlms-type.js';
import { readInvokeId, writeInvokeId } from './long-invoke-id.js';
import { longUnsigned } from './numbers.js';
import { TAG } from './tags.js';

/** Tag of a data-notification. */
export const DATA_NOTIFICATION = 0x0f;

/** Alert code and date-time come first in every alert. */
const LEADING_MEMBERS = 2;

/** DLMS data-notification: the content of an Alert. Source: GBCS, alert payloads; RTDS alerts. */
export interface DataNotification {
  /** Low 24 bits of the Device's Originator Counter. */
  readonly invokeId: number;
  /** 16-bit event or alert code, such as 0x8F12. */
  readonly alertCode: number;
  readonly dateTime: CosemDateTime;
  /** What follows, one DLMS value each. */
  readonly further: readonly Buffer[];
}

export function encodeDataNotification(notification: DataNotification): Buffer {
  const writer = new ByteWriter().u8(DATA_NOTIFICATION);
  writeInvokeId(writer, notification.invokeId);
  writer.u8(0).u8(TAG.structure);
  writeDlmsLength(writer, LEADING_MEMBERS + notification.further.length);
  longUnsigned.write(writer, notification.alertCode);
  dateTime.write(writer, notification.dateTime);
  for (const value of notification.further) writer.bytes(value);
  return writer.toBuffer();
}

/** @throws CodecError with the offset */
export function decodeDataNotification(
  content: Uint8Array,
): Omit<DataNotification, 'further'> & { readonly further: readonly ByteReader[] } {
  const reader = new ByteReader(content);
  reader.expect(DATA_NOTIFICATION, 'tag of data-notification');
  const invokeId = readInvokeId(reader);
  reader.expect(0, 'an empty date-time');
  reader.expect(TAG.structure, 'tag of structure');
  const at = reader.offset;
  const members = readDlmsLength(reader, 'number of members');
  if (members < LEADING_MEMBERS) {
    throw new CodecError(`expected at least ${LEADING_MEMBERS} members, found ${members}`, at);
  }
  const alertCode = within('alertCode', () => longUnsigned.read(reader));
  const time = within('dateTime', () => dateTime.read(reader));
  const further: ByteReader[] = [];
  for (let index = LEADING_MEMBERS; index < members; index++) {
    further.push(within(`further[${index - LEADING_MEMBERS}]`, () => skipData(reader)));
  }
  reader.end('the end of the data-notification');
  return { invokeId, alertCode, dateTime: time, further };
}
