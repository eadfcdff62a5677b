import { ConfigError } from '../../common/errors.js';

/** How many paths an error names. */
const NAMED = 4;

/**
 * The one of the paths that is asked for: as it is, or by an end of it that no other path has. A segment without `[n]`
 * stands for each of those that repeat.
 * @throws ConfigError naming the nearest paths, or those it could be
 */
export function findPath(asked: string, paths: readonly string[]): string {
  if (paths.includes(asked)) return asked;
  const segments = asked.split('/');
  const [only, ...others] = paths.filter((path) => endsWith(path.split('/'), segments));
  if (only === undefined) {
    throw new ConfigError(
      asked,
      `there is no such value; the nearest are ${nearest(asked, paths).join(', ')}`,
    );
  }
  if (others.length > 0) {
    const more = others.length < NAMED ? '' : ` and ${others.length + 1 - NAMED} more`;
    throw new ConfigError(
      asked,
      `could be any of ${[only, ...others].slice(0, NAMED).join(', ')}${more}; write more of the path`,
    );
  }
  return only;
}

function endsWith(path: readonly string[], segments: readonly string[]): boolean {
  if (segments.length > path.length) return false;
  const end = path.slice(path.length - segments.length);
  return segments.every((segment, index) => {
    const present = end[index] ?? '';
    return segment === present || segment === present.replace(/\[\d+\]$/, '');
  });
}

function nearest(asked: string, paths: readonly string[]): string[] {
  const length = asked.split('/').length;
  return [...new Set(paths.map((path) => path.replace(/\[\d+\]/g, '')))]
    .map((path) => ({ path, distance: distance(asked, path.split('/').slice(-length).join('/')) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NAMED)
    .map(({ path }) => path);
}

/** Characters to insert, delete or replace to make one text the other, letter case aside. */
function distance(from: string, to: string): number {
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line++) {
    const next = [line];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (a[line - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
