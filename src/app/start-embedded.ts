import { join } from 'node:path';
import {
  loadUsers,
  removeTestOrganisations,
  seedTestOrganisations,
  UserDirectory,
} from '../authorisation/index.js';
import { type Clock, systemClock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import { ConfigError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { Settings } from '../config/index.js';
import { ensureSchemaPacks, SchemaPacks } from '../duis/schema/index.js';
import { S1SP_INBOX_PATH } from '../http/index.js';
import { type DeviceRecord, Inventory, seedInventory } from '../inventory/index.js';
import {
  type CredentialStore,
  DEVICES_FOLDER,
  generateDevicePki,
  type KeySource,
  openCredentials,
  randomKeys,
  signerLookup,
} from '../smki/index.js';
import type { S1sp } from '../smets1/index.js';
import { openStore, type Store } from '../store/index.js';
import {
  type MockS1sp,
  type ReceiveResponseService,
  smets1HomesOf,
  startMockS1sp,
  startReceiveResponseService,
  trustInS1sp,
} from '../testing/index.js';
import { HttpWan, remotePartiesIn, VirtualHan } from '../wan/index.js';
import { ACCESS_CONTROL_BROKER } from './assemble-gateway.js';
import { type RunningGateway, startGateway } from './start-gateway.js';

/** A gateway with the peers it needs around it, all in this process. */
export interface EmbeddedGateway {
  readonly gateway: RunningGateway;
  readonly settings: Settings;
  readonly credentials: CredentialStore;
  readonly store: Store;
  readonly inventory: Inventory;
  /** Absent where a network of its own is configured. */
  readonly han: VirtualHan | undefined;
  /** Absent where an S1SP of its own is configured. */
  readonly s1sp: MockS1sp | undefined;
  /** Takes the Service Responses of the test organisations; absent where Users are configured. */
  readonly user: ReceiveResponseService<string> | undefined;
  /** Has Devices and gateway do all that is due at this moment: for a clock that is moved. */
  runDue(): Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly log: Logger;
  readonly clock?: Clock;
  /** Of the virtual Devices that have no keys yet; random ones unless given. */
  readonly keys?: KeySource;
}

/**
 * Starts a gateway with a virtual Home Area Network, and unless the settings say otherwise with a mock S1SP, a Receive
 * Response Service and seeded homes.
 * @throws ConfigError naming the setting that is wrong
 */
export async function startEmbedded(
  settings: Settings,
  { log, clock = systemClock, keys = randomKeys }: EmbeddedOptions,
): Promise<EmbeddedGateway> {
  await ensureSchemaPacks(settings.xsd_dir);
  const { store: credentials, remarks } = await openCredentials({
    directory: settings.certs_dir,
    testCredentials: settings.test_credentials,
  });
  for (const remark of remarks) log.debug('credentials', { remark });
  const store = await openStore({ url: settings.database, claimMs: settings.claim_ms, log });
  const inventory = new Inventory(store);
  if (settings.embedded) await seedInventory(store, clock());

  const network = networkOf(settings, { credentials, clock, keys, log });
  const han = network instanceof VirtualHan ? network : undefined;
  const maker =
    han &&
    new DeviceMaker(han, credentials, { directory: join(settings.certs_dir, DEVICES_FOLDER), clock, keys });
  maker?.make(await inventory.list());

  const user = settings.embedded ? await startUser(settings, log) : undefined;
  let s1sp: MockS1sp | undefined;
  const gateway = await startGateway(settings, {
    store,
    inventory,
    credentials,
    users: await usersOf(settings, store, user),
    wan: network,
    ...(han && { faults: han }),
    s1sps: s1spsOf(settings, () => s1sp?.url),
    onPreNotified: (id, deviceType, firmwareVersion) => maker?.makeNew(id, deviceType, firmwareVersion),
    clock,
    log,
  });
  han?.onMessage((message) => gateway.takeDeviceMessage(message));
  if (needsMockS1sp(settings)) {
    s1sp = await startMockS1sp({
      port: settings.s1sp_port,
      host: settings.host,
      gatewayInboxUrl: () => gateway.url + S1SP_INBOX_PATH,
      gateway: ACCESS_CONTROL_BROKER,
      resolveSigner: signerLookup(credentials, { clock, acceptExpired: settings.accept_expired }),
      packs: SchemaPacks.open(settings.xsd_dir),
      homes: smets1HomesOf(await inventory.list()),
      clock,
      log,
    });
    credentials.add(trustInS1sp(s1sp.identity));
  }
  return {
    gateway,
    settings,
    credentials,
    store,
    inventory,
    han,
    s1sp,
    user,
    runDue: async () => {
      await han?.runDue();
      let taken: number | undefined;
      do {
        taken = await han?.idle();
        await gateway.runDue();
      } while (taken !== (await han?.idle()));
    },
    stop: async () => {
      await gateway.stop();
      han?.stop();
      await s1sp?.stop();
      await user?.stop();
      await store.close();
    },
  };
}

/** The network of the settings: virtual Devices in this process, unless there is one to be reached over HTTP. */
function networkOf(
  { wan_url: url, wan_token: token, peer_timeout_ms: timeoutMs }: Settings,
  parts: Pick<EmbeddedOptions, 'log'> & {
    readonly credentials: CredentialStore;
    readonly clock: Clock;
    readonly keys: KeySource;
  },
): VirtualHan | HttpWan {
  if (url === undefined) return new VirtualHan({ ...parts, accessControlBroker: ACCESS_CONTROL_BROKER });
  return new HttpWan({ url, timeoutMs, ...(token !== undefined && { token }) });
}

/** Builds virtual Devices with keys of their own for Devices of the inventory. */
class DeviceMaker {
  readonly #made = new Set<Eui64>();
  /** Looked for once: it goes through all certificates. */
  readonly #remoteParties: ReturnType<typeof remotePartiesIn>;

  constructor(
    private readonly han: VirtualHan,
    private readonly credentials: CredentialStore,
    private readonly pki: { readonly directory: string; readonly clock: Clock; readonly keys: KeySource },
  ) {
    this.#remoteParties = remotePartiesIn(credentials);
  }

  make(devices: readonly DeviceRecord[]): void {
    this.#issue(devices.map(({ id }) => id));
    for (const { id, deviceType, hubId, firmwareVersion } of devices) {
      this.han.addDevice({
        id,
        deviceType,
        remoteParties: this.#remoteParties,
        ...(hubId !== null && { hub: hubId }),
        ...(firmwareVersion !== null && { firmwareVersion }),
      });
    }
  }

  /** A Device nobody has seen before, as one fresh from its manufacturer with the firmware it is announced with. */
  makeNew(id: Eui64, deviceType: DeviceType, firmwareVersion?: string): void {
    if (this.#made.has(id)) return;
    this.#issue([id]);
    this.han.addDevice({
      id,
      deviceType,
      remoteParties: this.#remoteParties,
      ...(firmwareVersion !== undefined && { firmwareVersion }),
    });
  }

  #issue(ids: readonly Eui64[]): void {
    const missing = ids.filter((id) => !this.#made.has(id));
    if (missing.length === 0) return;
    this.credentials.add(generateDevicePki({ ...this.pki, devices: missing, existing: 'keep' }));
    for (const id of missing) this.#made.add(id);
  }
}

/** The Users of the store, with those of the users file, or else the test organisations where peers are embedded. */
async function usersOf(
  { users_file: file }: Settings,
  store: Store,
  user: ReceiveResponseService<string> | undefined,
): Promise<UserDirectory> {
  const users = new UserDirectory(store);
  if (file !== undefined) await loadUsers(store, file);
  else if (user !== undefined) await seedTestOrganisations(store, user.url);
  else await removeTestOrganisations(store);
  if ((await users.all()).length > 0) return users;
  throw new ConfigError(
    'DUIS_USERS_FILE',
    'is needed when DUIS_EMBEDDED is no and the database has no Users; or add some with duis users add',
  );
}

function needsMockS1sp({ embedded, s1sps, s1sp_url: url }: Settings): boolean {
  return embedded && s1sps === undefined && url === undefined;
}

/** The S1SPs that are set; or else one that serves every SMETS1 Device, which may be the mock. */
function s1spsOf(settings: Settings, mockUrl: () => string | undefined): readonly S1sp[] {
  const { s1sps, s1sp_id: id, s1sp_url: url } = settings;
  if (s1sps !== undefined) {
    return s1sps.map((s1sp) => ({ name: s1sp.name, id: parseEui64(s1sp.id), url: () => s1sp.url }));
  }
  return [{ id: parseEui64(id), url: () => url ?? mockUrl() ?? refuseWithoutS1sp() }];
}

function refuseWithoutS1sp(): never {
  throw new ConfigError('DUIS_S1SP_URL', 'or DUIS_S1SPS is needed when DUIS_EMBEDDED is no');
}

function startUser(settings: Settings, log: Logger): Promise<ReceiveResponseService<string>> {
  return startReceiveResponseService({
    port: settings.receive_response_port,
    host: settings.host,
    read: (body) => {
      const text = body.toString('utf8');
      log.info('Response received by the User', {
        requestId: /RequestID>([^<]*)</.exec(text)?.[1],
        responseCode: /ResponseCode>([^<]*)</.exec(text)?.[1],
      });
      return text;
    },
    log,
  });
}
