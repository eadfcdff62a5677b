import { durationOf } from '../instant.js';
import { durationText } from '../duration-text.js';
import { stepKind } from '../step-kind.js';

/** `advance: 1d` moves the clock on by seconds, minutes, hours or days, and has all done that is due then. */
export const advance = stepKind({
  schema: durationText,
  title: (duration) => `advance ${duration}`,
  play: async (duration, world) => {
    await world.embedded.advance(durationOf(duration) ?? 0);
    return [];
  },
});
