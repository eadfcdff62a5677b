import { expect } from 'chai';
import express, { type ErrorRequestHandler } from 'express';
import { AnomalyDetection, Quarantine } from '../../src/authorisation/index.js';
import { silentLogger } from '../../src/common/logger.js';
import { quarantineRoutes } from '../../src/http/admin-quarantine.js';
import { HttpProblem, listen, type ListeningServer } from '../../src/http/index.js';
import { sendProblem } from '../../src/http/problem.js';
import { openStore, type Store } from '../../src/store/index.js';
import { quarantined, requestId } from '../authorisation/anomaly/quarantined-request.js';
import { after as later, Sender, START, SUPPLIER, unreadable } from '../authorisation/anomaly/sender.js';

const problems: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof HttpProblem) sendProblem(response, error);
  else next(error);
};

describe('administration of the quarantine', () => {
  let store: Store;
  let quarantine: Quarantine;
  let detection: AnomalyDetection;
  let server: ListeningServer;

  beforeEach(async () => {
    store = await openStore({ url: ':memory:' });
    quarantine = new Quarantine(store);
    detection = new AnomalyDetection({ store, reader: unreadable, log: silentLogger });
    const app = express();
    const parts = { quarantine, detection, journal: store.journal, clock: () => later(7) };
    app.use('/admin/v1', quarantineRoutes(parts), problems);
    server = await listen(app, { host: '127.0.0.1', port: 0, bodyTimeoutMs: 1000 });
  });
  afterEach(async () => {
    await server.stop(1000);
    await store.close();
  });

  async function ask(method: string, path: string, body?: unknown): Promise<[number, unknown]> {
    const response = await fetch(`${server.url}/admin/v1${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    const text = await response.text();
    return [response.status, text === '' ? undefined : (JSON.parse(text) as unknown)];
  }

  it('lists requests, of one state or all, and shows one with its history and message', async () => {
    await quarantined(store, quarantine, 1);
    await quarantined(store, quarantine, 2);
    await quarantine.release(2n, 'somebody', START);
    const [status, all] = await ask('GET', '/quarantine');
    expect(status).to.equal(200);
    expect(all).to.have.length(2);
    const [, [waiting]] = (await ask('GET', '/quarantine?state=quarantined')) as [number, [unknown]];
    const one = {
      eventRef: '1',
      requestId: requestId(1),
      kind: 'service-request',
      breach: 'dcc-threshold',
      detail: 'threshold 1: more than 2 requests in 60 seconds',
      at: START.toISOString(),
      state: 'quarantined',
    };
    expect(waiting).to.deep.equal(one);
    const [, shown] = (await ask('GET', '/quarantine/1')) as [number, { history: unknown[] }];
    expect(shown).to.deep.include({ ...one, request: '<request/>' });
    expect(shown.history).to.have.length(2);
  });

  it('releases and rejects once', async () => {
    await quarantined(store, quarantine, 1);
    await quarantined(store, quarantine, 2);
    const [status, released] = await ask('POST', '/quarantine/1/release');
    expect(status).to.equal(200);
    expect(released).to.include({
      state: 'released',
      settledBy: 'administration',
      settledAt: later(7).toISOString(),
    });
    const [, rejected] = await ask('POST', '/quarantine/2/reject', { by: 'Ada', reason: 'a test' });
    expect(rejected).to.include({ state: 'rejected', settledBy: 'Ada', reason: 'a test' });
    const [conflict, problem] = await ask('POST', '/quarantine/2/release');
    expect(conflict).to.equal(409);
    expect(problem).to.include({ detail: 'Request 2 was rejected by Ada before.' });
  });

  it('sets, lists and removes thresholds, which hold at once', async () => {
    const threshold = { setter: 'User', user: SUPPLIER, variant: '11.2', maximum: 0, windowMs: 1000 };
    const [status, set] = await ask('POST', '/thresholds', threshold);
    expect([status, set]).to.deep.equal([200, { ...threshold, id: 1 }]);
    expect((await ask('GET', '/thresholds'))[1]).to.deep.equal([{ ...threshold, id: 1 }]);
    const request = new Sender(store).request({});
    expect((await detection.check(request, START))?.kind).to.equal('user-threshold');
    expect((await ask('DELETE', '/thresholds/1'))[0]).to.equal(204);
    expect(await detection.check(request, START)).to.equal(undefined);
    expect((await ask('DELETE', '/thresholds/1'))[0]).to.equal(404);
  });

  it('sets, lists and removes limits', async () => {
    const limit = { variant: '1.5', path: 'CreditMode.AdjustMeterBalance', minimum: -5, maximum: '500' };
    const kept = { ...limit, minimum: '-5', id: 1 };
    expect(await ask('POST', '/limits', limit)).to.deep.equal([200, kept]);
    expect(await ask('GET', '/limits')).to.deep.equal([200, [kept]]);
    expect((await ask('DELETE', '/limits/1'))[0]).to.equal(204);
    expect((await ask('DELETE', '/limits/1'))[0]).to.equal(404);
  });

  for (const [what, method, path, body, status, detail] of [
    ['an unknown request', 'GET', '/quarantine/9', undefined, 404, /no request '9'/],
    ['a reference that is none', 'POST', '/quarantine/x/release', undefined, 404, /no request 'x'/],
    ['an unknown state', 'GET', '/quarantine?state=lost', undefined, 400, /quarantined/],
    ['an unknown decision', 'POST', '/quarantine/1/forget', undefined, 404, /no 'forget'/],
    ['a threshold without a maximum', 'POST', '/thresholds', { windowMs: 1 }, 400, /'maximum'/],
    ['an unknown member', 'POST', '/thresholds', { maximum: 1, windowMs: 1, x: 1 }, 400, /x/],
    ['a window of nothing', 'POST', '/thresholds', { maximum: 1, windowMs: 0 }, 400, /window/],
    ['a User that is none', 'POST', '/thresholds', { maximum: 1, windowMs: 1, user: 'x' }, 400, /EUI-64/],
    ['no body', 'POST', '/limits', undefined, 400, /request/i],
    ['an unknown path', 'POST', '/limits', { variant: '1.5', path: 'x', maximum: 1 }, 400, /has no 'x'/],
    ['an id that is none', 'DELETE', '/limits/x', undefined, 400, /whole number/],
  ] as const) {
    it(`answers ${what} with ${status} and a sentence`, async () => {
      const [found, problem] = await ask(method, path, body);
      expect(found).to.equal(status);
      expect((problem as { detail: string }).detail).to.match(detail);
    });
  }
});
