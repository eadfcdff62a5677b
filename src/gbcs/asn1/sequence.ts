import { CodecError } from '../../common/errors.js';
import type { Description } from '../use-case.js';
import type { DerElement } from './der-element.js';
import { type DerSchema, expectation, type Infer, readNext, within } from './der-schema.js';

const SEQUENCE = 0x30;

/** A member that may be absent. */
export interface OptionalMember<T> {
  readonly schema: DerSchema<T>;
  readonly optional: true;
}

/** A member that stands for `byDefault` where it is absent, and is then never written (DER). */
export interface DefaultMember<T> {
  readonly schema: DerSchema<T>;
  readonly byDefault: T;
}

/** Marks a member of a `sequence` as OPTIONAL. */
export function optional<T>(schema: DerSchema<T>): OptionalMember<T> {
  return { schema, optional: true };
}

/** Marks a member of a `sequence` as DEFAULT. */
export function withDefault<T extends string | number | boolean>(
  schema: DerSchema<T>,
  byDefault: NoInfer<T>,
): DefaultMember<T> {
  return { schema, byDefault };
}

type Member = DerSchema<unknown> | OptionalMember<unknown> | DefaultMember<unknown>;
type Members = Readonly<Record<string, Member>>;
type OptionalNames<M> = { [K in keyof M]: M[K] extends { optional: true } ? K : never }[keyof M];
type MemberValue<M> = M extends { schema: DerSchema<infer T> } ? T : Infer<M>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** The values of a `sequence`: one property a member; an OPTIONAL one may be absent. */
export type SequenceValue<M> = Flat<
  { [K in Exclude<keyof M, OptionalNames<M>>]: MemberValue<M[K]> } & {
    [K in OptionalNames<M>]?: MemberValue<M[K]>;
  }
>;

/** SEQUENCE of the given members, in their order. */
export function sequence<M extends Members>(members: M): DerSchema<SequenceValue<M>> {
  const parts = Object.entries(members).map(([name, member]) => ({ name, ...asPart(member) }));
  return {
    tags: [SEQUENCE],
    read({ contents }, der) {
      const value: Record<string, unknown> = {};
      for (const { name, schema, optional: mayBeAbsent, byDefault } of parts) {
        const present = contents.remaining > 0 && schema.tags.includes(contents.peek());
        if (!present && byDefault !== undefined) value[name] = byDefault;
        if (!present && mayBeAbsent) continue;
        const at = contents.offset;
        value[name] = within(name, () => readNext(schema, contents, der));
        if (byDefault !== undefined && value[name] === byDefault) {
          throw new CodecError('a default value is never written', at, name);
        }
      }
      contents.end('the end of the SEQUENCE');
      return value as SequenceValue<M>;
    },
    write(value) {
      const given = value as Readonly<Record<string, unknown>>;
      const contents: DerElement[] = [];
      for (const { name, schema, optional: mayBeAbsent, byDefault } of parts) {
        const member = given[name];
        if (mayBeAbsent && (member === undefined || member === byDefault)) continue;
        if (member === undefined) throw new CodecError(`${expectation(schema)} is missing`, undefined, name);
        contents.push(within(name, () => schema.write(member)));
      }
      return { tag: SEQUENCE, contents };
    },
    describe(value) {
      const given = value as Readonly<Record<string, unknown>>;
      const described: Record<string, Description> = {};
      for (const { name, schema } of parts) {
        const member = given[name];
        if (member !== undefined) described[name] = schema.describe(member);
      }
      return described;
    },
  };
}

/** SEQUENCE OF any number of elements of one type. */
export function sequenceOf<T>(element: DerSchema<T>, tag = SEQUENCE): DerSchema<readonly T[]> {
  return {
    tags: [tag],
    read({ contents }, der) {
      const values: T[] = [];
      while (contents.remaining > 0) {
        values.push(within(`[${values.length}]`, () => readNext(element, contents, der)));
      }
      return values;
    },
    write: (values) => ({
      tag,
      contents: values.map((value, index) => within(`[${index}]`, () => element.write(value))),
    }),
    describe: (values) => values.map((value) => element.describe(value)),
  };
}

function asPart(member: Member): {
  schema: DerSchema<unknown>;
  optional: boolean;
  byDefault?: unknown;
} {
  if (!('schema' in member)) return { schema: member, optional: false };
  return 'byDefault' in member
    ? { schema: member.schema, optional: true, byDefault: member.byDefault }
    : { schema: member.schema, optional: true };
}
