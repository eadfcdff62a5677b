import Sqlite from 'better-sqlite3';
import { expect } from 'chai';
import { sql } from 'kysely';
import { PeerError } from '../../src/common/errors.js';
import { type Logger, silentLogger } from '../../src/common/logger.js';
import { decodeMessage } from '../../src/gbcs/index.js';
import { temporaryDatabase } from '../store/temporary-file.js';
import { ESME, GatewayHarness, PPMID, SUPPLIER } from './gateway-harness.js';

const HOUR_MS = 3_600_000;
const ANSWER_TIMEOUT_MS = 60_000;

/** What the log was told of failures. */
interface Line {
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

describe('a gateway whose database fails', () => {
  let harness: GatewayHarness;
  let file: ReturnType<typeof temporaryDatabase>;
  let lines: Line[];

  beforeEach(async () => {
    lines = [];
    file = temporaryDatabase();
    const keep: Logger['error'] = (message, facts = {}) => void lines.push({ message, facts });
    const log = { ...silentLogger, error: keep, warn: keep };
    harness = await GatewayHarness.start({}, log, { url: file.url, patienceMs: 0 });
  });
  afterEach(async () => {
    await harness.stop();
    file.remove();
  });

  const idOf = (counter: bigint, target = PPMID): string => `${SUPPLIER}:${target}:${counter}`;

  const post = async (message: Buffer) => {
    const response = await fetch(`${harness.gateway.url}/api/v1/serviceS`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(message),
    });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text };
  };

  const find = (requestId: string) => harness.store.journal.find({ requestId, kind: 'service-request' });

  /** Response Codes of the outcomes the User was told of a request. */
  const toldTo = (requestId: string) =>
    harness.user.received
      .filter((document) => document.includes(`RequestID>${requestId}<`))
      .map((document) => /ResponseCode>([^<]*)</.exec(document)?.[1]);

  /** The request is refused for now and not acknowledged; once mended, the same bytes are taken and reach the Device. */
  const refusedUntilMended = async (
    retryAfter: string,
    kind: string,
    mend: () => Promise<void> | void,
  ): Promise<void> => {
    const message = harness.signed({ counter: 500n });
    const refused = await post(message);
    expect(refused.status).to.equal(503);
    expect(refused.retryAfter).to.equal(retryAfter);
    expect((JSON.parse(refused.text) as { fault: string }).fault).to.equal(kind);
    expect(refused.text).to.not.match(/ResponseCode/);
    const [line] = lines.filter(({ message: what }) => what === 'request failed');
    expect(line?.facts['advice']).to.be.a('string');
    expect(await find(idOf(500n))).to.equal(undefined);
    await mend();
    // A worker that could not read or settle looks again after a pause of its own.
    const arrived = new Promise<void>((resolve) => {
      harness.transmit = ({ requestId }) => Promise.resolve(requestId === idOf(500n) ? resolve() : undefined);
    });
    const taken = await post(message);
    expect(taken.status).to.equal(200);
    expect(taken.text).to.contain('ResponseCode>I99<');
    await harness.settled();
    await arrived;
  };

  it('answers 503 while another process holds it, acknowledges nothing, and takes the request afterwards', async () => {
    const other = new Sqlite(file.url);
    other.exec('begin immediate');
    await refusedUntilMended('1', 'locked', () => void other.exec('rollback'));
    other.close();
  });

  it('answers 503 while it cannot be written to, and takes the request afterwards', async () => {
    await sql`pragma query_only = on`.execute(harness.store.db);
    await refusedUntilMended('30', 'read-only', async () => {
      await sql`pragma query_only = off`.execute(harness.store.db);
    });
  });

  it('answers 503 while the disk is full, and takes the request afterwards', async () => {
    // No page count is below the pages in use, so this leaves no room at all.
    await sql`pragma max_page_count = 1`.execute(harness.store.db);
    let counter = 0n;
    while ((await post(harness.signed({ counter: ++counter }))).status === 200);
    await refusedUntilMended('30', 'full', async () => {
      await sql`pragma max_page_count = 1000000`.execute(harness.store.db);
    });
  });

  it('passes over a damaged row of the journal, tells of it, and serves the others', async () => {
    for (const counter of [1n, 2n]) await post(harness.signed({ counter }));
    await harness.settled();
    const other = new Sqlite(file.url);
    other.prepare("update service_requests set request = 'damaged' where request_id = ?").run(idOf(1n));
    other.close();
    harness.now = new Date(harness.now.getTime() + ANSWER_TIMEOUT_MS);
    await harness.settled();
    expect(toldTo(idOf(2n))).to.deep.equal(['E21']);
    const line = lines.find(({ facts }) => facts['requestId'] === idOf(1n));
    expect(line?.message).to.equal('a request in the journal cannot be read');
    expect(line?.facts['advice']).to.contain('service_requests');
  });

  it('gives up a damaged row of the outbox, tells of it and the User, and delivers the others', async () => {
    harness.transmit = () => Promise.reject(new PeerError('nobody there', true));
    await post(harness.signed({ counter: 1n }));
    await post(harness.signed({ counter: 2n }));
    await harness.settled();
    const other = new Sqlite(file.url);
    other.prepare("update deliveries set body = 'damaged' where request_id = ?").run(idOf(1n));
    other.close();
    const sent: string[] = [];
    harness.transmit = ({ requestId }) => Promise.resolve(void sent.push(requestId));
    for (let looks = 0; looks < 2; looks++) {
      harness.now = new Date(harness.now.getTime() + 5000);
      await harness.settled();
    }
    expect(sent).to.deep.equal([idOf(2n)]);
    expect(toldTo(idOf(1n))).to.deep.equal(['E20']);
    const line = lines.find(({ message }) => message === 'a delivery cannot be read and is given up');
    expect(line?.facts['requestId']).to.equal(idOf(1n));
    expect(line?.facts['advice']).to.contain('duis messages replay');
  });

  describe('and whose clock is moved back by an hour', () => {
    const moveBack = (): void => void (harness.now = new Date(harness.now.getTime() - HOUR_MS));

    it('sends at once what waits for another attempt', async () => {
      const { transmit } = harness;
      harness.transmit = () => Promise.reject(new PeerError('nobody there', true));
      await post(harness.signed({ counter: 1n }));
      await harness.settled();
      harness.transmit = transmit;
      moveBack();
      await harness.settled();
      expect(harness.sent.map(({ requestId }) => requestId)).to.deep.equal([idOf(1n)]);
      expect(lines.map(({ message }) => message)).to.include('the clock was moved back');
    });

    it('waits for answers from now on', async () => {
      await post(harness.signed({ counter: 1n }));
      await harness.settled();
      moveBack();
      await harness.settled();
      expect((await find(idOf(1n)))?.state).to.equal('dispatched');
      harness.now = new Date(harness.now.getTime() + ANSWER_TIMEOUT_MS);
      await harness.settled();
      expect(toldTo(idOf(1n))).to.deep.equal(['E21']);
    });

    it('knows RequestIDs again, and its counters go on rising', async () => {
      const message = harness.signed({ counter: 1n, target: ESME, variant: '11.2' });
      const first = await post(message);
      const before = decodeMessage((await harness.nextSent()).bytes).header.originatorCounter;
      moveBack();
      expect((await post(message)).text).to.equal(first.text);
      await post(harness.signed({ counter: 2n, target: ESME, variant: '11.2' }));
      const after = decodeMessage((await harness.nextSent()).bytes).header.originatorCounter;
      expect(harness.sent).to.have.length(2);
      expect(after > before).to.equal(true);
    });
  });
});
