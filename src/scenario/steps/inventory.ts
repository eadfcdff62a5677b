import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { differences } from '../differences.js';
import { stepKind } from '../step-kind.js';

/**
 * What the inventory is to say of a Device: its SMI Status (`none` if it is not to have the Device), the SMETS generation it
 * is treated as, and the Communications Hub (`none` if it is not to be at any).
 */
export const inventory = stepKind({
  schema: z.strictObject({
    device: z.string(),
    status: z.string().optional(),
    generation: z.enum(['SMETS1', 'SMETS2+']).optional(),
    hub: z.string().optional(),
  }),
  title: ({ device }) => `inventory ${device}`,
  play: async ({ device, status, generation, hub }, world) => {
    const id = parseEui64(world.filled(device));
    const record = await world.embedded.inventory.find(id);
    if (record === undefined && status === 'none') return [];
    if (record === undefined) return [`Device ${id}: expected in the inventory, found none`];
    const resolved = await world.embedded.inventory.resolvedVersionOf(record);
    return differences({
      status: [status, record.status ?? undefined],
      generation: [generation, resolved.generation ?? undefined],
      hub: [hub && world.filled(hub), record.hubId ?? 'none'],
    });
  },
});
