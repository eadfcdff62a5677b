import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import { ConfigError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { Settings } from '../config/index.js';
import { OutboxWorker, postResponse } from '../delivery/index.js';
import {
  AnswerTimeouts,
  commandDoor,
  CommandProtection,
  deliverResult,
  type DeviceMessage,
  deviceMessageHandler,
  doorChooser,
  Gateway,
  InventoryFollowUp,
  nonDeviceDoor,
  OriginatorCounter,
  s1spDoor,
  s1spMessageHandler,
  type SignerFor,
  type WanPort,
} from '../dispatch/index.js';
import { ServiceRequestReader, ServiceResponses } from '../duis/index.js';
import { ensureSchemaPacks, SchemaPacks } from '../duis/schema/index.js';
import { createApp, listen } from '../http/index.js';
import type { Inventory } from '../inventory/index.js';
import { type CredentialStore, signerLookup } from '../smki/index.js';
import { postCountersignedRequest, S1spDocumentReader, Smets1Eligibility } from '../smets1/index.js';
import type { Delivery, DeliveryChannel, Store } from '../store/index.js';

/** Identities of the DCC in the test organisations' credentials. */
export const ACCESS_CONTROL_BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
const TRANSITIONAL_CHANGE_OF_SUPPLIER = parseEui64('90-B3-D5-1F-30-00-00-04');

/** Most deliveries in hand at once on one channel. */
const DELIVERIES_IN_HAND = 32;

/** Deepest nesting of elements read; the schemas need some 20. */
const MAX_DEPTH = 64;

/** What a gateway is built from besides its settings. */
export interface GatewayEnvironment {
  readonly store: Store;
  readonly inventory: Inventory;
  readonly credentials: CredentialStore;
  readonly users: UserDirectory;
  readonly wan: WanPort;
  readonly s1sp: { readonly id: Eui64; readonly url: () => string };
  /** Signs GBCS messages for parties of the DCC whose keys are in an HSM; absent: keys are among the credentials. */
  readonly dccSigner?: SignerFor;
  /** Called when a Device has been pre-notified. */
  readonly onPreNotified: (id: Eui64, deviceType: DeviceType) => void;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface RunningGateway {
  /** Base URL of the DUIS web services. */
  readonly url: string;
  /** To be called with every message a Device sends. */
  readonly takeDeviceMessage: (message: DeviceMessage) => Promise<void>;
  /** Ends requests in hand, then deliveries in hand; what is left stays in the store for the next start. */
  stop(): Promise<void>;
}

/**
 * Puts the rooms together and starts the web services. Work left over from before is taken up.
 * @throws ConfigError if something it needs is missing
 */
export async function startGateway(
  settings: Settings,
  environment: GatewayEnvironment,
): Promise<RunningGateway> {
  const { store, inventory, credentials, users, wan, s1sp, clock, log } = environment;
  const { journal, outbox } = store;
  await ensureSchemaPacks(settings.xsd_dir);
  const packs = SchemaPacks.load(settings.xsd_dir);
  const identity = credentials.findXmlSigner(ACCESS_CONTROL_BROKER);
  if (identity === undefined) {
    throw new ConfigError(
      'DUIS_CERTS_DIR',
      `no key to sign as ${ACCESS_CONTROL_BROKER} in '${settings.certs_dir}'; see certs/README.md`,
    );
  }
  const responses = new ServiceResponses(identity, clock);
  const resolveSigner = signerLookup(credentials, { clock, acceptExpired: settings.accept_expired });
  const limits = { maxBytes: settings.max_body_bytes, maxDepth: MAX_DEPTH };
  const followUp = new InventoryFollowUp(inventory, clock);

  const workers = new Map<DeliveryChannel, OutboxWorker>();
  const wake = (channel: DeliveryChannel): void => workers.get(channel)?.wake();
  const outgoing = { journal, users, responses, wake: () => wake('user'), clock, log };

  const giveUp = async (delivery: Delivery, code: string, reason: string): Promise<void> => {
    const entry = delivery.request && (await journal.find(delivery.request));
    if (entry === undefined) return;
    await followUp.failed(entry, reason);
    await deliverResult(entry, code, {}, outgoing, reason);
  };
  const addWorker = (
    channel: DeliveryChannel,
    handOver: (delivery: Delivery) => Promise<void>,
    onDelivered: (delivery: Delivery) => Promise<unknown>,
    onGivenUp: (delivery: Delivery, reason: string) => Promise<unknown>,
  ): void => {
    workers.set(
      channel,
      new OutboxWorker({
        outbox,
        channel,
        handOver,
        onDelivered: async (delivery) => void (await onDelivered(delivery)),
        onGivenUp: async (delivery, reason) => void (await onGivenUp(delivery, reason)),
        retry: {
          attempts: settings.retry_limit,
          delayMs: settings.retry_delay_ms,
          maxDelayMs: settings.retry_max_delay_ms,
        },
        clock,
        log,
        concurrency: DELIVERIES_IN_HAND,
      }),
    );
  };
  const step = (state: 'dispatched' | 'delivered') => async (delivery: Delivery) =>
    delivery.request && journal.advance(delivery.request, { state, at: clock() });

  addWorker(
    'wan',
    ({ request, destination, body }) =>
      wan.send({ requestId: request?.requestId ?? '', device: parseEui64(destination), bytes: body }),
    step('dispatched'),
    (delivery, reason) => giveUp(delivery, 'E20', reason),
  );
  addWorker(
    's1sp',
    ({ request, destination, body }) =>
      postCountersignedRequest(destination, request?.requestId ?? '', body, {
        timeoutMs: settings.peer_timeout_ms,
      }),
    step('dispatched'),
    (delivery, reason) => giveUp(delivery, 'E20', reason),
  );
  addWorker(
    'user',
    ({ destination, body }) => postResponse(destination, body, settings.peer_timeout_ms),
    step('delivered'),
    async ({ request }, reason) =>
      request &&
      journal.advance(request, { state: 'failed', at: clock(), reason: `not delivered: ${reason}` }),
  );

  const timeouts = new AnswerTimeouts({
    journal,
    limitMs: settings.answer_timeout_ms,
    onTimeout: async (entry) => {
      await followUp.failed(entry, 'no answer in time');
      await deliverResult(entry, 'E21', {}, outgoing, 'no answer in time');
    },
    clock,
    log,
  });

  const contextParts = {
    inventory,
    credentials,
    accessControlBroker: ACCESS_CONTROL_BROKER,
    transitionalChangeOfSupplier: TRANSITIONAL_CHANGE_OF_SUPPLIER,
  };
  const gateway = new Gateway({
    reader: new ServiceRequestReader({ packs, resolveSigner, limits }),
    responses,
    users,
    inventory,
    journal,
    accessControlBroker: ACCESS_CONTROL_BROKER,
    chooseDoor: doorChooser(
      {
        nonDevice: nonDeviceDoor(inventory, clock, environment.onPreNotified),
        command: commandDoor({
          ...contextParts,
          journal,
          counter: new OriginatorCounter(clock, await journal.highestCommandCounter()),
          protection: new CommandProtection(credentials, ACCESS_CONTROL_BROKER, environment.dccSigner),
          clock,
        }),
        s1sp: s1spDoor({ ...contextParts, identity, eligibility: new Smets1Eligibility(), s1sp, clock }),
      },
      inventory,
      clock,
    ),
    wake,
    clock,
    log,
  });
  const takeS1spDocument = s1spMessageHandler({
    ...outgoing,
    reader: new S1spDocumentReader({ packs, resolveSigner, isS1sp: (eui) => eui === s1sp.id, limits }),
    outbox,
    onResponse: (entry, failure) =>
      failure === undefined ? followUp.succeeded(entry) : followUp.failed(entry, failure),
  });

  const server = await listen(
    createApp({
      services: gateway,
      s1spInbox: { receive: takeS1spDocument },
      maxBodyBytes: settings.max_body_bytes,
      maxInFlight: settings.max_in_flight,
      log,
      health: () => ({ ready: true }),
    }),
    { host: settings.host, port: settings.port, bodyTimeoutMs: settings.body_timeout_ms },
  );
  for (const worker of workers.values()) worker.wake();
  timeouts.start();

  return {
    url: server.url,
    takeDeviceMessage: deviceMessageHandler({
      ...outgoing,
      outbox,
      onResponse: (entry, message) => followUp.answered(entry, message),
    }),
    stop: async () => {
      await server.stop(settings.shutdown_ms);
      await timeouts.stop();
      await Promise.all([...workers.values()].map((worker) => worker.stop()));
      packs.dispose();
    },
  };
}
