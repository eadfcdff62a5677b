import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import type { CosemObject } from '../gbcs/dlms/access-specification.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { array, doubleLong, doubleLongUnsigned, longUnsigned } from '../gbcs/dlms/index.js';
import {
  ACCUMULATED_DEBT,
  EMERGENCY_CREDIT,
  METER_BALANCE,
  PAYMENT_DEBT,
  PRIMARY_PRICES,
  STANDING_CHARGE,
  TIME_DEBT_1,
  TIME_DEBT_2,
} from '../gbcs/use-cases/dlms/shared/account-objects.js';
import type { CosemMember, CosemObjects } from './cosem-objects.js';
import type { AccountReading } from './esme-billing-logs.js';
import { isNonDisablement } from './esme-non-disablement.js';
import { isCollected, isPrepayment } from './esme-payment-mode.js';
import { standingChargeOf, timeChargeOf } from './esme-prices.js';
import type {
  AccountRegister,
  AccountSetting,
  AccountStore,
  Charge,
  Supply,
  TimeDebt,
} from './prepayment-account.js';

/** Where credits (class 112) and charges (class 113) keep what is there or owed. Source: DLMS UA Blue Book. */
const AMOUNT = 2;
const AMOUNT_REMAINING = 12;

/** Amounts, in thousandths of a penny. Source of the limits: GBCS mapping table, ECS26a; mark: confirmed. */
const AMOUNTS = {
  meterBalance: { ...METER_BALANCE, index: AMOUNT },
  emergencyCredit: { ...EMERGENCY_CREDIT, index: AMOUNT },
  accumulatedDebt: { ...ACCUMULATED_DEBT, index: AMOUNT },
  timeDebt1: { ...TIME_DEBT_1, index: AMOUNT_REMAINING },
  timeDebt2: { ...TIME_DEBT_2, index: AMOUNT_REMAINING },
  paymentDebt: { ...PAYMENT_DEBT, index: AMOUNT_REMAINING },
  lowCreditThreshold: { classId: 111, obis: '0-0:19.0.0.255', index: 16 },
  emergencyCreditLimit: { ...EMERGENCY_CREDIT, index: 9 },
  emergencyCreditThreshold: { ...EMERGENCY_CREDIT, index: 10 },
  maxMeterBalance: { classId: 9000, obis: '0-0:94.44.2.20', index: 2 },
  maxCreditThreshold: { classId: 9000, obis: '0-0:94.44.2.10', index: 2 },
} as const satisfies Partial<Record<AccountRegister | AccountSetting, CosemMember>>;

const CHARGES: Readonly<Record<Charge, CosemObject>> = {
  energy: PRIMARY_PRICES,
  standingCharge: STANDING_CHARGE,
  timeDebt1: TIME_DEBT_1,
  timeDebt2: TIME_DEBT_2,
};

/** Thresholds of a register monitor: one. Source: GBCS mapping table, ECS26a; mark: confirmed. */
const DISABLEMENT_THRESHOLD = { classId: 21, obis: '0-0:16.0.1.255', index: 2 } as const;

/** Period of a charge in seconds, and the share of a payment that goes into a debt. Source: mapping table, ECS07. */
const PERIOD = 8;
const SHARE = { ...PAYMENT_DEBT, index: 13 } as const;

/** The account of a virtual electricity meter in its objects, which Commands change too. */
export class EsmeAccountStore implements AccountStore {
  readonly #objects: CosemObjects;
  readonly #supply: Supply;

  constructor(objects: CosemObjects, supply: Supply) {
    this.#objects = objects;
    this.#supply = supply;
  }

  get reading(): AccountReading {
    return {
      emergencyCreditBalance: this.read('emergencyCredit'),
      meterBalance: this.read('meterBalance'),
      paymentDebtRegister: this.read('paymentDebt'),
      timeDebtRegister1: this.read('timeDebt1'),
      timeDebtRegister2: this.read('timeDebt2'),
      accumulatedDebtRegister: this.read('accumulatedDebt'),
    };
  }

  read(value: AccountRegister | AccountSetting): number {
    switch (value) {
      case 'standingCharge':
        return standingChargeOf(this.#objects);
      case 'timeDebt1Rate':
        return timeChargeOf(this.#objects, TIME_DEBT_1);
      case 'timeDebt2Rate':
        return timeChargeOf(this.#objects, TIME_DEBT_2);
      case 'paymentDebtShare': {
        const share = this.#objects.value(SHARE);
        return share === undefined ? 0 : decodeData(longUnsigned, new ByteReader(share));
      }
      case 'disablementThreshold': {
        const thresholds = this.#objects.value(DISABLEMENT_THRESHOLD);
        return (thresholds && decodeData(array(doubleLong), new ByteReader(thresholds))[0]) ?? 0;
      }
      default: {
        const amount = this.#objects.value(AMOUNTS[value]);
        return amount === undefined ? 0 : decodeData(doubleLong, new ByteReader(amount));
      }
    }
  }

  write(register: AccountRegister, amount: number): void {
    this.#objects.keep(AMOUNTS[register], encodeData(doubleLong, amount));
  }

  get isPrepayment(): boolean {
    return isPrepayment(this.#objects);
  }

  periodOf(debt: TimeDebt): number {
    const value = this.#objects.value({ ...CHARGES[debt], index: PERIOD });
    return value === undefined ? 0 : decodeData(doubleLongUnsigned, new ByteReader(value));
  }

  /** What is charged to which credit is what the Command said that set the payment mode (ECS02, ECS03). */
  isCollected(charge: Charge): boolean {
    const state = this.#supply.state === 'disabled' ? 'disabled' : 'enabled';
    return isCollected(this.#objects, CHARGES[charge], METER_BALANCE, state);
  }

  accumulates(charge: Charge): boolean {
    return isCollected(this.#objects, CHARGES[charge], ACCUMULATED_DEBT);
  }

  isNonDisablement(time: Date): boolean {
    return isNonDisablement(this.#objects, time);
  }

  /** In credit mode the balance is what is owed. */
  bill(amount: number): void {
    this.write('meterBalance', this.read('meterBalance') - amount);
  }
}
