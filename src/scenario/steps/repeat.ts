import { z } from 'zod';
import { differences } from '../differences.js';
import { stepKind } from '../step-kind.js';

/** Posts the bytes of an earlier request once more, as a User does who got no answer. */
export const repeat = stepKind({
  schema: z.strictObject({
    /** `as` of the step that sent it. */
    of: z.string(),
    /** Code of the answer in the HTTP reply. */
    answer: z.string().optional(),
  }),
  title: ({ of }) => `repeat ${of}`,
  play: async ({ of, answer }, world) => {
    const { code } = await world.repeat(of);
    await world.settled();
    return differences({ answer: [answer, code] });
  },
});
