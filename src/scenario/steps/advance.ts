import { z } from 'zod';
import { durationOf } from '../instant.js';
import { stepKind } from '../step-kind.js';

/** `advance: 1d` moves the clock on by seconds, minutes, hours or days, and has all done that is due then. */
export const advance = stepKind({
  schema: z
    .string()
    .refine((text) => durationOf(text) !== undefined, 'not a duration such as 30s, 15m, 2h or 1d'),
  title: (duration) => `advance ${duration}`,
  play: async (duration, world) => {
    await world.embedded.advance(durationOf(duration) ?? 0);
    return [];
  },
});
