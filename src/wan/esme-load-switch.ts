import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { enumerated, longUnsigned } from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { type CosemObjects, NULL_DATA } from './cosem-objects.js';
import type { Supply, SupplyState } from './prepayment-account.js';

/** States of supply. Source: GBCS mapping table row 943; mark: confirmed. */
const STATE: Readonly<Record<SupplyState, number>> = { disabled: 0, enabled: 1, armed: 2 };

/** Scripts of the load switch and the state each leads to. Source: GBCS mapping table rows 693, 943 to 945. */
const SUPPLY_STATE: ReadonlyMap<number, SupplyState> = new Map([
  [51, 'enabled'],
  [52, 'disabled'],
  [54, 'armed'],
] as const);
const SUPPLY_SCRIPTS = { classId: 9, obis: '0-0:10.0.106.255', index: 1 } as const;
const SUPPLY = { classId: 70, obis: '0-0:96.3.10.255', index: 3 } as const;

/** Why a meter has opened its load switch by itself. */
export type DisablementReason = 'credit' | 'load limit';

/** The load switch of an electricity meter, which Commands and the meter itself open, close and arm. */
export class EsmeLoadSwitch implements Supply {
  readonly #objects: CosemObjects;
  #openedFor: DisablementReason | undefined;

  constructor(objects: CosemObjects) {
    this.#objects = objects;
    objects.defineMethod(SUPPLY_SCRIPTS, (argument) => {
      const state = SUPPLY_STATE.get(decodeData(longUnsigned, new ByteReader(argument)));
      if (state !== undefined) this.#keep(state, undefined);
      return NULL_DATA;
    });
  }

  get state(): SupplyState {
    const value = this.#objects.value(SUPPLY);
    const number = value === undefined ? STATE.enabled : decodeData(enumerated, new ByteReader(value));
    return number === STATE.enabled ? 'enabled' : number === STATE.armed ? 'armed' : 'disabled';
  }

  /** Why the meter has opened it; undefined once it is closed, or a Command has said what to do. */
  get openedFor(): DisablementReason | undefined {
    return this.#openedFor;
  }

  /** Disables supply. */
  open(reason: DisablementReason): void {
    this.#keep('disabled', reason);
  }

  /** Lets the household enable supply. */
  arm(reason?: DisablementReason): void {
    this.#keep('armed', reason);
  }

  /** Enables supply. */
  close(): void {
    this.#keep('enabled', undefined);
  }

  #keep(state: SupplyState, reason: DisablementReason | undefined): void {
    this.#openedFor = reason;
    this.#objects.keep(SUPPLY, encodeData(enumerated, STATE[state]));
  }
}
