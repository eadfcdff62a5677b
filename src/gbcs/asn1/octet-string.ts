import { CodecError } from '../../common/errors.js';
import { type Eui64, EUI64_LENGTH, eui64FromBytes, eui64ToBytes } from '../../common/eui64.js';
import type { DerSchema } from './der-schema.js';

const OCTET_STRING = 0x04;

/** OCTET STRING; of exactly `length` bytes if that is given. */
export function octetString(length?: number): DerSchema<Buffer> {
  const check = (bytes: Buffer, offset?: number): Buffer => {
    if (length === undefined || bytes.length === length) return bytes;
    throw new CodecError(`an OCTET STRING of ${length} bytes was expected, found ${bytes.length}`, offset);
  };
  return {
    tags: [OCTET_STRING],
    read: ({ contents, offset }) => Buffer.from(check(contents.bytes(contents.remaining), offset)),
    write: (value) => ({ tag: OCTET_STRING, contents: check(value) }),
    describe: (value) => value.toString('hex').toUpperCase(),
  };
}

const eight = octetString(EUI64_LENGTH);

/** Entity identifier: OCTET STRING of 8 bytes holding an EUI-64. All zero stands for a root. */
export const entityIdentifier: DerSchema<Eui64> = {
  tags: eight.tags,
  read: (element, der) => eui64FromBytes(eight.read(element, der)),
  write: (value) => eight.write(eui64ToBytes(value)),
  describe: (value) => value,
};
