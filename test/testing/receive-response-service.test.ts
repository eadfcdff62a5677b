import { expect } from 'chai';
import { gzipSync } from 'node:zlib';
import { silentLogger } from '../../src/common/logger.js';
import {
  type ReceiveResponseService,
  startReceiveResponseService,
} from '../../src/testing/receive-response-service.js';

describe('Receive Response Service', () => {
  let service: ReceiveResponseService<string>;

  beforeEach(async () => {
    service = await startReceiveResponseService({
      port: 0,
      maxBodyBytes: 100,
      keep: 3,
      read: (body) => {
        const text = body.toString();
        if (text.includes('forged')) throw new Error('digest-mismatch');
        return text;
      },
      log: silentLogger,
    });
  });

  afterEach(() => service.stop());

  const post = async (body: string | Buffer, headers: Record<string, string> = {}): Promise<number> => {
    const response = await fetch(service.url, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: { 'Content-Type': 'application/xml', ...headers },
    });
    expect(await response.text()).to.equal('');
    return response.status;
  };

  it('takes a Response with 204 and keeps it', async () => {
    expect(await post('<r/>')).to.equal(204);
    expect(service.received).to.deep.equal(['<r/>']);
  });

  it('listens on the path of the published clients', () =>
    expect(service.url).to.match(/^http:\/\/127\.0\.0\.1:\d+\/smartdcc\/duis$/));

  it('reads a compressed Response', async () => {
    expect(await post(gzipSync('<r/>'), { 'Content-Encoding': 'gzip' })).to.equal(204);
    expect(service.received).to.deep.equal(['<r/>']);
  });

  const refusals: [string, () => Promise<number>, number][] = [
    ['one its reader refuses', () => post('<forged/>'), 400],
    ['an empty one', () => post(''), 400],
    ['a large one', () => post('x'.repeat(101)), 413],
    [
      'a large one that was compressed',
      () => post(gzipSync('x'.repeat(101)), { 'Content-Encoding': 'gzip' }),
      413,
    ],
    ['another content type', () => post('{}', { 'Content-Type': 'application/json' }), 415],
    ['another path', async () => (await fetch(`${service.url}/x`, { method: 'POST' })).status, 404],
    ['another method', async () => (await fetch(service.url)).status, 405],
  ];
  for (const [what, send, status] of refusals) {
    it(`answers ${what} with ${status} and keeps nothing`, async () => {
      expect(await send()).to.equal(status);
      expect(service.received).to.be.empty;
    });
  }

  it('gives a Response that came before it was asked for', async () => {
    await post('<r1/>');
    await post('<r2/>');
    expect(await service.next((r) => r === '<r2/>')).to.equal('<r2/>');
    expect(await service.next()).to.equal('<r1/>');
  });

  it('gives a Response that comes after it was asked for, each to one asker', async () => {
    const both = Promise.all([service.next(), service.next()]);
    await post('<r1/>');
    await post('<r2/>');
    expect(await both).to.deep.equal(['<r1/>', '<r2/>']);
  });

  it('ends a wait when the time is up or the service stops', async () => {
    const endings = [service.next(() => true, 1), service.next()].map((wait) =>
      wait.then(
        () => 'a Response',
        (error: unknown) => (error as Error).message,
      ),
    );
    expect(await endings[0]).to.match(/within 1 ms/);
    await service.stop();
    expect(await endings[1]).to.match(/stopped/);
  });

  it('keeps the newest when there are many', async () => {
    for (const n of [1, 2, 3, 4]) await post(`<r${n}/>`);
    expect(service.received).to.deep.equal(['<r2/>', '<r3/>', '<r4/>']);
  });
});
