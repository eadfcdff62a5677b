import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { FAULTS } from '../../wan/index.js';
import { stepKind } from '../step-kind.js';

/** Breaks a virtual Device, which behaves so from now on, or mends it: `well`. */
export const device = stepKind({
  schema: z.strictObject({ id: z.string(), is: z.enum(['well', ...FAULTS]) }),
  title: ({ id, is }) => `device ${id} ${is}`,
  play: ({ id, is }, world) => {
    const eui = parseEui64(world.filled(id));
    const known = world.embedded.han?.setFault(eui, is === 'well' ? undefined : is) === true;
    return known ? [] : [`Device ${eui}: expected among the virtual Devices, found none`];
  },
});
