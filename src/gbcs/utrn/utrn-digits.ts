import { CodecError } from '../../common/errors.js';
import { utrnCheckDigit } from './check-digit.js';
import { decodeToken, encodeToken, type PrepaymentToken } from './prepayment-token.js';

/** Unique Transaction Reference Number: 20 decimal digits, the last one a check digit. */
export type Utrn = string & { readonly __brand: 'Utrn' };

/** Number of digits of a UTRN. */
export const UTRN_LENGTH = 20;

/** Added to a token, so that its first two digits are 73 to 96 and no STS token is mistaken for it. */
const OFFSET = 7_394_156_990_786_306_048n;

/** Writes a token as a UTRN. @throws CodecError if a field is out of range */
export function formatUtrn(token: PrepaymentToken): Utrn {
  const digits = (OFFSET + encodeToken(token)).toString();
  return `${digits}${utrnCheckDigit(digits)}` as Utrn;
}

/**
 * Reads a UTRN; whether its MAC is right is for `verifyUtrn` to tell.
 * @throws CodecError if it is not 20 digits, its check digit is wrong, or it holds no token of GBCS
 */
export function parseUtrn(text: string): { readonly utrn: Utrn; readonly token: PrepaymentToken } {
  if (!/^\d{20}$/.test(text)) throw new CodecError(`'${text}' is not a UTRN of ${UTRN_LENGTH} digits`, 0);
  const digits = text.slice(0, -1);
  const expected = utrnCheckDigit(digits);
  if (!text.endsWith(expected)) {
    throw new CodecError(`check digit ${text.slice(-1)} should be ${expected}`, UTRN_LENGTH - 1);
  }
  return { utrn: text as Utrn, token: decodeToken(BigInt(digits) - OFFSET) };
}
