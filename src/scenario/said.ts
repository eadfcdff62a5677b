import { z } from 'zod';
import { differences } from './differences.js';
import { elementValuesOf, readValue } from './read-value.js';
import type { ScenarioWorld } from './scenario-world.js';

/** What a step looks for in a document, and takes from it. */
export const SAID = {
  /** Values of the document and of what the Device says in it (MMC), by path; what attributes hold as `X/@MessageSuccess`. */
  found: z.record(z.string(), z.string()).default({}),
  /** Variables set from it, by path. */
  set: z.record(z.string(), z.string()).default({}),
};

interface Wanted {
  readonly found: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, string>>;
}

/**
 * Sets the variables of a step from a document, and compares.
 * @param variant Service Reference Variant of the request, which tells some Responses apart
 * @returns what is not as expected
 */
export function said(
  { found, set }: Wanted,
  document: string,
  world: ScenarioWorld,
  variant?: string,
): string[] {
  const values = [...elementValuesOf(document), ...world.mmcValues(document, variant)];
  const missing: string[] = [];
  for (const [variable, path] of Object.entries(set)) {
    const value = readValue(path, values);
    if (value === undefined) missing.push(`${path}: expected a value for ${variable}, found none`);
    else world.variables.set(variable, value);
  }
  const pairs = Object.entries(found).map(
    ([path, expected]) => [path, [world.filled(expected), readValue(path, values)]] as const,
  );
  const faults = [...missing, ...differences(Object.fromEntries(pairs))];
  const unknown = [...Object.values(set), ...Object.keys(found)].some(
    (path) => readValue(path, values) === undefined,
  );
  return unknown ? [...faults, `it says ${nearest(values.map(({ path }) => path))}`] : faults;
}

const SHOWN = 12;

/** The ends of paths a document has values at, for whoever looks for one it has not. */
function nearest(paths: readonly string[]): string {
  const ends = [...new Set(paths.map((path) => path.split('/').slice(-2).join('/')))];
  const more = ends.length - SHOWN;
  return ends.slice(-SHOWN).join(', ') + (more > 0 ? `, and ${more} more` : '');
}
