import { eui64FromBytes, EUI64_LENGTH, type Eui64, eui64ToBytes } from '../../../../common/eui64.js';
import { mapped, octetString } from '../../../dlms/index.js';

/** Entity identifier: octet-string(8). */
export const eui64 = mapped<Buffer, Eui64>(octetString(EUI64_LENGTH), {
  toWire: eui64ToBytes,
  fromWire: eui64FromBytes,
  describe: (eui) => eui,
});
