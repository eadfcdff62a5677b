import { z } from 'zod';
import { durationOf } from '../instant.js';
import type { ScenarioWorld } from '../scenario-world.js';

/** `advance: 1d`: a number of seconds, minutes, hours or days; in milliseconds once read. */
export const ADVANCE = z.string().transform((text, context) => {
  const milliseconds = durationOf(text);
  if (milliseconds !== undefined) return milliseconds;
  context.addIssue({ code: 'custom', message: 'not a duration such as 30s, 15m, 2h or 1d' });
  return z.NEVER;
});

/** Moves the virtual clock on, and has all done that is due then. @returns no faults */
export async function advance(milliseconds: number, world: ScenarioWorld): Promise<string[]> {
  await world.advance(milliseconds);
  return [];
}
