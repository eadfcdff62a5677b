import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CatalogueRow, CommandVariant } from '../../../src/duis/index.js';
import { XSD_DIRECTORY } from '../schema/packs.js';

/** A line of the request matrix published with `@smartdcc/duis-parser`. */
interface PublishedLine {
  readonly 'Service Request Name': string;
  readonly 'Service Reference': string;
  readonly 'Service Reference Variant': string;
  readonly Critical: 'Yes' | 'No';
  readonly 'On Demand': 'Yes' | 'No';
  readonly 'Future Dated Response Pattern': 'No' | 'DSP' | 'Device' | 'DSP & Device';
  readonly 'DCC Scheduled': 'Yes' | 'No';
  readonly 'Non-Device Request': 'Yes' | 'No';
  readonly 'Eligible User Roles': readonly string[];
}

export const PUBLISHED_MATRIX = JSON.parse(
  readFileSync(
    join(
      dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-parser')),
      'duis-request-matrix.json',
    ),
    'utf8',
  ),
) as readonly PublishedLine[];

/** What the matrix says of a variant, in the words of the catalogue. */
export function publishedFacts(line: PublishedLine): Partial<CatalogueRow> {
  const pattern = line['Future Dated Response Pattern'];
  return {
    variant: line['Service Reference Variant'],
    name: plainName(line['Service Request Name']),
    critical: line.Critical === 'Yes',
    roles: line['Eligible User Roles'] as CatalogueRow['roles'],
    onDemand: line['On Demand'] === 'Yes',
    futureDated: pattern === 'No' ? 'none' : pattern === 'DSP & Device' ? 'DSP and Device' : pattern,
    scheduled: line['DCC Scheduled'] === 'Yes',
  };
}

/** A name without its remark on a line of its own, and with single blanks. */
function plainName(name: string): string {
  return (name.split('\n')[0] ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The Command Variants in the comments of the DUIS schema, by Service Reference Variant. */
export function commandVariantsOfSchema(): ReadonlyMap<string, readonly CommandVariant[]> {
  const xsd = readFileSync(join(XSD_DIRECTORY, 'packs/5.4/DUIS-Schema-V5.4.xsd'), 'utf8');
  const commented = /<xs:enumeration value="([\d.]+)"\/>\s*<!--\s*CV = ([\d, ]+?)\s*-->/g;
  return new Map(
    [...xsd.matchAll(commented)].map(([, variant = '', list = '']) => [
      variant,
      list.split(',').map((text) => Number(text) as CommandVariant),
    ]),
  );
}
