import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { FAULTS } from '../../wan/index.js';
import { stepKind } from '../step-kind.js';

/**
 * Breaks a virtual Device, which behaves so from now on, or mends it: `well`; gives it other `firmware`, as a visit on site;
 * or lets something happen to it that it `tells` of.
 */
export const device = stepKind({
  schema: z.strictObject({
    id: z.string(),
    is: z.enum(['well', ...FAULTS]).optional(),
    /** Firmware version, hexadecimal. */
    firmware: z.string().optional(),
    /** Event or Alert Code, hexadecimal. */
    tells: z
      .string()
      .regex(/^8[01F][0-9A-F]{2}$/, 'not an Event or Alert Code such as 8F3F')
      .optional(),
  }),
  title: ({ id, is, firmware, tells }) =>
    ['device', id, is, firmware && `with firmware ${firmware}`, tells && `tells ${tells}`]
      .filter(Boolean)
      .join(' '),
  play: async ({ id, is, firmware, tells }, world) => {
    const { han } = world.embedded;
    const virtual = han?.device(parseEui64(world.filled(id)));
    if (han === undefined || virtual === undefined)
      return [`Device ${world.filled(id)}: expected among the virtual Devices, found none`];
    if (is !== undefined) han.setFault(virtual.id, is === 'well' ? undefined : is);
    if (firmware !== undefined) virtual.firmwareVersion = world.filled(firmware);
    if (tells === undefined) return [];
    const told = await han.tell(virtual.id, parseInt(tells, 16));
    await world.settled();
    return told
      ? []
      : [`Device ${virtual.id}: expected to send Alert ${tells}, found a ${virtual.deviceType}`];
  },
});
