import { NOT_ASKED } from '../../src/mmc/not-asked.js';
import { RESPONSE_ROWS } from '../../src/mmc/response-tables.js';
import { ALERT_PAYLOADS } from '../../src/mmc/tables/alert-payloads.js';
import { table } from './markdown.js';

const hexadecimal = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** Where the members of Responses and Alerts in MMC form were read, and what has no such form. */
export function mmcSection(): string {
  const rows = [...RESPONSE_ROWS, ...ALERT_PAYLOADS].map(({ useCases, mark, source }) => [
    useCases.join(' '),
    mark,
    source,
  ]);
  const left = NOT_ASKED.map(({ useCase, messageCodes, reason, mark, source }) => [
    useCase,
    messageCodes.map(hexadecimal).join(' '),
    reason,
    mark,
    source,
  ]);
  return `## MMC

What a Device answers becomes XML of the MMC schema, whose members are paired with the content of messages in
\`src/mmc/tables/\`. Responses that say no more than that all went well are not listed.

${table(['use cases', 'mark', 'source'], rows)}

No Service Request asks for these, and MMC has no form for them:

${table(['use case', 'message codes', 'why', 'mark', 'source'], left)}`;
}
