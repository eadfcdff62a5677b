import { expect } from 'chai';
import { once } from 'node:events';
import { connect } from 'node:net';
import { silentLogger } from '../../src/common/logger.js';
import { createApp, HttpProblem, listen, type ListeningServer } from '../../src/http/index.js';

describe('HTTP application', () => {
  let server: ListeningServer;
  let hold: Promise<void> | undefined;
  let onEntry = (): void => undefined;
  const seen: string[] = [];

  before(async () => {
    const app = createApp({
      services: {
        handle: async (service, message) => {
          onEntry();
          await hold;
          if (message.toString() === 'bug') throw new Error('unforeseen');
          if (message.toString() === 'refuse') throw new HttpProblem(400, 'Mend this.', { line: 3 });
          seen.push(`${service} ${message.toString()}`);
          return Buffer.from('<answer/>');
        },
      },
      s1spInbox: { receive: () => Promise.resolve() },
      maxBodyBytes: 1000,
      maxInFlight: 2,
      log: silentLogger,
      health: () => ({ ready: true }),
    });
    server = await listen(app, { host: '127.0.0.1', port: 0, bodyTimeoutMs: 300 });
  });

  after(() => server.stop(1000));

  const post = (path: string, body: string, type = 'application/xml') =>
    fetch(server.url + path, { method: 'POST', body, headers: { 'Content-Type': type } });

  for (const [path, service] of [
    ['/api/v1/serviceT', 'transform'],
    ['/api/v1/serviceS', 'send-command'],
    ['/api/v1/serviceD', 'non-device'],
  ] as const) {
    it(`hands a message at ${path} to the ${service} service and answers with XML`, async () => {
      const response = await post(path, '<m/>', 'application/xml; charset=utf-8');
      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.equal('application/xml');
      expect(await response.text()).to.equal('<answer/>');
      expect(seen.pop()).to.equal(`${service} <m/>`);
    });
  }

  const problems: [string, () => Promise<Response>, number, RegExp][] = [
    [
      'another content type',
      () => post('/api/v1/serviceS', '{}', 'application/json'),
      415,
      /application\/xml/,
    ],
    ['an unknown path', () => post('/api/v1/serviceX', '<m/>'), 404, /serviceS/],
    ['another method', () => fetch(`${server.url}/api/v1/serviceS`), 405, /POST/],
    ['a body over the limit', () => post('/api/v1/serviceS', 'x'.repeat(1001)), 413, /1000 bytes/],
    ['an empty body', () => post('/api/v1/serviceS', ''), 400, /empty/],
    ['a refusal of the service', () => post('/api/v1/serviceS', 'refuse'), 400, /Mend this/],
    ['an unforeseen error', () => post('/api/v1/serviceS', 'bug'), 500, /may be sent again/],
  ];
  for (const [what, send, status, detail] of problems) {
    it(`answers ${what} with ${status} and a sentence`, async () => {
      const response = await send();
      expect(response.status).to.equal(status);
      expect(response.headers.get('content-type')).to.contain('application/problem+json');
      expect(((await response.json()) as { detail: string }).detail).to.match(detail);
    });
  }

  it('tells nothing of the inside of an unforeseen error', async () => {
    expect(await (await post('/api/v1/serviceS', 'bug')).text()).to.not.contain('unforeseen');
  });

  it('answers 503 with Retry-After while too many requests are in hand', async () => {
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const bothIn = new Promise<void>((resolve) => {
      let entered = 0;
      onEntry = () => (++entered === 2 ? resolve() : undefined);
    });
    const held = [post('/api/v1/serviceS', '<m/>'), post('/api/v1/serviceS', '<m/>')];
    await bothIn;
    const refused = await post('/api/v1/serviceD', '<m/>');
    expect(refused.status).to.equal(503);
    expect(refused.headers.get('retry-after')).to.equal('1');
    release();
    hold = undefined;
    for (const answer of held) expect((await answer).status).to.equal(200);
    expect((await post('/api/v1/serviceD', '<m/>')).status).to.equal(200);
  });

  it('gives up with 408 on a body that does not arrive', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      'POST /api/v1/serviceS HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nContent-Length: 99\r\n\r\n<m',
    );
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(data.toString())),
    );
    socket.destroy();
    expect(answer).to.match(/^HTTP\/1.1 408/);
  });

  it('goes on after a sender hung up in the middle of a body', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise<void>((resolve) =>
      socket.write(
        'POST /api/v1/serviceS HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nContent-Length: 99\r\n\r\n<m',
        () => resolve(),
      ),
    );
    socket.destroy();
    expect((await post('/api/v1/serviceS', '<m/>')).status).to.equal(200);
  });

  it('closes connections beyond the limit unanswered, and takes others when there is room again', async () => {
    const app = createApp({
      services: { handle: () => Promise.resolve(Buffer.from('<answer/>')) },
      s1spInbox: { receive: () => Promise.resolve() },
      maxBodyBytes: 1000,
      maxInFlight: 2,
      log: silentLogger,
      health: () => ({ ready: true }),
    });
    const small = await listen(app, { host: '127.0.0.1', port: 0, bodyTimeoutMs: 10_000, maxConnections: 1 });
    const port = Number(new URL(small.url).port);
    const ask = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';
    const first = connect(port, '127.0.0.1');
    first.write(ask);
    await once(first, 'data');
    const second = connect(port, '127.0.0.1');
    let answered = false;
    second.on('data', () => (answered = true)).on('error', () => undefined);
    await once(second, 'close');
    expect(answered).to.equal(false);
    first.end();
    await once(first, 'close');
    const third = connect(port, '127.0.0.1');
    third.write(ask);
    expect(String((await once(third, 'data'))[0])).to.match(/^HTTP\/1.1 200/);
    third.destroy();
    await small.stop(1000);
  });
});
