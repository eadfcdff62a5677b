import { CodecError } from '../../common/errors.js';

/**
 * Items in the order of their numbers, each number once.
 * @param what for the error message
 * @throws CodecError if a number repeats
 */
export function ordered<T>(items: readonly T[], numberOf: (item: T) => number, what: string): T[] {
  const sorted = [...items].sort((a, b) => numberOf(a) - numberOf(b));
  sorted.forEach((item, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && numberOf(before) === numberOf(item)) {
      throw new CodecError(`${what} ${numberOf(item)} occurs twice`);
    }
  });
  return sorted;
}

/** The same for elements with an index attribute, which says where a value goes, not its place in the document. */
export function inIndexOrder<T extends { readonly index: number }>(items: readonly T[], what: string): T[] {
  return ordered(items, ({ index }) => index, what);
}

/**
 * Values with an index attribute as a list without gaps.
 * @throws CodecError if an index repeats or is left out
 */
export function indexed<T>(
  items: readonly { readonly value: T; readonly index: number }[],
  what: string,
): T[] {
  const sorted = inIndexOrder(items, `index of ${what}`);
  return sorted.map((item, position) => {
    if (item.index !== position + 1) throw new CodecError(`${what} with index ${position + 1} is missing`);
    return item.value;
  });
}
