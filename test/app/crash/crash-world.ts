import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEui64 } from '../../../src/common/eui64.js';
import { silentLogger } from '../../../src/common/logger.js';
import { SchemaPacks } from '../../../src/duis/schema/index.js';
import { S1SP_INBOX_PATH } from '../../../src/http/index.js';
import { SEED_DEVICES } from '../../../src/inventory/index.js';
import {
  type CredentialStore,
  DEVICES_FOLDER,
  generateDevicePki,
  openCredentials,
  signerLookup,
} from '../../../src/smki/index.js';
import { makeS1spIdentity, MOCK_S1SP, type MockS1sp, startMockS1sp } from '../../../src/testing/index.js';
import { XSD_DIRECTORY } from '../../duis/schema/packs.js';
import { ACB, SUPPLIER } from '../gateway-harness.js';
import { FlappingServer } from './flapping-server.js';
import { freePort, GatewayProcess } from './gateway-process.js';
import { OutsideNetwork } from './outside-network.js';
import { ReceivingUser } from './receiving-user.js';
import { Relay } from './relay.js';
import { RequestLoad } from './request-load.js';
import { RoundRobin } from './round-robin.js';
import { REQUEST_ID_HEADER } from '../../../src/smets1/index.js';

/** A gateway that can be killed, and around it, in the process of the test, all that outlives it. */
export class CrashWorld {
  private constructor(
    readonly folder: string,
    readonly network: OutsideNetwork,
    readonly user: ReceivingUser,
    readonly s1sp: MockS1sp,
    readonly s1spFront: FlappingServer,
    readonly relay: Relay,
    readonly load: RequestLoad,
    private readonly inbox: FlappingServer,
    private readonly balancer: RoundRobin | undefined,
    private readonly environments: readonly Readonly<Record<string, string>>[],
  ) {}

  /** @param gateways how many there are to be; several are behind a round-robin, and share the database of the settings */
  static async open(
    random: () => number,
    settings: Readonly<Record<string, string>> = {},
    gateways = 1,
  ): Promise<CrashWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'duis-crash-'));
    const ports = await Promise.all(Array.from({ length: gateways }, () => freePort()));
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const balancer = gateways > 1 ? await RoundRobin.listen(urls) : undefined;
    const gatewayUrl = balancer?.url ?? urls.join();
    const relay = new Relay(gatewayUrl);
    const certs = join(folder, 'certs');
    const credentials = await makeCredentials(certs);
    const network = new OutsideNetwork(
      credentials,
      SEED_DEVICES.map(({ id, deviceType }) => ({ id, deviceType })),
      relay,
      random,
    );
    const user = new ReceivingUser(random);
    // What the S1SP has to say goes through the relay, so that it is kept while the gateway is dead.
    const inbox = new FlappingServer(({ body }) => {
      relay.put({ path: S1SP_INBOX_PATH, contentType: 'application/xml', body });
      return 204;
    }, random);
    for (const server of [network.server, user.server, inbox]) await server.listen();
    const s1sp = await startS1sp(credentials, certs, inbox.url);
    const s1spFront = new FlappingServer(async ({ headers, body }) => {
      const answer = await fetch(s1sp.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/xml',
          [REQUEST_ID_HEADER]: String(headers[REQUEST_ID_HEADER.toLowerCase()]),
        },
        body: new Uint8Array(body),
      });
      return answer.status;
    }, random);
    await s1spFront.listen();
    const users = join(folder, 'users.json');
    const roles = ['IS', 'ES', 'GS', 'OU'];
    const url = user.server.url;
    writeFileSync(
      users,
      JSON.stringify([{ id: SUPPLIER, name: 'supplier', roles, receiveResponseUrl: url }]),
    );
    return new CrashWorld(
      folder,
      network,
      user,
      s1sp,
      s1spFront,
      relay,
      new RequestLoad(gatewayUrl, credentials),
      inbox,
      balancer,
      ports.map((port) => ({
        DUIS_PORT: String(port),
        DUIS_ADMIN_PORT: '0',
        DUIS_SMKI_PORT: '0',
        DUIS_RECEIVE_RESPONSE_PORT: '0',
        DUIS_DATABASE: join(folder, 'gateway.sqlite'),
        DUIS_CERTS_DIR: certs,
        DUIS_USERS_FILE: users,
        DUIS_WAN_URL: network.server.url,
        DUIS_S1SP_URL: s1spFront.url,
        DUIS_LOG_LEVEL: 'warn',
        // Peers that are ill for a while are no reason to give up here.
        DUIS_RETRY_LIMIT: '100000',
        DUIS_RETRY_DELAY_MS: '50',
        DUIS_RETRY_MAX_DELAY_MS: '400',
        DUIS_ANSWER_TIMEOUT_MS: '600000',
        ...settings,
      })),
    );
  }

  /** @param which of several, from 0 */
  startGateway(which = 0): GatewayProcess {
    return new GatewayProcess(this.environments[which] ?? {}, join(this.folder, 'gateway.log'));
  }

  /** All that outlives the gateway and that may be ill. */
  get peers(): readonly FlappingServer[] {
    return [this.network.server, this.user.server, this.s1spFront];
  }

  /** Acknowledged requests whose outcome the User does not have. */
  missing(): string[] {
    return [...this.load.acknowledged.keys()].filter((id) => !this.user.outcomes.has(id));
  }

  async close(): Promise<void> {
    this.relay.stop();
    this.network.stop();
    this.user.server.stop();
    this.s1spFront.stop();
    this.inbox.stop();
    await this.s1sp.stop();
    this.balancer?.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** The test organisations, and Devices with keys of their own. */
async function makeCredentials(directory: string): Promise<CredentialStore> {
  mkdirSync(directory, { recursive: true });
  generateDevicePki({
    devices: SEED_DEVICES.map(({ id }) => id),
    directory: join(directory, DEVICES_FOLDER),
  });
  const { store } = await openCredentials({ directory, testCredentials: true });
  return store;
}

/** The mock, whose certificate is put where the gateway looks for it. */
async function startS1sp(credentials: CredentialStore, certs: string, inboxUrl: string): Promise<MockS1sp> {
  const clock = (): Date => new Date();
  const identity = await makeS1spIdentity(parseEui64(MOCK_S1SP), clock);
  const base64 = identity.certificate.der.toString('base64').replace(/.{1,64}/g, '$&\n');
  writeFileSync(
    join(certs, 's1sp-ds.pem'),
    `-----BEGIN CERTIFICATE-----\n${base64}-----END CERTIFICATE-----\n`,
  );
  return startMockS1sp({
    port: 0,
    gatewayInboxUrl: () => inboxUrl,
    gateway: parseEui64(ACB),
    resolveSigner: signerLookup(credentials, { clock, acceptExpired: true }),
    packs: SchemaPacks.open(XSD_DIRECTORY),
    identity,
    clock,
    log: silentLogger,
  });
}
