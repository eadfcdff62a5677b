/** Whether a database is a PostgreSQL server, or else an SQLite file. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//i.test(url);
}

/** A database's URL as it may be shown: without its password. */
export function databaseName(url: string): string {
  return isPostgresUrl(url)
    ? url.replace(/^([^/]*\/\/[^/@:]*):[^/]*@/, '$1@').replace(/([?&]password=)[^&]*/gi, '$1...')
    : url;
}
