import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { reaching } from './connection-failure.js';
import type { Arguments, Statement, StatementRunner } from './statement.js';

/** A connection, or a pool that lends one for each query. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}

const names = new Map<string, string>();

/** Statements are prepared under a name, once on each connection. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `duis_${names.size + 1}`));
  return name;
}

/** Runs statements on PostgreSQL. */
export class PostgresRunner implements StatementRunner {
  constructor(private readonly connection: Queryable) {}

  #query<A extends Arguments, Row>(query: Statement<A, Row>, args: A) {
    const asked = { name: nameOf(query.sql), text: query.sql, values: query.bind(args) };
    return reaching(() => this.connection.query<QueryResultRow>(asked));
  }

  async all<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row[]> {
    return (await this.#query(query, args)).rows as Row[];
  }

  async first<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row | undefined> {
    return (await this.#query(query, args)).rows[0] as Row | undefined;
  }

  async run<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<number> {
    return (await this.#query(query, args)).rowCount ?? 0;
  }
}
