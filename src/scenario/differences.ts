/**
 * One line for each value that is not as expected.
 * @param pairs by name: expected, then found; where nothing is expected nothing is compared
 */
export function differences(
  pairs: Readonly<Record<string, readonly [expected: string | undefined, found: string | undefined]>>,
): string[] {
  return Object.entries(pairs)
    .filter(([, [expected, found]]) => expected !== undefined && expected !== found)
    .map(([name, [expected, found]]) => `${name}: expected ${expected ?? ''}, found ${found ?? 'none'}`);
}
