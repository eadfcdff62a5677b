import { expect } from 'chai';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseEui64 } from '../../src/common/eui64.js';
import { Messages } from '../../src/store/index.js';
import { GatewayHarness, NETWORK_OPERATOR, SUPPLIER } from './gateway-harness.js';

const ENVIRONMENT = { DUIS_RETRY_LIMIT: '3', DUIS_RETRY_DELAY_MS: '1000', DUIS_CIRCUIT_FAILURES: '2' };

/** A Receive Response Service that is out of order until it is told otherwise. */
class FlappingService {
  up = false;
  readonly bodies: string[] = [];
  attempts = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FlappingService> {
    const server = createServer();
    const service = new FlappingService(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        service.attempts++;
        if (service.up) service.bodies.push(Buffer.concat(chunks).toString('utf8'));
        response.writeHead(service.up ? 204 : 503).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('messages of a running gateway', () => {
  let home: GatewayHarness;
  let service: FlappingService;

  beforeEach(async () => {
    home = await GatewayHarness.start(ENVIRONMENT);
    service = await FlappingService.start();
    // Only the supplier's service is out of order.
    const user = await home.users.find(parseEui64(SUPPLIER));
    if (user === undefined) throw new Error('no supplier');
    await home.users.put({ ...user, receiveResponseUrl: service.url });
  });
  afterEach(async () => {
    await home.stop();
    await service.stop();
  });

  const pass = async (seconds: number): Promise<void> => {
    home.now = new Date(home.now.getTime() + seconds * 1000);
    await home.settled();
  };

  async function answered(originator = SUPPLIER): Promise<string> {
    const message = home.signed({ originator });
    const requestId = /RequestID>([^<]*)</.exec(message.toString('utf8'))?.[1] ?? '';
    expect((await home.post('S', message)).code).to.equal('I99');
    const { bytes, device } = await home.nextSent();
    await home.gateway.takeDeviceMessage({ device, bytes: home.responseTo(bytes) });
    await home.settled();
    return requestId;
  }

  async function health(): Promise<[number, unknown]> {
    const response = await fetch(`${home.gateway.url}/health`);
    return [response.status, await response.json()];
  }
  const user = (pending: number, dead: number, openCircuits: number) => ({
    ready: true,
    store: 'readable',
    outbox: {
      user: { pending, dead, openCircuits },
      s1sp: { pending: 0, dead: 0, openCircuits: 0 },
      wan: { pending: 0, dead: 0, openCircuits: 0 },
    },
  });

  it('wait for a User who is away, hold up no other, and are delivered once when replayed', async () => {
    expect(await health()).to.deep.equal([200, user(0, 0, 0)]);
    const first = await answered();
    await pass(1);
    const second = await answered();
    expect(service.attempts).to.equal(2);
    expect(await health()).to.deep.equal([200, user(2, 0, 1)]);
    const circuits = await fetch(`${home.gateway.adminUrl}/admin/v1/circuits`);
    expect(((await circuits.json()) as { destination: string }[])[0]?.destination).to.equal(service.url);

    await answered(NETWORK_OPERATOR);
    expect(await home.user.next()).to.contain(NETWORK_OPERATOR);

    await pass(60);
    expect(await health()).to.deep.equal([200, user(1, 1, 1)]);
    const key = { requestId: first, kind: 'service-request' } as const;
    expect((await home.store.journal.find(key))?.state).to.equal('failed');

    service.up = true;
    await pass(60);
    expect(service.bodies.map((body) => body.includes(second))).to.deep.equal([true]);
    expect(await health()).to.deep.equal([200, user(0, 1, 0)]);

    const came = await new Messages(home.store).replayDead({}, home.now, { by: 'Ada' });
    expect(came.replayed).to.deep.equal([`user service-request ${first}`]);
    await home.settled();
    expect(service.bodies).to.have.length(2);
    expect(service.bodies[1]).to.contain(first);
    expect((await home.store.journal.find(key))?.state).to.equal('delivered');
    expect(await health()).to.deep.equal([200, user(0, 0, 0)]);
  });

  it('that are replayed in another process are looked for by the gateway itself', async () => {
    await answered();
    for (let round = 0; round < 4; round++) await pass(60);
    expect(await home.store.outbox.dead()).to.have.length(1);
    service.up = true;
    home.now = new Date(home.now.getTime() + 60_000);
    await new Messages(home.store).replayDead({}, home.now, { by: 'Ada' });
    while (service.bodies.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it('cannot be served while the store cannot be read, as /health tells', async () => {
    await home.store.db.schema.alterTable('deliveries').renameTo('elsewhere').execute();
    const [status, told] = await health();
    await home.store.db.schema.alterTable('elsewhere').renameTo('deliveries').execute();
    expect([status, told]).to.deep.equal([503, { ready: false, store: 'not readable' }]);
  });
});
