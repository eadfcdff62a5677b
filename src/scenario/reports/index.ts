import type { ScenarioReport } from '../run-scenario.js';
import { htmlReport } from './html-report.js';
import { jsonReport } from './json-report.js';
import { junitReport } from './junit-report.js';

/** Reports by the name of their format. */
export const REPORTS: Readonly<Record<string, (scenarios: readonly ScenarioReport[]) => string>> = {
  html: htmlReport,
  json: jsonReport,
  junit: junitReport,
};
