import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { Description } from '../use-case.js';
import type { ValueOf, ZclType } from './zcl-type.js';

/** Parameters of a command or members of a structure, in wire order. */
export type Parameters = Readonly<Record<string, ZclType<unknown>>>;

/** The values of parameters. */
export type ValuesOf<P extends Parameters> = { readonly [Name in keyof P]: ValueOf<P[Name]> };

/** What to throw instead of `error`, so that a CodecError says which member it comes from. */
function from(member: string, error: unknown): unknown {
  return error instanceof CodecError ? error.within(member) : error;
}

/** One member after the other, nothing between them. */
export function structure<P extends Parameters>(members: P, name = 'structure'): ZclType<ValuesOf<P>> {
  const entries = Object.entries(members);
  return {
    name,
    shape: { kind: 'structure', members },
    read(reader) {
      const values: Record<string, unknown> = {};
      let current = '';
      try {
        for (const [member, type] of entries) {
          current = member;
          values[member] = type.read(reader);
        }
      } catch (error) {
        throw from(current, error);
      }
      return values as ValuesOf<P>;
    },
    write(writer, values) {
      let current = '';
      try {
        for (const [member, type] of entries) {
          current = member;
          type.write(writer, values[member]);
        }
      } catch (error) {
        throw from(current, error);
      }
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
  isComplete: (reader: ByteReader, length: number, count: number) => boolean,
  count?: ZclType<number>,
): ZclType<readonly T[]> {
  return {
    name,
    shape: { kind: 'list', element, maxLength },
    read(reader) {
      const announced = count?.read(reader) ?? 0;
      const values: T[] = [];
      try {
        while (!isComplete(reader, values.length, announced)) values.push(element.read(reader));
      } catch (error) {
        throw from(`[${values.length}]`, error);
      }
      return values;
    },
    write(writer, values) {
      count?.write(writer, values.length);
      let index = 0;
      try {
        for (; index < values.length; index++) element.write(writer, values[index] as T);
      } catch (error) {
        throw from(`[${index}]`, error);
      }
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
  const name = `${element.name} after a ${count.name} count`;
  return list(element, name, maxLength, (_, length, announced) => length === announced, count);
}

/** Elements to the end of the payload. @param maxLength most elements a sensible message has */
export function untilEnd<T>(element: ZclType<T>, maxLength = 20): ZclType<readonly T[]> {
  return list(element, `${element.name} to the end`, maxLength, (reader) => reader.remaining === 0);
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
