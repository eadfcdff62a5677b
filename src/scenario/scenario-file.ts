import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { ADVANCE } from './steps/advance.js';
import { ALERT } from './steps/alert.js';
import { DEVICE } from './steps/device.js';
import { INVENTORY } from './steps/inventory.js';
import { RESPONSE } from './steps/response.js';
import { S1SP } from './steps/s1sp.js';
import { SEND } from './steps/send.js';
import { ScenarioError } from './scenario-error.js';
import { DEFAULT_SEED, DEFAULT_START } from './throwaway-gateway.js';

const STEP = z.union([
  z.strictObject({ send: SEND }),
  z.strictObject({ response: RESPONSE }),
  z.strictObject({ alert: ALERT }),
  z.strictObject({ device: DEVICE }),
  z.strictObject({ inventory: INVENTORY }),
  z.strictObject({ advance: ADVANCE }),
  z.strictObject({ s1sp: S1SP }),
]);

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

export type Step = z.output<typeof STEP>;

/** A scenario as it is written in its file. */
export type Scenario = z.output<typeof SCENARIO> & { readonly file: string };

/**
 * Reads a scenario.
 * @throws ScenarioError naming the file, and the line or the path of what is wrong
 */
export function readScenario(file: string): Scenario {
  const result = SCENARIO.safeParse(readYaml(file));
  if (result.success) return { file, ...result.data };
  const [issue] = result.error.issues;
  throw new ScenarioError(file, issue === undefined ? 'not a scenario' : describe(issue));
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
function describe(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): string {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union') return `${placeOf(path)}: ${issue.message}`;
  const isOfThisKind = (issues: readonly z.core.$ZodIssue[], ...codes: string[]): boolean =>
    !issues.some((each) => each.path.length === 0 && codes.includes(each.code));
  const [nearest] =
    issue.errors.find((issues) => isOfThisKind(issues, 'invalid_type', 'unrecognized_keys')) ??
    (isStep(path) ? undefined : issue.errors.find((issues) => isOfThisKind(issues, 'invalid_type'))) ??
    [];
  if (nearest !== undefined) return describe(nearest, path);
  return isStep(path)
    ? `${placeOf(path)}: a step is one of ${STEP.options.flatMap(({ shape }) => Object.keys(shape)).join(', ')}`
    : `${placeOf(path)}: ${issue.message}`;
}

function isStep(path: readonly PropertyKey[]): boolean {
  return path[0] === 'steps' && path.length === 2;
}

function placeOf([first, second, ...rest]: readonly PropertyKey[]): string {
  if (first === 'steps' && typeof second === 'number')
    return [`step ${second + 1}`, ...rest.map(String)].join('/');
  return [first, second, ...rest]
    .filter((part) => part !== undefined)
    .map(String)
    .join('/');
}
