import { CodecError, InternalError } from '../../common/errors.js';
import { type DerSchema, expectation, type Infer } from './der-schema.js';

type Alternatives = Readonly<Record<string, DerSchema<unknown>>>;

/** The values of a `choice`: an object with one property, named after the alternative. */
export type ChoiceValue<A> = { [K in keyof A]: { readonly [N in K]: Infer<A[K]> } }[keyof A];

/** CHOICE between types that begin with different tags. */
export function choice<A extends Alternatives>(alternatives: A): DerSchema<ChoiceValue<A>> {
  const entries = Object.entries(alternatives);
  const tags = entries.flatMap(([, schema]) => schema.tags);
  if (new Set(tags).size !== tags.length) throw new InternalError('the alternatives of a CHOICE share a tag');
  const taken = (value: object): readonly [string, DerSchema<unknown>, unknown] => {
    const [only, ...others] = Object.entries(value);
    const found = only && entries.find(([name]) => name === only[0]);
    if (!only || !found || others.length > 0) {
      throw new CodecError(`expected one of ${entries.map(([name]) => name).join(', ')}`);
    }
    return [found[0], found[1], only[1]];
  };
  return {
    tags,
    read(element, der) {
      const entry = entries.find(([, schema]) => schema.tags.includes(element.tag));
      if (!entry) throw new CodecError(`expected ${expectation({ tags })}`, element.offset);
      const [name, schema] = entry;
      return { [name]: schema.read(element, der) } as ChoiceValue<A>;
    },
    write(value) {
      const [, schema, inner] = taken(value);
      return schema.write(inner);
    },
    describe(value) {
      const [name, schema, inner] = taken(value);
      return { [name]: schema.describe(inner) };
    },
  };
}
