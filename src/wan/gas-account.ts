import { CALENDAR_TYPE } from '../gbcs/gbz/clusters/calendar.js';
import { metering, SUPPLY_STATUS } from '../gbcs/gbz/clusters/metering.js';
import { DEBT_RECOVERY_FREQUENCY, PAYMENT_CONTROL, prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import type { ZclAttribute } from '../gbcs/gbz/zcl-cluster.js';
import { standingChargeOf } from './gas-tariff.js';
import type {
  AccountRegister,
  AccountSetting,
  AccountStore,
  Charge,
  TimeDebt,
} from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';
import type { GasBalances } from './zigbee-records.js';

const { attributes: credit } = prepayment;

/** Where a gas meter keeps its account. Source: names of the attributes; GBCS mapping table, GCS02 to GCS06, GCS14. */
const ATTRIBUTES: Readonly<
  Record<AccountRegister | Exclude<AccountSetting, 'standingCharge'>, ZclAttribute>
> = {
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
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
const FRIENDLY_CREDIT = 1;

/** The account of a virtual gas meter in the attributes of its clusters, which Commands change too. */
export class GasAccountStore implements AccountStore {
  readonly #meter: VirtualDevice;

  constructor(meter: VirtualDevice) {
    this.#meter = meter;
  }

  read(value: AccountRegister | AccountSetting): number {
    return value === 'standingCharge' ? standingChargeOf(this.#meter) : this.#in(ATTRIBUTES[value]);
  }

  write(register: AccountRegister, amount: number): void {
    this.#meter.attributes.set(prepayment.id, ATTRIBUTES[register].id, amount);
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

  periodOf(debt: TimeDebt): number {
    return this.#in(FREQUENCIES[debt]) === DEBT_RECOVERY_FREQUENCY.hourly ? HOUR_SECONDS : DAY_SECONDS;
  }

  /** Time debts are suspended while supply is disabled, if GCS03 said so. */
  isCollected(charge: Charge): boolean {
    const { id } = metering.attributes.supplyStatus;
    const isDisabled = this.#meter.attributes.read(metering.id, id)?.value === SUPPLY_STATUS.off;
    return !isTimeDebt(charge) || !isDisabled || !this.#has(PAYMENT_CONTROL.debtConfiguration);
  }

  accumulates(charge: Charge): boolean {
    return charge !== 'energy' && !this.#has(PAYMENT_CONTROL.emergencyDebtConfiguration);
  }

  isNonDisablement(time: Date): boolean {
    const action = this.#meter.published.calendarActionAt(CALENDAR_TYPE.friendlyCredit, time);
    return action === FRIENDLY_CREDIT;
  }

  bill(amount: number): void {
    const { id } = metering.attributes.billToDateDelivered;
    const before = Number(this.#meter.attributes.read(metering.id, id)?.value ?? 0);
    this.#meter.attributes.set(metering.id, id, before + amount);
  }

  #has(bit: number): boolean {
    return (this.#in(credit.paymentControlConfiguration) & bit) !== 0;
  }

  #in({ id }: ZclAttribute): number {
    return Number(this.#meter.attributes.read(prepayment.id, id)?.value ?? 0);
  }
}

const isTimeDebt = (charge: Charge): boolean => charge === 'timeDebt1' || charge === 'timeDebt2';
