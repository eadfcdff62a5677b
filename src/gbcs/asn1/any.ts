import type { DerSchema } from './der-schema.js';

/** An element of a given tag whose contents do not matter here, kept as its bytes. */
export function anyOf(...tags: readonly number[]): DerSchema<Buffer> {
  return {
    tags,
    read: (element) => Buffer.from(element.encoded),
    write: (encoded) => ({ encoded }),
    describe: (encoded) => encoded.toString('hex').toUpperCase(),
  };
}
