import { longUnsigned, mapped } from '../../../dlms/index.js';

/** 16-bit event or alert code, told in hexadecimal as the code lists do. */
export const alertCode = mapped<number, number>(longUnsigned, {
  toWire: (code) => code,
  fromWire: (code) => code,
  describe: (code) => `0x${code.toString(16).toUpperCase().padStart(4, '0')}`,
});
