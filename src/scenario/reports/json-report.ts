import type { ScenarioReport } from '../run-scenario.js';

/** The scenarios and their steps as JSON. */
export function jsonReport(scenarios: readonly ScenarioReport[]): string {
  return `${JSON.stringify({ passed: scenarios.every(({ passed }) => passed), scenarios }, undefined, 2)}\n`;
}
