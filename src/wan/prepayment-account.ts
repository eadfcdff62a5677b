import { CodecError } from '../common/errors.js';
import { topUpValueOf } from './top-up-value.js';

/** What happens in an account. Source: gbcs-alert-codes.csv; mark: confirmed. */
const EVENT = {
  lowCredit: 0x810d,
  emergencyCreditAvailable: 0x8119,
  timeDebt1Collected: 0x81a7,
  timeDebt2Collected: 0x81a8,
  paymentDebtCollected: 0x81a9,
  emergencyCreditExhausted: 0x81aa,
  emergencyCreditActivated: 0x81ab,
  creditBelowDisablementThreshold: 0x8f0f,
  supplyArmed: 0x8f32,
} as const;

/** The share of a payment that goes into a debt is in hundredths of a percent. Source: GBCS mapping table, ECS07, GCS04. */
const WHOLE_PAYMENT = 10_000;

/** Debts that are recovered as time goes by. */
const TIME_DEBTS = [
  { owed: 'timeDebt1', rate: 'timeDebt1Rate', collected: EVENT.timeDebt1Collected },
  { owed: 'timeDebt2', rate: 'timeDebt2Rate', collected: EVENT.timeDebt2Collected },
] as const;

/** What an account has, in thousandths of a penny; the share in hundredths of a percent. */
export type AccountValue =
  | 'meterBalance'
  | 'emergencyCredit'
  | 'accumulatedDebt'
  | 'timeDebt1'
  | 'timeDebt2'
  | 'paymentDebt'
  | 'timeDebt1Rate'
  | 'timeDebt2Rate'
  | 'paymentDebtShare'
  | 'emergencyCreditLimit'
  | 'emergencyCreditThreshold'
  | 'lowCreditThreshold'
  | 'disablementThreshold'
  | 'maxMeterBalance'
  | 'maxCreditThreshold';

export type SupplyState = 'disabled' | 'enabled' | 'armed';

/** How a payment was taken. */
export type TopUpResult = 'accepted' | 'invalid' | 'duplicate' | 'maximum credit reached' | 'too large';

/** A payment. */
export interface TopUp {
  readonly result: TopUpResult;
  /** 20 digits. */
  readonly code: Buffer;
  /** Thousandths of a penny. */
  readonly amount: number;
  readonly time: Date;
}

/** A payment of which a part went into the payment debt; thousandths of a penny. */
export interface DebtPayment {
  readonly time: Date;
  readonly amount: number;
  readonly outstanding: number;
}

/** What a meter keeps its account in, and how Commands have set it up. */
export interface AccountStore {
  read(value: AccountValue): number;
  write(value: AccountValue, amount: number): void;
  readonly isPrepayment: boolean;
  /** Whether a time debt is recovered by the hour, and not by the day. */
  isHourly(debt: 'timeDebt1' | 'timeDebt2'): boolean;
  /** Whether time debts are not recovered while supply is disabled, and while emergency credit is used. */
  readonly suspendsDebt: { readonly disabled: boolean; readonly emergency: boolean };
  /** Whether supply is not to be disabled at a time, whatever the credit. */
  isNonDisablement(time: Date): boolean;
  supply: SupplyState;
  /** Takes a charge in credit mode. */
  bill(amount: number): void;
  /** Logs an event, and sends the Alert of it as it is configured. @param code Event or Alert Code */
  tell(code: number, time: Date): void;
  /** Logs a payment. */
  paid(topUp: TopUp): void;
  /** Logs a payment into the payment debt. */
  debtPaid(payment: DebtPayment): void;
}

/**
 * The account of a virtual meter: what is used, standing charge and debts are taken from the balance and from emergency
 * credit, payments go into debts first, and supply is disabled when nothing is left. Source of the order of things: names
 * of the values, and what ECS03 and GCS03 say of the suspension of debts; mark: inferred. The cap on the recovery of
 * debts is not applied.
 */
export class PrepaymentAccount {
  readonly #store: AccountStore;
  readonly #topUpsTaken = new Set<string>();
  #emergencyCreditActive = false;
  #disabledForCredit = false;

  constructor(store: AccountStore) {
    this.#store = store;
  }

  get isPrepayment(): boolean {
    return this.#store.isPrepayment;
  }

  /** Takes what was used. */
  charge(amount: number, time: Date): void {
    if (!this.isPrepayment) {
      this.#store.bill(amount);
      return;
    }
    this.#changing(time, () => {
      const missing = this.#takeFromBalance(amount, time);
      if (missing > 0) this.#takeFromEmergencyCredit(missing, time);
    });
  }

  /** Takes the standing charge of a day. What there is no credit for is owed. */
  chargeDay(standingCharge: number, time: Date): void {
    if (!this.isPrepayment) this.#store.bill(standingCharge);
    else this.#changing(time, () => this.#takeOrOwe(standingCharge, time));
  }

  /** Recovers time debts: call it each hour; those by the day are recovered at midnight UTC. */
  recoverDebts(time: Date): void {
    if (!this.isPrepayment || this.#debtIsSuspended(time)) return;
    const isMidnight = time.getUTCHours() === 0;
    for (const { owed, rate, collected } of TIME_DEBTS) {
      if (!this.#store.isHourly(owed) && !isMidnight) continue;
      const debt = this.#store.read(owed);
      const recovered = Math.min(debt, this.#store.read(rate));
      if (recovered <= 0) continue;
      this.#changing(time, () => {
        this.#store.write(owed, debt - recovered);
        this.#takeOrOwe(recovered, time);
      });
      if (recovered === debt) this.#store.tell(collected, time);
    }
  }

  /** A payment pays its share of the payment debt, what is owed, and emergency credit that was used. */
  topUp(code: Buffer, time: Date): TopUp {
    const taken = this.#taken(code, time);
    if (taken.result === 'accepted') {
      this.#topUpsTaken.add(code.toString('latin1'));
      this.#store.paid(taken);
      this.#changing(time, () => this.#pay(taken.amount, time));
    }
    return taken;
  }

  /** Emergency credit can be used from now on, if it is available. */
  activateEmergencyCredit(time: Date): void {
    const { meterBalance, emergencyCreditThreshold, emergencyCreditLimit } = this.#values();
    const available = meterBalance <= emergencyCreditThreshold;
    if (!this.isPrepayment || this.#emergencyCreditActive || !available) return;
    this.#changing(time, () => {
      this.#emergencyCreditActive = true;
      this.#store.write('emergencyCredit', emergencyCreditLimit);
    });
    this.#store.tell(EVENT.emergencyCreditActivated, time);
  }

  /** Disables supply that there is no credit for, and arms it again once there is. */
  settleSupply(time: Date): void {
    const covered = !this.isPrepayment || this.#combined() > this.#store.read('disablementThreshold');
    if (!covered && this.#store.supply === 'enabled' && !this.#store.isNonDisablement(time)) {
      this.#disabledForCredit = true;
      this.#store.supply = 'disabled';
      this.#store.tell(EVENT.creditBelowDisablementThreshold, time);
    } else if (covered && this.#disabledForCredit) {
      this.#disabledForCredit = false;
      this.#store.supply = 'armed';
      this.#store.tell(EVENT.supplyArmed, time);
    }
  }

  #values() {
    const read = (value: AccountValue) => this.#store.read(value);
    return {
      meterBalance: read('meterBalance'),
      emergencyCreditLimit: read('emergencyCreditLimit'),
      emergencyCreditThreshold: read('emergencyCreditThreshold'),
    };
  }

  #taken(code: Buffer, time: Date): TopUp {
    try {
      const amount = topUpValueOf(code);
      return { result: this.#resultOf(code, amount), code, amount, time };
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      return { result: 'invalid', code, amount: 0, time };
    }
  }

  #resultOf(code: Buffer, amount: number): TopUpResult {
    const exceeds = (limit: AccountValue, value: number) =>
      this.#store.read(limit) > 0 && value > this.#store.read(limit);
    if (this.#topUpsTaken.has(code.toString('latin1'))) return 'duplicate';
    if (exceeds('maxCreditThreshold', amount)) return 'too large';
    if (exceeds('maxMeterBalance', this.#store.read('meterBalance') + amount))
      return 'maximum credit reached';
    return 'accepted';
  }

  #pay(amount: number, time: Date): void {
    let left = amount - this.#payDebt(amount, time);
    const owed = Math.min(left, Math.max(0, this.#store.read('accumulatedDebt')));
    this.#add('accumulatedDebt', -owed);
    left -= owed;
    this.#add('meterBalance', left - this.#repayEmergencyCredit(left));
  }

  /** @returns what went into the payment debt */
  #payDebt(amount: number, time: Date): number {
    const debt = this.#store.read('paymentDebt');
    const share = Math.floor((amount * this.#store.read('paymentDebtShare')) / WHOLE_PAYMENT);
    const paid = Math.max(0, Math.min(debt, share));
    if (paid === 0) return 0;
    this.#store.write('paymentDebt', debt - paid);
    this.#store.debtPaid({ time, amount: paid, outstanding: debt - paid });
    if (paid === debt) this.#store.tell(EVENT.paymentDebtCollected, time);
    return paid;
  }

  /** @returns what of an amount it took */
  #repayEmergencyCredit(amount: number): number {
    if (!this.#emergencyCreditActive) return 0;
    const used = Math.max(0, this.#store.read('emergencyCreditLimit') - this.#store.read('emergencyCredit'));
    const repaid = Math.min(amount, used);
    this.#add('emergencyCredit', repaid);
    if (repaid === used) {
      this.#emergencyCreditActive = false;
      this.#store.write('emergencyCredit', 0);
    }
    return repaid;
  }

  /** @returns what it could not take without going below the disablement threshold */
  #takeFromBalance(amount: number, time: Date): number {
    const room = Math.max(0, this.#store.read('meterBalance') - this.#store.read('disablementThreshold'));
    // Supply that is not disabled now goes on at the cost of the balance.
    const goesOn = this.#store.isNonDisablement(time) && !this.#emergencyCreditActive;
    const taken = goesOn ? amount : Math.min(amount, room);
    this.#add('meterBalance', -taken);
    return amount - taken;
  }

  /** What was used before supply could be disabled makes the balance smaller than the threshold. */
  #takeFromEmergencyCredit(amount: number, time: Date): void {
    const remaining = this.#emergencyCreditActive ? this.#store.read('emergencyCredit') : 0;
    const taken = Math.min(amount, Math.max(0, remaining));
    this.#add('emergencyCredit', -taken);
    this.#add('meterBalance', taken - amount);
    if (taken > 0 && taken === remaining) this.#store.tell(EVENT.emergencyCreditExhausted, time);
  }

  #takeOrOwe(amount: number, time: Date): void {
    this.#add('accumulatedDebt', this.#takeFromBalance(amount, time));
  }

  #debtIsSuspended(time: Date): boolean {
    const { disabled, emergency } = this.#store.suspendsDebt;
    if (this.#disabledForCredit && disabled) return true;
    const noneLeft = this.#store.read('meterBalance') <= this.#store.read('disablementThreshold');
    const used = this.#emergencyCreditActive && noneLeft && !this.#store.isNonDisablement(time);
    return used && emergency;
  }

  /** Makes a change, and tells of the thresholds that were passed downwards. */
  #changing(time: Date, change: () => void): void {
    const before = { combined: this.#combined(), ...this.#values() };
    change();
    const after = { combined: this.#combined(), ...this.#values() };
    const lowCredit = this.#store.read('lowCreditThreshold');
    if (before.combined >= lowCredit && after.combined < lowCredit) this.#store.tell(EVENT.lowCredit, time);
    const { emergencyCreditThreshold: threshold, emergencyCreditLimit: limit } = after;
    const passed = before.meterBalance >= threshold && after.meterBalance < threshold;
    if (passed && limit > 0 && !this.#emergencyCreditActive)
      this.#store.tell(EVENT.emergencyCreditAvailable, time);
  }

  /** The balance together with the emergency credit that is in use. */
  #combined(): number {
    const emergency = this.#emergencyCreditActive ? this.#store.read('emergencyCredit') : 0;
    return this.#store.read('meterBalance') + emergency;
  }

  #add(value: AccountValue, amount: number): void {
    if (amount !== 0) this.#store.write(value, this.#store.read(value) + amount);
  }
}
