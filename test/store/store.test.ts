import Sqlite from 'better-sqlite3';
import { expect } from 'chai';
import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { openStore, statement, type Store } from '../../src/store/index.js';
import { emptyPostgresDatabase, freshStore, onEachDatabase, onPostgres } from './each-database.js';
import { temporaryDatabase } from './temporary-file.js';

const TABLES = [
  'anomaly_thresholds',
  'attribute_limits',
  'counters',
  'cpl_entries',
  'cpl_migration_devices',
  'cpl_migration_entries',
  'cpl_migrations',
  'deliveries',
  'device_status_history',
  'devices',
  'firmware_images',
  'firmware_jobs',
  'future_executions',
  'han_updates',
  'hub_backups',
  'hub_notices',
  'journal_events',
  'leases',
  'opt_ins',
  'ppmid_resolutions',
  'quarantine',
  'registrations',
  'schedules',
  'service_requests',
  'users',
];

describe('Store', () => {
  it('makes every table in an empty file, in a folder it makes too, and again finds nothing to do', async () => {
    const { url, remove } = temporaryDatabase();
    try {
      for (let opened = 0; opened < 2; opened++) {
        const store = await openStore({ url });
        const tables = (await store.db.introspection.getTables()).map(({ name }) => name).sort();
        expect(tables).to.deep.equal(TABLES);
        await store.close();
      }
    } finally {
      remove();
    }
  });

  it('syncs each commit to a write-ahead log and checks foreign keys', async () => {
    const { url, remove } = temporaryDatabase();
    try {
      const store = await openStore({ url });
      const file = new Sqlite(url);
      expect(file.pragma('journal_mode', { simple: true })).to.equal('wal');
      file.close();
      await rejected(
        store.db
          .insertInto('journal_events')
          .values({
            request_id: 'x',
            kind: 'service-request',
            sequence: 1,
            state: 'failed',
            at: 0,
            reason: null,
          })
          .execute(),
        /FOREIGN KEY/,
      );
      await store.close();
    } finally {
      remove();
    }
  });

  it('names the setting when the file is no database or cannot be opened', async () => {
    const { url, remove } = temporaryDatabase();
    try {
      mkdirSync(dirname(url));
      writeFileSync(url, 'this is a text, and long enough not to be taken for an empty database file');
      for (const bad of [url, `${url}/below-a-file`, dirname(url)]) {
        const error = await rejected(openStore({ url: bad }), /cannot be/);
        expect(error).to.be.instanceOf(ConfigError);
        expect(error.message).to.contain('DUIS_DATABASE').and.to.contain(bad);
      }
    } finally {
      remove();
    }
  });

  onPostgres('in a database of a server', () => {
    it('makes every table in an empty one, and again finds nothing to do', async () => {
      const url = await emptyPostgresDatabase();
      for (let opened = 0; opened < 2; opened++) {
        const store = await openStore({ url });
        const tables = (await store.db.introspection.getTables()).map(({ name }) => name).sort();
        expect(tables).to.deep.equal(TABLES);
        await store.close();
      }
    });

    it('makes them once where several instances start at the same moment', async () => {
      const url = await emptyPostgresDatabase();
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ url })));
      await Promise.all(stores.map((store) => store.close()));
    });

    it('is refused by name, without its password, where it cannot be reached', async () => {
      const url = new URL(await emptyPostgresDatabase());
      url.pathname = '/no-such';
      url.password = 'secret';
      const error = await rejected(openStore({ url: url.href }), /DUIS_DATABASE.*no-such.*cannot be opened/);
      expect(error).to.be.instanceOf(ConfigError);
      expect(error.message).to.not.contain('secret');
    });
  });

  onEachDatabase('transaction', (kind) => {
    let store: Store;
    beforeEach(async () => (store = await freshStore()));
    afterEach(() => store.close());

    const id = parseEui64('00-DB-12-34-56-78-90-A4');
    const insertEvent = (sequence: number) => ({
      device_id: id,
      sequence,
      status: null,
      at: 0,
      event: 'test',
      request_id: null,
    });
    const countEvents = async () => {
      const query = statement<Record<string, never>, { n: number }>(store.db, (db) =>
        db.selectFrom('device_status_history').select(({ fn }) => fn.countAll<number>().as('n')),
      );
      return (await store.statements.first(query, {}))?.n;
    };

    it('is undone where its work throws', async () => {
      await rejected(
        store.transaction(async (tx) => {
          await tx.insertInto('device_status_history').values(insertEvent(1)).execute();
          throw new Error('no');
        }),
        /^no$/,
      );
      expect(await countEvents()).to.equal(0);
    });

    it('hides what it has written from prepared statements until it has committed', async () => {
      let proceed: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (proceed = resolve));
      let seen: number | undefined;
      const writing = store.transaction(async (tx) => {
        await tx.insertInto('device_status_history').values(insertEvent(1)).execute();
        await gate;
        await tx.insertInto('device_status_history').values(insertEvent(2)).execute();
      });
      await new Promise((resolve) => setImmediate(resolve));
      const reading = countEvents().then((count) => (seen = count));
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (kind === 'sqlite') {
        expect(seen).to.equal(undefined);
      } else {
        // PostgreSQL keeps no reader waiting: it shows what was before.
        await reading;
        expect(seen).to.equal(0);
      }
      proceed();
      await Promise.all([writing, reading]);
      expect(kind === 'sqlite' ? seen : await countEvents()).to.equal(2);
    });

    it('is alone with what it has read', async () => {
      const add = () =>
        store.transaction(async (tx) => {
          const events = await tx.selectFrom('device_status_history').select('sequence').execute();
          await tx
            .insertInto('device_status_history')
            .values(insertEvent(events.length + 1))
            .execute();
        });
      await Promise.all(Array.from({ length: 20 }, add));
      expect(await countEvents()).to.equal(20);
    });

    it('runs after others that were asked for before it', async () => {
      const order: number[] = [];
      await Promise.all(
        [1, 2, 3].map((sequence) =>
          store.transaction(async (tx) => {
            await tx.insertInto('device_status_history').values(insertEvent(sequence)).execute();
            order.push(sequence);
          }),
        ),
      );
      // Connections to a server may overtake each other.
      expect(kind === 'sqlite' ? order : order.sort()).to.deep.equal([1, 2, 3]);
    });
  });
});

async function rejected(promise: Promise<unknown>, message: RegExp): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    expect((error as Error).message).to.match(message);
    return error as Error;
  }
  throw new Error('it was not refused');
}
