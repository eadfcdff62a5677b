import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { boolean, doubleLongUnsigned } from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { type CosemMember, type CosemObjects, NULL_DATA } from './cosem-objects.js';
import type { EsmeLoadSwitch } from './esme-load-switch.js';
import type { TellOfEvent } from './prepayment-account.js';

/** Settings and counter of the load limiter. Source: GBCS mapping table, ECS27, ECS28a, ECS28b; mark: confirmed. */
const LIMITER = { classId: 71, obis: '0-0:17.0.0.255' } as const;
const THRESHOLD = { ...LIMITER, index: 4 } as const;
const PERIOD = { ...LIMITER, index: 6 } as const;
const RESTORATION_PERIOD = { ...LIMITER, index: 7 } as const;
const DISABLES_SUPPLY = { classId: 9000, obis: '0-0:94.44.0.3', index: 2 } as const;
const COUNTER = { classId: 3, obis: '0-0:94.44.42.255' } as const;
const COUNT = { ...COUNTER, index: 2 } as const;
const RESET = { ...COUNTER, index: 1 } as const;

/** Source: gbcs-alert-codes.csv; mark: confirmed. */
const EVENT = { aboveThreshold: 0x8f01, disabledThenArmed: 0x8f33, enabledAgain: 0x8f34 } as const;

const SECOND_MS = 1000;

/**
 * The load limiter of a virtual meter: power above a threshold throughout a period is counted and told; where it is set
 * so, supply is disabled, and enabled when the restoration period is over. Source: names of the objects, and titles of
 * the alerts; mark: inferred.
 */
export class EsmeLoadLimit {
  readonly #objects: CosemObjects;
  readonly #supply: EsmeLoadSwitch;
  readonly #tell: TellOfEvent;
  /** Since when power is above the threshold, milliseconds since 1970. */
  #above: number | undefined;
  #isTold = false;
  #restoration: number | undefined;

  constructor(objects: CosemObjects, supply: EsmeLoadSwitch, tell: TellOfEvent) {
    this.#objects = objects;
    this.#supply = supply;
    this.#tell = tell;
    objects.defineMethod(RESET, () => {
      objects.keep(COUNT, encodeData(doubleLongUnsigned, 0));
      return NULL_DATA;
    });
  }

  /** Whether a limit is set; 0 is none, mark: inferred. */
  get isSet(): boolean {
    return this.#number(THRESHOLD) > 0;
  }

  /** When it next has something to do, if power stays as it is; milliseconds since 1970. */
  get next(): number {
    return Math.min(this.#exceeds ?? Infinity, this.#restoration ?? Infinity);
  }

  /** Takes notice of the power from a time on, in watts, and does what is due then. */
  measure(power: number, at: number): void {
    if (!this.isSet || power <= this.#number(THRESHOLD)) {
      this.#above = undefined;
      this.#isTold = false;
    } else this.#above ??= at;
    this.act(at);
  }

  /** Does what is due at a time. */
  act(at: number): void {
    if (this.#exceeds !== undefined && this.#exceeds <= at) this.#limit(at);
    else if (this.#restoration !== undefined && this.#restoration <= at) this.#restore(at);
  }

  #restore(at: number): void {
    this.#restoration = undefined;
    if (this.#supply.openedFor !== 'load limit') return;
    this.#supply.close();
    this.#tell(EVENT.enabledAgain, new Date(at));
  }

  get #exceeds(): number | undefined {
    if (this.#above === undefined || this.#isTold) return undefined;
    return this.#above + this.#number(PERIOD) * SECOND_MS;
  }

  #limit(at: number): void {
    this.#isTold = true;
    this.#objects.keep(COUNT, encodeData(doubleLongUnsigned, this.#number(COUNT) + 1));
    this.#tell(EVENT.aboveThreshold, new Date(at));
    if (!this.#disablesSupply) return;
    this.#supply.arm('load limit');
    this.#tell(EVENT.disabledThenArmed, new Date(at));
    this.#restoration = at + Math.max(SECOND_MS, this.#number(RESTORATION_PERIOD) * SECOND_MS);
  }

  get #disablesSupply(): boolean {
    const value = this.#objects.value(DISABLES_SUPPLY);
    return value !== undefined && decodeData(boolean, new ByteReader(value));
  }

  #number(attribute: CosemMember): number {
    const value = this.#objects.value(attribute);
    return value === undefined ? 0 : decodeData(doubleLongUnsigned, new ByteReader(value));
  }
}
