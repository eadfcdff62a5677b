import { expect } from 'chai';
import { type NewDelivery, openStore, type Store } from '../../src/store/index.js';
import { onPostgres, postgresDatabase } from './each-database.js';

const AT = new Date('2026-01-05T12:00:00.000Z');
const CLAIM_MS = 10_000;
const later = (ms: number): Date => new Date(AT.getTime() + ms);

const ORIGINATOR = '90-B3-D5-1F-30-01-00-00';
const DEVICE = '00-DB-12-34-56-78-90-A4';
const OTHER_DEVICE = '00-DB-12-34-56-78-90-A3';

const delivery = (id: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  id,
  channel: 'user',
  destination: 'http://localhost/',
  body: Buffer.from(id),
  notBefore: AT,
  ...more,
});

onPostgres('Several gateways on one store', () => {
  let stores: Store[];
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    const url = await postgresDatabase();
    one = await openStore({ url, claimMs: CLAIM_MS });
    other = await openStore({ url, claimMs: CLAIM_MS });
    stores = [one, other];
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  const dueAt = async (store: Store, now: Date, limit = 100) =>
    (await store.outbox.due('user', now, limit)).map(({ id }) => id);

  it('claim disjoint deliveries, and all of them between them', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `d${index}`);
    for (const id of ids) await (id.endsWith('1') ? one : other).outbox.enqueue(delivery(id));
    const takes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => dueAt(index % 2 === 0 ? one : other, AT, 10 + index)),
    );
    const taken = { one: new Set<string>(), other: new Set<string>() };
    takes.forEach((given, index) => given.forEach((id) => taken[index % 2 === 0 ? 'one' : 'other'].add(id)));
    for (const id of await dueAt(one, AT)) taken.one.add(id);
    expect([...taken.one].filter((id) => taken.other.has(id))).to.deep.equal([]);
    expect([...taken.one, ...taken.other].sort()).to.deep.equal([...ids].sort());
  });

  it('take over what a dead one had claimed when its claim ends, and not before', async () => {
    await one.outbox.enqueue(delivery('a'));
    expect(await dueAt(one, AT)).to.deep.equal(['a']);
    expect(await dueAt(other, later(CLAIM_MS - 1))).to.deep.equal([]);
    expect(await dueAt(other, later(CLAIM_MS))).to.deep.equal(['a']);
    expect(await dueAt(one, later(CLAIM_MS))).to.deep.equal([]);
  });

  it('take over at once what one that ends in order had claimed', async () => {
    await one.outbox.enqueue(delivery('a'));
    expect(await dueAt(one, AT)).to.deep.equal(['a']);
    await one.close();
    stores = [other];
    expect(await dueAt(other, AT)).to.deep.equal(['a']);
  });

  it('keep the order of a Device, whoever has its earliest delivery', async () => {
    await one.outbox.enqueue(delivery('1', { device: DEVICE }));
    await other.outbox.enqueue(delivery('2', { device: DEVICE }));
    expect(await dueAt(one, AT)).to.deep.equal(['1']);
    expect(await dueAt(other, AT)).to.deep.equal([]);
    await one.outbox.delivered('1', AT);
    expect(await dueAt(other, AT)).to.deep.equal(['2']);
  });

  it('let one do what is done for all, until it falls silent or gives it back', async () => {
    const [first, second] = [one.shared?.leases, other.shared?.leases];
    expect(await first?.hold('work', AT, 1000)).to.equal(true);
    expect(await second?.hold('work', later(999), 1000)).to.equal(false);
    expect(await first?.hold('work', later(999), 1000)).to.equal(true);
    expect(await second?.hold('work', later(1999), 1000)).to.equal(true);
    expect(await first?.hold('work', later(1999), 1000)).to.equal(false);
    await second?.release();
    expect(await first?.hold('work', later(1999), 1000)).to.equal(true);
  });

  it('give no Originator Counter out twice', async () => {
    const blocks = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const first = await (index % 2 === 0 ? one : other).shared?.originatorCounter.take(5, 1000n);
        return Array.from({ length: 5 }, (_, place) => (first ?? 0n) + BigInt(place));
      }),
    );
    expect(new Set(blocks.flat()).size).to.equal(100);
  });

  const command = (store: Store, counter: number, device = DEVICE) =>
    store.journal.record(
      {
        requestId: `${ORIGINATOR}:${device}:${counter}`,
        kind: 'service-request',
        originator: ORIGINATOR,
        target: device,
        commandVariant: 1,
        serviceReferenceVariant: '11.2',
        receivedAt: AT,
        request: Buffer.from('<Request/>'),
      },
      {
        state: 'accepted',
        at: AT,
        commandCounter: BigInt(counter),
        command: Buffer.from('command'),
        deliveries: [delivery(`wan ${device} ${counter}`, { channel: 'wan', device })],
      },
    );

  it('write nothing of a Command that a later one to the same Device has overtaken', async () => {
    expect((await command(one, 5)).outcome).to.equal('new');
    expect((await command(other, 4)).outcome).to.equal('overtaken');
    expect((await command(other, 4, OTHER_DEVICE)).outcome).to.equal('new');
    expect((await command(other, 6)).outcome).to.equal('new');
    const key = { requestId: `${ORIGINATOR}:${DEVICE}:4`, kind: 'service-request' } as const;
    expect(await one.journal.find(key)).to.equal(undefined);
    expect(await one.outbox.find(`wan ${DEVICE} 4`)).to.equal(undefined);
  });

  it('enqueue Commands to a Device in the order of their counters, however they meet', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => command(index % 3 === 0 ? one : other, 100 - index)),
    );
    const rows = await one.db
      .selectFrom('deliveries')
      .select(['id', 'sequence'])
      .orderBy('sequence')
      .execute();
    const counters = rows.map(({ id }) => Number(id.split(' ').at(-1)));
    expect(counters).to.deep.equal([...counters].sort((a, b) => a - b));
    expect(counters.length).to.be.greaterThan(0);
  });
});
