import type { Selectable } from 'kysely';
import { ConfigError } from '../../common/errors.js';
import type { Eui64 } from '../../common/eui64.js';
import type { ServiceRequest } from '../../duis/index.js';
import type { AttributeLimitsTable, Store } from '../../store/index.js';
import { measuredAt, valuesAt } from './attribute-path.js';
import { measureOf, readLimit } from './limit-value.js';

/** Between what a value in a request has to be. */
export interface NewAttributeLimit {
  readonly variant: string;
  /** From the content of the body element down, such as `UpdatePrepayConfigElectricity.EmergencyCreditLimit`. */
  readonly path: string;
  /** Inclusive: a decimal number, or a date and time (ISO 8601); at least one of the two is there. */
  readonly minimum: string | undefined;
  readonly maximum: string | undefined;
  /** Undefined: holds for every User. */
  readonly user: Eui64 | undefined;
}

export interface AttributeLimit extends NewAttributeLimit {
  readonly id: number;
}

/** The limits of values in requests. A gateway that runs takes a change in at its next `refresh`. */
export class AttributeLimits {
  constructor(private readonly store: Store) {}

  async list(): Promise<AttributeLimit[]> {
    const rows = await this.store.db.selectFrom('attribute_limits').selectAll().orderBy('id').execute();
    return rows.map(fromRow);
  }

  /**
   * Sets a limit; one for the same variant, path and User is replaced.
   * @throws ConfigError naming what cannot be
   */
  async set(limit: NewAttributeLimit): Promise<AttributeLimit> {
    check(limit);
    const row = {
      variant: limit.variant,
      path: limit.path,
      minimum: limit.minimum ?? null,
      maximum: limit.maximum ?? null,
      user: limit.user ?? null,
    };
    return this.store.transaction(async (tx) => {
      const replaced = await tx
        .updateTable('attribute_limits')
        .set(row)
        .where('variant', '=', row.variant)
        .where('path', '=', row.path)
        .where('user', 'is not distinct from', row.user)
        .returningAll()
        .executeTakeFirst();
      if (replaced !== undefined) return fromRow(replaced);
      return fromRow(
        await tx.insertInto('attribute_limits').values(row).returningAll().executeTakeFirstOrThrow(),
      );
    });
  }

  /** @returns false if there is no such limit */
  async remove(id: number): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('attribute_limits')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    });
  }
}

/** The first value in a request that is outside a limit, in words; undefined if there is none. */
export function outside(
  { path, minimum, maximum }: AttributeLimit,
  { body: { element, content } }: ServiceRequest,
): string | undefined {
  for (const value of valuesAt(content, path)) {
    const measure = measureOf(value);
    if (measure === undefined) continue;
    const shown = value instanceof Date ? value.toISOString() : String(measure);
    if (minimum !== undefined && measure < readLimit(minimum).measure) {
      return `${element}.${path} is ${shown}, below ${minimum}`;
    }
    if (maximum !== undefined && measure > readLimit(maximum).measure) {
      return `${element}.${path} is ${shown}, above ${maximum}`;
    }
  }
  return undefined;
}

function check({ variant, path, minimum, maximum }: NewAttributeLimit): void {
  const kind = measuredAt(variant, path);
  const limits = [minimum, maximum].flatMap((text) => (text === undefined ? [] : [readLimit(text)]));
  const [first, second] = limits;
  if (first === undefined) throw new ConfigError('limit', 'has to have a minimum, a maximum or both');
  if (limits.some((limit) => limit.kind !== kind)) {
    throw new ConfigError(
      'limit',
      `has to be a ${kind === 'date' ? 'date and time' : 'number'}, as ${path} is`,
    );
  }
  if (second !== undefined && first.measure > second.measure) {
    throw new ConfigError('limit', `the minimum ${minimum} is above the maximum ${maximum}`);
  }
}

function fromRow(row: Selectable<AttributeLimitsTable>): AttributeLimit {
  return {
    id: row.id,
    variant: row.variant,
    path: row.path,
    minimum: row.minimum ?? undefined,
    maximum: row.maximum ?? undefined,
    user: row.user ?? undefined,
  };
}
