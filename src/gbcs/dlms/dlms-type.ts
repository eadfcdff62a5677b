import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import type { Description } from '../use-case.js';

/**
 * A DLMS data type: writes values of `T`, reads them back and tells them in words. Bigger types are made of smaller
 * ones, and `T` is inferred.
 */
export interface DlmsType<T> {
  /** As the mapping tables write it, such as `long-unsigned` or `octet-string(6)`. */
  readonly notation: string;
  /** Tag byte and contents. @throws CodecError if the type cannot express `value` */
  write(writer: ByteWriter, value: T): void;
  /** Tag byte and contents. @throws CodecError with the offset */
  read(reader: ByteReader): T;
  describe(value: T): Description;
  /** How the type appears inside a compact array, where tags are written once; absent if it may not. */
  readonly compact?: CompactForm<T>;
  /** True for a last member of a structure that may be missing. */
  readonly mayBeMissing?: boolean;
}

/** Contents without tags, for compact arrays. */
export interface CompactForm<T> {
  /** The bytes of the type description. */
  readonly typeDescription: Buffer;
  write(writer: ByteWriter, value: T): void;
  read(reader: ByteReader): T;
}

/** The type of the values of a `DlmsType`. */
export type ValueOf<Type> = Type extends DlmsType<infer T> ? T : never;

/** A type of one fixed tag whose contents need no tags of their own. */
export function simpleType<T>(definition: {
  readonly tag: number;
  readonly notation: string;
  writeContents(writer: ByteWriter, value: T): void;
  readContents(reader: ByteReader): T;
  describe(value: T): Description;
}): DlmsType<T> {
  const { tag, notation } = definition;
  return {
    notation,
    write(writer, value) {
      writer.u8(tag);
      definition.writeContents(writer, value);
    },
    read(reader) {
      reader.expect(tag, `tag of ${notation}`);
      return definition.readContents(reader);
    },
    describe: (value) => definition.describe(value),
    compact: {
      typeDescription: Buffer.from([tag]),
      write: (writer, value) => definition.writeContents(writer, value),
      read: (reader) => definition.readContents(reader),
    },
  };
}

/** The bytes of one value. @throws CodecError if the type cannot express it */
export function encodeData<T>(type: DlmsType<T>, value: T): Buffer {
  const writer = new ByteWriter();
  type.write(writer, value);
  return writer.toBuffer();
}

/** Reads one value that takes up all of `reader`. @throws CodecError also for bytes left over */
export function decodeData<T>(type: DlmsType<T>, reader: ByteReader): T {
  const value = type.read(reader);
  reader.end(`the end of ${type.notation}`);
  return value;
}

/** Runs `step`; an error in it is told as an error of `member`, which is a name or the position in a list. */
export function within<T>(member: string | number, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw located(error, member);
  }
}

/** An error told as one of `member`; for loops in which `within` would cost more than the work itself. */
export function located(error: unknown, member: string | number): unknown {
  if (!(error instanceof CodecError)) return error;
  return error.within(typeof member === 'number' ? `[${member}]` : member);
}
