import { z } from 'zod';
import type { ScenarioWorld } from '../scenario-world.js';

/** `alert: N16`: the code of a DCC Alert a User is sent; `alert: 8F66`: that of a Device Alert. */
export const ALERT = z
  .string()
  .regex(/^(N\d+|[0-9A-F]{4})$/, 'neither the code of a DCC Alert (N16) nor of a Device Alert (8F66)');

/** Waits for an Alert. @returns what is not as expected */
export async function alert(code: string, world: ScenarioWorld): Promise<string[]> {
  const fits = code.startsWith('N')
    ? (text: string) => text.includes(`DCCAlertCode>${code}</`)
    : (text: string) =>
        world.mmcValues(text).some(({ path, value }) => path.endsWith('AlertCode') && value === code);
  const document = await world.delivered(fits);
  return document === undefined ? [`Alert: expected ${code}, found none`] : [];
}
