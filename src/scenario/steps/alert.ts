import { z } from 'zod';
import { elementValuesOf } from '../read-value.js';
import { SAID, said } from '../said.js';
import { stepKind } from '../step-kind.js';

/** `N16`: the code of a DCC Alert a User is sent; `8F66`: that of a Device Alert. */
const CODE = z
  .string()
  .regex(
    /^(N\d+|[A-Z]{2}\d|[0-9A-F]{4})$/,
    'neither the code of a DCC Alert (N16) nor of a Device Alert (8F66)',
  );

/** `alert: N16`, or with what it is to say: waits for an Alert. */
export const alert = stepKind({
  schema: z.union([
    CODE.transform((code) => ({ code, found: {}, set: {} })),
    z.strictObject({ code: CODE, ...SAID }),
  ]),
  title: ({ code }) => `alert ${code}`,
  play: async (step, world) => {
    const isDeviceAlert = /^[0-9A-F]{4}$/.test(step.code);
    const codesOf = (text: string): readonly string[] =>
      (isDeviceAlert ? world.mmcValues(text) : elementValuesOf(text))
        .filter(({ path }) => path.endsWith(isDeviceAlert ? 'AlertCode' : 'DCCAlertCode'))
        .map(({ value }) => value);
    const document = await world.delivered((text) => codesOf(text).includes(step.code));
    return document === undefined
      ? [`Alert: expected ${step.code}, found none`]
      : said(step, document, world);
  },
});
