import { runScenario } from './run-scenario.js';

export type { EmbeddedGateway } from '../app/start-embedded.js';
export {
  startThrowawayGateway as startGateway,
  type ThrowawayGateway,
  type ThrowawayOptions,
} from './throwaway-gateway.js';
export type { ScenarioReport, StepReport } from './run-scenario.js';

/**
 * Plays a scenario, for use in a test of mocha, Jest or any other runner.
 * @param file YAML, as `duis run` takes it
 * @param seed in place of that of the file
 * @throws Error that tells each step that failed, with what was expected and what was found
 */
export async function scenario(file: string, seed?: string): Promise<void> {
  const { name, steps, passed } = await runScenario(file, seed === undefined ? {} : { seed });
  if (passed) return;
  const failed = steps.flatMap(({ number, title, faults }) =>
    faults.map((fault) => `step ${number} (${title}): ${fault}`),
  );
  throw new Error(`${name}\n${failed.join('\n')}`);
}
