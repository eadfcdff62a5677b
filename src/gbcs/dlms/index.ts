/** DLMS data types that rows of the use case tables are made of. */
export { anyData } from './any-data.js';
export {
  array,
  compactArray,
  oneOf,
  optional as optionalMember,
  profileBuffer,
  structure,
} from './composites.js';
export type { CosemDateTime } from './cosem-date-time.js';
export {
  type Activation,
  activationDateTime,
  type CosemDate,
  type CosemTime,
  date,
  dateTime,
  instant,
  time,
  zigbeeUtcTime,
} from './dates.js';
export { bounded, constant, mapped, named, quantity } from './derived-types.js';
export type { DlmsType, ValueOf } from './dlms-type.js';
export {
  boolean,
  doubleLong,
  doubleLongUnsigned,
  enumerated,
  integer,
  long,
  long64,
  long64Unsigned,
  longUnsigned,
  nullData,
  unsigned,
} from './numbers.js';
export { type ObisCode, obisCode } from './obis-code.js';
export type { LogRange } from './range-descriptor.js';
export {
  type BitString,
  bitsOf,
  bitString,
  octetString,
  octetText,
  utf8String,
  visibleString,
} from './strings.js';
