import { ConfigError, DuisRejection } from '../common/errors.js';
import {
  type CatalogueRow,
  type CommandVariant,
  type Mark,
  SERVICE_REQUEST_CATALOGUE,
  type Smets1Rule,
} from '../duis/index.js';

/** How sure a row is: as the catalogue says, or `configured` where the operator has decided. */
export type EligibilityMark = Mark | 'configured';

/** Whether a Service Reference Variant may be sent for a SMETS1 Device. */
export interface Smets1EligibilityRow extends Omit<Smets1Rule, 'mark'> {
  readonly variant: string;
  readonly mark: EligibilityMark;
}

/** The column `smets1` of the catalogue, with what an operator who knows better has set. */
export class Smets1Eligibility {
  readonly #rows: ReadonlyMap<string, Smets1EligibilityRow>;

  /**
   * @param overrides eligible or not by Service Reference Variant, over the catalogue
   * @throws ConfigError if a Service Reference Variant does not exist
   */
  constructor(overrides: Readonly<Record<string, boolean>> = {}) {
    const rows = new Map(
      SERVICE_REQUEST_CATALOGUE.map(({ variant, smets1 }): [string, Smets1EligibilityRow] => [
        variant,
        { variant, ...smets1 },
      ]),
    );
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
      this.#rows.get(variant) ?? {
        variant,
        eligible: false,
        mark: 'unknown',
        source: 'no row in the catalogue',
      }
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
