import { z } from 'zod';
import { FAULT_KINDS } from '../../testing/index.js';
import { stepKind } from '../step-kind.js';

/** `s1sp: never`: breaks the mock S1SP, which behaves so from now on, or mends it: `well`. */
export const s1sp = stepKind({
  schema: z.enum(['well', ...FAULT_KINDS]),
  title: (kind) => `s1sp ${kind}`,
  play: (kind, world) => {
    const faults = world.embedded.s1sp?.faults;
    if (kind === 'well') faults?.clear();
    else faults?.set({ kind });
    return faults === undefined ? ['S1SP: expected the mock, found none'] : [];
  },
});
