import type { Database as SqliteDatabase, Statement as SqliteStatement } from 'better-sqlite3';
import type { Gate } from './gate.js';
import type { Arguments, Statement, StatementRunner } from './statement.js';

/** Runs statements on better-sqlite3, each prepared once. */
export class SqliteRunner implements StatementRunner {
  readonly #prepared = new Map<string, SqliteStatement>();

  constructor(private readonly database: SqliteDatabase) {}

  #prepare(sql: string): SqliteStatement {
    let prepared = this.#prepared.get(sql);
    if (prepared === undefined) {
      prepared = this.database.prepare(sql);
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }

  async all<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row[]> {
    return await Promise.resolve(this.#prepare(query.sql).all(query.bind(args)) as Row[]);
  }

  async first<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row | undefined> {
    return await Promise.resolve(this.#prepare(query.sql).get(query.bind(args)) as Row | undefined);
  }

  async run<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<number> {
    return await Promise.resolve(this.#prepare(query.sql).run(query.bind(args)).changes);
  }
}

/** Lets each statement through only while no transaction is open, so that it sees what is committed and nothing else. */
export class GatedRunner implements StatementRunner {
  constructor(
    private readonly inner: StatementRunner,
    private readonly gate: Gate,
  ) {}

  async #through<T>(work: () => Promise<T>): Promise<T> {
    if (!this.gate.held) return work();
    await this.gate.enter();
    try {
      return await work();
    } finally {
      this.gate.leave();
    }
  }

  all<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row[]> {
    return this.#through(() => this.inner.all(query, args));
  }

  first<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row | undefined> {
    return this.#through(() => this.inner.first(query, args));
  }

  run<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<number> {
    return this.#through(() => this.inner.run(query, args));
  }
}
