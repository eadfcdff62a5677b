import { expect } from 'chai';
import { CodecError } from '../../src/common/errors.js';
import { silentLogger } from '../../src/common/logger.js';
import { createApp, listen, type ListeningServer, NETWORK_INBOX_PATH } from '../../src/http/index.js';

const TOKEN = '0123456789abcdef';

describe('network inbox', () => {
  let server: ListeningServer;
  let received: string[];
  let fault: Error | undefined;
  afterEach(() => server.stop(0));

  async function start(token?: string): Promise<void> {
    received = [];
    fault = undefined;
    const app = createApp({
      services: { handle: () => Promise.resolve(Buffer.alloc(0)) },
      s1spInbox: { receive: () => Promise.resolve() },
      networkInbox: {
        ...(token !== undefined && { token }),
        receive: (message) => {
          if (fault !== undefined) return Promise.reject(fault);
          received.push(message.toString('hex'));
          return Promise.resolve();
        },
      },
      maxBodyBytes: 1000,
      maxInFlight: 10,
      log: silentLogger,
      health: () => ({ ready: true }),
    });
    server = await listen(app, { host: '127.0.0.1', port: 0, bodyTimeoutMs: 2000 });
  }

  const post = (headers: Record<string, string> = {}, body = Buffer.from('dd01', 'hex')): Promise<Response> =>
    fetch(server.url + NETWORK_INBOX_PATH, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...headers },
      body: new Uint8Array(body),
    });

  it('answers 204 when a message is taken', async () => {
    await start();
    expect((await post()).status).to.equal(204);
    expect(received).to.deep.equal(['dd01']);
  });

  it('answers 400 and the reason to what is no GBCS message', async () => {
    await start();
    fault = new CodecError('it is cut short', 2);
    const answer = await post();
    expect(answer.status).to.equal(400);
    expect(await answer.text()).to.contain('it is cut short at byte 2');
  });

  it('answers 500 where it is not durable, so that it is posted again', async () => {
    await start();
    fault = new Error('inside');
    const answer = await post();
    expect(answer.status).to.equal(500);
    expect(await answer.text()).not.to.contain('inside');
  });

  it('answers 415 to another content type and to nothing', async () => {
    await start();
    expect((await post({ 'Content-Type': 'text/plain' })).status).to.equal(415);
    expect((await post({}, Buffer.alloc(0))).status).to.equal(415);
  });

  it('takes messages under the token only, where there is one', async () => {
    await start(TOKEN);
    const refused = await post();
    expect(refused.status).to.equal(401);
    expect(await refused.text()).to.contain('DUIS_WAN_TOKEN');
    expect((await post({ Authorization: `Bearer ${TOKEN}` })).status).to.equal(204);
  });

  it('refuses the page of another server where there is no token', async () => {
    await start();
    expect((await post({ Origin: 'http://evil.example' })).status).to.equal(403);
  });

  it('is not there where Devices are in this process', async () => {
    const app = createApp({
      services: { handle: () => Promise.resolve(Buffer.alloc(0)) },
      s1spInbox: { receive: () => Promise.resolve() },
      maxBodyBytes: 1000,
      maxInFlight: 10,
      log: silentLogger,
      health: () => ({ ready: true }),
    });
    server = await listen(app, { host: '127.0.0.1', port: 0, bodyTimeoutMs: 2000 });
    expect((await post()).status).to.equal(404);
  });
});
