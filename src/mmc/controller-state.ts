import { valueAt } from './decoded-content.js';
import type { Reader } from './mmc-tree.js';

/**
 * A level, 0 to 100, of the JSON an auxiliary controller tells of itself; undefined where it has none.
 * @param path where the JSON stands
 * @param name `outputState` or `inputState`
 */
export const levelIn =
  (path: string, name: string): Reader =>
  (content) => {
    const state = valueAt(content, path);
    if (typeof state !== 'string') return undefined;
    return new RegExp(`"${name}"\\s*:\\s*"?(\\d{1,3})"?`).exec(state)?.[1];
  };
