import { before, after, describe, it } from 'mocha';
import pg from 'pg';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.js';
import { POSTGRES_PROGRAMS, type PostgresServer, startPostgres } from './postgres-server.js';
import { temporaryDatabase } from './temporary-file.js';

export type DatabaseKind = 'sqlite' | 'postgres';

let current: DatabaseKind = 'sqlite';
let server: Promise<PostgresServer> | undefined;
let template: Promise<string> | undefined;
let databases = 0;

/** Runs a suite on SQLite and, where it is installed, on PostgreSQL. `freshStore` opens what the suite is to use. */
export function onEachDatabase(title: string, suite: (kind: DatabaseKind) => void): void {
  describe(title, () => suite('sqlite'));
  onPostgres(`${title} on PostgreSQL`, () => suite('postgres'));
}

/** Runs a suite on PostgreSQL where it is installed. */
export function onPostgres(title: string, suite: () => void): void {
  describe(title, () => {
    if (POSTGRES_PROGRAMS === undefined) {
      it.skip('no PostgreSQL server is installed (/usr/lib/postgresql)');
      return;
    }
    before(async () => {
      await migratedTemplate();
      current = 'postgres';
    });
    after(() => (current = 'sqlite'));
    suite();
  });
}

/** An empty store on the database the suite runs on. */
export async function freshStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const url = current === 'sqlite' ? ':memory:' : await postgresDatabase();
  return openStore({ ...options, url });
}

/** Somewhere several stores can be opened, one after the other or at once. */
export async function freshDatabase(): Promise<{ readonly url: string; readonly remove: () => void }> {
  if (current === 'sqlite') return temporaryDatabase();
  return { url: await postgresDatabase(), remove: () => undefined };
}

/** An empty database with every table, copied from a template, which is faster than making them. */
export async function postgresDatabase(): Promise<string> {
  const from = await migratedTemplate();
  return createDatabase(`template ${from}`);
}

/** An empty database without tables. */
export function emptyPostgresDatabase(): Promise<string> {
  return createDatabase('');
}

function migratedTemplate(): Promise<string> {
  template ??= (async () => {
    const url = await createDatabase('');
    await (await openStore({ url })).close();
    return new URL(url).pathname.slice(1);
  })();
  return template;
}

async function createDatabase(how: string): Promise<string> {
  server ??= startPostgres();
  const { url } = await server;
  const name = `duis_${++databases}`;
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`create database ${name} ${how}`);
  await client.end();
  return url(name);
}
