import { enumerated, integer, named, structure } from '../../../dlms/index.js';

/** Units of COSEM registers. Source: DLMS UA Blue Book, enumeration of physical units. */
export const unit = named(enumerated, {
  7: 's',
  27: 'W',
  28: 'VA',
  29: 'var',
  30: 'Wh',
  31: 'VAh',
  32: 'varh',
  33: 'A',
  35: 'V',
  255: 'no unit',
});

/** Power of ten and unit of a register (attribute 3 of classes 3 and 4). */
export const scalerUnit = structure({ scaler: integer, unit });
