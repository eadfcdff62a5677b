import Sqlite from 'better-sqlite3';
import { expect } from 'chai';
import fc from 'fast-check';
import { sql } from 'kysely';
import {
  type JournalKey,
  type NewJournalEntry,
  openStore,
  requestKindOf,
  type Store,
} from '../../src/store/index.js';
import { freshDatabase, freshStore, onEachDatabase } from './each-database.js';

const USER = '90-B3-D5-1F-30-01-00-00';
const DEVICE = '00-DB-12-34-56-78-90-A4';
const AT = new Date('2026-01-05T12:00:00.000Z');
const later = (ms: number): Date => new Date(AT.getTime() + ms);

function entry(counter: number, more: Partial<NewJournalEntry> = {}): NewJournalEntry {
  return {
    requestId: `${USER}:${DEVICE}:${counter}`,
    kind: 'service-request',
    originator: USER,
    target: DEVICE,
    commandVariant: 1,
    serviceReferenceVariant: '11.2',
    receivedAt: AT,
    request: Buffer.from(`<request>${counter}</request>`),
    ...more,
  };
}

onEachDatabase('Journal', (kind) => {
  let store: Store;
  beforeEach(async () => (store = await freshStore()));
  afterEach(() => store.close());

  it('knows the two kinds of message that may bear one RequestID', () => {
    expect([1, 2, 3, 4, 8].map(requestKindOf)).to.deep.equal(Array(5).fill('service-request'));
    expect([5, 6, 7].map(requestKindOf)).to.deep.equal(Array(3).fill('signed-pre-command'));
  });

  it('gives back what was recorded', async () => {
    expect(await store.journal.record(entry(1))).to.deep.equal({ outcome: 'new' });
    expect(await store.journal.find(entry(1))).to.deep.equal({
      ...entry(1),
      preceding: null,
      scheduleId: null,
      state: 'received',
      stateSince: AT,
      route: null,
      command: null,
      commandCounter: null,
      response: null,
      responseCode: null,
    });
    expect(await store.journal.find(entry(2))).to.equal(undefined);
  });

  it('keeps notes that leave the state as it is', async () => {
    await store.journal.record(entry(1));
    await store.journal.note(entry(1), later(5), 'another message came under its RequestID');
    await store.journal.note(entry(2), later(5), 'of no message');
    expect((await store.journal.find(entry(1)))?.state).to.equal('received');
    expect(await store.journal.history(entry(1))).to.deep.equal([
      { state: 'received', at: AT, reason: null },
      { state: 'received', at: later(5), reason: 'another message came under its RequestID' },
    ]);
    expect(await store.journal.history(entry(2))).to.deep.equal([]);
  });

  describe('on a repeated RequestID', () => {
    it('tells the earlier message and its answer', async () => {
      await store.journal.record(entry(1));
      const response = Buffer.from('<answer/>');
      await store.journal.advance(entry(1), {
        state: 'accepted',
        at: later(1),
        response,
        responseCode: 'I99',
      });
      const again = await store.journal.record(entry(1, { receivedAt: later(2) }));
      expect(again).to.deep.include({ outcome: 'repeat', identical: true });
      expect(again.outcome === 'repeat' && again.earlier).to.deep.include({
        receivedAt: AT,
        state: 'accepted',
        response,
        responseCode: 'I99',
      });
    });

    it('tells a message with other bytes from the same one', async () => {
      await store.journal.record(entry(1));
      const other = await store.journal.record(entry(1, { request: Buffer.from('<other/>') }));
      expect(other).to.include({ outcome: 'repeat', identical: false });
      expect((await store.journal.find(entry(1)))?.request).to.deep.equal(entry(1).request);
    });

    it('takes a Signed Pre-Command with the RequestID of its Pre-Command, once', async () => {
      await store.journal.record(entry(1, { commandVariant: 4 }));
      const signed = entry(1, { kind: 'signed-pre-command', commandVariant: 5 });
      expect((await store.journal.record(signed)).outcome).to.equal('new');
      expect((await store.journal.record(signed)).outcome).to.equal('repeat');
    });

    it('lets one of many at once through', async () => {
      const outcomes = await Promise.all(Array.from({ length: 200 }, () => store.journal.record(entry(7))));
      expect(outcomes.filter(({ outcome }) => outcome === 'new')).to.have.length(1);
    });

    it('lets each of many RequestIDs through once, however they are mixed', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 60 }), async (counters) => {
          const fresh = await freshStore();
          try {
            const recorded = await Promise.all(
              counters.map((counter) => fresh.journal.record(entry(counter))),
            );
            const first = counters.map((counter, index) => counters.indexOf(counter) === index);
            expect(recorded.map(({ outcome }) => outcome === 'new')).to.deep.equal(first);
          } finally {
            await fresh.close();
          }
        }),
        { numRuns: kind === 'sqlite' ? 20 : 4 },
      );
    });
  });

  describe('durability', () => {
    it('shows each message to another connection as soon as its promise resolves', async () => {
      const { url, remove } = await freshDatabase();
      const file = await openStore({ url });
      const witness = await openStore({ url });
      try {
        await Promise.all(
          Array.from({ length: 300 }, async (_, counter) => {
            await file.journal.record(entry(counter));
            expect(await witness.journal.find(entry(counter)), String(counter)).to.not.equal(undefined);
          }),
        );
      } finally {
        await witness.close();
        await file.close();
        remove();
      }
    });

    it('keeps everything when the file is opened again', async () => {
      const { url, remove } = await freshDatabase();
      try {
        const before = await openStore({ url });
        await Promise.all(Array.from({ length: 50 }, (_, counter) => before.journal.record(entry(counter))));
        await before.journal.advance(entry(3), {
          state: 'accepted',
          at: later(1),
          route: 'gbcs',
          command: Buffer.from([1, 2]),
          commandCounter: 2n ** 64n - 1n,
        });
        // No close: what a killed process leaves behind.
        const after = await openStore({ url });
        expect(await after.journal.unfinished()).to.have.length(50);
        expect(await after.journal.find(entry(3))).to.deep.include({
          state: 'accepted',
          route: 'gbcs',
          command: Buffer.from([1, 2]),
          commandCounter: 2n ** 64n - 1n,
        });
        expect(await after.journal.highestCommandCounter()).to.equal(2n ** 64n - 1n);
        await after.close();
        await before.close();
      } finally {
        remove();
      }
    });

    const inFewTransactions = 'writes concurrent messages in far fewer transactions than messages';
    if (kind === 'postgres') {
      it(inFewTransactions, async () => {
        await Promise.all(Array.from({ length: 256 }, (_, counter) => store.journal.record(entry(counter))));
        // A row knows the transaction that wrote it.
        const { rows } = await sql<{ n: number }>`
          select count(distinct xmin::text) as n from service_requests`.execute(store.db);
        expect(rows[0]?.n).to.be.within(1, 8);
      });
    } else {
      it(inFewTransactions, async () => {
        const { url, remove } = await freshDatabase();
        const file = await openStore({ url });
        const witness = new Sqlite(url, { readonly: true });
        try {
          let versions = 0;
          let last = witness.pragma('data_version', { simple: true });
          await Promise.all(
            Array.from({ length: 256 }, async (_, counter) => {
              await file.journal.record(entry(counter));
              const now = witness.pragma('data_version', { simple: true });
              if (now !== last) versions++;
              last = now;
            }),
          );
          expect(versions).to.be.within(1, 8);
        } finally {
          witness.close();
          await file.close();
          remove();
        }
      });
    }

    it('does not let a bad write harm those that share its transaction', async () => {
      const bad = entry(2, { requestId: null as unknown as string });
      const results = await Promise.allSettled([
        store.journal.record(entry(1)),
        store.journal.record(bad),
        store.journal.record(entry(3)),
      ]);
      expect(results.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
      expect((await store.journal.unfinished()).map(({ requestId }) => requestId)).to.deep.equal([
        entry(1).requestId,
        entry(3).requestId,
      ]);
    });

    it('commits what was asked for before it closes', async () => {
      const { url, remove } = await freshDatabase();
      try {
        const file = await openStore({ url });
        const recording = file.journal.record(entry(1));
        await file.close();
        await recording;
        const again = await openStore({ url });
        expect(await again.journal.find(entry(1))).to.not.equal(undefined);
        await again.close();
      } finally {
        remove();
      }
    });
  });

  describe('progress', () => {
    beforeEach(() => store.journal.record(entry(1)));
    const key: JournalKey = entry(1);

    it('is kept with times and reasons', async () => {
      await store.journal.advance(key, { state: 'accepted', at: later(1), route: 's1sp' });
      await store.journal.advance(key, { state: 'dispatched', at: later(2) });
      await store.journal.advance(key, {
        state: 'failed',
        at: later(3),
        reason: 'no answer',
        responseCode: 'E21',
      });
      expect(await store.journal.history(key)).to.deep.equal([
        { state: 'received', at: AT, reason: null },
        { state: 'accepted', at: later(1), reason: null },
        { state: 'dispatched', at: later(2), reason: null },
        { state: 'failed', at: later(3), reason: 'no answer' },
      ]);
      expect(await store.journal.find(key)).to.deep.include({
        state: 'failed',
        stateSince: later(3),
        route: 's1sp',
      });
    });

    it('is made once: the second of two answers changes nothing', async () => {
      await store.journal.advance(key, { state: 'dispatched', at: later(1) });
      const answers = await Promise.all([
        store.journal.advance(key, { state: 'answered', at: later(2) }),
        store.journal.advance(key, { state: 'answered', at: later(3) }),
      ]);
      expect(answers).to.deep.equal([true, false]);
      expect(await store.journal.history(key)).to.have.length(3);
    });

    it('does not go back from an outcome', async () => {
      expect(await store.journal.advance(key, { state: 'failed', at: later(1) })).to.equal(true);
      for (const state of ['accepted', 'dispatched', 'answered', 'delivered', 'failed'] as const) {
        expect(await store.journal.advance(key, { state, at: later(2) }), state).to.equal(false);
      }
    });

    it('keeps the door that was chosen first', async () => {
      await store.journal.advance(key, {
        state: 'accepted',
        at: later(1),
        route: 'gbcs',
        response: Buffer.from('a'),
      });
      await store.journal.advance(key, {
        state: 'dispatched',
        at: later(2),
        route: 's1sp',
        response: Buffer.from('b'),
      });
      expect(await store.journal.find(key)).to.deep.include({ route: 'gbcs', response: Buffer.from('a') });
    });

    it('of an unknown message changes nothing', async () => {
      expect(await store.journal.advance(entry(9), { state: 'accepted', at: AT })).to.equal(false);
      expect(await store.journal.history(entry(9))).to.deep.equal([]);
    });

    it('is found by Device and counter of its Command', async () => {
      await store.journal.advance(key, { state: 'accepted', at: later(1), commandCounter: 1767614400000n });
      expect((await store.journal.findByCommandCounter(DEVICE, 1767614400000n))?.requestId).to.equal(
        key.requestId,
      );
      expect(await store.journal.findByCommandCounter(DEVICE, 1767614400001n)).to.equal(undefined);
      expect(await store.journal.findByCommandCounter(USER, 1767614400000n)).to.equal(undefined);
    });

    it('leaves unfinished what has no outcome, oldest first', async () => {
      await store.journal.record(entry(0, { receivedAt: later(-5), state: 'accepted', route: 'gbcs' }));
      await store.journal.record(entry(2, { receivedAt: later(5) }));
      await store.journal.advance(entry(2), { state: 'delivered', at: later(6), responseCode: 'I0' });
      const ids = (await store.journal.unfinished()).map(({ requestId, state }) => `${requestId} ${state}`);
      expect(ids).to.deep.equal([`${entry(0).requestId} accepted`, `${entry(1).requestId} received`]);
    });

    it('and its delivery are written together or not at all', async () => {
      const delivery = (id: string) => ({
        id,
        channel: 'user' as const,
        destination: 'http://localhost/',
        body: Buffer.from('x'),
        notBefore: AT,
        request: key,
      });
      expect(
        await store.journal.advance(key, { state: 'answered', at: AT, deliveries: [delivery('a')] }),
      ).to.equal(true);
      expect(
        await store.journal.advance(key, { state: 'answered', at: AT, deliveries: [delivery('b')] }),
      ).to.equal(false);
      expect((await store.outbox.due('user', AT, 10)).map(({ id }) => id)).to.deep.equal(['a']);
    });
  });

  it('has 0 as the highest counter while there is no Command', async () => {
    expect(await store.journal.highestCommandCounter()).to.equal(0n);
  });
});
