import type { startEmbedded } from '../app/start-embedded.js';
import { GatewayError } from '../common/errors.js';
import { readScenario, type Scenario } from './scenario-file.js';
import { ScenarioWorld } from './scenario-world.js';
import type { Step } from './step-kind.js';
import { startThrowawayGateway } from './throwaway-gateway.js';

/** How a step went. */
export interface StepReport {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** What was not as expected; empty if all was. */
  readonly faults: readonly string[];
}

/** How a scenario went; it ends with the first step that fails. */
export interface ScenarioReport {
  readonly file: string;
  readonly name: string;
  /** What its keys were made from. */
  readonly seed: string;
  readonly steps: readonly StepReport[];
  readonly passed: boolean;
}

/** How a scenario is played. */
export interface RunOptions {
  /** Told of each step as it ends. */
  readonly onStep?: (step: StepReport) => void;
  /** In place of that of the file. */
  readonly seed?: string;
  /** Starts the gateway; another one than that of this project may be tried. */
  readonly start?: typeof startEmbedded;
}

/**
 * Plays a scenario on a gateway of its own, with virtual Devices, a mock S1SP and a clock that only steps move.
 * @throws ScenarioError for a file that is no scenario
 */
export async function runScenario(
  file: string,
  { onStep = () => undefined, seed, start }: RunOptions = {},
): Promise<ScenarioReport> {
  const scenario = readScenario(file);
  const options = { clock: new Date(scenario.clock), seed: seed ?? scenario.seed };
  const gateway = await startThrowawayGateway(options, start);
  try {
    const steps = await play(scenario, new ScenarioWorld(scenario, gateway), onStep);
    const passed = steps.every(({ faults }) => faults.length === 0);
    return { file, name: scenario.name, seed: options.seed, steps, passed };
  } finally {
    await gateway.stop();
  }
}

async function play(
  scenario: Scenario,
  world: ScenarioWorld,
  onStep: (step: StepReport) => void,
): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const [index, step] of scenario.steps.entries()) {
    const report = { number: index + 1, title: world.shown(step.title), faults: await faultsOf(step, world) };
    onStep(report);
    reports.push(report);
    if (report.faults.length > 0) break;
  }
  return reports;
}

async function faultsOf(step: Step, world: ScenarioWorld): Promise<string[]> {
  try {
    return await step.play(world);
  } catch (error) {
    if (error instanceof GatewayError || error instanceof RangeError) return [error.message];
    throw error;
  }
}
