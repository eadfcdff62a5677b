import { catalogueSection, smets1Section } from './catalogue-section.js';
import { checkSection, dccAlertSection, responseCodeSection, transitionSection } from './code-sections.js';
import { mmcSection } from './mmc-section.js';
import { responsibilitySection } from './responsibility-section.js';
import { trustSection } from './trust-section.js';

/** docs/conformance.md: the tables of the code, as a reader who knows the specifications can check them. */
export function conformanceDocument(): string {
  return `# Conformance

Written by \`npm run docs\` from the tables of the code; a test fails where it differs. Correct the tables, not this file.

${[
  trustSection(),
  checkSection(),
  responsibilitySection(),
  catalogueSection(),
  smets1Section(),
  responseCodeSection(),
  dccAlertSection(),
  transitionSection(),
  mmcSection(),
].join('\n\n')}
`;
}
