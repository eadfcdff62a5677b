import { z } from 'zod';
import { FAULT_KINDS } from '../../testing/index.js';
import type { ScenarioWorld } from '../scenario-world.js';

/** `s1sp: never`: how the mock S1SP behaves from now on; `well` ends a fault. */
export const S1SP = z.enum(['well', ...FAULT_KINDS]);

/** Breaks or mends the mock S1SP. @returns a fault if there is no mock */
export function s1sp(kind: z.output<typeof S1SP>, world: ScenarioWorld): Promise<string[]> {
  const faults = world.embedded.s1sp?.faults;
  if (kind === 'well') faults?.clear();
  else faults?.set({ kind });
  return Promise.resolve(faults === undefined ? ['S1SP: expected the mock, found none'] : []);
}
