import { expect } from 'chai';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { PeerError } from '../../src/common/errors.js';
import { type PostOptions, postCountersignedRequest, REQUEST_ID_HEADER } from '../../src/smets1/index.js';

const ID = '90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A4:7';

describe('handing a Countersigned Service Request over', () => {
  let server: Server;
  let url: string;
  let received: { id: string | undefined; type: string | undefined; body: string }[];
  /** What the peer does with a request. */
  let act: (request: IncomingMessage, response: ServerResponse) => void;

  before((done) => {
    server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const { headers } = request;
        received.push({
          id: headers[REQUEST_ID_HEADER.toLowerCase()] as string,
          type: headers['content-type'],
          body: body.toString(),
        });
        act(request, response);
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
    act = answer(202);
  });

  const answer =
    (status: number, body = '') =>
    (_request: IncomingMessage, response: ServerResponse): void => {
      response.statusCode = status;
      response.end(body);
    };

  const post = (to: string = url, over: Partial<PostOptions> = {}): Promise<void> =>
    postCountersignedRequest(to, ID, Buffer.from('<csr/>'), { timeoutMs: 2000, ...over });

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
    await post();
    expect(received).to.deep.equal([{ id: ID, type: 'application/xml', body: '<csr/>' }]);
  });

  for (const status of [500, 502, 503, 408, 425, 429]) {
    it(`says after ${status} that another time may do`, async () => {
      act = answer(status);
      expect((await failure(post())).retryable).to.be.true;
    });
  }

  for (const status of [400, 401, 403, 404, 413, 422, 301]) {
    it(`says after ${status} that it is not to be tried again, and why`, async () => {
      act = answer(status, 'the  signature\nfails');
      const error = await failure(post());
      expect(error.retryable).to.be.false;
      expect(error.message).to.match(new RegExp(`${status}: the signature fails$`));
    });
  }

  it('says that another time may do when the S1SP hangs up', async () => {
    act = (request) => request.socket.destroy();
    expect((await failure(post())).retryable).to.be.true;
  });

  it('says that another time may do when the S1SP does not answer in time', async () => {
    act = () => undefined;
    const error = await failure(post(url, { timeoutMs: 20 }));
    expect(error.retryable).to.be.true;
    expect(error.message).to.match(/did not answer within 20 ms/);
  });

  it('names the peer and the cause when nobody listens', async () => {
    const error = await failure(post('http://127.0.0.1:9/'));
    expect(error.retryable).to.be.true;
    expect(error.message).to.match(/127\.0\.0\.1:9.*(ECONNREFUSED|bad port)/);
  });

  it('keeps little of a refusal that never ends', async () => {
    act = (_request, response) => {
      response.statusCode = 400;
      response.write('x'.repeat(100_000));
    };
    expect((await failure(post())).message.length).to.be.lessThan(400);
  });

  it('stops waiting for an answer when the gateway stops', async () => {
    const stop = new AbortController();
    act = () => stop.abort();
    const error = await failure(post(url, { signal: stop.signal }));
    expect(error.retryable).to.be.true;
    expect(error.message).to.match(/stopping/);
  });
});
