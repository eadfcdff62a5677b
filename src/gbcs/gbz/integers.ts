import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { ByteWriter } from '../bytes/byte-writer.js';
import type { ZclType } from './zcl-type.js';

interface IntegerRow {
  readonly name: string;
  readonly dataTypeId: number;
  readonly min: number;
  readonly max: number;
  read(reader: ByteReader): number;
  write(writer: ByteWriter, value: number): void;
}

function integer(row: IntegerRow): ZclType<number> {
  return {
    name: row.name,
    dataTypeId: row.dataTypeId,
    shape: { kind: 'integer', min: row.min, max: row.max },
    read: (reader) => row.read(reader),
    write: (writer, value) => row.write(writer, value),
    describe: (value) => value,
  };
}

/** 1 byte, 0 to 254; 0xFF is ZCL's "no value" and stands where GBCS says so. */
export const uint8 = integer({
  name: 'UINT8',
  dataTypeId: 0x20,
  min: 0,
  max: 0xff,
  read: (reader) => reader.u8('UINT8'),
  write: (writer, value) => writer.u8(value),
});

/** 2 bytes, little-endian; 0xFFFF is "no value". */
export const uint16 = integer({
  name: 'UINT16',
  dataTypeId: 0x21,
  min: 0,
  max: 0xffff,
  read: (reader) => reader.u16Le('UINT16'),
  write: (writer, value) => writer.u16Le(value),
});

/** 3 bytes, little-endian; 0xFFFFFF is "no value". */
export const uint24 = integer({
  name: 'UINT24',
  dataTypeId: 0x22,
  min: 0,
  max: 0xffffff,
  read: (reader) => reader.u24Le('UINT24'),
  write: (writer, value) => writer.u24Le(value),
});

/** 4 bytes, little-endian; 0xFFFFFFFF is ZCL's "no value", yet GBCS lets prices and amounts use the full range. */
export const uint32 = integer({
  name: 'UINT32',
  dataTypeId: 0x23,
  min: 0,
  max: 0xffffffff,
  read: (reader) => reader.u32Le('UINT32'),
  write: (writer, value) => writer.u32Le(value),
});

/** 6 bytes, little-endian; exact in a JavaScript number. */
export const uint48 = integer({
  name: 'UINT48',
  dataTypeId: 0x25,
  min: 0,
  max: 0xffffffffffff,
  read: (reader) => reader.u48Le('UINT48'),
  write: (writer, value) => writer.u48Le(value),
});

/** 1 byte, two's complement; -128 is "no value". */
export const int8 = integer({
  name: 'INT8',
  dataTypeId: 0x28,
  min: -0x80,
  max: 0x7f,
  read: (reader) => reader.i8('INT8'),
  write: (writer, value) => writer.i8(value),
});

/** 2 bytes, little-endian two's complement; -2^15 is "no value". */
export const int16 = integer({
  name: 'INT16',
  dataTypeId: 0x29,
  min: -0x8000,
  max: 0x7fff,
  read: (reader) => reader.i16Le('INT16'),
  write: (writer, value) => writer.i16Le(value),
});

/** 3 bytes, little-endian two's complement; -2^23 is "no value". */
export const int24 = integer({
  name: 'INT24',
  dataTypeId: 0x2a,
  min: -0x800000,
  max: 0x7fffff,
  read: (reader) => reader.i24Le('INT24'),
  write: (writer, value) => writer.i24Le(value),
});

/** 4 bytes, little-endian two's complement; -2^31 is "no value". */
export const int32 = integer({
  name: 'INT32',
  dataTypeId: 0x2b,
  min: -0x80000000,
  max: 0x7fffffff,
  read: (reader) => reader.i32Le('INT32'),
  write: (writer, value) => writer.i32Le(value),
});

/** 8 bytes, little-endian. */
export const uint64: ZclType<bigint> = {
  name: 'UINT64',
  dataTypeId: 0x27,
  shape: { kind: 'big integer', max: 0xffffffffffffffffn },
  read: (reader) => reader.u64Le('UINT64'),
  write: (writer, value) => {
    writer.u64Le(value);
  },
  describe: (value) => value.toString(),
};

/** 1 byte: 0 false, 1 true. */
export const boolean: ZclType<boolean> = {
  name: 'BOOLEAN',
  dataTypeId: 0x10,
  shape: { kind: 'boolean' },
  read(reader) {
    const at = reader.offset;
    const byte = reader.u8('BOOLEAN');
    if (byte > 1) throw new CodecError(`a BOOLEAN is 0 or 1, found ${byte}`, at);
    return byte === 1;
  },
  write(writer, value) {
    writer.u8(value ? 1 : 0);
  },
  describe: (value) => value,
};
