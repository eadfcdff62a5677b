import type { DerSchema } from './der-schema.js';

const NULL = 0x05;

/** NULL: its presence is the meaning. */
export const nullValue: DerSchema<null> = {
  tags: [NULL],
  read({ contents }) {
    contents.end('the end of NULL');
    return null;
  },
  write: () => ({ tag: NULL, contents: Buffer.alloc(0) }),
  describe: () => null,
};
