import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { array, doubleLong, doubleLongUnsigned, longUnsigned } from '../gbcs/dlms/index.js';
import {
  ACCUMULATED_DEBT,
  EMERGENCY_CREDIT,
  METER_BALANCE,
  PAYMENT_DEBT,
  TIME_DEBT_1,
  TIME_DEBT_2,
} from '../gbcs/use-cases/dlms/shared/account-objects.js';
import type { CosemMember, CosemObjects } from './cosem-objects.js';
import type { AccountReading } from './esme-billing-logs.js';

/** Where credits (class 112) and charges (class 113) keep what is there or owed. Source: DLMS UA Blue Book. */
const AMOUNT = 2;
const AMOUNT_REMAINING = 12;

/** What is in the account, in thousandths of a penny. */
const REGISTERS = {
  meterBalance: { ...METER_BALANCE, index: AMOUNT },
  emergencyCreditBalance: { ...EMERGENCY_CREDIT, index: AMOUNT },
  accumulatedDebtRegister: { ...ACCUMULATED_DEBT, index: AMOUNT },
  timeDebtRegister1: { ...TIME_DEBT_1, index: AMOUNT_REMAINING },
  timeDebtRegister2: { ...TIME_DEBT_2, index: AMOUNT_REMAINING },
  paymentDebtRegister: { ...PAYMENT_DEBT, index: AMOUNT_REMAINING },
} as const satisfies Record<keyof AccountReading, CosemMember>;

export type AccountRegister = keyof typeof REGISTERS;

/** Limits, in thousandths of a penny. Source: GBCS mapping table, ECS26a; mark: confirmed. */
const LIMITS = {
  lowCredit: { classId: 111, obis: '0-0:19.0.0.255', index: 16 },
  emergencyCreditLimit: { ...EMERGENCY_CREDIT, index: 9 },
  emergencyCreditThreshold: { ...EMERGENCY_CREDIT, index: 10 },
  maximumMeterBalance: { classId: 9000, obis: '0-0:94.44.2.20', index: 2 },
  maximumCredit: { classId: 9000, obis: '0-0:94.44.2.10', index: 2 },
} as const satisfies Record<string, CosemMember>;

export type AccountLimit = keyof typeof LIMITS;

/** Thresholds of a register monitor: one. Source: GBCS mapping table, ECS26a; mark: confirmed. */
const DISABLEMENT_THRESHOLD = { classId: 21, obis: '0-0:16.0.1.255', index: 2 } as const;

/** Period of a charge in seconds, and the share of a payment that goes into a debt. Source: mapping table, ECS07. */
const PERIOD = 8;
const SHARE = 13;
const WHOLE_PAYMENT = 10_000;

function signed(objects: CosemObjects, attribute: CosemMember): number {
  const value = objects.value(attribute);
  return value === undefined ? 0 : decodeData(doubleLong, new ByteReader(value));
}

/** The amounts in the account of a meter, and the limits Commands set. */
export class EsmeAccountRegisters {
  readonly #objects: CosemObjects;

  constructor(objects: CosemObjects) {
    this.#objects = objects;
  }

  get reading(): AccountReading {
    return {
      emergencyCreditBalance: this.in('emergencyCreditBalance'),
      meterBalance: this.in('meterBalance'),
      paymentDebtRegister: this.in('paymentDebtRegister'),
      timeDebtRegister1: this.in('timeDebtRegister1'),
      timeDebtRegister2: this.in('timeDebtRegister2'),
      accumulatedDebtRegister: this.in('accumulatedDebtRegister'),
    };
  }

  in(register: AccountRegister): number {
    return signed(this.#objects, REGISTERS[register]);
  }

  set(register: AccountRegister, amount: number): void {
    this.#objects.keep(REGISTERS[register], encodeData(doubleLong, amount));
  }

  add(register: AccountRegister, amount: number): void {
    if (amount !== 0) this.set(register, this.in(register) + amount);
  }

  limit(limit: AccountLimit): number {
    return signed(this.#objects, LIMITS[limit]);
  }

  get disablementThreshold(): number {
    const value = this.#objects.value(DISABLEMENT_THRESHOLD);
    return (value && decodeData(array(doubleLong), new ByteReader(value))[0]) ?? 0;
  }

  /** How often a time debt is recovered, in seconds; 0 where nobody has said. */
  periodOf(debt: Omit<CosemMember, 'index'>): number {
    const value = this.#objects.value({ ...debt, index: PERIOD });
    return value === undefined ? 0 : decodeData(doubleLongUnsigned, new ByteReader(value));
  }

  /** What of a payment goes into the payment debt, as far as there is one. */
  shareOf(payment: number): number {
    const value = this.#objects.value({ ...PAYMENT_DEBT, index: SHARE });
    const hundredths = value === undefined ? 0 : decodeData(longUnsigned, new ByteReader(value));
    const owed = Math.max(0, this.in('paymentDebtRegister'));
    return Math.min(owed, Math.floor((payment * hundredths) / WHOLE_PAYMENT));
  }
}
