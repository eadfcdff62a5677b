import type { DeviceType } from '../../common/device-type.js';
import type { Eui64 } from '../../common/eui64.js';
import type { RequestElementName } from '../../duis/index.js';
import type { RequestBodyElements } from '../../duis/generated/service-request-types.js';

/** Something that happened to a Device, as its event or security log has it. */
export interface DeviceEvent {
  readonly at: Date;
  /** Two bytes: the code of the GBCS alert or event with the meaning given. */
  readonly code: Buffer;
  readonly meaning: string;
  readonly security: boolean;
}

export interface Amount {
  readonly at: Date;
  /** Thousandths of a penny. */
  readonly amount: bigint;
}

/** When the registers of all simulated meters stood at zero. */
const INSTALLED = Date.UTC(2020, 0, 1);
const HOUR = 3_600_000;
const EVENTS_KEPT = 100;

/** A simulated SMETS1 Device: what it was told, and registers that run with the clock. */
export class Smets1Device {
  firmwareVersion: string;
  supplyState: 'Enabled' | 'Disabled' | 'Armed' = 'Enabled';
  importMpxn: string | undefined;
  /** Thousandths of a penny. */
  meterBalance = 12_340_000n;
  emergencyCreditBalance = 0n;
  timeDebt: readonly [bigint, bigint] = [0n, 0n];
  paymentDebt = 0n;
  /** How far its clock is from the right time, in milliseconds. */
  clockOffsetMs = 0;
  /** Devices it has joined with. */
  readonly joined = new Map<Eui64, DeviceType>();
  /** Messages it was given to display. */
  readonly messages: { readonly at: Date; readonly text: string }[] = [];
  readonly topUps: Amount[] = [];
  readonly events: DeviceEvent[] = [];
  /** The last body of each kind of update, so that reads show it. */
  readonly #settings = new Map<RequestElementName, unknown>();

  constructor(
    readonly id: Eui64,
    readonly type: DeviceType,
    firmwareVersion: string,
  ) {
    this.firmwareVersion = firmwareVersion;
  }

  get isGas(): boolean {
    return this.type === 'GSME' || this.type === 'GPF';
  }

  setting<Name extends RequestElementName>(element: Name): RequestBodyElements[Name] | undefined {
    return this.#settings.get(element) as RequestBodyElements[Name] | undefined;
  }

  set<Name extends RequestElementName>(element: Name, content: RequestBodyElements[Name]): void {
    this.#settings.set(element, content);
  }

  record(at: Date, code: number, meaning: string, security = false): void {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(code);
    this.events.push({ at, code: bytes, meaning, security });
    if (this.events.length > EVENTS_KEPT) this.events.shift();
  }

  clearEvents(): void {
    const kept = this.events.filter(({ security }) => security);
    this.events.splice(0, this.events.length, ...kept);
  }

  /** Active energy imported in Wh: a load of its own, so that no two meters read the same. */
  importWh(at: Date): bigint {
    return BigInt(Math.floor(this.#hours(at) * this.loadW));
  }

  /** Power imported in W. */
  get loadW(): number {
    return 200 + (this.#seed % 400);
  }

  reactiveImportVarh(at: Date): bigint {
    return this.importWh(at) / 10n;
  }

  exportWh(at: Date): bigint {
    return this.importWh(at) / 4n;
  }

  /** Gas in cubic metres, three decimals. */
  gasM3(at: Date): string {
    return (Math.floor(this.#hours(at) * (100 + (this.#seed % 100))) / 1000).toFixed(3);
  }

  #hours(at: Date): number {
    return Math.max(0, at.getTime() - INSTALLED) / HOUR;
  }

  get #seed(): number {
    return parseInt(this.id.slice(-5).replace('-', ''), 16);
  }
}
