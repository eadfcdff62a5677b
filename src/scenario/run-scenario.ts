import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../app/start-embedded.js';
import { throwawaySettings } from '../app/throwaway-settings.js';
import { GatewayError } from '../common/errors.js';
import { createLogger } from '../common/logger.js';
import { readScenario, type Scenario, type Step } from './scenario-file.js';
import { ScenarioWorld } from './scenario-world.js';
import { advance } from './steps/advance.js';
import { alert } from './steps/alert.js';
import { device } from './steps/device.js';
import { inventory } from './steps/inventory.js';
import { s1sp } from './steps/s1sp.js';
import { send } from './steps/send.js';

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
  readonly steps: readonly StepReport[];
  readonly passed: boolean;
}

/**
 * Plays a scenario on a gateway of its own, with virtual Devices, a mock S1SP and a clock that only steps move.
 * @param onStep told of each step as it ends
 * @param start starts that gateway; another one than that of this project may be tried
 * @throws ScenarioError for a file that is no scenario
 */
export async function runScenario(
  file: string,
  onStep: (step: StepReport) => void = () => undefined,
  start: typeof startEmbedded = startEmbedded,
): Promise<ScenarioReport> {
  const scenario = readScenario(file);
  const directory = mkdtempSync(join(tmpdir(), 'duis-scenario-'));
  try {
    const steps = await play(scenario, directory, onStep, start);
    return { file, name: scenario.name, steps, passed: steps.every(({ faults }) => faults.length === 0) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function play(
  scenario: Scenario,
  directory: string,
  onStep: (step: StepReport) => void,
  start: typeof startEmbedded,
): Promise<StepReport[]> {
  const settings = throwawaySettings(directory, { DUIS_LOG_LEVEL: 'error' });
  const clock = { now: new Date(scenario.clock) };
  const embedded = await start(settings, {
    log: createLogger(settings.log_level),
    clock: () => clock.now,
  });
  try {
    const world = new ScenarioWorld(scenario, embedded, clock);
    const reports: StepReport[] = [];
    for (const [index, step] of scenario.steps.entries()) {
      const report = { number: index + 1, title: titleOf(step), faults: await faultsOf(step, world) };
      onStep(report);
      reports.push(report);
      if (report.faults.length > 0) break;
    }
    return reports;
  } finally {
    await embedded.stop();
  }
}

async function faultsOf(step: Step, world: ScenarioWorld): Promise<string[]> {
  try {
    if ('send' in step) return await send(step.send, world);
    if ('alert' in step) return await alert(step.alert, world);
    if ('device' in step) return await device(step.device, world);
    if ('inventory' in step) return await inventory(step.inventory, world);
    if ('advance' in step) return await advance(step.advance, world);
    return await s1sp(step.s1sp, world);
  } catch (error) {
    if (error instanceof GatewayError || error instanceof RangeError) return [error.message];
    throw error;
  }
}

function titleOf(step: Step): string {
  if ('send' in step) return `send ${step.send.template ?? step.send.variant ?? ''}`;
  if ('alert' in step) return `alert ${step.alert}`;
  if ('device' in step) return `device ${step.device.id} ${step.device.is}`;
  if ('inventory' in step) return `inventory ${step.inventory.device}`;
  if ('advance' in step) return `advance ${step.advance / 1000} s`;
  return `s1sp ${step.s1sp}`;
}
