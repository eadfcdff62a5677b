import { type Expression, sql, type SqlBool } from 'kysely';

/** Who claims rows, and for how long at a time. */
export interface Claims {
  /** Names this instance; another at each start. */
  readonly instance: string;
  /** How long a claim holds, in milliseconds. */
  readonly forMs: number;
}

/** Arguments of a statement that claims. */
export interface ClaimArguments extends Readonly<Record<string, string | number>> {
  readonly now: number;
  readonly instance: string;
  /** When the claim ends. */
  readonly until: number;
}

/** @param now as this instance's clock has it: those of all instances have to agree within a small part of the span */
export function claimArguments({ instance, forMs }: Claims, now: Date): ClaimArguments {
  return { instance, now: now.getTime(), until: now.getTime() + forMs };
}

/**
 * Rows that nobody has claimed, or that this instance has, or another that has fallen silent.
 * @param table the name or alias of a table with the columns of claims
 */
export function claimable(table: string, instance: string, now: number): Expression<SqlBool> {
  const by = sql.ref(`${table}.claimed_by`);
  const until = sql.ref(`${table}.claimed_until`);
  return sql<SqlBool>`(${until} is null or ${until} <= ${now} or ${by} = ${instance})`;
}
