import { CodecError } from '../../common/errors.js';
import type { Description } from '../use-case.js';
import type { ZclType } from './zcl-type.js';

/** Length byte that means "no value" in ZCL strings; no string is that long. */
const NO_VALUE = 0xff;
const LONGEST = NO_VALUE - 1;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** Printable ASCII as text, anything else as hexadecimal digits. */
function describeOctets(value: Uint8Array): Description {
  const text = Buffer.from(value).toString('latin1');
  return PRINTABLE.test(text) ? text : Buffer.from(value).toString('hex');
}

/** Length (1 byte), then that many bytes: 0 to 254 of them. */
export const octetString: ZclType<Uint8Array> = {
  name: 'OCTETSTRING',
  dataTypeId: 0x41,
  shape: { kind: 'octets', minLength: 0, maxLength: LONGEST },
  read(reader) {
    const at = reader.offset;
    const length = reader.u8('length of an octet string');
    if (length === NO_VALUE) throw new CodecError('the octet string has no value (length 0xFF)', at);
    return reader.bytes(length, `an octet string of ${length} bytes`);
  },
  write(writer, value) {
    if (value.length > LONGEST) throw new CodecError(`an octet string has at most ${LONGEST} bytes`);
    writer.u8(value.length).bytes(value);
  },
  describe: describeOctets,
};

/**
 * Length in bytes (1 byte), then text: 0 to 254 bytes of it. Held as bytes, because Devices put other things than text
 * into it (RTDS GCS21e: a serial number in the model identifier).
 */
export const charString: ZclType<Uint8Array> = { ...octetString, name: 'CHARSTRING', dataTypeId: 0x42 };

/** Everything to the end of the payload, without a length: what a sender may add and a receiver ignores. */
export const remainingOctets: ZclType<Uint8Array> = {
  name: 'remaining octets',
  shape: { kind: 'octets', minLength: 0, maxLength: 64 },
  read: (reader) => reader.bytes(reader.remaining),
  write: (writer, value) => {
    writer.bytes(value);
  },
  describe: (value) => Buffer.from(value).toString('hex'),
};
