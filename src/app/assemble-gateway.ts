import { AnomalyDetection, Quarantine, Registrations, Responsibility } from '../authorisation/index.js';
import { ConfigError } from '../common/errors.js';
import { parseEui64 } from '../common/eui64.js';
import type { Settings } from '../config/index.js';
import {
  AnomalyGate,
  BrokerAlerts,
  ClockWatch,
  commandDoor,
  CommandProtection,
  Conclusion,
  Consequences,
  DccAlerts,
  deviceAlertHandler,
  type DeviceMessage,
  deviceMessageHandler,
  doorChooser,
  DueWork,
  FirmwareApprovals,
  FirmwareDistribution,
  FutureDatedExecutions,
  Gateway,
  HeldRequests,
  InventoryFollowUp,
  Judgement,
  nonDeviceDoor,
  oneByOne,
  OriginatorCounter,
  type OriginatorCounters,
  s1spDoor,
  s1spMessageHandler,
  S1spResponsibility,
  ScheduledRuns,
  SharedOriginatorCounter,
  Sequences,
  SupplierChanges,
  VersionMismatches,
} from '../dispatch/index.js';
import { ServiceRequestReader, ServiceResponses } from '../duis/index.js';
import { fitsVersion, type SchemaPacks } from '../duis/schema/index.js';
import { Schedules } from '../scheduling/index.js';
import { signerLookup } from '../smki/index.js';
import { S1spDirectory, S1spDocumentReader, Smets1Eligibility } from '../smets1/index.js';
import type { Delivery, JournalEntry } from '../store/index.js';
import type { GatewayEnvironment } from './gateway-environment.js';
import { OutboxWorkers } from './outbox-workers.js';

/** Identities of the DCC in the test organisations' credentials. */
export const ACCESS_CONTROL_BROKER = parseEui64('90-B3-D5-1F-30-00-00-02');
const TRANSITIONAL_CHANGE_OF_SUPPLIER = parseEui64('90-B3-D5-1F-30-00-00-04');

/** Deepest nesting of elements read; the schemas need some 20. */
const MAX_DEPTH = 64;

/** How long due work is left to the gateway that has it, of several on one store; it looks each second. */
const DUE_WORK_LEASE_MS = 10_000;

const DAY_MS = 24 * 3600 * 1000;

/** The rooms put together, before anything listens. */
export interface Assembly {
  readonly gateway: Gateway;
  readonly workers: OutboxWorkers;
  readonly dueWork: DueWork;
  readonly registrations: Registrations;
  readonly quarantine: Quarantine;
  readonly detection: AnomalyDetection;
  readonly takeDeviceMessage: (message: DeviceMessage) => Promise<void>;
  readonly takeS1spDocument: (bytes: Buffer) => Promise<void>;
}

/**
 * Builds what serves requests from its parts.
 * @throws ConfigError if something it needs is missing
 */
export async function assembleGateway(
  settings: Settings,
  environment: GatewayEnvironment,
  packs: SchemaPacks,
): Promise<Assembly> {
  const { store, inventory, credentials, users, wan, clock, log } = environment;
  const { journal, outbox } = store;
  const s1sps = new S1spDirectory(environment.s1sps);
  const identity = credentials.findXmlSigner(ACCESS_CONTROL_BROKER);
  if (identity === undefined) {
    throw new ConfigError(
      'DUIS_CERTS_DIR',
      `no key to sign as ${ACCESS_CONTROL_BROKER} in '${settings.certs_dir}'; see certs/README.md`,
    );
  }
  const resolveSigner = signerLookup(credentials, { clock, acceptExpired: settings.accept_expired });
  const limits = { maxBytes: settings.max_body_bytes, maxDepth: MAX_DEPTH };
  const reader = new ServiceRequestReader({ packs, resolveSigner, limits });
  const responses = new ServiceResponses(identity, clock, fitsVersion(packs, limits));
  const registrations = new Registrations(store);
  const responsibility = new Responsibility({
    registrations,
    users,
    inventory,
    unregistered: settings.unregistered_meter_points,
  });
  const schedules = new Schedules(store);
  const alerts = new DccAlerts({ responses, responsibility, clock });

  const workers: OutboxWorkers = new OutboxWorkers(settings, {
    store,
    wan,
    onGivenUp: (delivery, reason) => giveUp(delivery, reason),
    clock,
    log,
  });
  const wake = (channel: Delivery['channel']): void => workers.wake(channel);
  const wakeUser = (): void => wake('user');
  const conclusion: Conclusion = new Conclusion({
    journal,
    users,
    responses,
    alerts,
    onConcluded: (entry, failure) => sequences.concluded(entry, failure),
    wake: wakeUser,
    clock,
    log,
  });
  const sequences = new Sequences({ journal, reader, conclusion, clock });
  const consequences: Consequences = new Consequences({
    alerts,
    schedules,
    held: () => held,
    users,
    clock,
  });
  const toUser = { outbox, users, responses, wake: wakeUser, clock, log };
  const executions = new FutureDatedExecutions({
    ...toUser,
    executions: store.futureExecutions,
    journal,
    reader,
    limitMs: settings.answer_timeout_ms,
  });
  const firmware = new FirmwareDistribution({
    inventory,
    wan,
    alerts,
    users,
    outbox,
    wake: wakeUser,
    clock,
    log,
  });
  const followUp = new InventoryFollowUp({
    inventory,
    credentials,
    consequences,
    executions,
    reader,
    users,
    alerts,
    outbox,
    wake: wakeUser,
    clock,
  });
  const giveUp = async (delivery: Delivery, reason: string): Promise<void> => {
    const entry = delivery.request && (await journal.find(delivery.request));
    if (entry !== undefined) await fail(entry, 'E20', reason);
  };
  const fail = async (entry: JournalEntry, code: string, reason: string): Promise<void> => {
    await followUp.failed(entry, reason);
    await conclusion.fail(entry, code, reason);
  };

  const judgement = new Judgement({
    users,
    inventory,
    journal,
    responsibility,
    accessControlBroker: ACCESS_CONTROL_BROKER,
    futureDatingLimitMs: settings.future_dating_limit_days * DAY_MS,
  });
  const contextParts = {
    inventory,
    credentials,
    accessControlBroker: ACCESS_CONTROL_BROKER,
    transitionalChangeOfSupplier: TRANSITIONAL_CHANGE_OF_SUPPLIER,
  };
  const chooseDoor = doorChooser(
    {
      nonDevice: nonDeviceDoor({
        inventory,
        schedules,
        consequences,
        local: { journal, users, onResponse: (entry, message) => followUp.answered(entry, message) },
        credentials,
        accessControlBroker: ACCESS_CONTROL_BROKER,
        onPreNotified: environment.onPreNotified,
        clock,
      }),
      command: commandDoor({
        ...contextParts,
        journal,
        counter: await counterOf(environment),
        protection: new CommandProtection(credentials, ACCESS_CONTROL_BROKER, environment.dccSigner),
        clock,
      }),
      s1sp: s1spDoor({ ...contextParts, identity, eligibility: new Smets1Eligibility(), s1sps, clock }),
    },
    inventory,
    clock,
  );
  const held = new HeldRequests({
    journal,
    reader,
    judgement,
    chooseDoor,
    responses,
    conclusion,
    wake,
    clock,
    log,
  });
  const detection = new AnomalyDetection({ store, reader, log });
  await detection.refresh();
  const quarantine = new Quarantine(store);
  const anomalies = new AnomalyGate({
    detection,
    quarantine,
    alerts,
    outbox,
    journal,
    conclusion,
    clock,
    log,
  });
  const gateway = new Gateway({
    reader,
    responses,
    judgement,
    sequences,
    held,
    anomalies,
    versions: new VersionMismatches({ users, responses, clock }),
    journal,
    chooseDoor,
    wake,
    clock,
    log,
  });
  const scheduledRuns = new ScheduledRuns({ schedules, journal, identity, clock, log });
  const supplierChanges = new SupplierChanges({
    ...toUser,
    registrations,
    responsibility,
    inventory,
    schedules,
    held,
    consequences,
    alerts,
  });
  const firmwareApprovals = new FirmwareApprovals({ ...toUser, inventory, consequences });
  const clockWatch = new ClockWatch({
    journal,
    outbox,
    longestPauseMs: settings.retry_max_delay_ms,
    clock,
    log,
  });
  const brokerAlerts = new BrokerAlerts({
    ...toUser,
    inventory,
    consequences,
    alerts,
  });

  return {
    gateway,
    workers,
    registrations,
    quarantine,
    detection,
    dueWork: new DueWork(
      [
        // What operators replay, what other processes enqueue, and what other gateways left behind.
        { name: 'outbox', everywhere: true, run: () => Promise.resolve(workers.wakeAll()) },
        { name: 'clock', run: () => clockWatch.look() },
        { name: 'quarantine', everywhere: true, run: () => anomalies.settle() },
        { name: 'changes of supplier', run: () => supplierChanges.follow() },
        { name: 'firmware approvals', run: () => firmwareApprovals.follow() },
        { name: 'opt-ins', run: () => followUp.optIns() },
        { name: 'sequences', run: () => sequences.sweep() },
        { name: 'schedules', run: () => scheduledRuns.begin() },
        { name: 'held requests', everywhere: true, run: () => held.serveDue() },
        { name: 'firmware', run: () => firmware.distribute() },
        { name: 'future-dated executions', run: () => executions.timeOut() },
        {
          name: 'answer timeouts',
          run: async () => {
            const due = new Date(clock().getTime() - settings.answer_timeout_ms);
            await oneByOne(
              await journal.dispatchedBefore(due),
              (entry) => fail(entry, 'E21', 'no answer in time'),
              { log, task: 'answer timeouts', about: ({ requestId }) => ({ requestId }) },
            );
          },
        },
      ],
      log,
      async () => store.shared?.leases.hold('due work', clock(), DUE_WORK_LEASE_MS) ?? true,
    ),
    takeDeviceMessage: deviceMessageHandler({
      journal,
      users,
      conclusion,
      onResponse: (entry, message) => followUp.answered(entry, message),
      onAlert: deviceAlertHandler({
        ...toUser,
        executions,
        brokerAlerts,
        accessControlBroker: ACCESS_CONTROL_BROKER,
      }),
      log,
    }),
    takeS1spDocument: s1spMessageHandler({
      ...toUser,
      journal,
      conclusion,
      reader: new S1spDocumentReader({ packs, resolveSigner, isS1sp: (eui) => s1sps.has(eui), limits }),
      responsibility: new S1spResponsibility({ s1sps, inventory }),
      onResponse: (entry, failure) =>
        failure === undefined ? followUp.succeeded(entry) : followUp.failed(entry, failure),
    }),
  };
}

async function counterOf({ store, clock }: GatewayEnvironment): Promise<OriginatorCounters> {
  const highest = await store.journal.highestCommandCounter();
  return store.shared === undefined
    ? new OriginatorCounter(clock, highest)
    : new SharedOriginatorCounter(store.shared.originatorCounter, clock, highest);
}
