export { utrnCheckDigit } from './check-digit.js';
export { MAX_TOKEN_VALUE, type PrepaymentToken, type ValueClass } from './prepayment-token.js';
export { buildUtrn, counterAfter, type TopUp, type UtrnContext, verifyUtrn } from './utrn.js';
export { parseUtrn, type Utrn, UTRN_LENGTH } from './utrn-digits.js';
