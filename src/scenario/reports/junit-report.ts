import type { ScenarioReport, StepReport } from '../run-scenario.js';
import { escapeXml } from './escape-xml.js';

/**
 * The scenarios as JUnit XML: one suite a scenario, one case a step.
 * Source: the format CI servers read (Jenkins, GitLab, Azure DevOps); there is no standard.
 */
export function junitReport(scenarios: readonly ScenarioReport[]): string {
  const suites = scenarios.map(({ file, name, seed, steps, passed }) => {
    const counts = `tests="${steps.length}" failures="${passed ? 0 : 1}"`;
    return `  <testsuite name="${escapeXml(name)}" file="${escapeXml(file)}" ${counts}>\n${properties(seed)}${steps.map((step) => testCase(file, step)).join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

/** What plays it again as it was. */
function properties(seed: string): string {
  return `    <properties><property name="seed" value="${escapeXml(seed)}"/></properties>\n`;
}

function testCase(file: string, { number, title, faults }: StepReport): string {
  const open = `    <testcase classname="${escapeXml(file)}" name="${number} ${escapeXml(title)}"`;
  if (faults.length === 0) return `${open}/>\n`;
  const [first = ''] = faults;
  return `${open}>\n      <failure message="${escapeXml(first)}">${escapeXml(faults.join('\n'))}</failure>\n    </testcase>\n`;
}
