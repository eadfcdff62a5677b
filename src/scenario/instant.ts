const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d+)([smhd])$/;

/** A number of seconds, minutes, hours or days, such as `30s`, `15m`, `2h` or `1d`, in milliseconds; undefined for another text. */
export function durationOf(text: string): number | undefined {
  const [, count, unit] = DURATION.exec(text) ?? [];
  return unit === undefined ? undefined : Number(count) * UNITS[unit as keyof typeof UNITS];
}

/**
 * A moment by the scenario's clock, as DUIS writes it.
 * @param text `now`, `now+1d`, `now-2h`
 * @returns undefined for another text
 */
export function instantOf(text: string, now: Date): string | undefined {
  const parts = /^now(?:([+-])(.+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, duration = '0s'] = parts;
  const milliseconds = durationOf(duration);
  if (milliseconds === undefined) return undefined;
  const moment = new Date(now.getTime() + (sign === '-' ? -milliseconds : milliseconds));
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
