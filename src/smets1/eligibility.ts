import { ConfigError, DuisRejection } from '../common/errors.js';
import type { CatalogueRow, CommandVariant } from '../duis/index.js';

/**
 * How sure a row is. `confirmed`: read in a source. `inferred`: follows from a source or from what a SMETS1 Device is.
 * `unknown`: neither; treated as not eligible.
 */
export type EligibilityMark = 'confirmed' | 'inferred' | 'unknown' | 'configured';

/** Whether a Service Reference Variant may be sent for a SMETS1 Device. */
export interface Smets1EligibilityRow {
  readonly variant: string;
  readonly eligible: boolean;
  readonly mark: EligibilityMark;
  /** Where it comes from, or the reason it is inferred. */
  readonly source: string;
}

interface Group {
  readonly eligible: boolean;
  readonly mark: EligibilityMark;
  readonly source: string;
  /** Separated by blanks. */
  readonly variants: string;
}

/**
 * The published list of SMETS1 Service Requests (DUIS clause 1.4.2) could not be read, so most groups are inferred.
 * Sources: MP202 = SEC Modification Report MP202; S1SR = SMETS1 Supporting Requirements, opening pages;
 * XSD = DUIS schema 5.4; MMC = MMC schema 5.4; DP266 = SEC Draft Proposal 266 on SMETS1 UTRNs.
 */
const GROUPS: readonly Group[] = [
  {
    eligible: false,
    mark: 'confirmed',
    source: 'MP202 requirement 7: over-the-air PPMID firmware in SMETS2+ systems only',
    variants: '11.4',
  },
  {
    eligible: true,
    mark: 'inferred',
    source: 'MP202: what a PPMID needs to join, be read and leave a SMETS1 home',
    variants: '8.7.2 8.8.2 8.9 8.11 11.2',
  },
  {
    eligible: true,
    mark: 'inferred',
    source:
      'the DCC answers it itself, no S1SP takes part; MP202 presupposes 8.2 to 8.4 and 12.2 for SMETS1 PPMIDs',
    variants: '5.1 5.2 5.3 8.2 8.3 8.4 8.14.1 8.14.2 8.14.3 8.14.4 12.1 12.2',
  },
  {
    eligible: true,
    mark: 'inferred',
    source:
      'a register, balance or log that a SMETS1 meter has; the S1SP answers in MMC form, which has a body for it',
    variants:
      '4.1.1 4.1.2 4.1.3 4.1.4 4.2 4.3 4.4.2 4.4.3 4.4.4 4.4.5 4.6.1 4.8.1 4.11.1 4.13 4.14 4.16 4.17 4.18 6.13 7.4',
  },
  {
    eligible: true,
    mark: 'inferred',
    source:
      'a setting of a SMETS1 meter that is read back: identity, MPxN, payment mode, billing calendar, gas values, alerts',
    variants: '6.2.3 6.2.4 6.2.7 6.2.8 6.2.9 6.2.10',
  },
  {
    eligible: true,
    mark: 'inferred',
    source: 'tariff, payment and supply control are what a Supplier runs a SMETS1 meter with',
    variants: '1.1.1 1.2.1 1.5 1.6 2.1 2.3 2.5 7.1 7.2 7.3',
  },
  {
    eligible: true,
    mark: 'inferred',
    source: 'XSD S1SPAlert/UTRN and DP266: top-up tokens of SMETS1 meters pass through the DCC',
    variants: '2.2',
  },
  {
    eligible: true,
    mark: 'inferred',
    source:
      'a basic setting or action of a SMETS1 meter: messages, tenancy, logs, clock, billing, MPxN, alerts',
    variants: '3.1 3.2 3.3 3.4 6.6 6.8 6.11 6.20.1 6.22',
  },
  {
    eligible: true,
    mark: 'inferred',
    source: 'commissioning and joining of SMETS1 meters are Equivalent Steps of the S1SP',
    variants: '8.1.1 8.7.1 8.8.1',
  },
  {
    eligible: true,
    mark: 'inferred',
    source:
      'S1SR: Notified Critical and Non-Critical Certificate IDs stand for the Device Security Credentials',
    variants: '6.15.1 6.21 6.23 6.24.1',
  },
  {
    eligible: false,
    mark: 'inferred',
    source:
      'S1SR: a SMETS1 Device holds no SMKI Device certificate, only certificate IDs are notified for it',
    variants: '6.15.2 6.17 6.24.2',
  },
  {
    eligible: false,
    mark: 'inferred',
    source: 'SMETS1 knows no such part: secondary element, auxiliary load control, HCALCS, boost button',
    variants: '1.1.2 1.2.2 4.11.2 6.14.1 6.14.2 6.14.3 7.5 7.6 7.7 7.8 7.9 7.10 7.11 7.13 7.14 7.15 7.16',
  },
  {
    eligible: false,
    mark: 'inferred',
    source: 'sub-GHz radio came with dual band Communications Hubs (CHTS), which are SMETS2+',
    variants: '6.28 6.29 6.30 6.31 6.32',
  },
  {
    eligible: false,
    mark: 'inferred',
    source: 'there is no GBCS Command to deliver locally and no GBCS Device log to restore in a SMETS1 home',
    variants: '8.12.2 8.13',
  },
  {
    eligible: false,
    mark: 'unknown',
    source: 'no source says whether a SMETS1 Device can do it',
    variants:
      '1.7 3.5 4.6.2 4.8.2 4.8.3 4.10 4.12.1 4.12.2 4.15 6.2.1 6.2.2 6.2.5 6.4.1 6.4.2 6.5 6.7 6.12 6.18.1 6.18.2 6.20.2 6.25 6.26 6.27 7.12 8.5 8.6 8.12.1 9.1 11.1 11.3 14.1',
  },
];

/** One row for every Service Reference Variant. */
export const SMETS1_ELIGIBILITY: readonly Smets1EligibilityRow[] = GROUPS.flatMap(({ variants, ...facts }) =>
  variants.split(' ').map((variant) => ({ variant, ...facts })),
);

/** The table, with what an operator who knows better has set. */
export class Smets1Eligibility {
  readonly #rows: ReadonlyMap<string, Smets1EligibilityRow>;

  /**
   * @param overrides eligible or not by Service Reference Variant, over the table
   * @throws ConfigError if a Service Reference Variant does not exist
   */
  constructor(overrides: Readonly<Record<string, boolean>> = {}) {
    const rows = new Map(SMETS1_ELIGIBILITY.map((row) => [row.variant, row]));
    for (const [variant, eligible] of Object.entries(overrides)) {
      if (!rows.has(variant)) {
        throw new ConfigError('SMETS1 eligibility', `'${variant}' is not a Service Reference Variant`);
      }
      rows.set(variant, { variant, eligible, mark: 'configured', source: 'set by the operator' });
    }
    this.#rows = rows;
  }

  row(variant: string): Smets1EligibilityRow {
    return (
      this.#rows.get(variant) ?? { variant, eligible: false, mark: 'unknown', source: 'no row in the table' }
    );
  }

  /**
   * @throws DuisRejection E11 if the variant may not be sent for a SMETS1 Device; which code DUIS 1.4 gives is not
   * known, E11 is the general one for a request that does not go with its Device
   */
  require(variant: string): void {
    const { eligible, mark, source } = this.row(variant);
    if (eligible) return;
    throw new DuisRejection('E11', `${variant} is not for SMETS1 Devices (${mark}: ${source})`);
  }
}

/**
 * Command Variants a SMETS1 Service Request may have: 1, or 8 where the DCC answers it. Inferred: an S1SP makes no
 * Pre-Command and no Command for local delivery, so 2 to 7 have nothing to return; DUIS clause 1.4.2 could not be read.
 */
export function smets1CommandVariants({ commandVariants }: CatalogueRow): readonly CommandVariant[] {
  return commandVariants.includes(8) ? [8] : [1];
}
