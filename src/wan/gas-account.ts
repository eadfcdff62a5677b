import { CALENDAR_TYPE } from '../gbcs/gbz/clusters/calendar.js';
import { metering, SUPPLY_STATUS } from '../gbcs/gbz/clusters/metering.js';
import { DEBT_RECOVERY_FREQUENCY, PAYMENT_CONTROL, prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import type { ZclAttribute } from '../gbcs/gbz/zcl-cluster.js';
import { CodecError } from '../common/errors.js';
import { tellOfEvent } from './gas-events.js';
import { topUpValueOf } from './top-up-value.js';
import type { VirtualDevice } from './virtual-device.js';
import type { GasBalances, TopUp } from './zigbee-records.js';

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

/** How a top up is taken. Source: ZigBee Smart Energy, Consumer Top Up Response. */
const TOP_UP_RESULT = {
  accepted: 0x00,
  invalid: 0x01,
  duplicate: 0x02,
  maximumCreditReached: 0x04,
  tooLarge: 0x06,
} as const;

const { attributes: credit } = prepayment;
/** The share of a payment that goes into a debt is in hundredths of a percent. Source: GBCS mapping table, GCS04. */
const WHOLE_PAYMENT = 10_000;
const FRIENDLY_CREDIT = 1;

/** Debts that are recovered as time goes by. */
const TIME_DEBTS = [
  {
    amount: credit.debtAmount1,
    frequency: credit.debtRecoveryFrequency1,
    rate: credit.debtRecoveryAmount1,
    collected: EVENT.timeDebt1Collected,
  },
  {
    amount: credit.debtAmount2,
    frequency: credit.debtRecoveryFrequency2,
    rate: credit.debtRecoveryAmount2,
    collected: EVENT.timeDebt2Collected,
  },
] as const;

/**
 * The account of a virtual gas meter, in thousandths of a penny; what is in it are attributes, which Commands change too.
 * Source of the order of things: names and meaning of the attributes in ZigBee Smart Energy, "Prepayment", and GCS03 to
 * GCS06; mark: inferred. The cap on the recovery of debts is not applied.
 */
export class GasAccount {
  readonly #meter: VirtualDevice;
  readonly #topUpsTaken = new Set<string>();
  #emergencyCreditActive = false;
  #disabledForCredit = false;

  constructor(meter: VirtualDevice) {
    this.#meter = meter;
  }

  get isPrepayment(): boolean {
    return this.#has(PAYMENT_CONTROL.prepaymentEnabled);
  }

  get balances(): GasBalances {
    return {
      accumulatedDebt: this.#in(credit.accumulatedDebt),
      timeDebt1: this.#in(credit.debtAmount1),
      timeDebt2: this.#in(credit.debtAmount2),
      paymentDebt: this.#in(credit.debtAmount3),
      emergencyCredit: this.#in(credit.emergencyCreditRemaining),
      meterBalance: this.#in(credit.creditRemaining),
    };
  }

  /** Takes what was used: in credit mode it is put on the bill. */
  charge(amount: number, time: Date): void {
    if (!this.isPrepayment) {
      this.#bill(amount);
      return;
    }
    this.#changing(time, () => {
      const missing = this.#takeFromBalance(amount, time);
      if (missing > 0) this.#takeFromEmergencyCredit(missing, time);
    });
  }

  /** Takes the standing charge of a day. What there is no credit for is owed. */
  chargeDay(standingCharge: number, time: Date): void {
    if (!this.isPrepayment) this.#bill(standingCharge);
    else this.#changing(time, () => this.#takeOrOwe(standingCharge, time));
  }

  /** Recovers time debts: those by the hour each hour, those by the day at midnight UTC. */
  recoverDebts(time: Date): void {
    if (!this.isPrepayment || this.#debtIsSuspended(time)) return;
    const isMidnight = time.getUTCHours() === 0;
    for (const { amount, frequency, rate, collected } of TIME_DEBTS) {
      if (this.#in(frequency) !== DEBT_RECOVERY_FREQUENCY.hourly && !isMidnight) continue;
      const owed = this.#in(amount);
      const recovered = Math.min(owed, this.#in(rate));
      if (recovered <= 0) continue;
      this.#changing(time, () => {
        this.#set(amount, owed - recovered);
        this.#takeOrOwe(recovered, time);
      });
      if (recovered === owed) tellOfEvent(this.#meter, collected, time);
    }
  }

  /** CS01b: a payment pays its share of the payment debt, what is owed, and emergency credit that was used. */
  topUp(code: Buffer, time: Date): TopUp {
    const taken = this.#taken(code, time);
    this.#meter.records.lastTopUp = taken;
    if (taken.result === TOP_UP_RESULT.accepted) {
      this.#topUpsTaken.add(code.toString('latin1'));
      this.#meter.records.topUps.add(taken);
      this.#changing(time, () => {
        this.#pay(taken.amount, time);
      });
    }
    return taken;
  }

  /** GCS06: emergency credit can be used from now on, if it is available. */
  activateEmergencyCredit(time: Date): void {
    const available = this.#in(credit.creditRemaining) <= this.#in(credit.emergencyCreditThreshold);
    if (!this.isPrepayment || this.#emergencyCreditActive || !available) return;
    this.#changing(time, () => {
      this.#emergencyCreditActive = true;
      this.#set(credit.emergencyCreditRemaining, this.#in(credit.emergencyCreditLimit));
    });
    tellOfEvent(this.#meter, EVENT.emergencyCreditActivated, time);
  }

  /** Disables supply that there is no credit for, and arms it again once there is. */
  settleSupply(time: Date): void {
    const status = this.#meter.attributes.read(metering.id, metering.attributes.supplyStatus.id)?.value;
    const covered = !this.isPrepayment || this.#combined() > this.#in(credit.cutOffValue);
    if (!covered && status === SUPPLY_STATUS.on && this.#has(PAYMENT_CONTROL.disconnectionEnabled)) {
      if (this.#isFriendly(time)) return;
      this.#disabledForCredit = true;
      this.#setSupply(SUPPLY_STATUS.off);
      tellOfEvent(this.#meter, EVENT.creditBelowDisablementThreshold, time);
    } else if (covered && this.#disabledForCredit) {
      this.#disabledForCredit = false;
      this.#setSupply(SUPPLY_STATUS.armed);
      tellOfEvent(this.#meter, EVENT.supplyArmed, time);
    }
  }

  #taken(code: Buffer, time: Date): TopUp {
    const { accepted, invalid, duplicate, maximumCreditReached, tooLarge } = TOP_UP_RESULT;
    let amount: number;
    try {
      amount = topUpValueOf(code);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      return { result: invalid, code, amount: 0, time };
    }
    const exceeds = (limit: ZclAttribute, value: number) => this.#in(limit) > 0 && value > this.#in(limit);
    const result = this.#topUpsTaken.has(code.toString('latin1'))
      ? duplicate
      : exceeds(credit.maxCreditPerTopUp, amount)
        ? tooLarge
        : exceeds(credit.maxCreditLimit, this.#in(credit.creditRemaining) + amount)
          ? maximumCreditReached
          : accepted;
    return { result, code, amount, time };
  }

  #pay(amount: number, time: Date): void {
    const debt = this.#in(credit.debtAmount3);
    const share = Math.floor((amount * this.#in(credit.debtRecoveryTopUpPercentage3)) / WHOLE_PAYMENT);
    const paid = Math.min(debt, share);
    if (paid > 0) {
      this.#set(credit.debtAmount3, debt - paid);
      this.#meter.records.debtPayments.add({ time, amount: paid, outstanding: debt - paid });
      if (paid === debt) tellOfEvent(this.#meter, EVENT.paymentDebtCollected, time);
    }
    let left = amount - paid;
    const owed = Math.min(left, Math.max(0, this.#in(credit.accumulatedDebt)));
    this.#add(credit.accumulatedDebt, -owed);
    left -= owed;
    if (this.#emergencyCreditActive) {
      const used = this.#in(credit.emergencyCreditLimit) - this.#in(credit.emergencyCreditRemaining);
      const repaid = Math.min(left, Math.max(0, used));
      left -= repaid;
      if (repaid === used) {
        this.#emergencyCreditActive = false;
        this.#set(credit.emergencyCreditRemaining, 0);
      } else this.#add(credit.emergencyCreditRemaining, repaid);
    }
    this.#add(credit.creditRemaining, left);
  }

  /** @returns what it could not take without going below the disablement threshold */
  #takeFromBalance(amount: number, time: Date): number {
    const room = Math.max(0, this.#in(credit.creditRemaining) - this.#in(credit.cutOffValue));
    // Supply that is not disabled now goes on at the cost of the balance.
    const goesOn = this.#isFriendly(time) && !this.#emergencyCreditActive;
    const taken = goesOn ? amount : Math.min(amount, room);
    this.#add(credit.creditRemaining, -taken);
    return amount - taken;
  }

  /** What was used before supply could be disabled makes the balance smaller than the threshold. */
  #takeFromEmergencyCredit(amount: number, time: Date): void {
    const remaining = this.#emergencyCreditActive ? this.#in(credit.emergencyCreditRemaining) : 0;
    const taken = Math.min(amount, Math.max(0, remaining));
    this.#add(credit.emergencyCreditRemaining, -taken);
    this.#add(credit.creditRemaining, taken - amount);
    if (taken > 0 && taken === remaining) tellOfEvent(this.#meter, EVENT.emergencyCreditExhausted, time);
  }

  #takeOrOwe(amount: number, time: Date): void {
    this.#add(credit.accumulatedDebt, this.#takeFromBalance(amount, time));
  }

  /** Suspended while supply is disabled, or while emergency credit is used, where GCS03 said so. */
  #debtIsSuspended(time: Date): boolean {
    if (this.#disabledForCredit && this.#has(PAYMENT_CONTROL.debtConfiguration)) return true;
    const used =
      this.#emergencyCreditActive && this.#in(credit.creditRemaining) <= this.#in(credit.cutOffValue);
    return used && !this.#isFriendly(time) && !this.#has(PAYMENT_CONTROL.emergencyDebtConfiguration);
  }

  /** Whether supply is not to be disabled at a time, whatever the credit. */
  #isFriendly(time: Date): boolean {
    const action = this.#meter.published.calendarActionAt(CALENDAR_TYPE.friendlyCredit, time);
    return action === FRIENDLY_CREDIT;
  }

  /** Makes a change, and tells of the thresholds that were passed downwards. */
  #changing(time: Date, change: () => void): void {
    const [combined, balance] = [this.#combined(), this.#in(credit.creditRemaining)];
    change();
    const passed = (threshold: ZclAttribute, before: number, after: number) =>
      before >= this.#in(threshold) && after < this.#in(threshold);
    if (passed(credit.lowCreditWarning, combined, this.#combined()))
      tellOfEvent(this.#meter, EVENT.lowCredit, time);
    const available = this.#in(credit.emergencyCreditLimit) > 0 && !this.#emergencyCreditActive;
    if (available && passed(credit.emergencyCreditThreshold, balance, this.#in(credit.creditRemaining)))
      tellOfEvent(this.#meter, EVENT.emergencyCreditAvailable, time);
  }

  /** The balance together with the emergency credit that is in use. */
  #combined(): number {
    const emergency = this.#emergencyCreditActive ? this.#in(credit.emergencyCreditRemaining) : 0;
    return this.#in(credit.creditRemaining) + emergency;
  }

  #bill(amount: number): void {
    const { billToDateDelivered: bill } = metering.attributes;
    const before = Number(this.#meter.attributes.read(metering.id, bill.id)?.value ?? 0);
    this.#meter.attributes.set(metering.id, bill.id, before + amount);
  }

  #setSupply(status: number): void {
    this.#meter.attributes.set(metering.id, metering.attributes.supplyStatus.id, status);
  }

  #has(bit: number): boolean {
    return (this.#in(credit.paymentControlConfiguration) & bit) !== 0;
  }

  #in({ id }: ZclAttribute): number {
    return Number(this.#meter.attributes.read(prepayment.id, id)?.value ?? 0);
  }

  #set({ id }: ZclAttribute, value: number): void {
    this.#meter.attributes.set(prepayment.id, id, value);
  }

  #add(attribute: ZclAttribute, amount: number): void {
    if (amount !== 0) this.#set(attribute, this.#in(attribute) + amount);
  }
}
