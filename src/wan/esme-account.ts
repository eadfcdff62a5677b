import {
  ACCUMULATED_DEBT,
  METER_BALANCE,
  PRIMARY_PRICES,
  STANDING_CHARGE,
  TIME_DEBT_1,
  TIME_DEBT_2,
} from '../gbcs/use-cases/dlms/shared/account-objects.js';
import type { CosemObject } from '../gbcs/dlms/access-specification.js';
import type { CosemObjects } from './cosem-objects.js';
import { type AccountLimit, EsmeAccountRegisters } from './esme-account-registers.js';
import type { TellOfEvent } from './esme-events.js';
import type { EsmeLoadSwitch } from './esme-load-switch.js';
import { isNonDisablement } from './esme-non-disablement.js';
import { isCollected, isPrepayment } from './esme-payment-mode.js';
import { standingChargeOf, timeChargeOf } from './esme-prices.js';

/** What happens in an account. Source: gbcs-alert-codes.csv; mark: confirmed. */
const EVENT = {
  lowCredit: 0x810d,
  emergencyCreditAvailable: 0x8119,
  armedByEmergencyCredit: 0x8168,
  timeDebt1Collected: 0x81a7,
  timeDebt2Collected: 0x81a8,
  paymentDebtCollected: 0x81a9,
  emergencyCreditExhausted: 0x81aa,
  emergencyCreditActivated: 0x81ab,
  creditBelowDisablementThreshold: 0x8f0f,
  supplyArmed: 0x8f32,
  disablementSuspended: 0x8f83,
} as const;

/** Debts that are recovered as time goes by. */
const TIME_DEBTS = [
  { debt: TIME_DEBT_1, register: 'timeDebtRegister1', collected: EVENT.timeDebt1Collected },
  { debt: TIME_DEBT_2, register: 'timeDebtRegister2', collected: EVENT.timeDebt2Collected },
] as const;

/**
 * The account of a virtual electricity meter, in thousandths of a penny. What is charged to which credit is what the
 * Command said that set the payment mode (ECS02, ECS03). Source of the order of things: names of the objects, and the
 * titles of alerts; mark: inferred. The cap on the recovery of debts is not applied.
 */
export class EsmeAccount {
  readonly registers: EsmeAccountRegisters;
  readonly #objects: CosemObjects;
  readonly #supply: EsmeLoadSwitch;
  readonly #tell: TellOfEvent;
  #emergencyCreditActive = false;
  /** Whether it was told that supply goes on without credit. */
  #suspensionTold = false;
  /** What is to be charged and is less than a thousandth of a penny. */
  #uncharged = 0;

  constructor(objects: CosemObjects, supply: EsmeLoadSwitch, tell: TellOfEvent) {
    this.#objects = objects;
    this.registers = new EsmeAccountRegisters(objects);
    this.#supply = supply;
    this.#tell = tell;
  }

  get isPrepayment(): boolean {
    return isPrepayment(this.#objects);
  }

  /** Takes what was used. @param amount thousandths of a penny, also parts of one */
  charge(amount: number, time: Date): void {
    if (!this.#isCollected(PRIMARY_PRICES)) return;
    const due = this.#uncharged + amount;
    const whole = Math.floor(due);
    this.#uncharged = due - whole;
    if (whole === 0) return;
    if (!this.isPrepayment) {
      this.registers.add('meterBalance', -whole);
      return;
    }
    this.#changing(time, () => {
      const missing = this.#takeFromBalance(whole, time);
      if (missing > 0) this.#takeFromEmergencyCredit(missing, time);
    });
  }

  /** Takes the standing charge of a day. */
  chargeDay(time: Date): void {
    if (!this.#isCollected(STANDING_CHARGE)) return;
    const amount = Math.floor(standingChargeOf(this.#objects));
    if (!this.isPrepayment) this.registers.add('meterBalance', -amount);
    else this.#changing(time, () => this.#takeOrOwe(STANDING_CHARGE, amount, time));
  }

  /** Recovers time debts whose period ends, counted from midnight UTC. @param time end of a half-hour */
  recoverDebts(time: Date): void {
    if (!this.isPrepayment) return;
    for (const { debt, register, collected } of TIME_DEBTS) {
      const period = this.registers.periodOf(debt);
      if (period === 0 || (time.getTime() / 1000) % period !== 0 || !this.#isCollected(debt)) continue;
      const owed = this.registers.in(register);
      const recovered = Math.min(owed, Math.floor(timeChargeOf(this.#objects, debt)));
      if (recovered <= 0) continue;
      this.#changing(time, () => {
        this.registers.set(register, owed - recovered);
        this.#takeOrOwe(debt, recovered, time);
      });
      if (recovered === owed) this.#tell(collected, time);
    }
  }

  /** Takes a payment: it pays its share of the payment debt, what is owed, and emergency credit that was used. */
  pay(amount: number, time: Date): { readonly intoDebt: number } {
    const { registers } = this;
    const intoDebt = registers.shareOf(amount);
    registers.add('paymentDebtRegister', -intoDebt);
    if (intoDebt > 0 && registers.in('paymentDebtRegister') === 0)
      this.#tell(EVENT.paymentDebtCollected, time);
    const owed = Math.min(amount - intoDebt, Math.max(0, registers.in('accumulatedDebtRegister')));
    registers.add('accumulatedDebtRegister', -owed);
    const left = amount - intoDebt - owed;
    registers.add('meterBalance', left - this.#repayEmergencyCredit(left));
    this.settleSupply(time);
    return { intoDebt };
  }

  /** ECS09: emergency credit can be used from now on, if it is available. */
  activateEmergencyCredit(time: Date): void {
    const { registers } = this;
    const available = registers.in('meterBalance') <= registers.limit('emergencyCreditThreshold');
    const limit = registers.limit('emergencyCreditLimit');
    if (!this.isPrepayment || this.#emergencyCreditActive || !available || limit <= 0) return;
    this.#emergencyCreditActive = true;
    registers.set('emergencyCreditBalance', limit);
    this.#tell(EVENT.emergencyCreditActivated, time);
    this.settleSupply(time, EVENT.armedByEmergencyCredit);
  }

  /** ECS04b: no emergency credit is in use any more. */
  resetEmergencyCredit(): void {
    this.#emergencyCreditActive = false;
  }

  /** Disables supply that there is no credit for, and arms it again once there is. @param armed event told of then */
  settleSupply(time: Date, armed: number = EVENT.supplyArmed): void {
    const covered = !this.isPrepayment || this.#combined() > this.registers.disablementThreshold;
    if (covered) {
      this.#suspensionTold = false;
      if (this.#supply.openedFor !== 'credit') return;
      this.#supply.arm();
      this.#tell(armed, time);
    } else if (this.#supply.state === 'enabled') {
      if (isNonDisablement(this.#objects, time)) {
        if (!this.#suspensionTold) this.#tell(EVENT.disablementSuspended, time);
        this.#suspensionTold = true;
        return;
      }
      this.#suspensionTold = false;
      this.#supply.open('credit');
      this.#tell(EVENT.creditBelowDisablementThreshold, time);
    }
  }

  #isCollected(charge: CosemObject): boolean {
    const state = this.#supply.state === 'disabled' ? 'disabled' : 'enabled';
    return isCollected(this.#objects, charge, METER_BALANCE, state);
  }

  /** @returns what it could not take without going below the disablement threshold */
  #takeFromBalance(amount: number, time: Date): number {
    const { registers } = this;
    const room = Math.max(0, registers.in('meterBalance') - registers.disablementThreshold);
    // Supply that is not disabled now goes on at the cost of the balance.
    const goesOn = !this.#emergencyCreditActive && isNonDisablement(this.#objects, time);
    const taken = goesOn ? amount : Math.min(amount, room);
    registers.add('meterBalance', -taken);
    return amount - taken;
  }

  /** What was used before supply could be disabled makes the balance smaller than the threshold. */
  #takeFromEmergencyCredit(amount: number, time: Date): void {
    const { registers } = this;
    const remaining = this.#emergencyCreditActive ? registers.in('emergencyCreditBalance') : 0;
    const taken = Math.min(amount, Math.max(0, remaining));
    registers.add('emergencyCreditBalance', -taken);
    registers.add('meterBalance', taken - amount);
    if (taken > 0 && taken === remaining) this.#tell(EVENT.emergencyCreditExhausted, time);
  }

  /** What there is no credit for is owed, and in use of emergency credit also what is to accumulate then. */
  #takeOrOwe(charge: CosemObject, amount: number, time: Date): void {
    const missing = this.#takeFromBalance(amount, time);
    if (missing === 0) return;
    const accumulates = isCollected(this.#objects, charge, ACCUMULATED_DEBT);
    if (this.#emergencyCreditActive && !accumulates) this.#takeFromEmergencyCredit(missing, time);
    else this.registers.add('accumulatedDebtRegister', missing);
  }

  /** @returns what it took of a payment */
  #repayEmergencyCredit(payment: number): number {
    if (!this.#emergencyCreditActive) return 0;
    const { registers } = this;
    const used = registers.limit('emergencyCreditLimit') - registers.in('emergencyCreditBalance');
    const repaid = Math.min(payment, Math.max(0, used));
    this.#emergencyCreditActive = repaid < used;
    if (this.#emergencyCreditActive) registers.add('emergencyCreditBalance', repaid);
    else registers.set('emergencyCreditBalance', 0);
    return repaid;
  }

  /** Makes a change, and tells of the thresholds that were passed downwards. */
  #changing(time: Date, change: () => void): void {
    const { registers } = this;
    const [combined, balance] = [this.#combined(), registers.in('meterBalance')];
    change();
    const passed = (limit: AccountLimit, before: number, after: number) =>
      before >= registers.limit(limit) && after < registers.limit(limit);
    if (passed('lowCredit', combined, this.#combined())) this.#tell(EVENT.lowCredit, time);
    const available = registers.limit('emergencyCreditLimit') > 0 && !this.#emergencyCreditActive;
    if (available && passed('emergencyCreditThreshold', balance, registers.in('meterBalance')))
      this.#tell(EVENT.emergencyCreditAvailable, time);
  }

  /** The balance together with the emergency credit that is in use. */
  #combined(): number {
    const emergency = this.#emergencyCreditActive ? this.registers.in('emergencyCreditBalance') : 0;
    return this.registers.in('meterBalance') + emergency;
  }
}
