import { CodecError } from '../../common/errors.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { readDlmsLength, writeDlmsLength } from '../bytes/dlms-length.js';
import type { Description } from '../use-case.js';
import { type CompactForm, type DlmsType, located, type ValueOf, within } from './dlms-type.js';
import { TAG } from './tags.js';

/** Members of a structure by name, in the order of transmission. */
export type Members = Readonly<Record<string, DlmsType<unknown>>>;

/**
 * Values by member name. Members that may be missing, and constants, may be left out.
 */
export type MemberValues<M> = Flatten<
  {
    readonly [K in keyof M as undefined extends ValueOf<M[K]> ? never : K]: ValueOf<M[K]>;
  } & {
    readonly [K in keyof M as undefined extends ValueOf<M[K]> ? K : never]?: ValueOf<M[K]>;
  }
>;
/** Makes the type readable in an editor; no other meaning. */
export type Flatten<T> = { [K in keyof T]: T[K] };

/** A structure; last members made with `optional` may be missing. */
export function structure<const M extends Members>(members: M): DlmsType<MemberValues<M>> {
  type Value = MemberValues<M>;
  const entries = Object.entries(members);
  const required = entries.filter(([, type]) => type.mayBeMissing !== true).length;
  const allRequired = required === entries.length;
  const valueOf = (value: Value, name: string) => (value as Readonly<Record<string, unknown>>)[name];
  const compact = compactForm(entries);
  return {
    notation: `structure{${entries.map(([, type]) => type.notation).join(', ')}}`,
    write(writer, value) {
      const present = allRequired
        ? entries
        : entries.filter(([name, type]) => !(type.mayBeMissing && valueOf(value, name) === undefined));
      writer.u8(TAG.structure);
      writeDlmsLength(writer, present.length);
      let member = '';
      try {
        for (const [name, type] of present) {
          member = name;
          type.write(writer, valueOf(value, name));
        }
      } catch (error) {
        throw located(error, member);
      }
    },
    read(reader) {
      reader.expect(TAG.structure, 'tag of structure');
      const at = reader.offset;
      const count = readDlmsLength(reader, 'number of members');
      if (count < required || count > entries.length) {
        const expected = required === entries.length ? String(required) : `${required} to ${entries.length}`;
        throw new CodecError(`expected a structure of ${expected} members, found ${count}`, at);
      }
      const value: Record<string, unknown> = {};
      for (const [name, type] of entries.slice(0, count)) {
        const member = within(name, () => type.read(reader));
        if (member !== undefined) value[name] = member;
      }
      return value as Value;
    },
    describe(value) {
      const description: Record<string, Description> = {};
      for (const [name, type] of entries) {
        const member = valueOf(value, name);
        if (member === undefined && type.mayBeMissing) continue;
        description[name] = type.describe(member);
      }
      return description;
    },
    ...(compact && { compact: compact as CompactForm<Value> }),
  };
}

function compactForm(
  entries: readonly (readonly [string, DlmsType<unknown>])[],
): CompactForm<Record<string, unknown>> | undefined {
  const forms: (readonly [string, CompactForm<unknown>])[] = [];
  for (const [name, type] of entries) {
    if (!type.compact || type.mayBeMissing) return undefined;
    forms.push([name, type.compact]);
  }
  return {
    typeDescription: Buffer.concat([
      Buffer.from([TAG.structure, forms.length]),
      ...forms.map(([, form]) => form.typeDescription),
    ]),
    write(writer, value) {
      for (const [name, form] of forms) within(name, () => form.write(writer, value[name]));
    },
    read(reader) {
      const value: Record<string, unknown> = {};
      for (const [name, form] of forms) {
        const member = within(name, () => form.read(reader));
        if (member !== undefined) value[name] = member;
      }
      return value;
    },
  };
}

/** A last member of a structure that may be missing. */
export function optional<T>(type: DlmsType<T>): DlmsType<T | undefined> {
  return {
    notation: `${type.notation}?`,
    mayBeMissing: true,
    write(writer, value) {
      if (value !== undefined) type.write(writer, value);
    },
    read: (reader) => type.read(reader),
    describe: (value) => (value === undefined ? null : type.describe(value)),
  };
}

/** Number of elements: exactly `n`, or a range. */
export type ElementCount = number | { readonly min?: number; readonly max?: number };

function checkCount(found: number, count: ElementCount | undefined, offset?: number): void {
  if (count === undefined) return;
  const [min, max] = typeof count === 'number' ? [count, count] : [count.min ?? 0, count.max ?? Infinity];
  if (found < min || found > max) {
    const expected = min === max ? String(min) : `${min} to ${max}`;
    throw new CodecError(`expected ${expected} elements, found ${found}`, offset);
  }
}

/** @param count how many elements there may be; an array of exactly `n` may be part of a compact array */
export function array<T>(element: DlmsType<T>, count?: ElementCount): DlmsType<readonly T[]> {
  const compact = typeof count === 'number' && element.compact && compactArrayForm(element.compact, count);
  return {
    ...(compact && { compact }),
    notation: `array of ${element.notation}`,
    write(writer, values) {
      checkCount(values.length, count);
      writer.u8(TAG.array);
      writeDlmsLength(writer, values.length);
      let index = 0;
      try {
        for (; index < values.length; index++) element.write(writer, values[index] as T);
      } catch (error) {
        throw located(error, index);
      }
    },
    read(reader) {
      reader.expect(TAG.array, 'tag of array');
      const at = reader.offset;
      const length = readDlmsLength(reader, 'number of elements');
      checkCount(length, count, at);
      const values: T[] = [];
      for (let index = 0; index < length; index++) {
        values.push(within(index, () => element.read(reader)));
      }
      return values;
    },
    describe: (values) => values.map((value) => element.describe(value)),
  };
}

function compactArrayForm<T>(form: CompactForm<T>, count: number): CompactForm<readonly T[]> {
  return {
    typeDescription: Buffer.concat([
      Buffer.from([TAG.array, count >> 8, count & 0xff]),
      form.typeDescription,
    ]),
    write(writer, values) {
      checkCount(values.length, count);
      values.forEach((value, index) => within(index, () => form.write(writer, value)));
    },
    read: (reader) => Array.from({ length: count }, (_, index) => within(index, () => form.read(reader))),
  };
}

/** A compact array: the description of the element type once, then the contents of all elements. */
export function compactArray<T>(element: DlmsType<T>): DlmsType<readonly T[]> {
  const form = element.compact;
  if (!form) throw new CodecError(`${element.notation} cannot be the element of a compact array`);
  return {
    notation: `compact-array of ${element.notation}`,
    write(writer, values) {
      const contents = new ByteWriter();
      values.forEach((value, index) => within(index, () => form.write(contents, value)));
      writer.u8(TAG.compactArray).bytes(form.typeDescription);
      writeDlmsLength(writer, contents.length);
      writer.bytes(contents.toBuffer());
    },
    read(reader) {
      reader.expect(TAG.compactArray, 'tag of compact-array');
      for (const byte of form.typeDescription) reader.expect(byte, `type description of ${element.notation}`);
      const contents = reader.sub(readDlmsLength(reader, 'length of compact-array'), 'compact-array');
      const values: T[] = [];
      while (contents.remaining > 0) values.push(within(values.length, () => form.read(contents)));
      return values;
    },
    describe: (values) => values.map((value) => element.describe(value)),
  };
}

/** The buffer of a profile object: Devices send it as an array or as a compact array. Writes an array. */
export function profileBuffer<T>(entry: DlmsType<T>): DlmsType<readonly T[]> {
  const plain = array(entry);
  const compact = entry.compact && compactArray(entry);
  return {
    ...plain,
    read: (reader) =>
      compact && reader.remaining > 0 && reader.peek() === TAG.compactArray
        ? compact.read(reader)
        : plain.read(reader),
  };
}

/**
 * A value that has one of two layouts, such as an entry with or without the second element's member. Reads the first
 * layout that fits; writes the first one that can express the value.
 */
export function oneOf<A, B>(first: DlmsType<A>, second: DlmsType<B>): DlmsType<A | B> {
  const layoutOf = (value: A | B): DlmsType<A | B> => {
    try {
      first.write(new ByteWriter(), value as A);
      return first;
    } catch (error) {
      if (error instanceof CodecError) return second;
      throw error;
    }
  };
  return {
    notation: `${first.notation} or ${second.notation}`,
    write: (writer, value) => layoutOf(value).write(writer, value),
    read(reader) {
      const ahead = reader.fork();
      try {
        first.read(ahead);
      } catch (error) {
        if (error instanceof CodecError) return second.read(reader);
        throw error;
      }
      return first.read(reader);
    },
    describe: (value) => layoutOf(value).describe(value),
  };
}
