import { z } from 'zod';
import { differences } from '../differences.js';
import { SEQUENCE } from '../in-sequence.js';
import { elementValuesOf, readValue } from '../read-value.js';
import { SAID, said } from '../said.js';
import { SPOILT } from '../spoilt-request.js';
import { stepKind } from '../step-kind.js';

/** A Service Request to send, and what is to come back. */
const SEND = z.strictObject({
  /** What later steps call it. */
  as: z.string().optional(),
  /** A published sample request by its name, or the content of the Body with its Service Reference Variant. */
  template: z.string().optional(),
  variant: z.string().optional(),
  body: z.string().optional(),
  /** Values put into it, by path. */
  values: z.record(z.string(), z.string()).default({}),
  user: z.string().default('supplier'),
  /** The Device; the DCC where absent. */
  target: z.string().optional(),
  commandVariant: z.number().int().min(1).max(8).optional(),
  /** Of the User's keys, the name of the one that signs the Pre-Command; the one it uses if none is given. */
  key: z.string().optional(),
  /** Code of the answer in the HTTP reply. */
  answer: z.string().optional(),
  /** Code of the Service Response that follows. */
  response: z.string().optional(),
  ...SEQUENCE,
  ...SPOILT,
  ...SAID,
  door: z.enum(['gbcs', 's1sp', 'dcc']).optional(),
});

/** Sends a Service Request, and looks at what comes back. */
export const send = stepKind({
  schema: SEND,
  title: ({ template, variant, target }) =>
    ['send', template ?? variant, ...(target === undefined ? [] : ['to', target])].join(' '),
  play: async (step, world) => {
    const { requestId, variant, message, text, code } = await world.send(step);
    if (step.as !== undefined) world.name(step.as, { requestId, variant, message });
    await world.settled();
    const response = step.response === undefined ? undefined : await world.response(requestId);
    return [
      ...differences({
        answer: [step.answer, code],
        response: [step.response, readValue('ResponseCode', elementValuesOf(response))],
        door: [step.door, world.doorOf(requestId)],
      }),
      ...said(step, response ?? text, world, variant),
    ];
  },
});
