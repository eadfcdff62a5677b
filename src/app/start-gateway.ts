import type { Settings } from '../config/index.js';
import type { DeviceMessage } from '../dispatch/index.js';
import { ensureSchemaPacks, SchemaPacks } from '../duis/schema/index.js';
import { decodeMessage } from '../gbcs/index.js';
import { createAdminApp, createApp, listen } from '../http/index.js';
import { Messages } from '../store/index.js';
import { assembleGateway } from './assemble-gateway.js';
import type { GatewayEnvironment } from './gateway-environment.js';
import { lookAtHealth } from './health.js';

export interface RunningGateway {
  /** Base URL of the DUIS web services. */
  readonly url: string;
  /** Base URL of the administration of this gateway. */
  readonly adminUrl: string;
  /** To be called with every message a Device sends. */
  readonly takeDeviceMessage: (message: DeviceMessage) => Promise<void>;
  /**
   * Does all that is due at this moment, deliveries included. It is done each second anyway; a harness that moves the clock
   * calls this to have it done now.
   */
  runDue(): Promise<void>;
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
  const { log } = environment;
  await ensureSchemaPacks(settings.xsd_dir);
  const packs = SchemaPacks.load(settings.xsd_dir);
  const assembly = await assembleGateway(settings, environment, packs);
  const { gateway, workers, dueWork, takeDeviceMessage, takeS1spDocument } = assembly;
  const messages = new Messages(environment.store);
  const openCircuits = () => workers.openCircuits();
  const server = await listen(
    createApp({
      services: gateway,
      s1spInbox: { receive: takeS1spDocument },
      ...(settings.wan_url !== undefined && {
        networkInbox: {
          ...(settings.wan_token !== undefined && { token: settings.wan_token }),
          receive: (bytes: Buffer) =>
            takeDeviceMessage({ device: decodeMessage(bytes).header.originator, bytes }),
        },
      }),
      maxBodyBytes: settings.max_body_bytes,
      maxInFlight: settings.max_in_flight,
      log,
      health: () => lookAtHealth({ messages, openCircuits, log }),
    }),
    {
      host: settings.host,
      port: settings.port,
      bodyTimeoutMs: settings.body_timeout_ms,
      maxConnections: settings.max_connections,
    },
  );
  const admin = await listen(
    createAdminApp({
      users: environment.users,
      registrations: assembly.registrations,
      quarantine: assembly.quarantine,
      detection: assembly.detection,
      journal: environment.store.journal,
      messages,
      openCircuits,
      ...(environment.faults && { faults: environment.faults }),
      clock: environment.clock,
      log,
      ...(settings.admin_token !== undefined && { token: settings.admin_token }),
    }),
    { host: settings.admin_host, port: settings.admin_port, bodyTimeoutMs: settings.body_timeout_ms },
  );
  workers.wakeAll();
  dueWork.start();

  return {
    url: server.url,
    adminUrl: admin.url,
    takeDeviceMessage,
    runDue: async () => {
      await dueWork.run();
      workers.wakeAll();
      await workers.idle();
    },
    stop: async () => {
      await Promise.all([server.stop(settings.shutdown_ms), admin.stop(settings.shutdown_ms)]);
      await dueWork.stop();
      await workers.stop();
      packs.dispose();
    },
  };
}
