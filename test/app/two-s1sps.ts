import { type Eui64, parseEui64 } from '../../src/common/eui64.js';
import { silentLogger } from '../../src/common/logger.js';
import { S1SP_INBOX_PATH } from '../../src/http/index.js';
import { generateDevicePki, signerLookup } from '../../src/smki/index.js';
import type { S1sp } from '../../src/smets1/index.js';
import {
  makeS1spIdentity,
  MOCK_S1SP,
  type MockS1sp,
  smets1HomesOf,
  startMockS1sp,
  trustInS1sp,
} from '../../src/testing/index.js';
import { schemaPacks } from '../duis/schema/packs.js';
import { ACB, GatewayHarness } from './gateway-harness.js';

export const SECOND_S1SP = parseEui64('90-B3-D5-1F-30-00-05-02');

/** Devices of the seeded SMETS1 home, which S1SP 1 serves, and of its copy, which S1SP 2 serves. */
export const FIRST_HOME = homeOf('92');
export const SECOND_HOME = homeOf('94');

function homeOf(part: string): { readonly hub: Eui64; readonly esme: Eui64; readonly ppmid: Eui64 } {
  const device = (last: string): Eui64 => parseEui64(`00-DB-12-34-56-78-${part}-${last}`);
  return { hub: device('A2'), esme: device('A0'), ppmid: device('A4') };
}

/** A gateway with two S1SPs, each with a home of its own; what they answer is posted to it. */
export interface TwoS1sps {
  readonly home: GatewayHarness;
  readonly first: MockS1sp;
  readonly second: MockS1sp;
  /** Posts a document as an S1SP does. @returns the status, and the reason of a refusal */
  post(document: Buffer): Promise<{ readonly status: number; readonly reason: string | undefined }>;
  stop(): Promise<void>;
}

export async function startTwoS1sps(environment: NodeJS.ProcessEnv = {}): Promise<TwoS1sps> {
  const home = await GatewayHarness.start();
  await home.gateway.stop();
  await copyFirstHome(home);
  const clock = (): Date => home.now;
  const packs = await schemaPacks();
  const homes = smets1HomesOf(await home.inventory.list());
  const start = async (id: Eui64, hub: Eui64): Promise<MockS1sp> => {
    const mock = await startMockS1sp({
      port: 0,
      gatewayInboxUrl: () => home.gateway.url + S1SP_INBOX_PATH,
      gateway: parseEui64(ACB),
      resolveSigner: signerLookup(home.credentials, { clock, acceptExpired: true }),
      packs,
      identity: await makeS1spIdentity(id, clock),
      homes: homes.filter((each) => each.hub.id === hub),
      clock,
      log: silentLogger,
    });
    home.credentials.add(trustInS1sp(mock.identity));
    return mock;
  };
  const first = await start(MOCK_S1SP, FIRST_HOME.hub);
  const second = await start(SECOND_S1SP, SECOND_HOME.hub);
  const entry = (name: string, { identity, url }: MockS1sp): S1sp => ({
    name,
    id: identity.eui,
    url: () => url,
  });
  home.s1sps = [entry('S1SP 1', first), entry('S1SP 2', second)];
  await home.startGateway(environment);
  return {
    home,
    first,
    second,
    post: async (document) => {
      const response = await fetch(home.gateway.url + S1SP_INBOX_PATH, {
        method: 'POST',
        headers: { 'Content-Type': 'application/xml' },
        body: new Uint8Array(document),
      });
      const text = await response.text();
      const reason = text === '' ? undefined : (JSON.parse(text) as { reason?: string }).reason;
      return { status: response.status, reason };
    },
    stop: async () => {
      await Promise.all([first.stop(), second.stop()]);
      await home.stop();
    },
  };
}

/** The same home once more, with other EUI-64s, at another address and with another S1SP. */
async function copyFirstHome({ store, credentials }: GatewayHarness): Promise<void> {
  const other = <T extends string | null>(id: T): T => id?.replace('-92-', '-94-') as T;
  const devices = await store.db.selectFrom('devices').selectAll().execute();
  const rows = devices.filter(({ id }) => id.includes('-92-'));
  const copies = rows.map((row) => ({
    ...row,
    id: other(row.id),
    hub_id: other(row.hub_id),
    s1sp: row.s1sp === null ? null : 'S1SP 2',
    import_mpxn: row.import_mpxn?.replace(/.$/, '5') ?? null,
    uprn: row.uprn === null ? null : '100090000009',
  }));
  // A Device names its Communications Hub, which has to be there first.
  copies.sort((a, b) => Number(a.hub_id !== null) - Number(b.hub_id !== null));
  await store.transaction(async (tx) => {
    for (const copy of copies) await tx.insertInto('devices').values(copy).execute();
  });
  credentials.add(generateDevicePki({ devices: copies.map(({ id }) => id) }));
}
