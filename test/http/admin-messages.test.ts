import { expect } from 'chai';
import express, { type ErrorRequestHandler } from 'express';
import { messageRoutes } from '../../src/http/admin-messages.js';
import { HttpProblem, listen, type ListeningServer } from '../../src/http/index.js';
import { sendProblem } from '../../src/http/problem.js';
import { Messages, openStore, type Store } from '../../src/store/index.js';
import { AT, givenUp, OTHER_USER, USER } from '../store/given-up.js';

const problems: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof HttpProblem) sendProblem(response, error);
  else next(error);
};

const CIRCUIT = { channel: 'user', destination: 'http://a/', failures: 5, probeAt: AT } as const;

describe('administration of messages', () => {
  let store: Store;
  let server: ListeningServer;

  beforeEach(async () => {
    store = await openStore({ url: ':memory:' });
    const app = express();
    const parts = {
      messages: new Messages(store),
      journal: store.journal,
      openCircuits: () => [CIRCUIT],
      clock: () => AT,
    };
    app.use('/admin/v1', messageRoutes(parts), problems);
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
    return [response.status, await response.json()];
  }
  const listed = async (query = ''): Promise<string[]> =>
    ((await ask('GET', `/messages${query}`))[1] as { id: string }[]).map(({ id }) => id);

  it('lists them by state, User and destination', async () => {
    const [own, other] = [await givenUp(store, 1), await givenUp(store, 1, { originator: OTHER_USER })];
    await store.outbox.revive(other, AT);
    expect(await listed()).to.deep.equal([own, other]);
    expect(await listed('?state=dead')).to.deep.equal([own]);
    expect(await listed('?state=pending')).to.deep.equal([other]);
    expect(await listed(`?user=${USER.toLowerCase()}`)).to.deep.equal([own]);
    expect(await listed('?destination=http://nobody/')).to.deep.equal([]);
    expect(await listed('?limit=1')).to.deep.equal([own]);
    for (const query of ['?state=lost', '?user=x', '?limit=0', '?other=1']) {
      expect((await ask('GET', `/messages${query}`))[0], query).to.equal(400);
    }
  });

  it('shows one with the history of its request and the document', async () => {
    const id = await givenUp(store, 1);
    const [status, shown] = await ask('GET', `/messages/${encodeURIComponent(id)}`);
    expect(status).to.equal(200);
    expect(shown).to.include({ id, state: 'dead', document: '<response/>', lastError: 'connection refused' });
    expect((shown as { history: unknown[] }).history).to.have.length(3);
    expect((await ask('GET', '/messages/none'))[0]).to.equal(404);
  });

  it('replays one, or all that was given up', async () => {
    const [one, two] = [await givenUp(store, 1), await givenUp(store, 2)];
    const command = await givenUp(store, 3, { channel: 'wan', state: 'answered' });
    const replay = `/messages/${encodeURIComponent(one)}/replay`;
    expect(await ask('POST', replay, { by: 'Ada' })).to.deep.equal([200, { replayed: [one], concluded: [] }]);
    expect((await ask('POST', replay))[0]).to.equal(409);
    expect((await ask('POST', `/messages/${encodeURIComponent(command)}/replay`))[0]).to.equal(409);
    expect((await ask('POST', '/messages/none/replay'))[0]).to.equal(404);
    expect(await ask('POST', '/messages/replay', { user: USER })).to.deep.equal([
      200,
      { replayed: [two], concluded: [command] },
    ]);
    expect(await ask('POST', '/messages/replay', { alsoConcluded: true })).to.deep.equal([
      200,
      { replayed: [command], concluded: [] },
    ]);
  });

  it('tells the destinations left alone', async () => {
    expect(await ask('GET', '/circuits')).to.deep.equal([200, [{ ...CIRCUIT, probeAt: AT.toISOString() }]]);
  });
});
