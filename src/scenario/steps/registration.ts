import { z } from 'zod';
import { REGISTERED_ROLES, Registrations } from '../../authorisation/index.js';
import { parseEui64 } from '../../common/eui64.js';
import { stepKind } from '../step-kind.js';

/** Registers a User for a meter point from a moment on, in the place of who was; from now on if none is given. */
export const registration = stepKind({
  schema: z.strictObject({
    meterPoint: z.string(),
    role: z.enum(REGISTERED_ROLES),
    user: z.string(),
    from: z.string().default('${now}'),
  }),
  title: ({ meterPoint, role, user }) => `registration of ${user} as ${role} of ${meterPoint}`,
  play: async ({ meterPoint, role, user, from }, world) => {
    await new Registrations(world.embedded.store).register(
      {
        mpxn: world.filled(meterPoint),
        role,
        user: parseEui64(world.partyOf(user)),
        from: new Date(world.filled(from)),
      },
      world.embedded.now(),
    );
    return [];
  },
});
