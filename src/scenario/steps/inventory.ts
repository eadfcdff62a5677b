import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { differences } from '../differences.js';
import { stepKind } from '../step-kind.js';

/** What the inventory is to say of a Device: its SMI Status, and the SMETS generation it is treated as. */
export const inventory = stepKind({
  schema: z.strictObject({
    device: z.string(),
    status: z.string().optional(),
    generation: z.enum(['SMETS1', 'SMETS2+']).optional(),
  }),
  title: ({ device }) => `inventory ${device}`,
  play: async ({ device, status, generation }, world) => {
    const id = parseEui64(world.filled(device));
    const record = await world.embedded.inventory.find(id);
    if (record === undefined) return [`Device ${id}: expected in the inventory, found none`];
    const resolved = await world.embedded.inventory.resolvedVersionOf(record);
    return differences({
      status: [status, record.status ?? undefined],
      generation: [generation, resolved.generation ?? undefined],
    });
  },
});
