import { z } from 'zod';
import { differences } from '../differences.js';
import { elementValuesOf, readValue } from '../read-value.js';
import { SAID, said } from '../said.js';
import type { ScenarioWorld } from '../scenario-world.js';

/** The Service Response to an earlier request; `none` if there is to be none up to now. */
export const RESPONSE = z.strictObject({
  /** `as` of the step that sent it. */
  to: z.string(),
  code: z.string(),
  ...SAID,
});

/** Waits for a Service Response, or sees to it that there is none. @returns what is not as expected */
export async function response(step: z.output<typeof RESPONSE>, world: ScenarioWorld): Promise<string[]> {
  const { requestId, variant } = world.sent(step.to);
  if (step.code === 'none') {
    await world.settled();
    const early = world.received(requestId);
    return differences({ response: ['none', readValue('ResponseCode', elementValuesOf(early)) ?? 'none'] });
  }
  const document = await world.response(requestId);
  return [
    ...differences({ response: [step.code, readValue('ResponseCode', elementValuesOf(document))] }),
    ...(document === undefined ? [] : said(step, document, world, variant)),
  ];
}
