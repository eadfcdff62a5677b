import { z } from 'zod';
import { stepKind } from '../step-kind.js';

const COLUMNS =
  'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status,esme_variant,image_hash';

/**
 * `products: [...]`: rows of the Central Products List, new ones or in the place of what there is; as
 * `DA01,03010200,PPMID,00030001,SMETS1,SMETS1,,Withdrawn,,` without names of columns.
 */
export const products = stepKind({
  schema: z.array(z.string()).min(1),
  title: (rows) => `products ${rows.join('; ')}`,
  play: async (rows, world) => {
    const text = [COLUMNS, ...rows.map((row) => world.filled(row))].map((line) => `${line}\n`).join('');
    await world.embedded.inventory.cpl.import(text);
    await world.settled();
    return [];
  },
});
