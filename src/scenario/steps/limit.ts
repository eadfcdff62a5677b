import { z } from 'zod';
import { AttributeLimits } from '../../authorisation/index.js';
import { stepKind } from '../step-kind.js';

/** Between what a value in requests of a Service Reference Variant has to be; those with another are quarantined. */
export const limit = stepKind({
  schema: z.strictObject({
    variant: z.string(),
    /** From the content of the body element down. */
    path: z.string(),
    minimum: z.string().optional(),
    maximum: z.string().optional(),
  }),
  title: ({ variant, path }) => `limit of ${path} in ${variant}`,
  play: async ({ variant, path, minimum, maximum }, world) => {
    await new AttributeLimits(world.embedded.store).set({ variant, path, minimum, maximum, user: undefined });
    await world.settled();
    return [];
  },
});
