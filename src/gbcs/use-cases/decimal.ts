import { CodecError } from '../../common/errors.js';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * An xs:decimal as a whole number of its smallest unit, exactly.
 * @param digits digits after the decimal point that the unit has
 * @throws CodecError if the text has more of them, or is no decimal
 */
export function scaledDecimal(text: string, digits: number): number {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text.trim()) ?? [];
  if (sign === undefined || whole + fraction === '')
    throw new CodecError(`'${text}' is not a decimal number`);
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits) {
    throw new CodecError(`${text} has more than ${digits} digits after the decimal point`);
  }
  const value = Number(`${whole}${significant.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(value)) throw new CodecError(`${text} is too large`);
  return sign === '-' && value !== 0 ? -value : value;
}
