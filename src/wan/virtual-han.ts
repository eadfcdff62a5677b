import { type Clock, wholeSecond } from '../common/clock.js';
import { CodecError, PeerError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { CredentialStore, KeySource } from '../smki/index.js';
import { Alarm } from './alarm.js';
import { furnish } from './device-models.js';
import { type FirmwareDistribution, isToldByHub, receiveImage, transferAlert } from './firmware.js';
import { sendGenericAlert } from './generic-alert.js';
import { type CommandTrace, VirtualDevice, type VirtualDeviceFacts } from './virtual-device.js';

export interface VirtualHanOptions {
  /** Keys of the virtual Devices, and the certificates they have in their trust anchor cells. */
  readonly credentials: CredentialStore;
  readonly accessControlBroker: Eui64;
  readonly clock: Clock;
  /** Of the keys Devices make themselves; random ones unless given. */
  readonly keys?: KeySource;
  readonly log: Logger;
}

/** What can be wrong with a Device. */
export const FAULTS = [
  /** It cannot be reached. */
  'out of coverage',
  /** It takes Commands and says nothing. */
  'silent',
  /** Nothing in it works: it answers that the first thing it was told to do failed. */
  'faulty',
  /** It carries Commands out, and its Responses are changed on the way. */
  'hostile',
  /** Its Responses leave a minute late. */
  'slow',
] as const;

export type Fault = (typeof FAULTS)[number];

/** Faults with which nothing is heard of a Device. */
const MUTE: readonly (Fault | undefined)[] = ['out of coverage', 'silent'];

/** How late the Responses of a slow Device are. */
const SLOW_MS = 60_000;

interface LateResponse {
  readonly at: Date;
  readonly device: Eui64;
  readonly bytes: Buffer;
}

type Handler = (message: { readonly device: Eui64; readonly bytes: Buffer }) => Promise<void>;

/** Traces kept; the oldest go first. */
const TRACES_KEPT = 1000;

/** Home Area Networks in memory: takes Commands to virtual Devices and hands their Responses back. */
export class VirtualHan {
  readonly #options: VirtualHanOptions;
  readonly #devices = new Map<Eui64, VirtualDevice>();
  readonly #faults = new Map<Eui64, Fault>();
  /** What slow Devices will say, in the order of their Commands. */
  #late: LateResponse[] = [];
  /** Devices whose Communications Hub is not there yet, by its EUI-64. */
  readonly #waiting = new Map<Eui64, VirtualDeviceFacts[]>();
  readonly #traces = new Map<string, CommandTrace>();
  /** Commands and images taken. */
  #taken = 0;
  /** What is on its way to Devices and back. */
  readonly #underWay = new Set<Promise<void>>();
  readonly #alarm: Alarm;
  #handler: Handler = () => Promise.resolve();

  constructor(options: VirtualHanOptions) {
    this.#options = options;
    this.#alarm = new Alarm(options.clock, () => void this.runDue());
  }

  /** Ends waiting for what Devices hold; they do nothing by themselves any more. */
  stop(): void {
    this.#alarm.close();
  }

  /** Adds a Device; one in a home is in the Device Log of its Communications Hub, whichever of them is added first. */
  addDevice(facts: VirtualDeviceFacts): VirtualDevice {
    const device = new VirtualDevice(facts, this.#options);
    furnish(device);
    if (facts.deviceType === 'GPF') device.gasMeter = () => this.#meterOf(facts.hub) ?? device;
    this.#devices.set(facts.id, device);
    if (facts.hub !== undefined) this.#join(facts.hub, facts);
    const members = this.#waiting.get(facts.id) ?? [];
    this.#waiting.delete(facts.id);
    for (const member of members) device.deviceLog.set(member.id, member.deviceType);
    return device;
  }

  /** The gas meter in the Device Log of a Communications Hub. */
  #meterOf(hub: Eui64 | undefined): VirtualDevice | undefined {
    const members = hub === undefined ? [] : (this.#devices.get(hub)?.deviceLog.keys() ?? []);
    return [...members].map((id) => this.#devices.get(id)).find((device) => device?.deviceType === 'GSME');
  }

  #join(hub: Eui64, member: VirtualDeviceFacts): void {
    const log = this.#devices.get(hub)?.deviceLog;
    if (log !== undefined) log.set(member.id, member.deviceType);
    else this.#waiting.set(hub, [...(this.#waiting.get(hub) ?? []), member]);
  }

  device(id: Eui64): VirtualDevice | undefined {
    return this.#devices.get(id);
  }

  /** What can be wrong with a Device. */
  get faultKinds(): readonly Fault[] {
    return FAULTS;
  }

  /** The Devices something is wrong with. */
  faults(): { readonly device: Eui64; readonly fault: Fault }[] {
    return [...this.#faults].map(([device, fault]) => ({ device, fault }));
  }

  /** Breaks a Device, or mends it without a fault. @returns false if there is no such Device */
  setFault(id: Eui64, fault: Fault | undefined): boolean {
    const device = this.#devices.get(id);
    if (device === undefined) return false;
    if (fault === undefined) this.#faults.delete(id);
    else this.#faults.set(id, fault);
    device.failsAt = fault === 'faulty' ? 0 : undefined;
    return true;
  }

  /**
   * Lets a Device tell of something that happened to it; resolves when the Alert is taken.
   * @param code Event or Alert Code, such as 0x8F3F
   * @returns false if there is no such Device, or Devices of its type send no such Alerts
   */
  async tell(id: Eui64, code: number): Promise<boolean> {
    const device = this.#devices.get(id);
    if (device === undefined || !sendGenericAlert(device, code, device.now)) return false;
    await this.#handOver(device);
    return true;
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
    this.#later(() => this.#execute(device, command.requestId, command.bytes, fault));
    return Promise.resolve();
  }

  /**
   * Lets the Devices do what they hold until now; resolves when their Alerts are taken. The network does so by itself
   * when the time comes; this is for clocks that are moved.
   */
  async runDue(now: Date = this.#options.clock()): Promise<void> {
    await this.#sayLate(now);
    const second = wholeSecond(now);
    for (const device of this.#devices.values()) {
      try {
        device.executeDue(second);
        await this.#handOver(device);
      } catch (error) {
        this.#options.log.error('what was due not told', { device: device.id, reason: String(error) });
      }
    }
    this.#arm();
  }

  /**
   * Hands a firmware image to a Communications Hub, which passes it on to Devices in its Device Log; resolves when the
   * hub has taken it, Alerts follow: FDRA of ESME and GSME to the recipient; CCS08 of the hub and CS09 of PPMID and
   * HCALCS, which activate the image themselves, to the Access Control Broker.
   * @throws PeerError if the hub cannot be reached
   */
  distributeFirmware(distribution: FirmwareDistribution): Promise<void> {
    const hub = this.#devices.get(distribution.hub);
    if (hub?.deviceType !== 'CHF')
      return Promise.reject(new PeerError(`no Communications Hub ${distribution.hub}`, false));
    if (this.#faults.get(hub.id) === 'out of coverage')
      return Promise.reject(new PeerError(`Communications Hub ${hub.id} is out of coverage`, true));
    this.#later(() =>
      this.#passOn(hub, distribution).catch((error: unknown) => {
        const { requestId } = distribution;
        this.#options.log.error('firmware not passed on', { requestId, reason: String(error) });
      }),
    );
    return Promise.resolve();
  }

  /**
   * Resolves when nothing is on its way to a Device or back any more.
   * @returns how many Commands and images it has taken up to now
   */
  async idle(): Promise<number> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    return this.#taken;
  }

  /** Does something after the caller has gone on. */
  #later(work: () => Promise<void>): void {
    const done = new Promise<void>((resolve) => {
      setImmediate(() => void work().finally(resolve));
    });
    this.#taken++;
    this.#underWay.add(done);
    void done.then(() => this.#underWay.delete(done));
  }

  async #passOn(hub: VirtualDevice, distribution: FirmwareDistribution): Promise<void> {
    const { requestId, firmwareVersion, recipient, devices, image } = distribution;
    const hash = Buffer.from(distribution.hash);
    for (const id of devices) {
      const device = this.#devices.get(id);
      const reached = hub.deviceLog.has(id) && device !== undefined && !MUTE.includes(this.#faults.get(id));
      this.#options.log.info('firmware image at the Device', {
        requestId,
        device: id,
        reached,
        bytes: image.length,
      });
      if (device !== undefined && isToldByHub(device)) {
        hub.send(transferAlert(hub, id, firmwareVersion, reached));
        await this.#handOver(hub);
      }
      if (!reached) continue;
      receiveImage(device, { firmwareVersion, hash }, recipient);
      await this.#handOver(device);
    }
  }

  /** What a Device has to say goes out; of one that is silent or out of coverage it is lost. */
  async #handOver(device: VirtualDevice): Promise<void> {
    for (const bytes of device.takeAlerts()) {
      if (!MUTE.includes(this.#faults.get(device.id))) await this.#handler({ device: device.id, bytes });
    }
  }

  #arm(): void {
    const times = [
      ...[...this.#devices.values()].flatMap(({ nextDue }) => nextDue?.getTime() ?? []),
      ...this.#late.map(({ at }) => at.getTime()),
    ];
    this.#alarm.set(times.length === 0 ? undefined : new Date(Math.min(...times)));
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
      if (response !== undefined) await this.#say(device.id, response, fault);
      await this.#handOver(device);
    } catch (error) {
      const reason = error instanceof CodecError ? `malformed: ${error.message}` : String(error);
      log.error('Command not carried out', { requestId, device: device.id, reason });
    } finally {
      this.#arm();
    }
  }

  async #say(device: Eui64, bytes: Buffer, fault: Fault | undefined): Promise<void> {
    switch (fault) {
      case 'silent':
      case 'out of coverage':
        return;
      case 'slow':
        this.#late.push({ at: new Date(this.#options.clock().getTime() + SLOW_MS), device, bytes });
        return;
      case 'hostile':
        return this.#handler({ device, bytes: tampered(bytes) });
      case 'faulty':
      case undefined:
        return this.#handler({ device, bytes });
    }
  }

  async #sayLate(now: Date): Promise<void> {
    const due = this.#late.filter(({ at }) => at <= now);
    this.#late = this.#late.filter(({ at }) => at > now);
    for (const { device, bytes } of due) await this.#handler({ device, bytes });
  }

  #remember(requestId: string, trace: CommandTrace): void {
    this.#traces.set(requestId, trace);
    const [oldest] = this.#traces.keys();
    if (this.#traces.size > TRACES_KEPT && oldest !== undefined) this.#traces.delete(oldest);
  }
}

/** A message whose last byte, of its MAC or signature, is another. */
function tampered(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const last = changed.length - 1;
  changed[last] = (changed[last] ?? 0) ^ 1;
  return changed;
}
