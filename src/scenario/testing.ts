import { runScenario } from './run-scenario.js';

export { type EmbeddedGateway, startEmbedded as startGateway } from '../app/start-embedded.js';
export { readSettings } from '../config/index.js';
export type { ScenarioReport, StepReport } from './run-scenario.js';

/**
 * Plays a scenario, for use in a test of mocha, Jest or any other runner.
 * @param file YAML, as `duis run` takes it
 * @throws Error that tells each step that failed, with what was expected and what was found
 */
export async function scenario(file: string): Promise<void> {
  const { name, steps, passed } = await runScenario(file);
  if (passed) return;
  const failed = steps.flatMap(({ number, title, faults }) =>
    faults.map((fault) => `step ${number} (${title}): ${fault}`),
  );
  throw new Error(`${name}\n${failed.join('\n')}`);
}
