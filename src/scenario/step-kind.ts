import type { z } from 'zod';
import type { ScenarioWorld } from './scenario-world.js';

/** A step that can be played. */
export interface Step {
  /** For people, with the variables of its texts as they are written. */
  readonly title: string;
  /** @returns what is not as expected, a line each */
  play(world: ScenarioWorld): Promise<string[]>;
}

/** A kind of step: what is written below its name, and what is done. */
export interface StepKind {
  /** @returns the step, or what is wrong with what is written */
  read(written: unknown): { readonly step: Step } | { readonly issues: readonly z.core.$ZodIssue[] };
}

interface StepKindFacts<S extends z.ZodType> {
  readonly schema: S;
  readonly title: (step: z.output<S>) => string;
  readonly play: (step: z.output<S>, world: ScenarioWorld) => string[] | Promise<string[]>;
}

/** Lets the compiler check that a kind plays what its schema reads. */
export function stepKind<S extends z.ZodType>({ schema, title, play }: StepKindFacts<S>): StepKind {
  return {
    read: (written) => {
      const result = schema.safeParse(written);
      if (!result.success) return { issues: result.error.issues };
      const { data } = result;
      return { step: { title: title(data), play: async (world) => play(data, world) } };
    },
  };
}
