import forge from 'node-forge';
import { CodecError } from '../../common/errors.js';
import type { DerSchema } from './der-schema.js';

const OBJECT_IDENTIFIER = 0x06;

/** OBJECT IDENTIFIER in dotted form, such as `2.5.29.15`. */
export const objectIdentifier: DerSchema<string> = {
  tags: [OBJECT_IDENTIFIER],
  read({ contents, offset }) {
    const octets = contents.bytes(contents.remaining);
    // Every arc ends with a byte below 0x80; node-forge drops an unfinished one.
    if ((octets.at(-1) ?? 0x80) >= 0x80) throw new CodecError('an OBJECT IDENTIFIER is cut', offset);
    return forge.asn1.derToOid(octets.toString('latin1'));
  },
  write: (value) => ({
    tag: OBJECT_IDENTIFIER,
    contents: Buffer.from(forge.asn1.oidToDer(value).getBytes(), 'latin1'),
  }),
  describe: (value) => value,
};
