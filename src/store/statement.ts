import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Database } from './database.js';

/** A value the databases take as it is; timestamps are milliseconds since 1970. */
export type SqlValue = string | number | Buffer | null;

export type Arguments = Readonly<Record<string, SqlValue>>;

/** Stands for an argument while a query is compiled. */
class Slot {
  constructor(readonly name: string) {}
}

/** A query compiled once by the query builder, run many times with other arguments. */
export interface Statement<A extends Arguments, Row> {
  readonly sql: string;
  /** The values to bind, in the order of the SQL text. */
  bind(args: A): SqlValue[];
  /** Carries the row type; never set. */
  readonly row?: Row;
}

/**
 * Compiles a query with named arguments.
 * @param build the query; `argument(name)` stands for a value given at run time
 */
export function statement<A extends Arguments, Row = never>(
  db: Kysely<Database>,
  build: (
    db: Kysely<Database>,
    argument: <Name extends keyof A & string>(name: Name) => A[Name],
  ) => Compilable,
): Statement<A, Row> {
  const compiled: CompiledQuery = build(db, (name) => new Slot(name) as unknown as A[typeof name]).compile();
  const parameters = compiled.parameters as readonly (SqlValue | Slot)[];
  return {
    sql: compiled.sql,
    bind: (args) => parameters.map((value) => (value instanceof Slot ? (args[value.name] ?? null) : value)),
  };
}

/** Runs statements: the store outside, a group of writes inside. */
export interface StatementRunner {
  all<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row[]>;
  first<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<Row | undefined>;
  /** @returns how many rows were changed */
  run<A extends Arguments, Row>(query: Statement<A, Row>, args: A): Promise<number>;
}
