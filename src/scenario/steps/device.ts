import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { FAULTS } from '../../wan/index.js';
import type { ScenarioWorld } from '../scenario-world.js';

/** How a virtual Device behaves from now on; `well` ends a fault. */
export const DEVICE = z.strictObject({ id: z.string(), is: z.enum(['well', ...FAULTS]) });

/** Breaks or mends a virtual Device. @returns a fault if there is no such Device */
export function device({ id, is }: z.output<typeof DEVICE>, world: ScenarioWorld): Promise<string[]> {
  const eui = parseEui64(world.filled(id));
  const known = world.embedded.han?.setFault(eui, is === 'well' ? undefined : is) === true;
  return Promise.resolve(known ? [] : [`Device ${eui}: expected among the virtual Devices, found none`]);
}
