import { ConfigError } from '../common/errors.js';

/** Units a duration may be written in, longest first, in milliseconds. */
const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/**
 * Reads a duration such as `90s`, `15m`, `24h` or `7d`.
 * @returns milliseconds
 * @throws ConfigError naming the option for anything else
 */
export function readDuration(option: string, text: string): number {
  const [, amount, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return Number(amount) * UNITS[unit as keyof typeof UNITS];
  throw new ConfigError(option, `'${text}' is not a duration such as 90s, 15m, 24h or 7d`);
}

/** Writes a duration in the longest unit it is a whole number of, as `readDuration` reads it. */
export function writeDuration(milliseconds: number): string {
  for (const [unit, length] of Object.entries(UNITS)) {
    if (milliseconds % length === 0) return `${milliseconds / length}${unit}`;
  }
  return `${milliseconds}ms`;
}
