import { CodecError } from '../../common/errors.js';
import type { DerSchema } from './der-schema.js';

const BOOLEAN = 0x01;
const TRUE = 0xff;

/** BOOLEAN; DER writes true as FF. */
export const booleanValue: DerSchema<boolean> = {
  tags: [BOOLEAN],
  read({ contents, offset }) {
    const octet = contents.u8('a BOOLEAN');
    contents.end('the end of the BOOLEAN');
    if (octet !== 0 && octet !== TRUE) throw new CodecError('a BOOLEAN is 00 or FF', offset);
    return octet === TRUE;
  },
  write: (value) => ({ tag: BOOLEAN, contents: Buffer.from([value ? TRUE : 0]) }),
  describe: (value) => value,
};
