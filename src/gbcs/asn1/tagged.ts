import { CodecError, InternalError } from '../../common/errors.js';
import type { DerElement } from './der-element.js';
import type { DerSchema } from './der-schema.js';

const CONTEXT_SPECIFIC = 0x80;
const CONSTRUCTED = 0x20;

/** `[number] IMPLICIT`: the context tag takes the place of the type's own. */
export function implicit<T>(number: number, schema: DerSchema<T>): DerSchema<T> {
  const [own, ...others] = schema.tags;
  if (own === undefined || others.length > 0) throw new InternalError('a CHOICE cannot be tagged implicitly');
  const tag = CONTEXT_SPECIFIC | (own & CONSTRUCTED) | number;
  return {
    tags: [tag],
    read: (element, der) => schema.read(element, der),
    write: (value) => retagged(schema.write(value), tag),
    describe: (value) => schema.describe(value),
  };
}

function retagged(element: DerElement, tag: number): DerElement {
  if ('encoded' in element) throw new CodecError('an encoded element cannot be tagged implicitly');
  return { tag, contents: element.contents };
}
