import { z } from 'zod';
import { stepKind } from '../step-kind.js';

/** Takes rows into the Central Products List, as `duis cpl import` does: CSV with a heading. */
export const cpl = stepKind({
  schema: z.string(),
  title: () => 'cpl',
  play: async (csv, world) => {
    await world.embedded.inventory.cpl.import(world.filled(csv));
    return [];
  },
});
