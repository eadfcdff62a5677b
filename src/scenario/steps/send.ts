import { z } from 'zod';
import { differences } from '../differences.js';
import type { ScenarioWorld } from '../scenario-world.js';
import { elementValuesOf, readValue } from '../read-value.js';

/** A Service Request to send, and what is to come back. */
export const SEND = z.strictObject({
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
  /** Code of the answer in the HTTP reply. */
  answer: z.string().optional(),
  /** Code of the Service Response that follows. */
  response: z.string().optional(),
  /** Values of the last answer and of what the Device says in it (MMC), by path; what attributes hold as `X/@MessageSuccess`. */
  found: z.record(z.string(), z.string()).default({}),
  /** Variables set from the last answer, by path. */
  set: z.record(z.string(), z.string()).default({}),
  door: z.enum(['gbcs', 's1sp', 'dcc']).optional(),
});

/** Sends a Service Request. @returns what is not as expected */
export async function send(step: z.output<typeof SEND>, world: ScenarioWorld): Promise<string[]> {
  const { requestId, text, code } = await world.send(step);
  await world.settled();
  const response = step.response === undefined ? undefined : await world.response(requestId);
  const said = world.mmcValues(response ?? text, step.variant);
  const values = [...elementValuesOf(response ?? text), ...said];
  for (const [variable, path] of Object.entries(step.set)) {
    const value = readValue(path, values);
    if (value !== undefined) world.variables.set(variable, value);
  }
  const found = Object.entries(step.found).map(
    ([path, expected]) => [path, [world.filled(expected), readValue(path, values)]] as const,
  );
  return differences({
    answer: [step.answer, code],
    response: [step.response, readValue('ResponseCode', elementValuesOf(response))],
    door: [step.door, world.doorOf(requestId)],
    ...Object.fromEntries(found),
  });
}
