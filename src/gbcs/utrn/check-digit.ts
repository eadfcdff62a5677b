/** Permutation of each position, by position modulo 8. */
const PERMUTATIONS = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Multiplication in the dihedral group of order ten. */
const PRODUCTS = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];

/** What the result of the products is turned into; GBCS does not use the inverses of the group here. */
const RESULTS = '1267583094';

/** The position the count begins with, for the first digit from the left. */
const FIRST_POSITION = 4;

/**
 * Check digit of the 19 digits of a UTRN: a variant of Verhoeff's, taken from the left.
 * Source: GBCS 0.8.1 page 226; 4 of 4 tokens of RTDS 4.5.0.
 * @param digits decimal digits only
 */
export function utrnCheckDigit(digits: string): string {
  let product = 0;
  [...digits].forEach((digit, index) => {
    const permuted = at(PERMUTATIONS[(FIRST_POSITION + index) % PERMUTATIONS.length], Number(digit));
    product = Number(at(PRODUCTS[product], Number(permuted)));
  });
  return at(RESULTS, product);
}

function at(row: string | undefined, column: number): string {
  return row?.charAt(column) ?? '';
}
