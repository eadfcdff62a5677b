import type { Clock } from '../common/clock.js';
import { CodecError, PeerError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { CredentialStore } from '../smki/index.js';
import { furnish } from './device-models.js';
import { type CommandTrace, VirtualDevice, type VirtualDeviceFacts } from './virtual-device.js';

export interface VirtualHanOptions {
  /** Keys of the virtual Devices, and the certificates they have in their trust anchor cells. */
  readonly credentials: CredentialStore;
  readonly accessControlBroker: Eui64;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What is wrong with a Device: it cannot be reached, or it takes Commands and says nothing. */
export type Fault = 'out of coverage' | 'silent';

type Handler = (message: { readonly device: Eui64; readonly bytes: Buffer }) => Promise<void>;

/** Traces kept; the oldest go first. */
const TRACES_KEPT = 1000;

/** Home Area Networks in memory: takes Commands to virtual Devices and hands their Responses back. */
export class VirtualHan {
  readonly #options: VirtualHanOptions;
  readonly #devices = new Map<Eui64, VirtualDevice>();
  readonly #faults = new Map<Eui64, Fault>();
  readonly #traces = new Map<string, CommandTrace>();
  #handler: Handler = () => Promise.resolve();

  constructor(options: VirtualHanOptions) {
    this.#options = options;
  }

  /** Adds a Device; one in a home is in the Device Log of its Communications Hub. */
  addDevice(facts: VirtualDeviceFacts): VirtualDevice {
    const device = new VirtualDevice(facts, this.#options);
    furnish(device);
    this.#devices.set(facts.id, device);
    if (facts.hub !== undefined) this.#devices.get(facts.hub)?.deviceLog.set(facts.id, facts.deviceType);
    return device;
  }

  device(id: Eui64): VirtualDevice | undefined {
    return this.#devices.get(id);
  }

  /** Breaks a Device, or mends it. */
  setFault(id: Eui64, fault: Fault | undefined): void {
    if (fault === undefined) this.#faults.delete(id);
    else this.#faults.set(id, fault);
  }

  /** Who takes what Devices send. */
  onMessage(handler: Handler): void {
    this.#handler = handler;
  }

  /** What the Device made of the Command of a request; undefined if none came. */
  trace(requestId: string): CommandTrace | undefined {
    return this.#traces.get(requestId);
  }

  /**
   * Hands a Command to its Device; resolves when the network has taken it, the Response follows.
   * @throws PeerError if the Device cannot be reached
   */
  send(command: {
    readonly requestId: string;
    readonly device: Eui64;
    readonly bytes: Buffer;
  }): Promise<void> {
    const device = this.#devices.get(command.device);
    if (device === undefined)
      return Promise.reject(new PeerError(`no Device ${command.device} in any home`, false));
    const fault = this.#faults.get(command.device);
    if (fault === 'out of coverage') {
      return Promise.reject(new PeerError(`Device ${command.device} is out of coverage`, true));
    }
    setImmediate(() => void this.#execute(device, command.requestId, command.bytes, fault));
    return Promise.resolve();
  }

  async #execute(
    device: VirtualDevice,
    requestId: string,
    bytes: Buffer,
    fault: Fault | undefined,
  ): Promise<void> {
    const { log } = this.#options;
    try {
      const { trace, response } = device.take(bytes);
      this.#remember(requestId, trace);
      const facts = { requestId, device: device.id, useCase: trace.useCase, outcome: trace.outcome };
      log.info('Command at the Device', {
        ...facts,
        ...(trace.reason !== undefined && { reason: trace.reason }),
      });
      if (response !== undefined && fault !== 'silent')
        await this.#handler({ device: device.id, bytes: response });
    } catch (error) {
      const reason = error instanceof CodecError ? `malformed: ${error.message}` : String(error);
      log.error('Command not carried out', { requestId, device: device.id, reason });
    }
  }

  #remember(requestId: string, trace: CommandTrace): void {
    this.#traces.set(requestId, trace);
    const [oldest] = this.#traces.keys();
    if (this.#traces.size > TRACES_KEPT && oldest !== undefined) this.#traces.delete(oldest);
  }
}
