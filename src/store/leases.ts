import { type Kysely, sql } from 'kysely';
import type { Database } from './database.js';
import { type Statement, statement, type StatementRunner } from './statement.js';

interface Asked extends Readonly<Record<string, string | number>> {
  readonly name: string;
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

/** What one instance does for all, by name; when it falls silent, another does. */
export class Leases {
  readonly #hold: Statement<Asked, never>;
  readonly #release: Statement<{ holder: string }, never>;

  constructor(
    db: Kysely<Database>,
    private readonly runner: StatementRunner,
    private readonly instance: string,
  ) {
    this.#hold = statement(db, (query, argument) =>
      query
        .insertInto('leases')
        .values({ name: argument('name'), holder: argument('holder'), until_ms: argument('until') })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder: sql.ref('excluded.holder'), until_ms: sql.ref('excluded.until_ms') })
            .where((build) =>
              build.or([
                build('leases.holder', 'is', null),
                build('leases.holder', '=', argument('holder')),
                build('leases.until_ms', '<=', argument('now')),
              ]),
            ),
        ),
    );
    this.#release = statement(db, (query, argument) =>
      query.updateTable('leases').set({ holder: null }).where('holder', '=', argument('holder')),
    );
  }

  /**
   * Takes or renews a lease.
   * @param forMs how long it holds, in milliseconds
   * @returns false while another instance has it
   */
  async hold(name: string, now: Date, forMs: number): Promise<boolean> {
    const until = now.getTime() + forMs;
    const asked = { name, holder: this.instance, now: now.getTime(), until };
    return (await this.runner.run(this.#hold, asked)) > 0;
  }

  /** Gives back every lease of this instance, as when it stops. */
  async release(): Promise<void> {
    await this.runner.run(this.#release, { holder: this.instance });
  }
}
