import { uint16 } from '../integers.js';
import type { ZclType } from '../zcl-type.js';

/** Event or Alert Code of GBCS section 16: 2 bytes, little-endian, shown as four hexadecimal digits. */
export const eventId: ZclType<number> = {
  ...uint16,
  name: 'event ID',
  describe: (value) => value.toString(16).toUpperCase().padStart(4, '0'),
};
