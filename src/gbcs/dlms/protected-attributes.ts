import { eui64FromBytes, type Eui64, eui64ToBytes } from '../../common/eui64.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { array, structure } from './composites.js';
import { instant } from './dates.js';
import { constant, mapped } from './derived-types.js';
import type { DlmsType } from './dlms-type.js';
import { enumerated, integer, longUnsigned, nullData } from './numbers.js';
import { obisCode } from './obis-code.js';
import type { LogRange } from './range-descriptor.js';
import { octetString } from './strings.js';

/** Class "data protection" and its method get_protected_attributes. Source: DLMS UA Blue Book, class 30. */
export const DATA_PROTECTION_CLASS = 30;
export const GET_PROTECTED_ATTRIBUTES = 1;

const EMPTY = Buffer.alloc(0);

const wholeAttribute = structure({ kind: constant(enumerated, 0), parameters: constant(nullData, null) });
const entriesByDate = structure({
  kind: constant(enumerated, 1),
  range: structure({ from: instant, to: instant }),
});

/** How many bytes of a restriction come before its kind: two tags and a count. */
const BYTES_BEFORE_KIND = 3;

/** Which entries of a log are wanted; undefined for a register, which is read whole. */
const restriction: DlmsType<LogRange | undefined> = {
  notation: 'structure{enum, null or structure}',
  write(writer, range) {
    if (range) entriesByDate.write(writer, { range });
    else wholeAttribute.write(writer, {});
  },
  read(reader) {
    const ahead = reader.fork();
    ahead.bytes(BYTES_BEFORE_KIND);
    if (ahead.u8('kind of restriction') !== 0) return entriesByDate.read(reader).range;
    wholeAttribute.read(reader);
    return undefined;
  },
  describe: (range) =>
    range === undefined ? null : { from: range.from.toISOString(), to: range.to.toISOString() },
};

const protectedObject = structure({
  classId: longUnsigned,
  obis: obisCode,
  attribute: integer,
  dataIndex: constant(longUnsigned, 0),
  restriction,
});

const eui64 = mapped<Buffer, Eui64>(octetString(8), {
  toWire: eui64ToBytes,
  fromWire: eui64FromBytes,
  describe: (eui) => eui,
});

/** Flag of "encryption" before the counter in the transaction id. */
const ENCRYPTION_FLAG = 4;

const encryptionTransactionId = mapped<Buffer, bigint>(octetString(9), {
  toWire: (counter) => new ByteWriter().u8(ENCRYPTION_FLAG).u64(counter).toBuffer(),
  fromWire(bytes) {
    const reader = new ByteReader(bytes);
    reader.expect(ENCRYPTION_FLAG, 'flag of encryption');
    return reader.u64();
  },
  describe: String,
});

/** Authenticated encryption with a key agreed between originator and recipient. */
const protection = structure({
  kind: constant(enumerated, 2),
  parameters: structure({
    counter: encryptionTransactionId,
    originator: eui64,
    recipient: eui64,
    otherInformation: constant(octetString(0), EMPTY),
    keyInfo: structure({
      kind: constant(enumerated, 2),
      agreedKey: structure({
        parameters: constant(octetString(1), Buffer.from([2])),
        cipheredData: constant(octetString(0), EMPTY),
      }),
    }),
  }),
});

/** Argument of get_protected_attributes. Source: 27 RTDS messages with 30 objects. */
export const protectedReadArgument = structure({
  objects: array(protectedObject),
  protection: array(protection, 1),
});

/** How data were encrypted: one protection. */
export const protectionArray = array(protection, 1);

/** Encrypted data: `31 00000000`, ciphertext, tag. */
export const encryptedData = octetString();

/** Answer of get_protected_attributes: the plaintext is a structure of the values read. */
export const protectedReadAnswer = structure({ protection: protectionArray, encrypted: encryptedData });
