import { CHECKS } from '../../src/authorisation/index.js';
import { DCC_ALERT_CODES, RESPONSE_CODE_TABLE } from '../../src/duis/index.js';
import { STATUS_TRANSITIONS } from '../../src/inventory/index.js';
import { groupBy, table } from './markdown.js';

/** The checks of every request, in their order. */
export function checkSection(): string {
  return `## Order of checks

The first check that fails decides the Response Code (\`src/authorisation/checks/\`). The order is inferred. Before them an XML
document has to be well-formed, keep to the schema of the version it names and be signed by its Business Originator; where it is
not, there is no RequestID to trust and the answer is an HTTP status. After them come the rules of the service itself.

${table(
  ['#', 'what is true of a request that passes', 'else', 'mark', 'source'],
  CHECKS.map(({ name, responseCodes, mark, source }, index) => [
    String(index + 1),
    name,
    responseCodes.join(' '),
    mark,
    source,
  ]),
)}`;
}

/** The Response Codes: those the gateway answers with, and the others. */
export function responseCodeSection(): string {
  const raised = RESPONSE_CODE_TABLE.filter(({ raisedWhen }) => raisedWhen.length > 0);
  const never = RESPONSE_CODE_TABLE.filter(({ neverBecause }) => neverBecause !== undefined);
  return `## Response Codes

The User sees a code; the log and the journal say in words which check failed. Of ${RESPONSE_CODE_TABLE.length} codes the meaning of
few is public. The gateway uses only those, so that no User is told something false
(\`src/duis/response/known-response-codes.ts\`). The mark of a case says how sure it is that DUIS uses the code for it.

${table(
  ['code', 'meaning', 'mark', 'source'],
  raised.map(({ code, meaning, mark, source }) => [code, meaning ?? '', mark, source]),
)}

${table(
  ['code', 'when', 'mark', 'source'],
  raised.flatMap(({ code, raisedWhen }) =>
    raisedWhen.map(({ when, mark, source }) => [code, when, mark, source]),
  ),
)}

Never raised:

${table(
  ['codes', 'because'],
  groupBy(never, ({ neverBecause }) => neverBecause ?? '').map(([reason, rows]) => [
    rows.map(({ code }) => code).join(' '),
    reason,
  ]),
)}`;
}

/** The DCC Alerts the gateway raises. */
export function dccAlertSection(): string {
  return `## DCC Alerts

${table(
  ['event', 'code', 'body', 'when', 'mark', 'source'],
  Object.entries(DCC_ALERT_CODES).map(([event, { code, body, when, mark, source }]) => [
    event,
    code,
    body,
    when,
    mark,
    source,
  ]),
)}`;
}

/** The transitions of the SMI status. */
export function transitionSection(): string {
  return `## SMI statuses

${table(
  ['event', 'Device types', 'from', 'to', 'mark', 'source'],
  STATUS_TRANSITIONS.map(({ event, deviceTypes, from, to, mark, source }) => [
    event,
    deviceTypes.join(' '),
    from.join(' '),
    to,
    mark,
    source,
  ]),
)}`;
}
