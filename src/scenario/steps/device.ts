import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { FAULTS } from '../../wan/index.js';
import { stepKind } from '../step-kind.js';

/** Breaks a virtual Device, which behaves so from now on, or mends it: `well`; or gives it other `firmware`, as a visit on site. */
export const device = stepKind({
  schema: z.strictObject({
    id: z.string(),
    is: z.enum(['well', ...FAULTS]).optional(),
    /** Firmware version, hexadecimal. */
    firmware: z.string().optional(),
  }),
  title: ({ id, is, firmware }) =>
    ['device', id, is, firmware && `with firmware ${firmware}`].filter(Boolean).join(' '),
  play: ({ id, is, firmware }, world) => {
    const { han } = world.embedded;
    const virtual = han?.device(parseEui64(world.filled(id)));
    if (han === undefined || virtual === undefined)
      return [`Device ${world.filled(id)}: expected among the virtual Devices, found none`];
    if (is !== undefined) han.setFault(virtual.id, is === 'well' ? undefined : is);
    if (firmware !== undefined) virtual.firmwareVersion = world.filled(firmware);
    return [];
  },
});
