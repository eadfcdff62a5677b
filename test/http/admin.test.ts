import { expect } from 'chai';
import { request as httpRequest } from 'node:http';
import { AnomalyDetection, Quarantine, Registrations, UserDirectory } from '../../src/authorisation/index.js';
import { silentLogger } from '../../src/common/logger.js';
import { type AdminParts, createAdminApp, listen, type ListeningServer } from '../../src/http/index.js';
import { Messages, openStore, type Store } from '../../src/store/index.js';
import { unreadable } from '../authorisation/anomaly/sender.js';
import { date, FIRST, SECOND } from '../authorisation/users/users-fixture.js';

const MPAN = '1312345678111';
const TOKEN = 'a token of the operator';
const NOW = date('2026-06-01');

describe('admin API', () => {
  let store: Store;
  let parts: AdminParts;
  let server: ListeningServer;

  beforeEach(async () => {
    store = await openStore({ url: ':memory:' });
    parts = {
      users: new UserDirectory(store),
      registrations: new Registrations(store),
      quarantine: new Quarantine(store),
      detection: new AnomalyDetection({ store, reader: unreadable, log: silentLogger }),
      journal: store.journal,
      messages: new Messages(store),
      openCircuits: () => [],
      clock: () => NOW,
      log: silentLogger,
    };
    server = await serve(parts);
  });
  afterEach(async () => {
    await server.stop(1000);
    await store.close();
  });

  const serve = (given: AdminParts) =>
    listen(createAdminApp(given), { host: '127.0.0.1', port: 0, bodyTimeoutMs: 1000 });

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${server.url}/admin/v1${path}`, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 400) {
      expect(response.headers.get('content-type')).to.contain('application/problem+json');
      return { status: response.status, body: (JSON.parse(text) as { detail: string }).detail };
    }
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }
  const put = (id: string, more: object = {}) =>
    ask('PUT', `/users/${id}`, { name: 'A supplier', roles: ['IS', 'GS'], ...more });
  const register = (more: object = {}) =>
    ask('POST', '/registrations', { mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01', ...more });

  describe('for Users', () => {
    it('adds, shows, lists and replaces them', async () => {
      const made = {
        id: FIRST,
        name: 'A supplier',
        roles: ['IS', 'GS'],
        status: 'active',
        duisVersion: '5.4',
      };
      expect(await put(FIRST)).to.deep.equal({ status: 201, body: made });
      expect(await ask('GET', `/users/${FIRST.toLowerCase()}`)).to.deep.equal({ status: 200, body: made });
      const url = 'https://supplier.example/duis';
      const replaced = { ...made, receiveResponseUrl: url, duisVersion: '5.1' };
      expect(await ask('PUT', `/users/${FIRST}`, replaced)).to.deep.equal({ status: 200, body: replaced });
      expect(await ask('GET', '/users')).to.deep.equal({ status: 200, body: [replaced] });
      expect(await parts.users.find(FIRST)).to.deep.equal(replaced);
    });

    it('suspends one, and leaves it so when it is replaced without a status', async () => {
      await put(FIRST);
      const { status, body } = await ask('PUT', `/users/${FIRST}/status`, { status: 'suspended' });
      expect(status).to.equal(200);
      expect(body).to.include({ status: 'suspended' });
      expect((await put(FIRST, { name: 'Renamed' })).body).to.include({
        name: 'Renamed',
        status: 'suspended',
      });
    });

    it('removes one that has no registrations', async () => {
      await put(FIRST);
      await register();
      const refused = await ask('DELETE', `/users/${FIRST}`);
      expect(refused.status).to.equal(409);
      expect(refused.body).to.match(/registered, such as IS for 1312345678111; suspend the User/);
      await ask('DELETE', `/registrations/${MPAN}/IS/2020-01-01`);
      expect(await ask('DELETE', `/users/${FIRST}`)).to.deep.equal({ status: 204, body: undefined });
      expect((await ask('GET', `/users/${FIRST}`)).status).to.equal(404);
    });
  });

  describe('for registrations', () => {
    beforeEach(async () => {
      await put(FIRST);
      await put(SECOND);
    });

    it('registers and lists them', async () => {
      const first = { mpxn: MPAN, role: 'IS', user: FIRST, from: '2020-01-01T00:00:00.000Z' };
      expect(await register()).to.deep.equal({ status: 201, body: first });
      const second = { ...first, user: SECOND, from: '2026-05-01T00:00:00.000Z' };
      expect(await register({ user: SECOND, from: '2026-05-01' })).to.deep.equal({
        status: 201,
        body: second,
      });
      await register({ mpxn: '1000999888', role: 'GS' });
      expect((await ask('GET', '/registrations')).body).to.have.length(3);
      expect((await ask('GET', `/registrations?mpxn=${MPAN}`)).body).to.deep.equal([
        { ...first, until: second.from },
        second,
      ]);
      expect((await ask('GET', `/registrations?role=IS&user=${SECOND}`)).body).to.deep.equal([second]);
    });

    it('notes when they are recorded, so that one dated back is a Change of Supplier now', async () => {
      await parts.registrations.register({ mpxn: MPAN, role: 'IS', user: FIRST, from: date('2020-01-01') });
      await register({ user: SECOND, from: '2026-05-01' });
      expect(await parts.registrations.changes(date('2026-05-31'), NOW)).to.have.length(1);
    });

    it('removes the one named by meter point, role and start', async () => {
      await register();
      const path = `/registrations/${MPAN}/IS/2020-01-01T00:00:00Z`;
      expect((await ask('DELETE', path)).status).to.equal(204);
      expect((await ask('DELETE', path)).status).to.equal(404);
    });
  });

  describe('for requests', () => {
    const requestId = `${FIRST}:00-DB-12-34-56-78-90-A0:7`;
    const record = (kind: 'service-request' | 'signed-pre-command', commandVariant: number) =>
      store.journal.record({
        requestId,
        kind,
        originator: FIRST,
        target: '00-DB-12-34-56-78-90-A0',
        commandVariant,
        serviceReferenceVariant: '1.1.1',
        receivedAt: NOW,
        request: Buffer.from(`<request variant="${commandVariant}"/>`),
      });

    it('shows every message of a RequestID with its states, times and reasons', async () => {
      await record('service-request', 4);
      await record('signed-pre-command', 5);
      await store.journal.advance(
        { requestId, kind: 'signed-pre-command' },
        {
          state: 'accepted',
          at: date('2026-06-02'),
          reason: 'because',
          route: 'gbcs',
          command: Buffer.from('dd01', 'hex'),
          commandCounter: 12345678901234567890n,
          response: Buffer.from('<response/>'),
          responseCode: 'I99',
        },
      );
      const { status, body } = await ask('GET', `/requests/${requestId}`);
      expect(status).to.equal(200);
      const { messages } = body as { messages: Record<string, unknown>[] };
      expect(messages.map(({ kind, state }) => [kind, state])).to.deep.equal([
        ['service-request', 'received'],
        ['signed-pre-command', 'accepted'],
      ]);
      expect(messages[1]).to.deep.include({
        request: '<request variant="5"/>',
        command: 'dd01',
        commandCounter: '12345678901234567890',
        response: '<response/>',
        responseCode: 'I99',
        history: [
          { state: 'received', at: NOW.toISOString(), reason: null },
          { state: 'accepted', at: '2026-06-02T00:00:00.000Z', reason: 'because' },
        ],
      });
    });

    it('says that it has no such message', async () => {
      const { status, body } = await ask('GET', `/requests/${requestId}`);
      expect(status).to.equal(404);
      expect(body).to.contain(requestId);
    });
  });

  it('serves the quarantine and its thresholds', async () => {
    expect(await ask('GET', '/quarantine')).to.deep.equal({ status: 200, body: [] });
    expect(await ask('GET', '/thresholds')).to.deep.equal({ status: 200, body: [] });
  });

  const refused: [string, string, string, unknown, number, RegExp][] = [
    [
      'an unknown path',
      'GET',
      '/user',
      undefined,
      404,
      /nothing to GET at this path; there are \/admin\/v1\/users/,
    ],
    ['an unknown method', 'PATCH', `/users/${FIRST}`, {}, 404, /nothing to PATCH/],
    ['what is no EUI-64', 'GET', '/users/first', undefined, 400, /'first' is not an EUI-64/],
    ['a User there is not', 'GET', `/users/${SECOND}`, undefined, 404, /no User 90-B3-D5-1F-30-03/],
    ['a status of nobody', 'PUT', `/users/${SECOND}/status`, { status: 'active' }, 404, /no User/],
    [
      'an unknown status',
      'PUT',
      `/users/${FIRST}/status`,
      { status: 'asleep' },
      400,
      /'status': has to be active or/,
    ],
    [
      'a User without roles',
      'PUT',
      `/users/${SECOND}`,
      { name: 'x', roles: [] },
      400,
      /'roles': has to name/,
    ],
    [
      'an unknown role',
      'PUT',
      `/users/${SECOND}`,
      { name: 'x', roles: ['XX'] },
      400,
      /'roles\.0': has to be one of IS/,
    ],
    ['an unknown member', 'PUT', `/users/${SECOND}`, { name: 'x', roles: ['IS'], url: 'x' }, 400, /url/],
    [
      'the EUI-64 of another User in the body',
      'PUT',
      `/users/${SECOND}`,
      { id: FIRST, name: 'x', roles: ['IS'] },
      400,
      /'id': is that of another User/,
    ],
    ['a body that is no object', 'PUT', `/users/${SECOND}`, [], 400, /The request/],
    ['a body that is no JSON', 'PUT', `/users/${SECOND}`, '{', 400, /cannot be read/],
    ['no body', 'PUT', `/users/${SECOND}`, undefined, 400, /The request/],
    [
      'a body that is too large',
      'PUT',
      `/users/${SECOND}`,
      { name: 'x'.repeat(20_000) },
      413,
      /larger than 16384 bytes/,
    ],
    [
      'a bad date',
      'POST',
      '/registrations',
      { mpxn: MPAN, role: 'IS', user: FIRST, from: 'x' },
      400,
      /'from': has to be a date/,
    ],
    [
      'a registration of nobody',
      'POST',
      '/registrations',
      { mpxn: MPAN, role: 'IS', user: SECOND, from: '2020-01-01' },
      409,
      /no User 90-B3.* to register; add it first/,
    ],
    [
      'a meter point of the other fuel',
      'POST',
      '/registrations',
      { mpxn: '1', role: 'IS', user: FIRST, from: '2020-01-01' },
      400,
      /an MPAN of 13 digits/,
    ],
    ['an unknown filter', 'GET', '/registrations?meter=1', undefined, 400, /meter/],
    ['what is no RequestID', 'GET', '/requests/1', undefined, 400, /'1' is not a RequestID/],
  ];
  for (const [what, method, path, body, status, detail] of refused) {
    it(`answers ${what} with ${status} and a sentence`, async () => {
      await put(FIRST);
      const answer = await ask(method, path, body);
      expect(answer.status).to.equal(status);
      expect(answer.body).to.match(detail);
    });
  }

  it('takes JSON only', async () => {
    const answer = await ask('PUT', `/users/${FIRST}`, '{}', { 'Content-Type': 'text/plain' });
    expect(answer.status).to.equal(415);
    expect(answer.body).to.match(/text\/plain; send application\/json/);
  });

  it('tells nothing of the inside of a bug', async () => {
    await store.db.schema.dropTable('registrations').execute();
    const answer = await ask('GET', '/registrations');
    expect(answer).to.deep.equal({ status: 500, body: 'The gateway failed; its log says why.' });
  });

  describe('with a token', () => {
    beforeEach(async () => {
      await server.stop(1000);
      server = await serve({ ...parts, token: TOKEN.replaceAll(' ', '-') });
    });
    const asking = async (authorization?: string) =>
      fetch(
        `${server.url}/admin/v1/users`,
        authorization === undefined ? {} : { headers: { authorization } },
      );

    it('serves who bears it', async () => {
      expect((await asking(`Bearer ${TOKEN.replaceAll(' ', '-')}`)).status).to.equal(200);
    });

    for (const [what, authorization] of [
      ['no token', undefined],
      ['another token', 'Bearer another-token-of-somebody'],
      ['the beginning of it', 'Bearer a-token'],
      ['more than it', `Bearer ${TOKEN.replaceAll(' ', '-')}x`],
      ['another scheme', `Basic ${TOKEN.replaceAll(' ', '-')}`],
    ] as const) {
      it(`refuses ${what} with 401`, async () => {
        const response = await asking(authorization);
        expect(response.status).to.equal(401);
        expect(response.headers.get('www-authenticate')).to.equal('Bearer');
        expect(await response.text())
          .to.contain('DUIS_ADMIN_TOKEN')
          .and.not.contain('a-token-of');
      });
    }
  });

  describe('without a token', () => {
    /** What a browser sends for a page of a server whose name was made to point here. */
    const askAs = (host: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const url = new URL('/admin/v1/users', server.url);
        httpRequest(url, { headers: { host, ...headers } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });

    for (const host of ['localhost', 'localhost:8081', '127.0.0.1:8081', '[::1]:8081']) {
      it(`serves this machine as ${host}`, async () => {
        expect(await askAs(host)).to.equal(200);
      });
    }
    for (const host of ['evil.example', 'localhost.evil.example:8081', '127.0.0.1.evil.example']) {
      it(`refuses ${host} with 403`, async () => {
        expect(await askAs(host)).to.equal(403);
      });
    }
    it('refuses a browser that asks for the page of another server with 403', async () => {
      expect(await askAs('localhost:8081', { origin: 'http://localhost:8081' })).to.equal(200);
      expect(await askAs('localhost:8081', { origin: 'http://evil.example' })).to.equal(403);
      expect(await askAs('localhost:8081', { origin: 'null' })).to.equal(403);
    });
  });
});
