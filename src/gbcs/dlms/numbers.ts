import { simpleType, type DlmsType } from './dlms-type.js';
import { TAG } from './tags.js';

/** null-data: the value of a get, and of parameterless methods. */
export const nullData: DlmsType<null> = simpleType<null>({
  tag: TAG.null,
  notation: 'null',
  writeContents: () => undefined,
  readContents: () => null,
  describe: () => null,
});

/** One byte: FF for true, 00 for false; any other byte read counts as true. */
export const boolean: DlmsType<boolean> = simpleType<boolean>({
  tag: TAG.boolean,
  notation: 'boolean',
  writeContents: (writer, value) => writer.u8(value ? 0xff : 0),
  readContents: (reader) => reader.u8() !== 0,
  describe: (value) => value,
});

const number = (value: number) => value;

/** 1 byte, signed. */
export const integer: DlmsType<number> = simpleType<number>({
  tag: TAG.integer,
  notation: 'integer',
  writeContents: (writer, value) => writer.i8(value),
  readContents: (reader) => reader.i8(),
  describe: number,
});

/** 2 bytes, signed. */
export const long: DlmsType<number> = simpleType<number>({
  tag: TAG.long,
  notation: 'long',
  writeContents: (writer, value) => writer.i16(value),
  readContents: (reader) => reader.i16(),
  describe: number,
});

/** 4 bytes, signed. */
export const doubleLong: DlmsType<number> = simpleType<number>({
  tag: TAG.doubleLong,
  notation: 'double-long',
  writeContents: (writer, value) => writer.i32(value),
  readContents: (reader) => reader.i32(),
  describe: number,
});

/** 8 bytes, signed. */
export const long64: DlmsType<bigint> = simpleType<bigint>({
  tag: TAG.long64,
  notation: 'long64',
  writeContents: (writer, value) => writer.i64(value),
  readContents: (reader) => reader.i64(),
  describe: String,
});

/** 1 byte. */
export const unsigned: DlmsType<number> = simpleType<number>({
  tag: TAG.unsigned,
  notation: 'unsigned',
  writeContents: (writer, value) => writer.u8(value),
  readContents: (reader) => reader.u8(),
  describe: number,
});

/** 2 bytes. */
export const longUnsigned: DlmsType<number> = simpleType<number>({
  tag: TAG.longUnsigned,
  notation: 'long-unsigned',
  writeContents: (writer, value) => writer.u16(value),
  readContents: (reader) => reader.u16(),
  describe: number,
});

/** 4 bytes. */
export const doubleLongUnsigned: DlmsType<number> = simpleType<number>({
  tag: TAG.doubleLongUnsigned,
  notation: 'double-long-unsigned',
  writeContents: (writer, value) => writer.u32(value),
  readContents: (reader) => reader.u32(),
  describe: number,
});

/** 8 bytes. */
export const long64Unsigned: DlmsType<bigint> = simpleType<bigint>({
  tag: TAG.long64Unsigned,
  notation: 'long64-unsigned',
  writeContents: (writer, value) => writer.u64(value),
  readContents: (reader) => reader.u64(),
  describe: String,
});

/** 1 byte, the number of an enumeration; see `named` for enumerations whose members have names. */
export const enumerated: DlmsType<number> = simpleType<number>({
  tag: TAG.enumerated,
  notation: 'enum',
  writeContents: (writer, value) => writer.u8(value),
  readContents: (reader) => reader.u8(),
  describe: number,
});
