import { expect } from 'chai';
import fc from 'fast-check';
import { PeerError } from '../../src/common/errors.js';
import { silentLogger } from '../../src/common/logger.js';
import { OutboxWorker, type OutboxWorkerOptions } from '../../src/delivery/index.js';
import { type Delivery, type NewDelivery, openStore, type Store } from '../../src/store/index.js';

const START = Date.parse('2026-01-05T12:00:00.000Z');

/** Pauses are longer than a test takes, so that only the clock of the test ends them. */
const RETRY = { attempts: 6, delayMs: 60_000, maxDelayMs: 600_000 };

describe('OutboxWorker', () => {
  let store: Store;
  let worker: OutboxWorker;
  let now: number;
  /** Ids in the order they were handed over, or were tried to. */
  let tried: string[];
  let taken: string[];
  let givenUp: string[];
  let down: Set<string>;
  let handOver: (delivery: Delivery) => Promise<void>;

  beforeEach(async () => {
    store = await openStore({ url: ':memory:' });
    [now, tried, taken, givenUp, down] = [START, [], [], [], new Set()];
    handOver = ({ id, destination }) => {
      tried.push(id);
      if (down.has(destination)) return Promise.reject(new PeerError(`${destination} is down`, true));
      taken.push(id);
      return Promise.resolve();
    };
    worker = start();
  });
  afterEach(async () => {
    await worker.stop();
    await store.close();
  });

  function start(more: Partial<OutboxWorkerOptions> = {}): OutboxWorker {
    return new OutboxWorker({
      outbox: store.outbox,
      channel: 'user',
      handOver: (delivery) => handOver(delivery),
      onDelivered: () => Promise.resolve(),
      onGivenUp: ({ id }) => {
        givenUp.push(id);
        return Promise.resolve();
      },
      retry: RETRY,
      circuitFailures: 3,
      clock: () => new Date(now),
      log: silentLogger,
      concurrency: 16,
      perDestination: 4,
      ...more,
    });
  }

  async function enqueue(destination: string, count: number, more: Partial<NewDelivery> = {}): Promise<void> {
    for (let number = 1; number <= count; number++) {
      await store.outbox.enqueue({
        id: `${destination}${number}`,
        channel: 'user',
        destination,
        body: Buffer.from('<response/>'),
        notBefore: new Date(START),
        ...more,
      });
    }
  }

  /** Lets the worker do all there is to do after so many seconds more. */
  async function work(seconds = 0): Promise<void> {
    now += seconds * 1000;
    worker.wake();
    await worker.idle();
  }

  const pending = async (): Promise<number> =>
    (await store.outbox.due('user', new Date(8.64e15), 1000)).length;

  it('hands over what others have to get while a destination is down, however much waits for that one', async () => {
    down.add('a');
    await enqueue('a', 100);
    await enqueue('b', 100);
    await work();
    expect(taken).to.have.length(100);
    expect(taken.every((id) => id.startsWith('b'))).to.equal(true);
    const ofA = tried.filter((id) => id.startsWith('a'));
    expect(ofA).to.deep.equal(['a1', 'a2', 'a3', 'a4']);
    expect(worker.openCircuits().map(({ destination, failures }) => [destination, failures])).to.deep.equal([
      ['a', 4],
    ]);
  });

  it('uses up no attempts of what waits for a destination that is down', async () => {
    down.add('a');
    await enqueue('a', 20);
    for (let round = 0; round < 4; round++) await work(600);
    // Each round after the first is one probe.
    expect(tried).to.have.length(4 + 3);
    for (let number = 5; number <= 20; number++) {
      expect(await store.outbox.find(`a${number}`)).to.include({ attempts: 0, state: 'pending' });
    }
  });

  it('tries a single one after the pause, and all when it gets through', async () => {
    down.add('a');
    await enqueue('a', 20);
    await work();
    tried = [];
    await work(29);
    expect(tried).to.deep.equal([]);
    await work(31);
    expect(tried).to.deep.equal(['a1']);
    down.clear();
    await work(120);
    expect(taken).to.have.length(20);
    expect(taken[0]).to.equal('a1');
    expect(worker.openCircuits()).to.deep.equal([]);
    expect(await pending()).to.equal(0);
  });

  it('sees in a refusal that the destination is there', async () => {
    handOver = ({ id }) => {
      tried.push(id);
      return Promise.reject(new PeerError('answered 400', false));
    };
    await enqueue('a', 10);
    await work();
    expect(givenUp).to.have.length(10);
    expect(worker.openCircuits()).to.deep.equal([]);
    expect(await store.outbox.dead()).to.have.length(10);
  });

  it('gives no destination more than its share while others wait', async () => {
    const slow: (() => void)[] = [];
    handOver = async ({ id, destination }) => {
      tried.push(id);
      if (destination === 'slow') await new Promise<void>((resolve) => slow.push(resolve));
      taken.push(id);
    };
    await enqueue('slow', 50);
    await enqueue('quick', 50);
    worker.wake();
    while (taken.length < 50) await new Promise((resolve) => setImmediate(resolve));
    expect(taken.every((id) => id.startsWith('quick'))).to.equal(true);
    expect(slow).to.have.length(4);
    const ending = setInterval(() => slow.splice(0).forEach((end) => end()), 0);
    await work();
    clearInterval(ending);
    expect(taken).to.have.length(100);
    expect(new Set(tried).size).to.equal(tried.length);
  });

  it('keeps the order of each Device through failures and pauses', async () => {
    down.add('a');
    await enqueue('a', 5, { device: 'd' });
    await enqueue('b', 5, { device: 'e' });
    for (let round = 0; round < 4; round++) await work(600);
    expect(taken).to.deep.equal(['b1', 'b2', 'b3', 'b4', 'b5']);
    down.clear();
    for (let round = 0; round < 6; round++) await work(600);
    expect(taken.slice(5)).to.deep.equal(['a1', 'a2', 'a3', 'a4', 'a5']);
  });

  it('keeps what reached its limit as dead, and hands it over when it is revived', async () => {
    down.add('a');
    await enqueue('a', 1);
    for (let round = 0; round < 6; round++) await work(600);
    expect(givenUp).to.deep.equal(['a1']);
    expect(await store.outbox.find('a1')).to.include({ state: 'dead', attempts: 6, lastError: 'a is down' });
    down.clear();
    await store.outbox.revive('a1', new Date(now));
    await work(600);
    expect(taken).to.deep.equal(['a1']);
    expect(await store.outbox.find('a1')).to.include({ state: 'delivered' });
  });

  it('does not hand over again what the store could not write down as delivered', async () => {
    let failures = 2;
    let settled = false;
    const { outbox } = store;
    worker = start({
      retry: { ...RETRY, delayMs: 1 },
      outbox: {
        due: (...asked) => outbox.due(...asked),
        nextDue: (...asked) => outbox.nextDue(...asked),
        failed: (...asked) => outbox.failed(...asked),
        delivered: async (id, at) => {
          if (failures-- > 0) throw new Error('database or disk is full');
          settled = await outbox.delivered(id, at);
          return settled;
        },
      },
    });
    await enqueue('a', 1);
    worker.wake();
    while (!settled) await new Promise((resolve) => setImmediate(resolve));
    await worker.idle();
    expect(taken).to.deep.equal(['a1']);
    expect(await store.outbox.find('a1')).to.include({ state: 'delivered' });
  });

  it('hands everything over once in the end, whichever destinations come and go, in order per Device', async () => {
    const round = fc.record({
      toggled: fc.constantFrom('a', 'b', 'c'),
      seconds: fc.integer({ min: 0, max: 900 }),
      more: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('d', 'e', undefined)), {
        maxLength: 8,
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 8 }), async (rounds) => {
        await worker.stop();
        await store.close();
        store = await openStore({ url: ':memory:' });
        [now, tried, taken, down] = [START, [], [], new Set()];
        worker = start({ retry: { ...RETRY, attempts: 1000 } });
        const expected: string[] = [];
        const devices = new Map<string, string>();
        for (const { toggled, seconds, more } of rounds) {
          if (!down.delete(toggled)) down.add(toggled);
          for (const [destination, device] of more) {
            const id = String(expected.length);
            expected.push(id);
            if (device !== undefined) devices.set(id, device);
            await store.outbox.enqueue({
              id,
              channel: 'user',
              destination,
              body: Buffer.alloc(0),
              notBefore: new Date(now),
              ...(device !== undefined && { device }),
            });
          }
          await work(seconds);
        }
        down.clear();
        for (let more = 0; more < 40 && taken.length < expected.length; more++) await work(600);
        expect([...taken].sort()).to.deep.equal([...expected].sort());
        for (const device of ['d', 'e']) {
          const ofDevice = taken.filter((id) => devices.get(id) === device).map(Number);
          expect(ofDevice).to.deep.equal([...ofDevice].sort((one, other) => one - other));
        }
      }),
      { numRuns: 25 },
    );
  });
});
