import Sqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../src/store/index.js';
import { POSTGRES_PROGRAMS, startPostgres } from '../test/store/postgres-server.js';
import { median } from './measure.js';

/** Requests recorded at once: as many as an HTTP load has in flight. */
const AT_ONCE = 64;
const BODY = Buffer.alloc(2000, 7);
/** Each kind of write is measured this often, in turn, so that a change of the disk meets all of them. */
const ROUNDS = 5;
const ROUND_MS = 700;

/** Writes rows durably, and says how many. */
type Write = () => Promise<number>;

interface Contender {
  readonly name: string;
  readonly write: Write;
}

/** Durable requests a second beside bare durable inserts into the same kind of database, in the same run. */
export async function benchJournal(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-journal-'));
  try {
    await compare('SQLite', join(folder, 'journal.sqlite'), bareSqlite(join(folder, 'bare.sqlite')));
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (POSTGRES_PROGRAMS === undefined) {
    console.log('\nPostgreSQL: not installed here (/usr/lib/postgresql)');
    return;
  }
  const server = await startPostgres({ durable: true });
  const url = server.url('postgres');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await compare('PostgreSQL', url, await barePostgres(client));
  await client.end();
  await server.stop();
}

async function compare(database: string, url: string, bare: readonly [Write, Write]): Promise<void> {
  const store = await openStore({ url });
  let counter = BigInt(Date.now());
  const record = (): Promise<unknown> => {
    const target = '00-DB-12-34-56-78-90-A4';
    const originator = '90-B3-D5-1F-30-01-00-00';
    const requestId = `${originator}:${target}:${counter++}`;
    const kind = 'service-request' as const;
    const at = new Date();
    return store.journal.record(
      {
        requestId,
        kind,
        originator,
        target,
        commandVariant: 1,
        serviceReferenceVariant: '11.2',
        receivedAt: at,
        request: BODY,
      },
      {
        state: 'accepted',
        at,
        route: 'gbcs',
        response: BODY,
        responseCode: 'I99',
        deliveries: [
          { id: requestId, channel: 'wan', destination: target, device: target, body: BODY, notBefore: at },
        ],
      },
    );
  };
  const contenders: readonly Contender[] = [
    { name: 'requests recorded, each with its event and delivery', write: requests(record) },
    { name: 'bare rows, one a commit', write: bare[0] },
    { name: `bare rows, ${AT_ONCE} a commit`, write: bare[1] },
  ];
  const [recorded = 0, single = 0, grouped = 0] = await rates(contenders);
  await store.close();
  console.log(`\n${database}`);
  [recorded, single, grouped].forEach((rate, index) =>
    console.log(`  ${(contenders[index]?.name ?? '').padEnd(52)} ${rate.toFixed(0).padStart(7)} /s`),
  );
  console.log(`  recorded, of bare rows one a commit       ${((recorded / single) * 100).toFixed(0)} %`);
  console.log(
    `  recorded, of bare rows ${AT_ONCE} a commit        ${((recorded / grouped) * 100).toFixed(0)} %`,
  );
  console.log(
    `  rows written, of bare rows ${AT_ONCE} a commit    ${(((recorded * ROWS) / grouped) * 100).toFixed(0)} %`,
  );
}

/** Rows of one request: itself, its event and its delivery. */
const ROWS = 3;

function requests(record: () => Promise<unknown>): Write {
  return async () => {
    await Promise.all(Array.from({ length: AT_ONCE }, record));
    return AT_ONCE;
  };
}

function bareSqlite(file: string): [Write, Write] {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table bare (id integer primary key, body blob)');
  const insert = database.prepare('insert into bare (body) values (?)');
  const group = database.transaction(() => {
    for (let row = 0; row < AT_ONCE; row++) insert.run(BODY);
  });
  return [
    () => Promise.resolve(insert.run(BODY).changes),
    () => {
      group();
      return Promise.resolve(AT_ONCE);
    },
  ];
}

async function barePostgres(client: pg.Client): Promise<[Write, Write]> {
  await client.query('create table bare (id bigint generated always as identity primary key, body bytea)');
  const insert = { name: 'bare', text: 'insert into bare (body) values ($1)', values: [BODY] };
  return [
    async () => (await client.query(insert)).rowCount ?? 0,
    async () => {
      await client.query('begin');
      for (let row = 0; row < AT_ONCE; row++) await client.query(insert);
      await client.query('commit');
      return AT_ONCE;
    },
  ];
}

/** @returns rows a second of each, the median of its rounds */
async function rates(contenders: readonly Contender[]): Promise<number[]> {
  const found = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { write }] of contenders.entries()) found[index]?.push(await rate(write));
  }
  return found.map(median);
}

async function rate(write: Write): Promise<number> {
  const start = performance.now();
  let rows = 0;
  while (performance.now() - start < ROUND_MS) rows += await write();
  return (rows * 1000) / (performance.now() - start);
}
