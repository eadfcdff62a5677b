import { CHECKS } from '../../src/authorisation/index.js';
import {
  type CatalogueRow,
  DCC_ALERT_CODES,
  type InferredColumn,
  type Mark,
  RESPONSE_CODE_TABLE,
  SERVICE_REQUEST_CATALOGUE,
} from '../../src/duis/index.js';
import { STATUS_TRANSITIONS } from '../../src/inventory/index.js';
import { groupBy, table } from './markdown.js';

/** The columns of the catalogue that are counted; SMETS1 is counted by itself. */
const COUNTED: readonly (keyof CatalogueRow)[] = [
  'name',
  'element',
  'commandVariants',
  'critical',
  'roles',
  'targets',
  'statuses',
  'responsibility',
  'onDemand',
  'futureDated',
  'scheduled',
  'useCases',
];

const COLUMN_NAMES: Readonly<Record<InferredColumn, string>> = {
  commandVariants: 'Command Variants',
  roles: 'User Roles',
  targets: 'Device types',
  statuses: 'SMI statuses',
  responsibility: 'responsibility (E4)',
};

interface InferredFact {
  readonly column: string;
  readonly reason: string;
  readonly variant: string;
}

function inferredFacts(): InferredFact[] {
  return SERVICE_REQUEST_CATALOGUE.flatMap(({ variant, inferred }) =>
    Object.entries(inferred).map(([column, reason]) => ({
      column: COLUMN_NAMES[column as InferredColumn],
      reason,
      variant,
    })),
  );
}

function count(rows: readonly { readonly mark: Mark }[]): string[] {
  return (['confirmed', 'inferred', 'unknown'] as const).map((mark) =>
    String(rows.filter((row) => row.mark === mark).length),
  );
}

/** What a reader can take from this project as read in a source, and what not. */
export function trustSection(): string {
  const facts = inferredFacts();
  const catalogueFacts = SERVICE_REQUEST_CATALOGUE.length * COUNTED.length;
  const occasions = RESPONSE_CODE_TABLE.flatMap(({ code, raisedWhen }) =>
    raisedWhen.map((occasion) => ({ code, ...occasion })),
  );
  const alerts = Object.entries(DCC_ALERT_CODES);
  return `## What to trust

*Confirmed*: read in a source. *Inferred*: follows from a source, or is the nearest thing that is known; wants checking against SEC
Appendix AD (DUIS), which could not be read but for its contents pages. *Unknown*: neither; never told to a User as if it
were known.

${table(
  ['table', 'confirmed', 'inferred', 'unknown'],
  [
    ['Service Request catalogue, facts', String(catalogueFacts - facts.length), String(facts.length), '0'],
    ['SMETS1 eligibility, variants', ...count(SERVICE_REQUEST_CATALOGUE.map(({ smets1 }) => smets1))],
    ['checks of a request', ...count(CHECKS)],
    ['Response Codes, meanings', ...count(RESPONSE_CODE_TABLE)],
    ['Response Codes, cases they are used for', ...count(occasions)],
    ['DCC Alerts, codes of events', ...count(alerts.map(([, row]) => row))],
    ['SMI statuses, transitions', ...count(STATUS_TRANSITIONS)],
  ],
)}

Inferred in the catalogue:

${table(
  ['column', 'Service Reference Variants', 'reason'],
  groupBy(facts, ({ column, reason }) => `${column}\n${reason}`).map(([, group]) => [
    group[0]?.column ?? '',
    group.map(({ variant }) => variant).join(' '),
    group[0]?.reason ?? '',
  ]),
)}

${list('SMETS1 eligibility', notConfirmed(SERVICE_REQUEST_CATALOGUE.map(({ variant, smets1 }) => ({ name: variant, mark: smets1.mark }))))}
${list('Checks', notConfirmed(CHECKS), '; ')}
${list('Meanings of Response Codes', notConfirmed(RESPONSE_CODE_TABLE.map(({ code, mark }) => ({ name: code, mark }))))}
${list('Cases of Response Codes', notConfirmed(occasions.map(({ code, when, mark }) => ({ name: `${code}: ${when}`, mark }))), '; ')}
${list('DCC Alerts', notConfirmed(alerts.map(([event, { code, mark }]) => ({ name: `${event} ${code}`, mark }))), ', ')}
${list('SMI transitions', notConfirmed(STATUS_TRANSITIONS.map(({ event, to, mark }) => ({ name: `${event} → ${to}`, mark }))), ', ')}`;
}

interface Marked {
  readonly name: string;
  readonly mark: Mark;
}

function notConfirmed(rows: readonly Marked[]): Marked[] {
  return rows.filter(({ mark }) => mark !== 'confirmed');
}

function list(title: string, rows: readonly Marked[], separator = ' '): string {
  return groupBy(rows, ({ mark }) => mark)
    .map(
      ([mark, group]) =>
        `- ${title}, ${mark} (${group.length}): ${[...new Set(group.map(({ name }) => name))].join(separator)}`,
    )
    .join('\n');
}
