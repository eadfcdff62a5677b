import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import {
  doubleLong,
  doubleLongUnsigned,
  longUnsigned,
  octetText,
  structure,
  zigbeeUtcTime,
} from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import {
  ACCUMULATED_DEBT,
  EMERGENCY_CREDIT,
  METER_BALANCE,
  PAYMENT_DEBT,
  TIME_DEBT_1,
  TIME_DEBT_2,
} from '../gbcs/use-cases/dlms/shared/account-objects.js';
import { type CosemMember, type CosemObjects, NULL_DATA } from './cosem-objects.js';
import { keepLog } from './kept-log.js';
import { topUpValueOf } from './top-up-value.js';
import type { VirtualDevice } from './virtual-device.js';

/** Digits of a UTRN, a byte each. */
const UTRN_LENGTH = 20;
const TOP_UP = { classId: 115, obis: '0-0:19.40.0.255', index: 1 } as const;

/** Logs of payments, and how many entries each keeps. Source: RTDS 4.5.0 ECS20a, ECS20d; mark: inferred. */
const entry = structure({ timestamp: zigbeeUtcTime, value: doubleLongUnsigned });
const CREDITS = { attribute: { classId: 7, obis: '0-0:98.1.5.255', index: 2 }, entry, capacity: 5 } as const;
const DEBT_PAYMENTS = {
  attribute: { classId: 7, obis: '0-0:98.1.4.255', index: 2 },
  entry,
  capacity: 10,
} as const;

/** The share of a payment that goes into a debt is in hundredths of a percent. Source: mapping table, ECS07. */
const WHOLE_PAYMENT = 10_000;

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
} as const satisfies Record<string, CosemMember>;

type Register = keyof typeof REGISTERS;

function amountIn({ objects }: VirtualDevice, register: Register): number {
  const value = objects.value(REGISTERS[register]);
  return value ? decodeData(doubleLong, new ByteReader(value)) : 0;
}

function set({ objects }: VirtualDevice, register: Register, amount: number): void {
  objects.keep(REGISTERS[register], encodeData(doubleLong, amount));
}

const argumentOf = (bytes: Buffer): number => decodeData(doubleLong, new ByteReader(bytes));

/** Gives an electricity meter an account that Commands change. @returns reads what is in it */
export function furnishEsmeAccount(esme: VirtualDevice): () => Record<Register, number> {
  const method = (object: Omit<CosemMember, 'index'>, index: number, effect: (argument: Buffer) => void) => {
    esme.objects.defineMethod({ ...object, index }, (argument) => {
      effect(argument);
      return NULL_DATA;
    });
  };
  const adds = (object: Omit<CosemMember, 'index'>, index: number, register: Register) => {
    method(object, index, (argument) => {
      set(esme, register, amountIn(esme, register) + argumentOf(argument));
    });
  };
  const sets = (object: Omit<CosemMember, 'index'>, register: Register) => {
    method(object, 2, (argument) => {
      set(esme, register, argumentOf(argument));
    });
  };
  adds(METER_BALANCE, 1, 'meterBalance');
  sets(METER_BALANCE, 'meterBalance');
  sets(EMERGENCY_CREDIT, 'emergencyCreditBalance');
  sets(ACCUMULATED_DEBT, 'accumulatedDebtRegister');
  adds(PAYMENT_DEBT, 4, 'paymentDebtRegister');
  adds(TIME_DEBT_1, 4, 'timeDebtRegister1');
  adds(TIME_DEBT_2, 4, 'timeDebtRegister2');
  // The rate of a time debt becomes active without a time of its own.
  for (const debt of [TIME_DEBT_1, TIME_DEBT_2]) {
    method(debt, 2, () => {
      copy(esme.objects, { ...debt, index: 6 }, { ...debt, index: 5 });
    });
  }
  method(EMERGENCY_CREDIT, 3, () => {
    copy(esme.objects, { ...EMERGENCY_CREDIT, index: 9 }, REGISTERS.emergencyCreditBalance);
  });
  furnishTopUp(esme);
  return () => ({
    meterBalance: amountIn(esme, 'meterBalance'),
    emergencyCreditBalance: amountIn(esme, 'emergencyCreditBalance'),
    accumulatedDebtRegister: amountIn(esme, 'accumulatedDebtRegister'),
    timeDebtRegister1: amountIn(esme, 'timeDebtRegister1'),
    timeDebtRegister2: amountIn(esme, 'timeDebtRegister2'),
    paymentDebtRegister: amountIn(esme, 'paymentDebtRegister'),
  });
}

function copy(objects: CosemObjects, from: CosemMember, to: CosemMember): void {
  const value = objects.value(from);
  if (value !== undefined) objects.keep(to, value);
}

/** A top up pays its share of the payment debt and adds the rest to the balance. */
function furnishTopUp(esme: VirtualDevice): void {
  const { objects } = esme;
  const credits = keepLog(objects, CREDITS);
  const debtPayments = keepLog(objects, DEBT_PAYMENTS);
  objects.defineMethod(TOP_UP, (argument) => {
    const token = decodeData(octetText(UTRN_LENGTH), new ByteReader(argument));
    const value = topUpValueOf(Buffer.from(token, 'latin1'));
    const share = objects.value({ ...PAYMENT_DEBT, index: 13 });
    const hundredths = share ? decodeData(longUnsigned, new ByteReader(share)) : 0;
    const owed = Math.max(0, amountIn(esme, 'paymentDebtRegister'));
    const paid = Math.min(owed, Math.floor((value * hundredths) / WHOLE_PAYMENT));
    set(esme, 'paymentDebtRegister', amountIn(esme, 'paymentDebtRegister') - paid);
    set(esme, 'meterBalance', amountIn(esme, 'meterBalance') + value - paid);
    credits.add({ timestamp: esme.now, value });
    if (paid > 0) debtPayments.add({ timestamp: esme.now, value: paid });
    return NULL_DATA;
  });
}
