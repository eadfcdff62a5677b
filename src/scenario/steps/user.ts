import { z } from 'zod';
import { UserDirectory } from '../../authorisation/index.js';
import { parseEui64 } from '../../common/eui64.js';
import { stepKind } from '../step-kind.js';

/** What the DCC has in its books of a User: whether it is suspended, and the DUIS version it is written to in. */
export const user = stepKind({
  schema: z.strictObject({
    user: z.string(),
    status: z.enum(['active', 'suspended']).optional(),
    version: z.string().optional(),
  }),
  title: ({ user: name, status, version }) => ['user', name, status, version].filter(Boolean).join(' '),
  play: async ({ user: name, status, version }, world) => {
    const users = new UserDirectory(world.embedded.store);
    const id = parseEui64(world.partyOf(name));
    const found = await users.find(id);
    if (found === undefined) return [`User ${id}: expected among the Users, found none`];
    await users.put({
      ...found,
      ...(status !== undefined && { status }),
      ...(version !== undefined && { duisVersion: version }),
    });
    await world.settled();
    return [];
  },
});
