import { doubleLong, doubleLongUnsigned, quantity } from '../../../dlms/index.js';

const UNIT = 'thousandths of a penny';

/** Balance or debt on a meter, which may be negative. */
export const balance = quantity(doubleLong, UNIT);

/** Amount paid or recovered. */
export const amount = quantity(doubleLongUnsigned, UNIT);
