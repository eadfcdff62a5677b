import type { Kysely } from 'kysely';
import type { Database } from './database.js';
import { type Statement, statement, type StatementRunner } from './statement.js';

/**
 * Keeps Commands in the order of their Originator Counters where several gateways make them: a Device refuses one that comes
 * after a higher one. What one gateway has numbered may be written down after what another numbered later; it is then made
 * anew under a new number.
 */
export class CommandOrder {
  readonly #rise: Statement<{ name: string; counter: string }, never>;
  readonly #begin: Statement<{ name: string; counter: string }, never>;

  constructor(db: Kysely<Database>) {
    // A row that another transaction has locked is passed over, not waited for, so that there are no deadlocks.
    this.#rise = statement(db, (query, argument) =>
      query
        .updateTable('counters')
        .set({ value: argument('counter') })
        .where(
          'name',
          'in',
          query
            .selectFrom('counters')
            .select('name')
            .where('name', '=', argument('name'))
            .where('value', '<', argument('counter'))
            .forUpdate()
            .skipLocked(),
        ),
    );
    this.#begin = statement(db, (query, argument) =>
      query
        .insertInto('counters')
        .values({ name: argument('name'), value: argument('counter') })
        .onConflict((conflict) => conflict.column('name').doNothing()),
    );
  }

  /**
   * Called in the transaction that enqueues the Command, before it does.
   * @param counter Originator Counter of the Access Control Broker in the Command
   * @returns false if another Command to the Device has a higher one, or is being written by another gateway right now
   */
  async admits(tx: StatementRunner, device: string, counter: bigint): Promise<boolean> {
    const asked = { name: `last Command to ${device}`, counter: counter.toString() };
    return (await tx.run(this.#rise, asked)) > 0 || (await tx.run(this.#begin, asked)) > 0;
  }
}
