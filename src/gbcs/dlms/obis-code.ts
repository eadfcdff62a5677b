import { CodecError } from '../../common/errors.js';
import { mapped } from './derived-types.js';
import { octetString } from './strings.js';

/** Logical name of a COSEM object, such as `1-0:1.8.0.255`; six numbers, the last one often 255. */
export type ObisCode = `${number}-${number}:${number}.${number}.${number}.${number}`;

/** Length of an OBIS code, in bytes. */
export const OBIS_LENGTH = 6;

const FORM = /^(\d{1,3})-(\d{1,3}):(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** Bytes of codes met before. The codes come from the tables of use cases, so there are some hundreds. */
const known = new Map<ObisCode, Buffer>();

/** The 6 bytes of an OBIS code, not to be changed. @throws CodecError if the text is none */
export function obisToBytes(code: ObisCode): Buffer {
  let bytes = known.get(code);
  if (bytes === undefined) {
    bytes = parseObis(code);
    known.set(code, bytes);
  }
  return bytes;
}

function parseObis(code: ObisCode): Buffer {
  const numbers = FORM.exec(code)?.slice(1).map(Number);
  if (numbers?.every((number) => number <= 0xff) !== true) {
    throw new CodecError(`'${code}' is not an OBIS code (A-B:C.D.E.F)`);
  }
  return Buffer.from(numbers);
}

/** @throws CodecError unless `bytes` is 6 bytes long */
export function obisFromBytes(bytes: Uint8Array): ObisCode {
  const [a, b, c, d, e, f, ...rest] = bytes;
  if (
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined ||
    rest.length > 0
  ) {
    throw new CodecError(`an OBIS code has ${OBIS_LENGTH} bytes, found ${bytes.length}`);
  }
  return `${a}-${b}:${c}.${d}.${e}.${f}`;
}

/** An OBIS code as data: octet-string(6). */
export const obisCode = mapped<Buffer, ObisCode>(octetString(OBIS_LENGTH), {
  toWire: obisToBytes,
  fromWire: obisFromBytes,
  describe: (code) => code,
});
