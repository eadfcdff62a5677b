import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { Description } from '../use-case.js';
import type { ValueOf, ZclType } from './zcl-type.js';

/** Parameters of a command or members of a structure, in wire order. */
export type Parameters = Readonly<Record<string, ZclType<unknown>>>;

/** The values of parameters. */
export type ValuesOf<P extends Parameters> = { readonly [Name in keyof P]: ValueOf<P[Name]> };

/** Runs `step` so that a CodecError says which member it comes from. */
function within<T>(member: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof CodecError ? error.within(member) : error;
  }
}

/** One member after the other, nothing between them. */
export function structure<P extends Parameters>(members: P, name = 'structure'): ZclType<ValuesOf<P>> {
  const entries = Object.entries(members);
  return {
    name,
    shape: { kind: 'structure', members },
    read(reader) {
      const values: Record<string, unknown> = {};
      for (const [member, type] of entries) values[member] = within(member, () => type.read(reader));
      return values as ValuesOf<P>;
    },
    write(writer, values) {
      for (const [member, type] of entries) within(member, () => type.write(writer, values[member]));
    },
    describe(values) {
      const described: Record<string, Description> = {};
      for (const [member, type] of entries) described[member] = type.describe(values[member]);
      return described;
    },
  };
}

function list<T>(
  element: ZclType<T>,
  name: string,
  maxLength: number,
  read: (reader: ByteReader, one: (index: number) => T) => T[],
  count?: ZclType<number>,
): ZclType<readonly T[]> {
  return {
    name,
    shape: { kind: 'list', element, maxLength },
    read: (reader) => read(reader, (index) => within(`[${index}]`, () => element.read(reader))),
    write(writer, values) {
      count?.write(writer, values.length);
      values.forEach((value, index) => within(`[${index}]`, () => element.write(writer, value)));
    },
    describe: (values) => values.map((value) => element.describe(value)),
  };
}

/** A count of type `count`, then that many elements. @param maxLength most elements a sensible message has */
export function counted<T>(
  count: ZclType<number>,
  element: ZclType<T>,
  maxLength = 20,
): ZclType<readonly T[]> {
  return list(
    element,
    `${element.name} after a ${count.name} count`,
    maxLength,
    (reader, one) => Array.from({ length: count.read(reader) }, (_, index) => one(index)),
    count,
  );
}

/** Elements to the end of the payload. @param maxLength most elements a sensible message has */
export function untilEnd<T>(element: ZclType<T>, maxLength = 20): ZclType<readonly T[]> {
  return list(element, `${element.name} to the end`, maxLength, (reader, one) => {
    const values: T[] = [];
    while (reader.remaining > 0) values.push(one(values.length));
    return values;
  });
}

/** A value of one of several structures, with the number that tells which. */
export interface Choice {
  readonly tag: number;
  readonly value: unknown;
}

/**
 * A tag, then the structure that belongs to it.
 * @param tag type of the tag
 * @param options structure for each tag
 * @param otherwise how values with another tag are read
 */
export function choice(
  tag: ZclType<number>,
  options: Readonly<Record<number, ZclType<unknown>>>,
  otherwise: ZclType<unknown>,
): ZclType<Choice> {
  const typeOf = (number: number) => options[number] ?? otherwise;
  return {
    name: 'choice',
    shape: { kind: 'choice', options },
    read(reader) {
      const number = tag.read(reader);
      return { tag: number, value: typeOf(number).read(reader) };
    },
    write(writer, value) {
      tag.write(writer, value.tag);
      typeOf(value.tag).write(writer, value.value);
    },
    describe: (value) => ({
      type: tag.describe(value.tag),
      value: typeOf(value.tag).describe(value.value),
    }),
  };
}
