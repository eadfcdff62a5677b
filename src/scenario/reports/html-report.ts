import type { ScenarioReport } from '../run-scenario.js';
import { escapeXml } from './escape-xml.js';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}' +
  'li.failed,h2.failed{color:#a00}pre{background:#f4f4f4;padding:.5rem;white-space:pre-wrap}';

/** The scenarios as one HTML page that needs nothing else. */
export function htmlReport(scenarios: readonly ScenarioReport[]): string {
  const passed = scenarios.filter((scenario) => scenario.passed).length;
  const title = `${passed} of ${scenarios.length} scenarios passed`;
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>\n` +
    `<body><h1>${title}</h1>\n${scenarios.map(section).join('')}</body></html>\n`
  );
}

function section({ name, file, steps, passed }: ScenarioReport): string {
  const items = steps.map(({ title, faults }) => {
    const found = faults.length === 0 ? '' : `<pre>${escapeXml(faults.join('\n'))}</pre>`;
    return `<li${faults.length === 0 ? '' : ' class="failed"'}>${escapeXml(title)}${found}</li>`;
  });
  return `<h2${passed ? '' : ' class="failed"'}>${escapeXml(name)}</h2><p>${escapeXml(file)}</p><ol>${items.join('')}</ol>\n`;
}
