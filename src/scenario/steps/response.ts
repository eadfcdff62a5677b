import { z } from 'zod';
import { differences } from '../differences.js';
import { elementValuesOf, readValue } from '../read-value.js';
import { SAID, said } from '../said.js';
import { stepKind } from '../step-kind.js';

/** Waits for the Service Response to an earlier request, or sees to it that there is `none` up to now. */
export const response = stepKind({
  schema: z.strictObject({
    /** `as` of the step that sent it. */
    to: z.string(),
    code: z.string(),
    ...SAID,
  }),
  title: ({ to }) => `response to ${to}`,
  play: async (step, world) => {
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
  },
});
