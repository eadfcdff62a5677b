import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { HttpWan } from '../../src/wan/index.js';

const PPMID = parseEui64('00-DB-12-34-56-78-90-A4');
const HUB = parseEui64('00-DB-12-34-56-78-90-A2');
const USER = parseEui64('90-B3-D5-1F-30-01-00-00');
const COMMAND = { requestId: `${USER}:${PPMID}:1`, device: PPMID, bytes: Buffer.from('dd00ff', 'hex') };

describe('a network of one’s own over HTTP', () => {
  let server: Server;
  let url: string;
  let status: number;
  let taken: { path: string | undefined; headers: IncomingHttpHeaders; body: Buffer }[];

  beforeEach(async () => {
    status = 202;
    taken = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        taken.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks) });
        response.writeHead(status).end(status < 300 ? '' : 'no such\n Device');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/network/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const wan = (token?: string): HttpWan =>
    new HttpWan({ url, timeoutMs: 2000, ...(token !== undefined && { token }) });

  async function refusal(work: Promise<void>): Promise<PeerError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof PeerError ? error : expect.fail(String(error));
  }

  it('gets a Command as it is on the wire, with its RequestID and Device', async () => {
    await wan().send(COMMAND);
    expect(taken).to.have.length(1);
    const [{ path, headers, body } = expect.fail()] = taken;
    expect(path).to.equal('/network/commands');
    expect(body.equals(COMMAND.bytes)).to.equal(true);
    expect(headers['content-type']).to.equal('application/octet-stream');
    expect(headers['duis-requestid']).to.equal(COMMAND.requestId);
    expect(headers['duis-deviceid']).to.equal(PPMID);
    expect(headers.authorization).to.equal(undefined);
  });

  it('is shown the token', async () => {
    await wan('0123456789abcdef').send(COMMAND);
    expect(taken[0]?.headers.authorization).to.equal('Bearer 0123456789abcdef');
  });

  it('gets a firmware image with all that goes with it', async () => {
    await wan().distributeFirmware({
      requestId: COMMAND.requestId,
      hub: HUB,
      devices: [PPMID, HUB],
      image: new Uint8Array([1, 2, 3]),
      firmwareVersion: '03010201',
      hash: new Uint8Array(32).fill(0xab),
      recipient: USER,
    });
    const [{ path, headers, body } = expect.fail()] = taken;
    expect(path).to.equal('/network/firmware');
    expect(body.toString('hex')).to.equal('010203');
    expect(headers['duis-communicationshubid']).to.equal(HUB);
    expect(headers['duis-deviceid']).to.equal(`${PPMID},${HUB}`);
    expect(headers['duis-firmwareversion']).to.equal('03010201');
    expect(headers['duis-imagehash']).to.equal('ab'.repeat(32));
    expect(headers['duis-recipient']).to.equal(USER);
  });

  for (const [code, retryable] of [
    [404, false],
    [422, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ] as const) {
    it(`that answers ${code} is ${retryable ? '' : 'not '}tried again, and what it says is told`, async () => {
      status = code;
      const error = await refusal(wan().send(COMMAND));
      expect(error.retryable).to.equal(retryable);
      expect(error.message).to.contain(`answered ${code}: no such Device`);
    });
  }

  it('that cannot be reached is tried again', async () => {
    const nowhere = new HttpWan({ url: 'http://127.0.0.1:1/', timeoutMs: 2000 });
    const error = await refusal(nowhere.send(COMMAND));
    expect(error.retryable).to.equal(true);
    expect(error.message).to.contain('did not answer');
  });
});
