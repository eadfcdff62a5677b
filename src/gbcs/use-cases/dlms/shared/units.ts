import { doubleLongUnsigned, quantity } from '../../../dlms/index.js';

/** Numbers of 4 bytes in the units that objects of many use cases have. */
export const seconds = quantity(doubleLongUnsigned, 's');
export const volts = quantity(doubleLongUnsigned, 'V');
export const watts = quantity(doubleLongUnsigned, 'W');
export const wattHours = quantity(doubleLongUnsigned, 'Wh');
