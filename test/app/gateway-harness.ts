import { type KeyObject } from 'node:crypto';
import { startGateway, type RunningGateway } from '../../src/app/start-gateway.js';
import { seedTestOrganisations, UserDirectory } from '../../src/authorisation/index.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { type Logger, silentLogger } from '../../src/common/logger.js';
import { readSettings } from '../../src/config/index.js';
import type { FirmwareImage, OutgoingCommand } from '../../src/dispatch/index.js';
import { decodeMessage, encodeMessage } from '../../src/gbcs/index.js';
import { signRequest } from '../../src/duis/signature/index.js';
import { Inventory, SEED_DEVICES, seedInventory } from '../../src/inventory/index.js';
import type { S1sp } from '../../src/smets1/index.js';
import { type CredentialStore, generateDevicePki, openCredentials } from '../../src/smki/index.js';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.js';
import { VirtualHan } from '../../src/wan/index.js';
import {
  type ReceiveResponseService,
  startReceiveResponseService,
} from '../../src/testing/receive-response-service.js';

export const SUPPLIER = '90-B3-D5-1F-30-01-00-00';
export const NETWORK_OPERATOR = '90-B3-D5-1F-30-02-00-00';
export const ACB = '90-B3-D5-1F-30-00-00-02';
export const PPMID = '00-DB-12-34-56-78-90-A4';
export const ESME = '00-DB-12-34-56-78-90-A0';
export const HUB = '00-DB-12-34-56-78-90-A2';

/** A request in the making; the members given replace those of a firmware version read. */
export interface RequestFacts {
  readonly originator?: string;
  readonly target?: string;
  readonly counter?: bigint;
  readonly commandVariant?: number;
  readonly variant?: string;
  readonly reference?: string;
  readonly version?: string;
  readonly body?: string;
  readonly firstInSequence?: boolean;
  /** RequestID of the request before it. */
  readonly preceding?: string;
}

/** A gateway over a store in memory, with a network that only keeps what it is given. */
export class GatewayHarness {
  readonly sent: OutgoingCommand[] = [];
  /** Firmware images handed to the network. */
  readonly images: FirmwareImage[] = [];
  now = new Date('2026-06-01T12:00:00Z');
  /** What the network does with a Command; replaced by tests. */
  transmit: (command: OutgoingCommand) => Promise<void> = (command) => {
    this.sent.push(command);
    return Promise.resolve();
  };

  /** What the network does with a firmware image; replaced by tests. */
  distribute: (image: FirmwareImage) => Promise<void> = () => Promise.resolve();

  /** S1SPs the gateway is started with: one that serves every SMETS1 Device and cannot be reached. */
  s1sps: readonly S1sp[] = [
    { id: parseEui64('90-B3-D5-1F-30-00-05-01'), url: () => 'http://127.0.0.1:1/none' },
  ];

  /** What the gateway is started with. */
  log: Logger = silentLogger;

  #counter = 1n;

  private constructor(
    readonly credentials: CredentialStore,
    readonly store: Store,
    readonly inventory: Inventory,
    readonly user: ReceiveResponseService<string>,
  ) {
    this.users = new UserDirectory(store);
  }

  gateway!: RunningGateway;
  readonly users: UserDirectory;

  static async start(
    environment: NodeJS.ProcessEnv = {},
    log?: Logger,
    database: StoreOptions = { url: ':memory:' },
  ): Promise<GatewayHarness> {
    const { store: credentials } = await openCredentials({ testCredentials: true });
    credentials.add(generateDevicePki({ devices: SEED_DEVICES.map(({ id }) => id) }));
    const store = await openStore({ ...database, ...(log !== undefined && { log }) });
    const user = await startReceiveResponseService({
      port: 0,
      read: (body) => body.toString('utf8'),
      log: silentLogger,
    });
    const harness = new GatewayHarness(credentials, store, new Inventory(store), user);
    if (log !== undefined) harness.log = log;
    await seedInventory(store, harness.now);
    await harness.startGateway(environment);
    return harness;
  }

  async startGateway(environment: NodeJS.ProcessEnv = {}): Promise<void> {
    await seedTestOrganisations(this.store, this.user.url);
    this.gateway = await startGateway(
      readSettings({ DUIS_PORT: '0', DUIS_ADMIN_PORT: '0', ...environment }),
      {
        store: this.store,
        inventory: this.inventory,
        credentials: this.credentials,
        users: this.users,
        wan: {
          send: (command) => this.transmit(command),
          distributeFirmware: (image) => {
            this.images.push(image);
            return this.distribute(image);
          },
        },
        s1sps: this.s1sps,
        onPreNotified: () => undefined,
        clock: () => this.now,
        log: this.log,
      },
    );
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.user.stop();
    await this.store.close();
  }

  /** An unsigned Request. */
  xml(facts: RequestFacts = {}): string {
    const variant = facts.variant ?? '11.2';
    const reference = facts.reference ?? variant.split('.').slice(0, 2).join('.');
    const counter = facts.counter ?? this.#counter++;
    return (
      `<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="${facts.version ?? '5.4'}">` +
      `<sr:Header><sr:RequestID>${facts.originator ?? SUPPLIER}:${facts.target ?? PPMID}:${counter}</sr:RequestID>` +
      (facts.firstInSequence === true ? '<sr:FirstInSequence>true</sr:FirstInSequence>' : '') +
      (facts.preceding === undefined
        ? ''
        : `<sr:PrecedingServiceRequestID>${facts.preceding}</sr:PrecedingServiceRequestID>`) +
      `<sr:CommandVariant>${facts.commandVariant ?? 1}</sr:CommandVariant>` +
      `<sr:ServiceReference>${reference}</sr:ServiceReference>` +
      `<sr:ServiceReferenceVariant>${variant}</sr:ServiceReferenceVariant></sr:Header>` +
      `<sr:Body>${facts.body ?? '<sr:ReadFirmwareVersion/>'}</sr:Body></sr:Request>`
    );
  }

  /** The Request signed by its originator, or with the key of another party. */
  signed(facts: RequestFacts = {}, signer?: string): Buffer {
    return signRequest(Buffer.from(this.xml(facts)), (originator) => {
      const identity = this.credentials.findXmlSigner(parseEui64(signer ?? originator));
      if (identity === undefined) throw new Error(`no key of ${signer ?? originator}`);
      return identity;
    });
  }

  /** Resolves when everything due at this moment is done, deliveries included. */
  async settled(): Promise<void> {
    await this.gateway.runDue();
  }

  /** The Command that left last. */
  async nextSent(): Promise<OutgoingCommand> {
    await this.settled();
    const command = this.sent.at(-1);
    if (command === undefined) throw new Error('no Command left');
    return command;
  }

  /** What a Device that did as it was told answers: a Response of the form of CS08's unless content is given. */
  responseTo(command: Buffer, content: Buffer = Buffer.from('3009040400030001020100', 'hex')): Buffer {
    const { header } = decodeMessage(command);
    return encodeMessage({
      header: { ...header, kind: 'Response', originator: header.recipient, recipient: header.originator },
      content,
      signature: Buffer.alloc(0),
      mac: Buffer.alloc(12),
    });
  }

  /** Virtual Devices of the seeded homes, for tests that carry a Command to one and its answer back. */
  async virtualHan(): Promise<VirtualHan> {
    const han = new VirtualHan({
      credentials: this.credentials,
      accessControlBroker: parseEui64(ACB),
      clock: () => this.now,
      log: silentLogger,
    });
    for (const { id, deviceType, hubId, firmwareVersion } of await this.inventory.list()) {
      han.addDevice({
        id,
        deviceType,
        ...(hubId !== null && { hub: hubId }),
        ...(firmwareVersion !== null && { firmwareVersion }),
      });
    }
    han.onMessage((message) => this.gateway.takeDeviceMessage(message));
    return han;
  }

  async post(
    service: 'T' | 'S' | 'D',
    message: Buffer | string,
  ): Promise<{ status: number; text: string; code: string | undefined }> {
    const response = await fetch(`${this.gateway.url}/api/v1/service${service}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: typeof message === 'string' ? message : new Uint8Array(message),
    });
    const text = await response.text();
    return { status: response.status, text, code: /ResponseCode>([^<]*)</.exec(text)?.[1] };
  }

  /** Digital signature key with which a party signs Pre-Commands. */
  gbcsKey(party: string): KeyObject {
    const key = this.credentials.find(parseEui64(party), 'ds')?.privateKey;
    if (key === undefined) throw new Error(`no key of ${party}`);
    return key;
  }
}
