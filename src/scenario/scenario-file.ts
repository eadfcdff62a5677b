import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { ScenarioError } from './scenario-error.js';
import type { Step } from './step-kind.js';
import { STEP_KINDS } from './steps/index.js';
import { DEFAULT_SEED, DEFAULT_START } from './throwaway-gateway.js';

/** A step is written as the name of its kind with what belongs to it. */
const STEP = z.unknown().transform((written, context): Step => {
  const [[name, content] = ['', undefined], ...others] = Object.entries(written ?? {});
  const kind = others.length === 0 && Object.hasOwn(STEP_KINDS, name) ? STEP_KINDS[name] : undefined;
  if (kind === undefined) {
    const message = `a step is one of ${Object.keys(STEP_KINDS).join(', ')}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const read = kind.read(content);
  if ('step' in read) return read.step;
  for (const issue of read.issues) {
    const { path, message } = nearest(issue);
    context.addIssue({ code: 'custom', path: [name, ...path], message });
  }
  return z.NEVER;
});

const SCENARIO = z.strictObject({
  name: z.string().min(1),
  /** Where the virtual clock starts. */
  clock: z.iso.datetime().default(DEFAULT_START),
  /** What the keys of its virtual Devices are made from. */
  seed: z.string().default(DEFAULT_SEED),
  /** Parties by name, as `user` of a step names them. */
  users: z.record(z.string(), z.string()).default({ supplier: '90-B3-D5-1F-30-01-00-00' }),
  /** Values that `${name}` stands for in steps. */
  variables: z.record(z.string(), z.string()).default({}),
  steps: z.array(STEP).min(1),
});

/** A scenario as it is written in its file. */
export type Scenario = z.output<typeof SCENARIO> & { readonly file: string };

/**
 * Reads a scenario.
 * @throws ScenarioError naming the file, and the line or the path of what is wrong
 */
export function readScenario(file: string): Scenario {
  const result = SCENARIO.safeParse(readYaml(file));
  if (result.success) return { file, ...result.data };
  const [{ path, message } = { path: [], message: 'not a scenario' }] = result.error.issues;
  throw new ScenarioError(file, `${placeOf(path)}: ${message}`);
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError) throw new ScenarioError(file, error.message);
    throw error;
  }
}

/** What is wrong; of what may be written in several ways, what keeps it from being the one it comes nearest to. */
function nearest(issue: z.core.$ZodIssue): { readonly path: PropertyKey[]; readonly message: string } {
  if (issue.code !== 'invalid_union') return issue;
  const ofItsType = issue.errors.find(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  const [found] = ofItsType ?? [];
  return found === undefined ? issue : { ...nearest(found), path: [...issue.path, ...found.path] };
}

function placeOf([first, second, ...rest]: readonly PropertyKey[]): string {
  if (first === 'steps' && typeof second === 'number')
    return [`step ${second + 1}`, ...rest.map(String)].join('/');
  return [first, second, ...rest]
    .filter((part) => part !== undefined)
    .map(String)
    .join('/');
}
