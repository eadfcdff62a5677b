import Sqlite from 'better-sqlite3';
import { expect } from 'chai';
import { type NewDelivery, openStore, type Store, storeFaultOf } from '../../src/store/index.js';
import { temporaryDatabase } from './temporary-file.js';

const AT = new Date('2026-01-05T12:00:00.000Z');
const LONG_PATIENCE_MS = 5000;

const delivery = (id: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  id,
  channel: 'user',
  destination: 'http://localhost/',
  body: Buffer.from(id),
  notBefore: AT,
  ...more,
});

/** The error of work that fails; of work that does not, a failure of the test. */
async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

describe('a database that takes no writes', () => {
  let file: ReturnType<typeof temporaryDatabase>;
  let store: Store;
  let other: Sqlite.Database;

  const open = async (patienceMs: number): Promise<void> => {
    file = temporaryDatabase();
    store = await openStore({ url: file.url, patienceMs });
    other = new Sqlite(file.url);
  };
  afterEach(async () => {
    other.close();
    await store.close();
    file.remove();
  });

  it('is told to be locked when another process writes beyond the patience, to all who wrote at once', async () => {
    await open(0);
    other.exec('begin immediate');
    const writes = ['a', 'b', 'c'].map((id) => errorOf(store.outbox.enqueue(delivery(id))));
    for (const error of await Promise.all(writes)) expect(storeFaultOf(error)?.kind).to.equal('locked');
    other.exec('rollback');
    expect(await store.outbox.find('a')).to.equal(undefined);
    await store.outbox.enqueue(delivery('a'));
    expect((await store.outbox.find('a'))?.id).to.equal('a');
  });

  it('is waited for meanwhile, and read from', async () => {
    await open(LONG_PATIENCE_MS);
    await store.outbox.enqueue(delivery('before'));
    other.exec('begin immediate');
    let written = false;
    const writing = store.outbox.enqueue(delivery('after')).then(() => (written = true));
    expect((await store.outbox.find('before'))?.id).to.equal('before');
    expect(written).to.equal(false);
    other.exec('rollback');
    await writing;
    expect((await store.outbox.find('after'))?.id).to.equal('after');
  });

  it('is waited for by a transaction too', async () => {
    await open(LONG_PATIENCE_MS);
    other.exec('begin immediate');
    let begun = false;
    const transaction = store.transaction((tx) => {
      begun = true;
      return tx.selectFrom('devices').selectAll().execute();
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).to.equal(false);
    other.exec('rollback');
    expect(await transaction).to.deep.equal([]);
  });
});

describe('faults of the store', () => {
  for (const [code, kind] of [
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_IOERR_WRITE', 'damaged'],
    ['SQLITE_CANTOPEN', 'away'],
    ['55P03', 'locked'],
    ['53100', 'full'],
    ['08006', 'away'],
    ['57P01', 'away'],
  ] as const) {
    it(`knows ${code} as ${kind}`, () => {
      expect(storeFaultOf(Object.assign(new Error(), { code }))?.kind).to.equal(kind);
    });
  }

  it('knows a broken constraint, a bug and nothing as none', () => {
    expect(storeFaultOf(Object.assign(new Error(), { code: 'SQLITE_CONSTRAINT_UNIQUE' }))).to.equal(
      undefined,
    );
    expect(storeFaultOf(new TypeError())).to.equal(undefined);
    expect(storeFaultOf(undefined)).to.equal(undefined);
  });
});

describe('an outbox whose clock was moved back', () => {
  it('makes due what waits longer than any pause, and leaves the rest', async () => {
    const store = await openStore({ url: ':memory:' });
    const later = (ms: number): Date => new Date(AT.getTime() + ms);
    await store.outbox.enqueue(delivery('far', { notBefore: later(3_600_000) }));
    await store.outbox.enqueue(delivery('near', { notBefore: later(30_000) }));
    await store.outbox.bringForward(AT, later(60_000));
    expect((await store.outbox.due('user', AT, 9)).map(({ id }) => id)).to.deep.equal(['far']);
    await store.close();
  });
});
