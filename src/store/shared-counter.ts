import { type Kysely, sql } from 'kysely';
import type { Database } from './database.js';
import { type Statement, statement, type StatementRunner } from './statement.js';

interface Asked extends Readonly<Record<string, string | number>> {
  readonly name: string;
  readonly count: number;
  /** The least the last number of the block may be. */
  readonly least: string;
}

/** A counter in the store from which several gateways take blocks of numbers; none is given out twice. */
export class SharedCounter {
  readonly #take: Statement<Asked, { value: string }>;

  constructor(
    db: Kysely<Database>,
    private readonly runner: StatementRunner,
    private readonly name: string,
  ) {
    this.#take = statement(db, (query, argument) =>
      query
        .insertInto('counters')
        .values({ name: argument('name'), value: argument('least') })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({
            value: sql<string>`greatest(counters.value + cast(${argument('count')} as numeric), excluded.value)`,
          }),
        )
        .returning('value'),
    );
  }

  /**
   * Takes numbers that follow each other.
   * @param count how many
   * @param least what the first of them is not to be below
   * @returns the first
   */
  async take(count: number, least: bigint): Promise<bigint> {
    const last = least + BigInt(count - 1);
    const row = await this.runner.first(this.#take, { name: this.name, count, least: last.toString() });
    if (row === undefined) throw new Error(`the counter '${this.name}' gives no number`);
    return BigInt(row.value) - BigInt(count - 1);
  }
}
