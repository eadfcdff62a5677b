import { CodecError } from '../common/errors.js';
import { DerReader } from './asn1/der-element.js';
import { ByteReader } from './bytes/byte-reader.js';
import { contentEncodingOf } from './catalogue.js';
import { decodeDataNotification } from './dlms/data-notification.js';
import type { GbcsMessage } from './message.js';

/** Before the code in GBZ content: profile (2 bytes) and number of details (1 byte). */
const GBZ_HEAD_LENGTH = 3;

/**
 * The Event or Alert Code of an Alert, whatever its use case: it stands first in content of each encoding.
 * @returns 16 bits, such as 0x8F66
 * @throws CodecError if the content is not that of an Alert
 */
export function alertCodeOf({ content }: GbcsMessage): number {
  switch (contentEncodingOf(content)) {
    case 'DLMS':
      return decodeDataNotification(content).alertCode;
    case 'GBZ': {
      const reader = new ByteReader(content);
      reader.bytes(GBZ_HEAD_LENGTH, 'profile and number of details');
      return reader.u16('alert code');
    }
    case 'ASN.1':
      return firstInteger(content);
  }
}

/** The first member of a SEQUENCE: an INTEGER of up to 16 bits, with a zero byte before it where its first bit is set. */
function firstInteger(content: Uint8Array): number {
  const { der, bytes } = DerReader.of(content);
  const { contents } = der.element(der.element(bytes).contents);
  const value = Buffer.from(contents.bytes(contents.remaining));
  const code = value.length === 0 || value.length > 3 ? undefined : value.readUIntBE(0, value.length);
  if (code === undefined || code > 0xffff)
    throw new CodecError('the Alert does not begin with an alert code');
  return code;
}
