import { expect } from 'chai';
import fc from 'fast-check';
import type { NewAnomalyThreshold } from '../../../src/authorisation/anomaly/index.js';
import { type Logger, silentLogger } from '../../../src/common/logger.js';
import { openStore, type Statement, type Store } from '../../../src/store/index.js';
import { temporaryDatabase } from '../../store/temporary-file.js';
import {
  after,
  HOUR,
  METER,
  MINUTE,
  OTHER_SUPPLIER,
  SECOND,
  Sender,
  START,
  SUPPLIER,
  unreadable,
} from './sender.js';
import { freshStore, onEachDatabase } from '../../store/each-database.js';

const ofDcc = (more: Partial<NewAnomalyThreshold> = {}): NewAnomalyThreshold => ({
  setter: 'DCC',
  user: undefined,
  variant: undefined,
  maximum: 2,
  windowMs: HOUR,
  ...more,
});

onEachDatabase('anomaly thresholds', (kind) => {
  let store: Store;
  let sender: Sender;
  beforeEach(async () => {
    store = await freshStore();
    sender = new Sender(store);
  });
  afterEach(() => store.close());

  const set = async (...thresholds: NewAnomalyThreshold[]): Promise<void> => {
    for (const threshold of thresholds) await sender.detection.thresholds.set(threshold);
    await sender.detection.refresh();
  };

  it('let everything pass and ask the store nothing where there are none', async () => {
    await sender.detection.refresh();
    const request = sender.request({});
    await store.close();
    expect(await sender.detection.check(request, START)).to.equal(undefined);
    store = await freshStore();
  });

  it('quarantine what goes beyond the maximum until the window has moved on', async () => {
    await set(ofDcc());
    expect(await sender.send(START)).to.equal(undefined);
    expect(await sender.send(after(MINUTE))).to.equal(undefined);
    expect(await sender.send(after(2 * MINUTE))).to.equal('dcc-threshold');
    // Only the quarantined one and the one a minute in are left.
    expect(await sender.send(after(HOUR - 1))).to.equal('dcc-threshold');
    expect(await sender.send(after(HOUR + 3 * MINUTE))).to.equal(undefined);
  });

  it('leave a request out of the window exactly one window later', async () => {
    await set(ofDcc({ maximum: 1 }));
    await sender.send(START);
    expect(await sender.send(after(HOUR))).to.equal(undefined);
    expect(await sender.send(after(2 * HOUR - 1))).to.equal('dcc-threshold');
  });

  it('count quarantined requests', async () => {
    await set(ofDcc({ maximum: 1 }));
    await sender.send(START);
    expect(await sender.send(after(50 * MINUTE))).to.equal('dcc-threshold');
    expect(await sender.send(after(HOUR + MINUTE))).to.equal('dcc-threshold');
  });

  it('do not count requests that were refused', async () => {
    await set(ofDcc());
    for (const responseCode of ['E19', 'E5', 'E120201']) await sender.send(START, { responseCode });
    expect(await sender.send(START)).to.equal(undefined);
    expect(await sender.send(START, { responseCode: 'W110401' })).to.equal(undefined);
    expect(await sender.send(START)).to.equal('dcc-threshold');
  });

  it('tell that the User set it, first where both are breached', async () => {
    await set(ofDcc({ maximum: 1 }), ofDcc({ setter: 'User', user: SUPPLIER, maximum: 1 }));
    await sender.send(START);
    expect(await sender.send(START)).to.equal('user-threshold');
    await sender.send(START, { user: OTHER_SUPPLIER });
    expect(await sender.send(START, { user: OTHER_SUPPLIER })).to.equal('dcc-threshold');
  });

  it('count each User by itself', async () => {
    await set(ofDcc({ maximum: 1 }));
    expect(await sender.send(START)).to.equal(undefined);
    expect(await sender.send(START, { user: OTHER_SUPPLIER })).to.equal(undefined);
    expect(await sender.send(START)).to.equal('dcc-threshold');
  });

  it('hold for the User named and for no other', async () => {
    await set(ofDcc({ user: OTHER_SUPPLIER, maximum: 0 }));
    expect(await sender.send(START)).to.equal(undefined);
    expect(await sender.send(START, { user: OTHER_SUPPLIER })).to.equal('dcc-threshold');
  });

  it('count the variant named, or all together', async () => {
    await set(ofDcc({ variant: '11.2', maximum: 1 }), ofDcc({ maximum: 3 }));
    expect(await sender.send(START, { variant: '7.4' })).to.equal(undefined);
    expect(await sender.send(START, { variant: '11.2' })).to.equal(undefined);
    expect(await sender.send(START, { variant: '7.4' })).to.equal(undefined);
    expect(await sender.send(START, { variant: '7.4' })).to.equal('dcc-threshold');
  });

  it('look at Command Variants that send, once for each critical request', async () => {
    await set(ofDcc({ maximum: 1 }));
    for (const commandVariant of [2, 4, 6, 8] as const) {
      expect(await sender.send(START, { commandVariant, counter: commandVariant })).to.equal(undefined);
    }
    // The Signed Pre-Command of the request for a Pre-Command above.
    expect(await sender.send(START, { commandVariant: 5, counter: 4 })).to.equal(undefined);
    for (const commandVariant of [1, 3, 5, 7] as const) {
      expect(await sender.send(START, { commandVariant })).to.equal('dcc-threshold');
    }
  });

  it('do not count runs of schedules, which the DCC sends', async () => {
    await set(ofDcc({ maximum: 1 }));
    await store.journal.record({
      requestId: `${SUPPLIER}:${METER}:9000000`,
      kind: 'scheduled-run',
      originator: SUPPLIER,
      target: METER,
      commandVariant: 1,
      serviceReferenceVariant: '11.2',
      receivedAt: START,
      request: Buffer.from('<request/>'),
    });
    expect(await sender.send(START)).to.equal(undefined);
  });

  it('count requests that came at once and are not written down yet', async () => {
    await set(ofDcc({ maximum: 3 }));
    const sent = await Promise.all(Array.from({ length: 6 }, () => sender.send(START)));
    expect(sent.filter((kind) => kind === 'dcc-threshold')).to.have.length(3);
    expect(sent.slice(0, 3)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('count a request that failed before it was written down once when it comes again', async () => {
    await set(ofDcc());
    await sender.detection.check(sender.request({ counter: 777_777 }), START);
    expect(await sender.send(START, { counter: 777_777 })).to.equal(undefined);
    expect(await sender.send(START)).to.equal(undefined);
    expect(await sender.send(START)).to.equal('dcc-threshold');
  });

  it('take in a change at the next refresh', async () => {
    await set(ofDcc({ maximum: 1 }));
    await sender.send(START);
    const [threshold] = await sender.detection.thresholds.list();
    await sender.detection.thresholds.set(ofDcc({ maximum: 2 }));
    expect(await sender.send(START)).to.equal('dcc-threshold');
    await set(ofDcc({ maximum: 10 }));
    expect(await sender.send(START)).to.equal(undefined);
    expect(await sender.detection.thresholds.list()).to.deep.equal([
      { ...ofDcc({ maximum: 10 }), id: threshold?.id, warning: undefined },
    ]);
    await set(ofDcc({ maximum: 0 }));
    expect(await sender.send(START)).to.equal('dcc-threshold');
    expect(await sender.detection.thresholds.remove(threshold?.id ?? 0)).to.equal(true);
    expect(await sender.detection.thresholds.remove(threshold?.id ?? 0)).to.equal(false);
    await set();
    expect(await sender.send(START)).to.equal(undefined);
  });

  it('log from the warning on, and quarantine at the maximum all the same', async () => {
    const lines: unknown[] = [];
    const log: Logger = { ...silentLogger, warn: (_message, facts) => lines.push(facts?.['count']) };
    sender = new Sender(store, unreadable, log);
    await set(ofDcc({ maximum: 4, warning: 3 }));
    for (let sent = 0; sent < 4; sent++) expect(await sender.send(START)).to.equal(undefined);
    expect(lines).to.deep.equal([3]);
    expect(await sender.send(START)).to.equal('dcc-threshold');
  });

  it('go on counting after a restart', async () => {
    const { url, remove } = temporaryDatabase();
    try {
      let file = await openStore({ url });
      const first = new Sender(file);
      await first.detection.thresholds.set(ofDcc());
      await first.detection.refresh();
      await first.send(START);
      await first.send(START);
      await file.close();
      file = await openStore({ url });
      const second = new Sender(file);
      await second.detection.refresh();
      expect(await second.send(after(MINUTE))).to.equal('dcc-threshold');
      await file.close();
    } finally {
      remove();
    }
  });

  it('count in an index that holds all they ask for', async function () {
    // How a query is carried out is told by SQLite alone in these words.
    if (kind !== 'sqlite') return this.skip();
    const plans: string[] = [];
    const statements = store.statements;
    const spied: Store = {
      ...store,
      statements: {
        all: (query, args) => statements.all(query, args),
        run: (query, args) => statements.run(query, args),
        first: async (query, args) => {
          const explained: Statement<typeof args, { detail: string }> = {
            sql: `explain query plan ${query.sql}`,
            bind: (given) => query.bind(given),
          };
          const plan = await statements.all(explained, args);
          plans.push(plan.map(({ detail }) => detail).join('\n'));
          return statements.first(query, args);
        },
      },
    };
    sender = new Sender(spied);
    await set(ofDcc(), ofDcc({ variant: '11.2' }));
    await sender.send(START);
    expect(plans).to.have.length(2);
    for (const plan of plans) {
      expect(plan).to.match(
        /service_requests USING COVERING INDEX service_requests_sent \(originator=\? AND received_at>\?/,
      );
      expect(plan).to.match(/service_requests USING .*\(request_id=\? AND kind=\?\)/);
    }
  });

  for (const [what, bad, reason] of [
    ['a User threshold of nobody', { setter: 'User' }, /whose/],
    ['an unknown variant', { variant: '99.1' }, /no Service Reference Variant 99\.1/],
    ['a maximum below 0', { maximum: -1 }, /number of requests/],
    ['a warning above the maximum', { warning: 3 }, /from 1 to the maximum/],
    ['no window', { windowMs: 0 }, /1 millisecond/],
    ['a window over 31 days', { windowMs: 32 * 24 * HOUR }, /31 days/],
  ] as const) {
    it(`refuse ${what}`, async () => {
      const error: unknown = await sender.detection.thresholds
        .set(ofDcc(bad))
        .catch((problem: unknown) => problem);
      expect((error as Error).message).to.match(reason);
      expect(await sender.detection.thresholds.list()).to.deep.equal([]);
    });
  }

  it('find what a naive count finds, whatever is sent when', async () => {
    const thresholds = [
      ofDcc({ setter: 'User', user: SUPPLIER, maximum: 3, windowMs: 10 * SECOND }),
      ofDcc({ maximum: 5, windowMs: 25 * SECOND }),
      ofDcc({ variant: '7.4', maximum: 2, windowMs: 60 * SECOND, warning: 1 }),
    ];
    const step = fc.record({
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 * SECOND })),
      together: fc.integer({ min: 1, max: 4 }),
      user: fc.constantFrom(SUPPLIER, OTHER_SUPPLIER),
      variant: fc.constantFrom('11.2', '7.4'),
      commandVariant: fc.constantFrom(1 as const, 3 as const, 4 as const, 5 as const),
      responseCode: fc.constantFrom('I99', 'I0', 'E19'),
      refresh: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const fresh = await freshStore();
        try {
          sender = new Sender(fresh);
          await set(...thresholds);
          const counted: { user: string; variant: string; at: number }[] = [];
          let now = 0;
          for (const { waitMs, together, refresh, ...sent } of steps) {
            now += waitMs;
            // A refused one is not counted once it is written down; until then nobody knows.
            const atOnce = sent.responseCode === 'E19' ? 1 : together;
            const expected: (string | undefined)[] = [];
            for (let one = 0; one < atOnce; one++) {
              if (sent.commandVariant === 4) {
                expected.push(undefined);
                continue;
              }
              const breached = thresholds.find(
                ({ user, variant, maximum, windowMs }) =>
                  (user ?? sent.user) === sent.user &&
                  (variant ?? sent.variant) === sent.variant &&
                  maximum <
                    1 +
                      counted.filter(
                        (earlier) =>
                          earlier.user === sent.user &&
                          (variant ?? earlier.variant) === earlier.variant &&
                          earlier.at > now - windowMs,
                      ).length,
              );
              expected.push(breached && (breached.setter === 'User' ? 'user-threshold' : 'dcc-threshold'));
              if (breached !== undefined || sent.responseCode !== 'E19') {
                counted.push({ user: sent.user, variant: sent.variant, at: now });
              }
            }
            const found = await Promise.all(expected.map(() => sender.send(after(now), sent)));
            expect(found).to.deep.equal(expected);
            if (refresh) await sender.detection.refresh();
          }
        } finally {
          await fresh.close();
        }
      }),
      { numRuns: kind === 'sqlite' ? 60 : 6 },
    );
  });
});
