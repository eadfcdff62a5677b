import { parseEui64 } from '../../../src/common/eui64.js';
import type { Logger } from '../../../src/common/logger.js';
import { silentLogger } from '../../../src/common/logger.js';
import { NETWORK_INBOX_PATH } from '../../../src/http/index.js';
import type { CredentialStore } from '../../../src/smki/index.js';
import { VirtualHan, type VirtualDeviceFacts, WAN_HEADERS } from '../../../src/wan/index.js';
import { ACB } from '../gateway-harness.js';
import { FlappingServer, type PeerRequest } from './flapping-server.js';
import type { Relay } from './relay.js';

/** A network with Devices that outlives the gateway, and counts what they do. */
export class OutsideNetwork {
  readonly server: FlappingServer;
  /** How often a Device carried out the Command of a request, by RequestID. */
  readonly executions = new Map<string, number>();
  /** RequestIDs of Commands that a Device refused, with the reasons. */
  readonly refusals = new Map<string, unknown>();
  readonly han: VirtualHan;

  constructor(
    credentials: CredentialStore,
    devices: readonly VirtualDeviceFacts[],
    relay: Relay,
    random: () => number,
  ) {
    this.han = new VirtualHan({
      credentials,
      accessControlBroker: parseEui64(ACB),
      clock: () => new Date(),
      log: { ...silentLogger, info: this.#count },
    });
    for (const device of devices) this.han.addDevice(device);
    this.han.onMessage(({ bytes }) => {
      relay.put({ path: NETWORK_INBOX_PATH, contentType: 'application/octet-stream', body: bytes });
      return Promise.resolve();
    });
    this.server = new FlappingServer((request) => this.#take(request), random);
  }

  stop(): void {
    this.han.stop();
    this.server.stop();
  }

  readonly #count: Logger['info'] = (_message, facts) => {
    if (facts === undefined || typeof facts['requestId'] !== 'string') return;
    const { requestId, outcome, reason } = facts;
    if (outcome === 'executed') this.executions.set(requestId, (this.executions.get(requestId) ?? 0) + 1);
    if (outcome === 'refused') this.refusals.set(requestId, reason);
  };

  async #take({ headers, body }: PeerRequest): Promise<number> {
    const header = (name: string): string => String(headers[name.toLowerCase()]);
    await this.han.send({
      requestId: header(WAN_HEADERS.requestId),
      device: parseEui64(header(WAN_HEADERS.device)),
      bytes: body,
    });
    return 202;
  }
}
