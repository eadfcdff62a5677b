import { expect } from 'chai';
import type { NewDelivery, Store } from '../../src/store/index.js';
import { freshStore, onEachDatabase } from './each-database.js';

const AT = new Date('2026-01-05T12:00:00.000Z');
const later = (ms: number): Date => new Date(AT.getTime() + ms);

function delivery(id: string, more: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    channel: 'user',
    destination: 'http://localhost/',
    body: Buffer.from(id),
    notBefore: AT,
    request: { requestId: 'r', kind: 'service-request' },
    ...more,
  };
}

onEachDatabase('Outbox', () => {
  let store: Store;
  beforeEach(async () => (store = await freshStore()));
  afterEach(() => store.close());

  const due = async (at = AT, channel: 'user' | 'wan' = 'user') =>
    (await store.outbox.due(channel, at, 10)).map(({ id }) => id);

  it('gives what is due, in the order it was enqueued', async () => {
    await store.outbox.enqueue(delivery('b'));
    await store.outbox.enqueue(delivery('a'));
    await store.outbox.enqueue(delivery('later', { notBefore: later(1) }));
    await store.outbox.enqueue(delivery('elsewhere', { channel: 'wan' }));
    expect(await due()).to.deep.equal(['b', 'a']);
    expect(await due(later(1))).to.deep.equal(['b', 'a', 'later']);
    expect(await due(AT, 'wan')).to.deep.equal(['elsewhere']);
    expect(await store.outbox.due('user', later(1), 2)).to.have.length(2);
  });

  it('gives back all that was enqueued', async () => {
    const given = delivery('a', { device: 'd' });
    await store.outbox.enqueue(given);
    const { notBefore, ...rest } = given;
    expect(await store.outbox.find('a')).to.deep.equal({
      ...rest,
      nextAttemptAt: notBefore,
      attempts: 0,
      state: 'pending',
      lastError: null,
    });
  });

  it('takes the same id once', async () => {
    await store.outbox.enqueue(delivery('a'));
    await store.outbox.enqueue(delivery('a', { body: Buffer.from('other') }));
    expect((await store.outbox.find('a'))?.body.toString()).to.equal('a');
  });

  it('holds back what follows a failed delivery to the same Device, and nothing else', async () => {
    await store.outbox.enqueue(delivery('1', { device: 'd' }));
    await store.outbox.enqueue(delivery('2', { device: 'd' }));
    await store.outbox.enqueue(delivery('3', { device: 'e' }));
    await store.outbox.enqueue(delivery('4'));
    await store.outbox.enqueue(delivery('5'));
    expect(await due()).to.deep.equal(['1', '3', '4', '5']);
    await store.outbox.failed('1', 'refused', AT, later(500));
    expect(await due()).to.deep.equal(['3', '4', '5']);
    expect(await due(later(500))).to.deep.equal(['1', '3', '4', '5']);
    await store.outbox.delivered('1', later(500));
    expect(await due()).to.deep.equal(['2', '3', '4', '5']);
  });

  it('counts failed attempts and tells when the next is due', async () => {
    await store.outbox.enqueue(delivery('a'));
    expect(await store.outbox.nextDue('user', later(-1))).to.deep.equal(AT);
    await store.outbox.failed('a', 'connection refused', AT, later(500));
    await store.outbox.failed('a', 'timeout', later(500), later(1500));
    expect(await store.outbox.find('a')).to.deep.include({ attempts: 2, lastError: 'timeout' });
    expect(await store.outbox.nextDue('user', AT)).to.deep.equal(later(1500));
    expect(await store.outbox.nextDue('wan', AT)).to.equal(undefined);
  });

  it('gives a delivery up, lets the next one past, and revives it when asked', async () => {
    await store.outbox.enqueue(delivery('1', { device: 'd' }));
    await store.outbox.enqueue(delivery('2', { device: 'd' }));
    await store.outbox.failed('1', 'gone', AT);
    expect(await due()).to.deep.equal(['2']);
    expect((await store.outbox.dead()).map(({ id, lastError }) => [id, lastError])).to.deep.equal([
      ['1', 'gone'],
    ]);
    expect(await store.outbox.revive('1', AT)).to.equal(true);
    expect(await store.outbox.revive('2', AT)).to.equal(false);
    expect(await due()).to.deep.equal(['1']);
  });

  it('settles a delivery once', async () => {
    await store.outbox.enqueue(delivery('a'));
    expect(await store.outbox.delivered('a', AT)).to.equal(true);
    expect(await store.outbox.delivered('a', AT)).to.equal(false);
    await store.outbox.failed('a', 'late', AT, later(1));
    expect(await store.outbox.find('a')).to.include({ state: 'delivered', attempts: 0 });
  });
});
