import { CodecError } from '../../../../common/errors.js';

/**
 * Elements of a request by their index attribute, lowest first: the index says where a value goes, not its place in the
 * document.
 * @param name what they are, for the message
 * @throws CodecError if an index repeats
 */
export function inIndexOrder<T extends { readonly index: number }>(
  elements: readonly T[],
  name: string,
): T[] {
  const inOrder = [...elements].sort((one, other) => one.index - other.index);
  inOrder.forEach(({ index }, position) => {
    if (inOrder[position - 1]?.index === index)
      throw new CodecError(`${name} ${index} is there more than once`);
  });
  return inOrder;
}
