import { z } from 'zod';
import type { ScenarioWorld } from '../scenario-world.js';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d+)([smhd])$/;

/** `advance: 1d`: a number of seconds, minutes, hours or days; in milliseconds once read. */
export const ADVANCE = z
  .string()
  .regex(DURATION, 'not a duration such as 30s, 15m, 2h or 1d')
  .transform((text) => {
    const [, count, unit] = DURATION.exec(text) ?? [];
    return Number(count) * UNITS[unit as keyof typeof UNITS];
  });

/** Moves the virtual clock on, and has all done that is due then. @returns no faults */
export async function advance(milliseconds: number, world: ScenarioWorld): Promise<string[]> {
  await world.advance(milliseconds);
  return [];
}
