import { metering, SUPPLY_STATUS } from '../gbcs/gbz/clusters/metering.js';
import type { Supply, SupplyState } from './prepayment-account.js';
import type { ZigbeeAttributes } from './zigbee-attributes.js';

const STATUS: Readonly<Record<SupplyState, number>> = {
  disabled: SUPPLY_STATUS.off,
  enabled: SUPPLY_STATUS.on,
  armed: SUPPLY_STATUS.armed,
};
const STATES: readonly SupplyState[] = ['disabled', 'armed', 'enabled'];
const { supplyStatus } = metering.attributes;

/** The valve of a gas meter, in the attribute that Commands change too. */
export class GasSupply implements Supply {
  readonly #attributes: ZigbeeAttributes;
  #openedFor: 'credit' | undefined;

  constructor(attributes: ZigbeeAttributes) {
    this.#attributes = attributes;
  }

  get state(): SupplyState {
    return STATES[Number(this.#attributes.read(metering.id, supplyStatus.id)?.value)] ?? 'enabled';
  }

  get openedFor(): 'credit' | undefined {
    return this.#openedFor;
  }

  open(reason: 'credit'): void {
    this.#set('disabled', reason);
  }

  arm(): void {
    this.#set('armed');
  }

  close(): void {
    this.#set('enabled');
  }

  /** A Command has said what supply is to be. */
  commanded(): void {
    this.#openedFor = undefined;
  }

  #set(state: SupplyState, openedFor?: 'credit'): void {
    this.#openedFor = openedFor;
    this.#attributes.set(metering.id, supplyStatus.id, STATUS[state]);
  }
}
