import { expect } from 'chai';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { PeerError } from '../../src/common/errors.js';
import { silentLogger } from '../../src/common/logger.js';
import { REQUEST_ID_HEADER, S1spClient, type S1spClientOptions } from '../../src/smets1/s1sp-client.js';

const ID = '90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A4:7';

describe('S1SP client', () => {
  let server: Server;
  let url: string;
  let received: { id: string | undefined; type: string | undefined; body: string }[];
  /** What the peer does with each request in turn; the last one stays. */
  let script: ((request: IncomingMessage, response: ServerResponse) => void)[];

  before((done) => {
    server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const { headers } = request;
        received.push({
          id: headers[REQUEST_ID_HEADER.toLowerCase()] as string,
          type: headers['content-type'],
          body: body.toString(),
        });
        const act = script.length > 1 ? script.shift() : script[0];
        act?.(request, response);
      });
    }).listen(0, '127.0.0.1', () => {
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      done();
    });
  });

  after((done) => {
    server.close(done);
    server.closeAllConnections();
  });

  beforeEach(() => {
    received = [];
    script = [answer(202)];
  });

  const answer =
    (status: number, body = '') =>
    (_request: IncomingMessage, response: ServerResponse): void => {
      response.statusCode = status;
      response.end(body);
    };
  const hang = (): void => undefined;

  const client = (over: Partial<S1spClientOptions> = {}): S1spClient =>
    new S1spClient({
      url,
      retry_limit: 3,
      retry_delay_ms: 1,
      retry_max_delay_ms: 2,
      peer_timeout_ms: 2000,
      log: silentLogger,
      ...over,
    });

  const failure = async (attempt: Promise<void>): Promise<PeerError> => {
    try {
      await attempt;
    } catch (error) {
      expect(error).to.be.instanceOf(PeerError);
      return error as PeerError;
    }
    throw new Error('it was taken');
  };

  it('posts the document with its RequestID and resolves when the S1SP has taken it', async () => {
    await client().forward(ID, Buffer.from('<csr/>'));
    expect(received).to.deep.equal([{ id: ID, type: 'application/xml', body: '<csr/>' }]);
  });

  for (const status of [500, 502, 503, 408, 429]) {
    it(`tries again after ${status}`, async () => {
      script = [answer(status), answer(status), answer(202)];
      await client().forward(ID, Buffer.from('<csr/>'));
      expect(received.map(({ id }) => id)).to.deep.equal([ID, ID, ID]);
    });
  }

  for (const status of [400, 401, 403, 404, 413, 422, 301]) {
    it(`gives up at once after ${status}`, async () => {
      script = [answer(status, 'the  signature\nfails')];
      const error = await failure(client().forward(ID, Buffer.from('<csr/>')));
      expect(error.retryable).to.be.false;
      expect(error.message).to.match(new RegExp(`${status}: the signature fails$`));
      expect(received).to.have.length(1);
    });
  }

  it('gives up after the last attempt with an error that says another time may do', async () => {
    script = [answer(503)];
    const error = await failure(client().forward(ID, Buffer.from('<csr/>')));
    expect(error.retryable).to.be.true;
    expect(received).to.have.length(3);
  });

  it('tries again when the S1SP hangs up', async () => {
    script = [(request) => request.socket.destroy(), answer(202)];
    await client().forward(ID, Buffer.from('<csr/>'));
    expect(received).to.have.length(2);
  });

  it('tries again when the S1SP does not answer in time', async () => {
    script = [hang, answer(202)];
    await client({ peer_timeout_ms: 150 }).forward(ID, Buffer.from('<csr/>'));
    expect(received).to.have.length(2);
  });

  it('names the peer and the cause when nobody listens', async () => {
    const error = await failure(
      client({ url: 'http://127.0.0.1:9/', retry_limit: 1 }).forward(ID, Buffer.from('<csr/>')),
    );
    expect(error.retryable).to.be.true;
    expect(error.message).to.match(/127\.0\.0\.1:9.*(ECONNREFUSED|bad port)/);
  });

  it('keeps little of a refusal that never ends', async () => {
    script = [
      (_request, response) => {
        response.statusCode = 400;
        response.write('x'.repeat(100_000));
      },
    ];
    const error = await failure(client().forward(ID, Buffer.from('<csr/>')));
    expect(error.message.length).to.be.lessThan(400);
  });

  it('stops waiting for an answer when the gateway stops', async () => {
    const stop = new AbortController();
    script = [() => stop.abort()];
    const error = await failure(client({ signal: stop.signal }).forward(ID, Buffer.from('<csr/>')));
    expect(error.message).to.match(/stopping/);
    expect(received).to.have.length(1);
  });

  it('stops pausing between attempts when the gateway stops', async () => {
    const stop = new AbortController();
    script = [answer(503)];
    const attempt = client({
      signal: stop.signal,
      retry_delay_ms: 600_000,
      retry_max_delay_ms: 600_000,
      log: { ...silentLogger, warn: () => setImmediate(() => stop.abort()) },
    }).forward(ID, Buffer.from('<csr/>'));
    expect((await failure(attempt)).message).to.match(/stopping/);
    expect(received).to.have.length(1);
  });
});
