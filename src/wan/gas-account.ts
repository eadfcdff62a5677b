import { CALENDAR_TYPE } from '../gbcs/gbz/clusters/calendar.js';
import { metering, SUPPLY_STATUS } from '../gbcs/gbz/clusters/metering.js';
import { DEBT_RECOVERY_FREQUENCY, PAYMENT_CONTROL, prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import type { ZclAttribute } from '../gbcs/gbz/zcl-cluster.js';
import { tellOfEvent } from './gas-events.js';
import type { AccountStore, AccountValue, DebtPayment, SupplyState, TopUp } from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';
import type { GasBalances } from './zigbee-records.js';

const { attributes: credit } = prepayment;

/** Where a gas meter keeps its account. Source: names of the attributes; GBCS mapping table, GCS02 to GCS06, GCS14. */
const ATTRIBUTES: Readonly<Record<AccountValue, ZclAttribute>> = {
  meterBalance: credit.creditRemaining,
  emergencyCredit: credit.emergencyCreditRemaining,
  accumulatedDebt: credit.accumulatedDebt,
  timeDebt1: credit.debtAmount1,
  timeDebt2: credit.debtAmount2,
  paymentDebt: credit.debtAmount3,
  timeDebt1Rate: credit.debtRecoveryAmount1,
  timeDebt2Rate: credit.debtRecoveryAmount2,
  paymentDebtShare: credit.debtRecoveryTopUpPercentage3,
  emergencyCreditLimit: credit.emergencyCreditLimit,
  emergencyCreditThreshold: credit.emergencyCreditThreshold,
  lowCreditThreshold: credit.lowCreditWarning,
  disablementThreshold: credit.cutOffValue,
  maxMeterBalance: credit.maxCreditLimit,
  maxCreditThreshold: credit.maxCreditPerTopUp,
};

const FREQUENCIES = { timeDebt1: credit.debtRecoveryFrequency1, timeDebt2: credit.debtRecoveryFrequency2 };
const SUPPLY: Readonly<Record<SupplyState, number>> = {
  disabled: SUPPLY_STATUS.off,
  enabled: SUPPLY_STATUS.on,
  armed: SUPPLY_STATUS.armed,
};
const SUPPLY_STATES = ['disabled', 'armed', 'enabled'] as const;
const FRIENDLY_CREDIT = 1;

/** The account of a virtual gas meter in the attributes of its clusters, which Commands change too. */
export class GasAccountStore implements AccountStore {
  readonly #meter: VirtualDevice;

  constructor(meter: VirtualDevice) {
    this.#meter = meter;
  }

  read(value: AccountValue): number {
    return this.#in(ATTRIBUTES[value]);
  }

  write(value: AccountValue, amount: number): void {
    this.#meter.attributes.set(prepayment.id, ATTRIBUTES[value].id, amount);
  }

  get balances(): GasBalances {
    return {
      accumulatedDebt: this.read('accumulatedDebt'),
      timeDebt1: this.read('timeDebt1'),
      timeDebt2: this.read('timeDebt2'),
      paymentDebt: this.read('paymentDebt'),
      emergencyCredit: this.read('emergencyCredit'),
      meterBalance: this.read('meterBalance'),
    };
  }

  get isPrepayment(): boolean {
    return this.#has(PAYMENT_CONTROL.prepaymentEnabled);
  }

  isHourly(debt: keyof typeof FREQUENCIES): boolean {
    return this.#in(FREQUENCIES[debt]) === DEBT_RECOVERY_FREQUENCY.hourly;
  }

  get suspendsDebt() {
    return {
      disabled: this.#has(PAYMENT_CONTROL.debtConfiguration),
      emergency: !this.#has(PAYMENT_CONTROL.emergencyDebtConfiguration),
    };
  }

  isNonDisablement(time: Date): boolean {
    const action = this.#meter.published.calendarActionAt(CALENDAR_TYPE.friendlyCredit, time);
    return action === FRIENDLY_CREDIT;
  }

  get supply(): SupplyState {
    const { id } = metering.attributes.supplyStatus;
    return SUPPLY_STATES[Number(this.#meter.attributes.read(metering.id, id)?.value)] ?? 'enabled';
  }

  set supply(state: SupplyState) {
    this.#meter.attributes.set(metering.id, metering.attributes.supplyStatus.id, SUPPLY[state]);
  }

  bill(amount: number): void {
    const { id } = metering.attributes.billToDateDelivered;
    const before = Number(this.#meter.attributes.read(metering.id, id)?.value ?? 0);
    this.#meter.attributes.set(metering.id, id, before + amount);
  }

  tell(code: number, time: Date): void {
    tellOfEvent(this.#meter, code, time);
  }

  paid(topUp: TopUp): void {
    this.#meter.records.topUps.add(topUp);
  }

  debtPaid(payment: DebtPayment): void {
    this.#meter.records.debtPayments.add(payment);
  }

  #has(bit: number): boolean {
    return (this.#in(credit.paymentControlConfiguration) & bit) !== 0;
  }

  #in({ id }: ZclAttribute): number {
    return Number(this.#meter.attributes.read(prepayment.id, id)?.value ?? 0);
  }
}
