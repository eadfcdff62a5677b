import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { bitmap16, bitmap24, bitmap32, bitmap8, enum16, enum8 } from './enumerations.js';
import {
  boolean,
  int16,
  int24,
  int32,
  int8,
  uint16,
  uint24,
  uint32,
  uint48,
  uint64,
  uint8,
} from './integers.js';
import { charString, octetString } from './strings.js';
import { utcTime } from './utc-time.js';
import { zclDate } from './zcl-date.js';
import type { ZclType } from './zcl-type.js';

/** Every data type an attribute report may carry, by ZCL data type identifier. */
const TYPES: ReadonlyMap<number, ZclType<unknown>> = new Map(
  (
    [
      boolean,
      bitmap8(),
      bitmap16(),
      bitmap24(),
      bitmap32(),
      uint8,
      uint16,
      uint24,
      uint32,
      uint48,
      uint64,
      int8,
      int16,
      int24,
      int32,
      enum8(),
      enum16,
      octetString,
      charString,
      zclDate,
      utcTime(),
    ] as readonly ZclType<unknown>[]
  ).map((type) => [type.dataTypeId ?? 0, type]),
);

/** Reads a data type identifier (1 byte). @throws CodecError for one no GBCS message uses */
export function readDataType(reader: ByteReader): ZclType<unknown> {
  const at = reader.offset;
  return dataTypeOf(reader.u8('ZCL data type'), at);
}

/** @throws CodecError for an identifier no GBCS message uses */
export function dataTypeOf(id: number, offset?: number): ZclType<unknown> {
  const type = TYPES.get(id);
  if (!type)
    throw new CodecError(`0x${id.toString(16).padStart(2, '0')} is not a known ZCL data type`, offset);
  return type;
}

/** All data types of attributes. */
export const ATTRIBUTE_TYPES: readonly ZclType<unknown>[] = [...TYPES.values()];
