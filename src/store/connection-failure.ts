import pg from 'pg';

/** SQLSTATE of a connection that failed. Source: PostgreSQL documentation, appendix A. */
const CONNECTION_FAILURE = '08006';

/** What the driver says of a server that is gone, where the system has no code for it. Source: pg and pg-pool. */
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

/** An error of the way to the server, which comes without a SQLSTATE, with one; any other error as it is. */
export function withSqlState(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof pg.DatabaseError) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const isOfTheSystem = code !== undefined && syscall !== undefined;
  return isOfTheSystem || GONE.test(error.message)
    ? Object.assign(new Error(error.message, { cause: error }), { code: CONNECTION_FAILURE })
    : error;
}

/** Rejects as `work` does, but with a SQLSTATE where the server cannot be reached. */
export async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withSqlState(error);
  }
}
