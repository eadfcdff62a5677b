import type { Selectable } from 'kysely';
import { ConfigError } from '../../common/errors.js';
import type { Eui64 } from '../../common/eui64.js';
import { catalogueRow } from '../../duis/index.js';
import type { AnomalyThresholdsTable, Store, ThresholdSetter } from '../../store/index.js';

/** How many requests of one User in a span of time are not an anomaly yet. */
export interface NewAnomalyThreshold {
  /** Decides which alert a breach raises. */
  readonly setter: ThresholdSetter;
  /** Undefined: holds for every User, each counted by itself. */
  readonly user: Eui64 | undefined;
  /** Undefined: all Service Reference Variants are counted together. */
  readonly variant: string | undefined;
  /** Most requests in the window; those beyond are quarantined. 0 quarantines every request. */
  readonly maximum: number;
  /** From how many requests in the window a line is logged. */
  readonly warning?: number | undefined;
  /** Length of the window that ends with the request at hand, in milliseconds. */
  readonly windowMs: number;
}

export interface AnomalyThreshold extends NewAnomalyThreshold {
  readonly id: number;
}

/** The thresholds Users and the DCC have set. A gateway that runs takes a change in at its next `refresh`. */
export class AnomalyThresholds {
  constructor(private readonly store: Store) {}

  /** In the order in which they were set first. */
  async list(): Promise<AnomalyThreshold[]> {
    const rows = await this.store.db.selectFrom('anomaly_thresholds').selectAll().orderBy('id').execute();
    return rows.map(fromRow);
  }

  /**
   * Sets a threshold; one of the same setter for the same User, variant and window is replaced.
   * @throws ConfigError naming what cannot be
   */
  async set(threshold: NewAnomalyThreshold): Promise<AnomalyThreshold> {
    check(threshold);
    const row = {
      setter: threshold.setter,
      user: threshold.user ?? null,
      variant: threshold.variant ?? null,
      maximum: threshold.maximum,
      warning: threshold.warning ?? null,
      window_ms: threshold.windowMs,
    };
    return this.store.transaction(async (tx) => {
      const replaced = await tx
        .updateTable('anomaly_thresholds')
        .set(row)
        .where('setter', '=', row.setter)
        .where('user', 'is not distinct from', row.user)
        .where('variant', 'is not distinct from', row.variant)
        .where('window_ms', '=', row.window_ms)
        .returningAll()
        .executeTakeFirst();
      if (replaced !== undefined) return fromRow(replaced);
      return fromRow(
        await tx.insertInto('anomaly_thresholds').values(row).returningAll().executeTakeFirstOrThrow(),
      );
    });
  }

  /** @returns false if there is no such threshold */
  async remove(id: number): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('anomaly_thresholds')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    });
  }
}

/** Longest window: so far back the requests of a User are counted. */
const LONGEST_WINDOW_MS = 31 * 24 * 3600 * 1000;

function check({ setter, user, variant, maximum, warning, windowMs }: NewAnomalyThreshold): void {
  if (setter === 'User' && user === undefined) {
    throw new ConfigError('user', 'a threshold of a User has to say whose it is');
  }
  if (variant !== undefined && catalogueRow(variant) === undefined) {
    throw new ConfigError('variant', `there is no Service Reference Variant ${variant}`);
  }
  if (!Number.isSafeInteger(maximum) || maximum < 0) {
    throw new ConfigError('maximum', `'${maximum}' is not a number of requests`);
  }
  if (warning !== undefined && (!Number.isSafeInteger(warning) || warning < 1 || warning > maximum)) {
    throw new ConfigError('warning', `'${warning}' has to be a number of requests from 1 to the maximum`);
  }
  if (!Number.isSafeInteger(windowMs) || windowMs < 1 || windowMs > LONGEST_WINDOW_MS) {
    throw new ConfigError('window', `has to be between 1 millisecond and 31 days`);
  }
}

function fromRow(row: Selectable<AnomalyThresholdsTable>): AnomalyThreshold {
  return {
    id: row.id,
    setter: row.setter,
    user: row.user ?? undefined,
    variant: row.variant ?? undefined,
    maximum: row.maximum,
    warning: row.warning ?? undefined,
    windowMs: row.window_ms,
  };
}
