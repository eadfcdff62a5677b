import type { DerSchema } from '../../asn1/der-schema.js';
import { integer } from '../../asn1/integer.js';

const wide = integer({ min: 0, max: 0xffff });

/** Alert code, a 16-bit number, shown in hexadecimal as the lists of alert codes have it. */
export const alertCode: DerSchema<number> = {
  ...wide,
  describe: (code) => code.toString(16).padStart(4, '0').toUpperCase(),
};
