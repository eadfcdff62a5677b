import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../common/errors.js';

/** An EUI-64 as settings have it: eight bytes in hexadecimal, with hyphens. */
export const eui64Setting = z.string().regex(/^[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){7}$/, 'has to be an EUI-64');

/** The SMETS1 Service Providers of a gateway: their name in the Smart Metering Inventory, their EUI-64, and where they listen. */
const S1SPS = z
  .array(z.strictObject({ name: z.string().min(1), id: eui64Setting, url: z.url() }))
  .min(1)
  .refine((list) => isDistinct(list.map(({ name }) => name)), 'has two S1SPs of one name')
  .refine((list) => isDistinct(list.map(({ id }) => id.toUpperCase())), 'has two S1SPs of one id');

export type S1spSetting = z.output<typeof S1SPS>[number];

/** The same as a member of the configuration file, or as JSON in an environment variable. */
export const s1spsSetting = z.preprocess((value, context) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is not JSON: ${(error as Error).message}` });
    return z.NEVER;
  }
}, S1SPS);

/** @throws ConfigError naming `DUIS_S1SPS_FILE` if the file cannot be read or is not as it should be */
export function readS1spsFile(path: string): readonly S1spSetting[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError('DUIS_S1SPS_FILE', `'${path}' cannot be read: ${(error as Error).message}`);
  }
  const list = s1spsSetting.safeParse(text);
  if (list.success) return list.data;
  const [issue] = list.error.issues;
  throw new ConfigError(
    'DUIS_S1SPS_FILE',
    `'${path}' ${[...(issue?.path ?? []), issue?.message].join(' ') || 'cannot be used'}`,
  );
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
