import { expect } from 'chai';
import { Messages, type Store } from '../../src/store/index.js';
import { freshStore, onEachDatabase } from './each-database.js';
import { AT, givenUp, keyOf, OTHER_USER, USER } from './given-up.js';

const LATER = new Date(AT.getTime() + 3_600_000);
const BY = { by: 'Ada' };

onEachDatabase('Messages', () => {
  let store: Store;
  let messages: Messages;
  beforeEach(async () => {
    store = await freshStore();
    messages = new Messages(store);
  });
  afterEach(() => store.close());

  const states = async (counter: number): Promise<[string, string | null][]> =>
    (await store.journal.history(keyOf(counter))).map(({ state, reason }) => [state, reason]);

  it('are listed by state, User and destination, without their documents', async () => {
    const url = 'http://other.example/duis';
    const own = await givenUp(store, 1);
    const other = await givenUp(store, 1, { originator: OTHER_USER, destination: url });
    await store.outbox.enqueue({
      id: 'alert',
      channel: 'user',
      destination: url,
      body: Buffer.from('<alert/>'),
      notBefore: AT,
    });
    await store.db
      .insertInto('users')
      .values({
        id: OTHER_USER,
        name: 'other',
        roles: '[]',
        status: 'active',
        receive_response_url: url,
        duis_version: '5.4',
        seeded_url: null,
      })
      .execute();
    const ids = async (...asked: Parameters<Messages['list']>): Promise<string[]> =>
      (await messages.list(...asked)).map(({ id }) => id);
    expect(await ids()).to.deep.equal([own, other, 'alert']);
    expect(await ids({ limit: 2 })).to.deep.equal([own, other]);
    expect(await ids({ states: ['dead'] })).to.deep.equal([own, other]);
    expect(await ids({ states: ['pending', 'dead'] })).to.have.length(3);
    expect(await ids({ states: ['delivered'] })).to.deep.equal([]);
    expect(await ids({ user: USER })).to.deep.equal([own]);
    expect(await ids({ user: OTHER_USER })).to.deep.equal([other, 'alert']);
    expect(await ids({ destination: url, states: ['pending'] })).to.deep.equal(['alert']);
    expect((await messages.list())[0]).to.deep.equal({
      id: own,
      channel: 'user',
      destination: 'http://user.example/duis',
      request: keyOf(1),
      device: undefined,
      state: 'dead',
      attempts: 1,
      nextAttemptAt: AT,
      settledAt: AT,
      lastError: 'connection refused',
    });
    expect((await messages.find(own))?.body.toString()).to.equal('<response/>');
    expect(await messages.find('none')).to.equal(undefined);
    expect(await messages.counts()).to.deep.equal([
      { channel: 'user', state: 'pending', count: 1 },
      { channel: 'user', state: 'dead', count: 2 },
    ]);
  });

  it('that were given up are due again when replayed, with all their attempts', async () => {
    const id = await givenUp(store, 1);
    expect(await messages.replay(id, LATER, BY)).to.equal('replayed');
    expect(await store.outbox.find(id)).to.include({ state: 'pending', attempts: 0 });
    expect((await store.outbox.due('user', LATER, 10)).map((delivery) => delivery.id)).to.deep.equal([id]);
    expect(await messages.replay(id, LATER, BY)).to.equal('not-dead');
    expect(await messages.replay('none', LATER, BY)).to.equal('unknown');
  });

  it('that answer a request take it back to where it was, so that it ends as delivered', async () => {
    const id = await givenUp(store, 1);
    await messages.replay(id, LATER, BY);
    expect((await store.journal.find(keyOf(1)))?.state).to.equal('answered');
    expect(await store.journal.advance(keyOf(1), { state: 'delivered', at: LATER })).to.equal(true);
    expect(await states(1)).to.deep.equal([
      ['received', null],
      ['answered', null],
      ['failed', 'not delivered: connection refused'],
      ['answered', 'delivery replayed by Ada'],
      ['delivered', null],
    ]);
  });

  it('leave a request that failed for another reason as it is', async () => {
    const id = await givenUp(store, 1, { state: 'accepted' });
    await store.journal.advance(keyOf(1), { state: 'failed', at: AT, reason: 'the Device is gone' });
    await messages.replay(id, LATER, BY);
    expect(await states(1)).to.deep.equal([
      ['received', null],
      ['failed', 'the Device is gone'],
      ['failed', 'delivery replayed by Ada'],
    ]);
  });

  it('with a Command of a concluded request are replayed only on demand', async () => {
    for (const channel of ['wan', 's1sp'] as const) {
      const counter = channel === 'wan' ? 1 : 2;
      const id = await givenUp(store, counter, { channel, state: 'answered' });
      expect(await messages.replay(id, LATER, BY)).to.equal('concluded');
      expect(await store.outbox.find(id)).to.include({ state: 'dead' });
      expect(await messages.replay(id, LATER, { ...BY, alsoConcluded: true })).to.equal('replayed');
      expect((await store.journal.find(keyOf(counter)))?.state).to.equal('answered');
    }
    const open = await givenUp(store, 3, { channel: 'wan', state: 'accepted' });
    expect(await messages.replay(open, LATER, BY)).to.equal('replayed');
  });

  it('are replayed all at once, or those of a destination, and those left out are named', async () => {
    const [one, two] = [await givenUp(store, 1), await givenUp(store, 2, { destination: 'http://b/' })];
    const command = await givenUp(store, 3, { channel: 'wan', state: 'answered' });
    expect(await messages.replayDead({ destination: 'http://b/' }, LATER, BY)).to.deep.equal({
      replayed: [two],
      concluded: [],
    });
    expect(await messages.replayDead({}, LATER, BY)).to.deep.equal({ replayed: [one], concluded: [command] });
  });
});
