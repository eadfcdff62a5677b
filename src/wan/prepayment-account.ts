import { CodecError } from '../common/errors.js';
import { topUpValueOf } from './top-up-value.js';

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

/** Why a top up is refused, and the event of it. Source: gbcs-alert-codes.csv; mark: confirmed. */
const REFUSED = { duplicate: 0x8f51, 'too large': 0x8f5b, 'maximum balance': 0x8f47 } as const;

/** The share of a payment that goes into a debt is in hundredths of a percent. Source: GBCS mapping table, ECS07, GCS04. */
const WHOLE_PAYMENT = 10_000;

export type TimeDebt = 'timeDebt1' | 'timeDebt2';

/** Debts that are recovered as time goes by. */
const TIME_DEBTS = [
  { debt: 'timeDebt1', rate: 'timeDebt1Rate', collected: EVENT.timeDebt1Collected },
  { debt: 'timeDebt2', rate: 'timeDebt2Rate', collected: EVENT.timeDebt2Collected },
] as const;

/** What is in an account, in thousandths of a penny. */
export type AccountRegister =
  'meterBalance' | 'emergencyCredit' | 'accumulatedDebt' | 'paymentDebt' | TimeDebt;

/** What Commands set, in thousandths of a penny; the share in hundredths of a percent. */
export type AccountSetting =
  | 'standingCharge'
  | 'timeDebt1Rate'
  | 'timeDebt2Rate'
  | 'paymentDebtShare'
  | 'emergencyCreditLimit'
  | 'emergencyCreditThreshold'
  | 'lowCreditThreshold'
  | 'disablementThreshold'
  | 'maxMeterBalance'
  | 'maxCreditThreshold';

/** What an account is charged for. */
export type Charge = 'energy' | 'standingCharge' | TimeDebt;

/** What a meter keeps its account in, and how Commands have set it up. */
export interface AccountStore {
  read(value: AccountRegister | AccountSetting): number;
  write(register: AccountRegister, amount: number): void;
  readonly isPrepayment: boolean;
  /** How often a time debt is recovered, in seconds; 0 where nobody has said. */
  periodOf(debt: TimeDebt): number;
  /** Whether a charge is collected now. */
  isCollected(charge: Charge): boolean;
  /** Whether a charge is owed, and not taken from emergency credit, while that is in use. */
  accumulates(charge: Charge): boolean;
  /** Whether supply is not to be disabled at a time, whatever the credit. */
  isNonDisablement(time: Date): boolean;
  /** Takes a charge in credit mode. */
  bill(amount: number): void;
}

export type SupplyState = 'disabled' | 'enabled' | 'armed';

/** The valve or load switch of a meter, as its account sees it. */
export interface Supply {
  readonly state: SupplyState;
  /** Why the meter itself has disabled supply; undefined once it is enabled, or a Command has said what to do. */
  readonly openedFor: string | undefined;
  open(reason: 'credit'): void;
  arm(): void;
}

/** How a payment was taken. */
export type TopUpResult = 'accepted' | 'invalid' | keyof typeof REFUSED;

/** A payment, in thousandths of a penny. */
export interface TopUp {
  readonly result: TopUpResult;
  /** 20 digits. */
  readonly code: Buffer;
  readonly amount: number;
  /** What of it went into the payment debt. */
  readonly intoDebt: number;
  readonly time: Date;
}

/** Logs an event, and sends the Alert of it as it is configured. @param code Event or Alert Code */
export type TellOfEvent = (code: number, time: Date) => void;

/**
 * The account of a virtual meter: what is used, standing charge and debts are taken from the balance and from emergency
 * credit, payments go into debts first, and supply is disabled when nothing is left. Source of the order of things: names
 * of the values, titles of the alerts, and what ECS03 and GCS03 say of the suspension of debts; mark: inferred. The cap
 * on the recovery of debts is not applied, and the MAC of a UTRN is not looked at.
 */
export class PrepaymentAccount {
  readonly #store: AccountStore;
  readonly #supply: Supply;
  readonly #tell: TellOfEvent;
  readonly #topUpsTaken = new Set<string>();
  #emergencyCreditActive = false;
  /** Whether it was told that supply goes on without credit. */
  #suspensionTold = false;
  /** What is to be charged and is less than a thousandth of a penny. */
  #uncharged = 0;

  constructor(store: AccountStore, supply: Supply, tell: TellOfEvent) {
    this.#store = store;
    this.#supply = supply;
    this.#tell = tell;
  }

  get isPrepayment(): boolean {
    return this.#store.isPrepayment;
  }

  /** What is left of the payment debt. */
  get paymentDebt(): number {
    return this.#store.read('paymentDebt');
  }

  /** Takes what was used. @param amount thousandths of a penny, also parts of one */
  charge(amount: number, time: Date): void {
    if (!this.#store.isCollected('energy')) return;
    const due = this.#uncharged + amount;
    const whole = Math.floor(due);
    this.#uncharged = due - whole;
    if (whole === 0) return;
    if (!this.isPrepayment) {
      this.#store.bill(whole);
      return;
    }
    this.#changing(time, () => {
      const missing = this.#takeFromBalance(whole, time);
      if (missing > 0) this.#takeFromEmergencyCredit(missing, time);
    });
  }

  /** Takes the standing charge of a day. */
  chargeDay(time: Date): void {
    if (!this.#store.isCollected('standingCharge')) return;
    const amount = Math.floor(this.#store.read('standingCharge'));
    if (!this.isPrepayment) this.#store.bill(amount);
    else this.#changing(time, () => this.#takeOrOwe('standingCharge', amount, time));
  }

  /** Recovers time debts whose period ends, counted from midnight UTC. @param time end of a half-hour */
  recoverDebts(time: Date): void {
    if (!this.isPrepayment) return;
    for (const { debt, rate, collected } of TIME_DEBTS) {
      const period = this.#store.periodOf(debt);
      if (period === 0 || (time.getTime() / 1000) % period !== 0 || !this.#store.isCollected(debt)) continue;
      const owed = this.#store.read(debt);
      const recovered = Math.min(owed, Math.floor(this.#store.read(rate)));
      if (recovered <= 0) continue;
      this.#changing(time, () => {
        this.#store.write(debt, owed - recovered);
        this.#takeOrOwe(debt, recovered, time);
      });
      if (recovered === owed) this.#tell(collected, time);
    }
  }

  /** A payment pays its share of the payment debt, what is owed, and emergency credit that was used. */
  topUp(code: Buffer, time: Date): TopUp {
    const facts = { code, time, intoDebt: 0 };
    const amount = amountOf(code);
    if (amount === undefined) return { ...facts, result: 'invalid', amount: 0 };
    const refused = this.#reasonToRefuse(code, amount);
    if (refused !== undefined) {
      this.#tell(REFUSED[refused], time);
      return { ...facts, result: refused, amount };
    }
    this.#topUpsTaken.add(code.toString('latin1'));
    return { ...facts, result: 'accepted', amount, intoDebt: this.#pay(amount, time) };
  }

  /** Emergency credit can be used from now on, if it is available. */
  activateEmergencyCredit(time: Date): void {
    const available = this.#store.read('meterBalance') <= this.#store.read('emergencyCreditThreshold');
    const limit = this.#store.read('emergencyCreditLimit');
    if (!this.isPrepayment || this.#emergencyCreditActive || !available || limit <= 0) return;
    this.#emergencyCreditActive = true;
    this.#store.write('emergencyCredit', limit);
    this.#tell(EVENT.emergencyCreditActivated, time);
    this.settleSupply(time, EVENT.armedByEmergencyCredit);
  }

  /** No emergency credit is in use any more. */
  resetEmergencyCredit(): void {
    this.#emergencyCreditActive = false;
  }

  /** Disables supply that there is no credit for, and arms it again once there is. @param armed event told of then */
  settleSupply(time: Date, armed: number = EVENT.supplyArmed): void {
    if (!this.isPrepayment || this.#combined() > this.#store.read('disablementThreshold')) {
      this.#suspensionTold = false;
      if (this.#supply.openedFor !== 'credit') return;
      this.#supply.arm();
      this.#tell(armed, time);
    } else if (this.#supply.state === 'enabled') this.#disable(time);
  }

  #disable(time: Date): void {
    if (this.#store.isNonDisablement(time)) {
      if (!this.#suspensionTold) this.#tell(EVENT.disablementSuspended, time);
      this.#suspensionTold = true;
      return;
    }
    this.#suspensionTold = false;
    this.#supply.open('credit');
    this.#tell(EVENT.creditBelowDisablementThreshold, time);
  }

  /** A limit of 0 is none; mark: inferred. */
  #reasonToRefuse(code: Buffer, amount: number): keyof typeof REFUSED | undefined {
    const exceeds = (limit: AccountSetting, value: number) =>
      this.#store.read(limit) > 0 && value > this.#store.read(limit);
    if (this.#topUpsTaken.has(code.toString('latin1'))) return 'duplicate';
    if (exceeds('maxCreditThreshold', amount)) return 'too large';
    if (exceeds('maxMeterBalance', this.#store.read('meterBalance') + amount)) return 'maximum balance';
    return undefined;
  }

  /** @returns what went into the payment debt */
  #pay(amount: number, time: Date): number {
    const intoDebt = this.#payDebt(amount, time);
    const owed = Math.min(amount - intoDebt, Math.max(0, this.#store.read('accumulatedDebt')));
    this.#add('accumulatedDebt', -owed);
    const left = amount - intoDebt - owed;
    this.#add('meterBalance', left - this.#repayEmergencyCredit(left));
    this.settleSupply(time);
    return intoDebt;
  }

  #payDebt(amount: number, time: Date): number {
    const debt = Math.max(0, this.#store.read('paymentDebt'));
    const share = Math.floor((amount * this.#store.read('paymentDebtShare')) / WHOLE_PAYMENT);
    const paid = Math.min(debt, share);
    this.#add('paymentDebt', -paid);
    if (paid > 0 && paid === debt) this.#tell(EVENT.paymentDebtCollected, time);
    return paid;
  }

  /** @returns what it took of a payment */
  #repayEmergencyCredit(payment: number): number {
    if (!this.#emergencyCreditActive) return 0;
    const used = this.#store.read('emergencyCreditLimit') - this.#store.read('emergencyCredit');
    const repaid = Math.min(payment, Math.max(0, used));
    this.#emergencyCreditActive = repaid < used;
    if (this.#emergencyCreditActive) this.#add('emergencyCredit', repaid);
    else this.#store.write('emergencyCredit', 0);
    return repaid;
  }

  /** @returns what it could not take without going below the disablement threshold */
  #takeFromBalance(amount: number, time: Date): number {
    const room = Math.max(0, this.#store.read('meterBalance') - this.#store.read('disablementThreshold'));
    // Supply that is not disabled now goes on at the cost of the balance.
    const goesOn = !this.#emergencyCreditActive && this.#store.isNonDisablement(time);
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
    if (taken > 0 && taken === remaining) this.#tell(EVENT.emergencyCreditExhausted, time);
  }

  /** What there is no credit for is owed, and in use of emergency credit also what is to accumulate then. */
  #takeOrOwe(charge: Charge, amount: number, time: Date): void {
    const missing = this.#takeFromBalance(amount, time);
    if (missing === 0) return;
    if (this.#emergencyCreditActive && !this.#store.accumulates(charge))
      this.#takeFromEmergencyCredit(missing, time);
    else this.#add('accumulatedDebt', missing);
  }

  /** Makes a change, and tells of the thresholds that were passed downwards. */
  #changing(time: Date, change: () => void): void {
    const [combined, balance] = [this.#combined(), this.#store.read('meterBalance')];
    change();
    const passed = (limit: AccountSetting, before: number, after: number) =>
      before >= this.#store.read(limit) && after < this.#store.read(limit);
    if (passed('lowCreditThreshold', combined, this.#combined())) this.#tell(EVENT.lowCredit, time);
    const available = this.#store.read('emergencyCreditLimit') > 0 && !this.#emergencyCreditActive;
    if (available && passed('emergencyCreditThreshold', balance, this.#store.read('meterBalance')))
      this.#tell(EVENT.emergencyCreditAvailable, time);
  }

  /** The balance together with the emergency credit that is in use. */
  #combined(): number {
    const emergency = this.#emergencyCreditActive ? this.#store.read('emergencyCredit') : 0;
    return this.#store.read('meterBalance') + emergency;
  }

  #add(register: AccountRegister, amount: number): void {
    if (amount !== 0) this.#store.write(register, this.#store.read(register) + amount);
  }
}

/** The credit of a UTRN; undefined if it is none. */
function amountOf(code: Buffer): number | undefined {
  try {
    return topUpValueOf(code);
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}
