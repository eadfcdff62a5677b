import { expect } from 'chai';
import { Quarantine } from '../../../src/authorisation/anomaly/index.js';
import { openStore, type Store } from '../../../src/store/index.js';
import { temporaryDatabase } from '../../store/temporary-file.js';
import { BREACH as breach, quarantined, requestId } from './quarantined-request.js';
import { after, METER, START, SUPPLIER } from './sender.js';
import { freshStore, onEachDatabase } from '../../store/each-database.js';

onEachDatabase('Quarantine', () => {
  let store: Store;
  let quarantine: Quarantine;
  beforeEach(async () => {
    store = await freshStore();
    quarantine = new Quarantine(store);
  });
  afterEach(() => store.close());

  const hold = (counter: number): Promise<bigint> => quarantined(store, quarantine, counter);

  it('numbers events in order and gives a request the number it has', async () => {
    expect([await hold(1), await hold(2)]).to.deep.equal([1n, 2n]);
    const again = await quarantine.hold(store.statements, {
      requestId: requestId(1),
      kind: 'service-request',
      breach,
      at: after(1),
    });
    expect(again).to.equal(1n);
    const signed = await quarantine.hold(store.statements, {
      requestId: requestId(1),
      kind: 'signed-pre-command',
      breach,
      at: after(1),
    });
    expect(signed > 2n).to.equal(true);
  });

  it('tells what is known of a request', async () => {
    const eventRef = await hold(7);
    expect(await quarantine.find(eventRef)).to.deep.equal({
      eventRef,
      requestId: requestId(7),
      kind: 'service-request',
      breach: 'dcc-threshold',
      detail: breach.detail,
      at: START,
      state: 'quarantined',
      settledAt: undefined,
      settledBy: undefined,
      reason: undefined,
    });
    expect(await quarantine.find(99n)).to.equal(undefined);
  });

  it('goes with the journal entry: where one is not written, neither is the other', async () => {
    const failing = store.journal.record(
      {
        requestId: requestId(3),
        kind: 'service-request',
        originator: SUPPLIER,
        target: METER,
        commandVariant: 1,
        serviceReferenceVariant: '11.2',
        receivedAt: START,
        request: Buffer.from('<request/>'),
      },
      {
        state: 'quarantined',
        at: START,
        also: async (tx) => {
          await quarantine.hold(tx, { requestId: requestId(3), kind: 'service-request', breach, at: START });
          throw new Error('the disk is full');
        },
      },
    );
    expect(await failing.catch((error: unknown) => (error as Error).message)).to.equal('the disk is full');
    expect(await quarantine.list()).to.deep.equal([]);
  });

  it('is settled once, whichever way', async () => {
    await hold(1);
    await hold(2);
    expect(await quarantine.release(1n, 'operator', after(5))).to.equal(true);
    expect(await quarantine.reject(1n, 'operator', after(6), 'no')).to.equal(false);
    expect(await quarantine.release(1n, 'another', after(6))).to.equal(false);
    expect(await quarantine.reject(2n, 'operator', after(7), 'not ours')).to.equal(true);
    expect(await quarantine.release(2n, 'operator', after(8))).to.equal(false);
    expect(await quarantine.release(3n, 'operator', after(8))).to.equal(false);
    const told = (await quarantine.list()).map(({ state, settledBy, settledAt, reason }) => [
      state,
      settledBy,
      settledAt,
      reason,
    ]);
    expect(told).to.deep.equal([
      ['released', 'operator', after(5), undefined],
      ['rejected', 'operator', after(7), 'not ours'],
    ]);
  });

  it('lists by state', async () => {
    for (const counter of [1, 2, 3]) await hold(counter);
    await quarantine.release(2n, 'operator', START);
    const refs = async (state?: 'quarantined' | 'released' | 'rejected') =>
      (await quarantine.list(state)).map(({ eventRef }) => eventRef);
    expect(await refs()).to.deep.equal([1n, 2n, 3n]);
    expect(await refs('quarantined')).to.deep.equal([1n, 3n]);
    expect(await refs('released')).to.deep.equal([2n]);
    expect(await refs('rejected')).to.deep.equal([]);
  });

  it('tells what is to be carried out until it is done', async () => {
    for (const counter of [1, 2, 3]) await hold(counter);
    await quarantine.reject(3n, 'operator', START);
    await quarantine.release(1n, 'operator', START);
    expect((await quarantine.undone()).map(({ eventRef, state }) => [eventRef, state])).to.deep.equal([
      [1n, 'released'],
      [3n, 'rejected'],
    ]);
    expect(await quarantine.done(1n)).to.equal(true);
    expect(await quarantine.done(1n)).to.equal(false);
    expect(await quarantine.done(2n)).to.equal(false);
    expect((await quarantine.undone()).map(({ eventRef }) => eventRef)).to.deep.equal([3n]);
  });

  it('hands a decision made in another process to the gateway, also after a restart', async () => {
    const { url, remove } = temporaryDatabase();
    try {
      const gateway = await openStore({ url });
      const running = new Quarantine(gateway);
      const eventRef = await quarantined(gateway, running, 1);
      const beside = await openStore({ url });
      await new Quarantine(beside).release(eventRef, 'operator', START);
      await beside.close();
      expect((await running.undone()).map(({ state }) => state)).to.deep.equal(['released']);
      await gateway.close();
      const again = await openStore({ url });
      expect(await new Quarantine(again).undone()).to.have.length(1);
      expect(await quarantined(again, new Quarantine(again), 2)).to.equal(2n);
      await again.close();
    } finally {
      remove();
    }
  });
});
