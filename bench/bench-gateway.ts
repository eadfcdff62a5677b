import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningGateway, startGateway } from '../src/app/start-gateway.js';
import { seedTestOrganisations, UserDirectory } from '../src/authorisation/index.js';
import { systemClock } from '../src/common/clock.js';
import { type Eui64, eui64FromBytes, parseEui64 } from '../src/common/eui64.js';
import { silentLogger } from '../src/common/logger.js';
import { readSettings } from '../src/config/index.js';
import type { OutgoingCommand } from '../src/dispatch/index.js';
import { Inventory, SEED_DEVICES, seedInventory } from '../src/inventory/index.js';
import { type CredentialStore, generateDevicePki, openCredentials } from '../src/smki/index.js';
import { openStore, type Store } from '../src/store/index.js';

/** PPMIDs like the one of the reference home, so that requests go to many Devices as they do in life. */
export const BENCH_PPMIDS: readonly Eui64[] = Array.from({ length: 200 }, (_unused, index) =>
  eui64FromBytes(Buffer.from(`00db1234569900${index.toString(16).padStart(2, '0')}`, 'hex')),
);

async function addPpmids({ db }: Store): Promise<void> {
  const model = await db
    .selectFrom('devices')
    .selectAll()
    .where('id', '=', parseEui64('00-DB-12-34-56-78-90-A4'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('devices')
    .values(BENCH_PPMIDS.map((id) => ({ ...model, id })))
    .execute();
}

/** A gateway on a real database file. */
export interface BenchGateway {
  readonly gateway: RunningGateway;
  readonly credentials: CredentialStore;
  readonly store: Store;
  readonly inventory: Inventory;
  stop(): Promise<void>;
}

export interface BenchWorld {
  /** Receive Response Service of the test organisations; nobody is there unless given. */
  readonly userUrl?: string;
  /** What the network does with a Command; swallows it unless given. */
  readonly send?: (command: OutgoingCommand) => Promise<void>;
}

export async function startBenchGateway({
  userUrl = 'http://127.0.0.1:1/none',
  send = () => Promise.resolve(),
}: BenchWorld = {}): Promise<BenchGateway> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const { store: credentials } = await openCredentials({ testCredentials: true });
  credentials.add(generateDevicePki({ devices: [...SEED_DEVICES.map(({ id }) => id), ...BENCH_PPMIDS] }));
  const store = await openStore({ url: join(dir, 'bench.sqlite') });
  const inventory = new Inventory(store);
  await seedInventory(store, systemClock());
  await addPpmids(store);
  await seedTestOrganisations(store, userUrl);
  const gateway = await startGateway(
    readSettings({ DUIS_PORT: '0', DUIS_ADMIN_PORT: '0', DUIS_MAX_IN_FLIGHT: '1024' }),
    {
      store,
      inventory,
      credentials,
      users: new UserDirectory(store),
      wan: { send, distributeFirmware: () => Promise.resolve() },
      s1sps: [{ id: parseEui64('90-B3-D5-1F-30-00-05-01'), url: () => 'http://127.0.0.1:1/none' }],
      onPreNotified: () => undefined,
      clock: systemClock,
      log: silentLogger,
    },
  );
  return {
    gateway,
    credentials,
    store,
    inventory,
    stop: async () => {
      await gateway.stop();
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}
