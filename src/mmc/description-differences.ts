import type { Description } from '../gbcs/index.js';

/** A value that two descriptions tell differently. */
export interface DescriptionDifference {
  /** Names from the outside in, such as `content.prices.0`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

const NOTHING = 'nothing';

/** Every leaf in which two descriptions differ, in their order. */
export function descriptionDifferences(
  found: Description | undefined,
  expected: Description | undefined,
  path = 'content',
): readonly DescriptionDifference[] {
  if (isNode(found) && isNode(expected)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...names].flatMap((name) =>
      descriptionDifferences(found[name], expected[name], `${path}.${name}`),
    );
  }
  const [one, other] = [written(found), written(expected)];
  return one === other ? [] : [{ path, found: one, expected: other }];
}

/** Members by name; those of a list by position. */
function isNode(description: Description | undefined): description is Readonly<Record<string, Description>> {
  return typeof description === 'object' && description !== null;
}

const written = (description: Description | undefined): string =>
  description === undefined ? NOTHING : JSON.stringify(description);
