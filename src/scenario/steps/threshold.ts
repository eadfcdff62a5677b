import { z } from 'zod';
import { AnomalyThresholds } from '../../authorisation/index.js';
import { parseEui64 } from '../../common/eui64.js';
import { durationText } from '../duration-text.js';
import { durationOf } from '../instant.js';
import { stepKind } from '../step-kind.js';

const HOUR = 3_600_000;

/** How many requests are not an anomaly yet; those beyond are quarantined. Set by a User for itself, or by the DCC. */
export const threshold = stepKind({
  schema: z.strictObject({
    setter: z.enum(['User', 'DCC']),
    /** Every User, each counted by itself, if none is given. */
    user: z.string().optional(),
    /** All are counted together if none is given. */
    variant: z.string().optional(),
    maximum: z.number().int().min(0),
    /** `1h` if not given. */
    window: durationText.optional(),
  }),
  title: ({ setter, variant = 'all requests', maximum }) =>
    `threshold of the ${setter}: ${maximum} of ${variant}`,
  play: async ({ setter, user, variant, maximum, window = '1h' }, world) => {
    await new AnomalyThresholds(world.embedded.store).set({
      setter,
      user: user === undefined ? undefined : parseEui64(world.partyOf(user)),
      variant,
      maximum,
      windowMs: durationOf(window) ?? HOUR,
    });
    await world.settled();
    return [];
  },
});
