import { type CatalogueRow, SERVICE_REQUEST_CATALOGUE } from '../../src/duis/index.js';
import { STATUS_RULES } from '../../src/duis/catalogue/device-statuses.js';
import { groupBy, table } from './markdown.js';

const yes = (fact: boolean): string => (fact ? 'yes' : '');

/** The name of a set of SMI statuses, as the catalogue has it. */
function statusRule({ statuses }: CatalogueRow): string {
  const [name] = Object.entries(STATUS_RULES).find(([, rule]) => rule.statuses === statuses) ?? [];
  return name ?? statuses.join(' ');
}

/** The Service Request catalogue, one line a Service Reference Variant. */
export function catalogueSection(): string {
  return `## Service Request catalogue

One row for each of the ${SERVICE_REQUEST_CATALOGUE.length} Service Reference Variants of the DUIS schema, from
\`src/duis/catalogue/service-request-catalogue.ts\`. CV: Command Variants. C: critical. OD: on demand. S: may be in a DSP
schedule. E4: the User must be registered for the Device (\`registered\`) or not (\`any\`). An asterisk marks an inferred
column; SMI statuses and E4 are inferred in every row.

${table(
  ['statuses', 'SMI statuses', 'reason'],
  Object.entries(STATUS_RULES).map(([name, { statuses, reason }]) => [name, statuses.join(' '), reason]),
)}

${table(
  [
    'SRV',
    'name',
    'CV',
    'C',
    'User Roles',
    'Device types',
    'statuses',
    'E4',
    'OD',
    'future dated',
    'S',
    'SMETS1',
    'use cases',
  ],
  SERVICE_REQUEST_CATALOGUE.map((row) => [
    row.variant,
    row.name,
    row.commandVariants.join(' ') + star(row, 'commandVariants'),
    yes(row.critical),
    row.roles.join(' ') + star(row, 'roles'),
    row.targets.join(' ') + star(row, 'targets'),
    statusRule(row),
    row.responsibility,
    yes(row.onDemand),
    row.futureDated === 'none' ? '' : row.futureDated,
    yes(row.scheduled),
    row.smets1.eligible ? 'yes' : row.smets1.mark === 'unknown' ? 'unknown' : 'no',
    row.useCases.join(' '),
  ]),
)}

Sources of what is not inferred:

${groupBy(SERVICE_REQUEST_CATALOGUE, ({ source }) => source)
  .map(([source, rows]) => `- ${source} (${rows.length} rows)`)
  .join('\n')}`;
}

function star(row: CatalogueRow, column: keyof CatalogueRow['inferred']): string {
  return row.inferred[column] === undefined ? '' : '\\*';
}

/** Which variants may be sent for a SMETS1 Device, by the reason. */
export function smets1Section(): string {
  const groups = groupBy(SERVICE_REQUEST_CATALOGUE, ({ smets1 }) => smets1.source);
  return `## SMETS1

Which Service Reference Variants may be sent for a SMETS1 Device (\`src/duis/catalogue/smets1-rules.ts\`). What is unknown is
refused, with E11, as what is not eligible. An operator can overrule each.

${table(
  ['eligible', 'mark', 'Service Reference Variants', 'reason'],
  groups.map(([source, rows]) => [
    rows[0]?.smets1.eligible === true ? 'yes' : 'no',
    rows[0]?.smets1.mark ?? '',
    rows.map(({ variant }) => variant).join(' '),
    source,
  ]),
)}`;
}
