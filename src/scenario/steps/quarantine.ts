import { z } from 'zod';
import { Quarantine } from '../../authorisation/index.js';
import { differences } from '../differences.js';
import { stepKind } from '../step-kind.js';

/** What an operator does about the requests in quarantine: all that wait are released or rejected; or how many there are. */
export const quarantine = stepKind({
  schema: z.union([z.enum(['release', 'reject']), z.number().int().min(0)]),
  title: (what) => (typeof what === 'number' ? `quarantine holds ${what}` : `quarantine ${what}`),
  play: async (what, world) => {
    await world.settled();
    const kept = new Quarantine(world.embedded.store);
    const waiting = await kept.list('quarantined');
    if (typeof what === 'number') return differences({ quarantine: [String(what), String(waiting.length)] });
    for (const { eventRef } of waiting) await kept[what](eventRef, 'scenario', world.embedded.now());
    await world.settled();
    return waiting.length === 0 ? [`quarantine: expected requests to ${what}, found none`] : [];
  },
});
