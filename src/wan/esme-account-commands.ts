import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { doubleLong } from '../gbcs/dlms/index.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import {
  ACCUMULATED_DEBT,
  EMERGENCY_CREDIT,
  METER_BALANCE,
  PAYMENT_DEBT,
  TIME_DEBT_1,
  TIME_DEBT_2,
} from '../gbcs/use-cases/dlms/shared/account-objects.js';
import { type CosemMember, NULL_DATA } from './cosem-objects.js';
import type { EsmeAccountStore } from './esme-account-store.js';
import type { AccountRegister, PrepaymentAccount } from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';

type CosemObject = Omit<CosemMember, 'index'>;

/** Methods of credits (class 112) and charges (class 113). Source: GBCS mapping table, ECS04a, ECS04b, ECS07, ECS09. */
const CREDIT = { add: 1, set: 2, invoke: 3 } as const;
const CHARGE = { activatePassive: 2, add: 4 } as const;
/** Attributes of a charge. */
const UNIT_CHARGE = { active: 5, passive: 6 } as const;

const amountOf = (argument: Buffer): number => decodeData(doubleLong, new ByteReader(argument));

/** Lets Commands change what is in the account of an electricity meter. */
export function furnishAccountCommands(
  esme: VirtualDevice,
  store: EsmeAccountStore,
  account: PrepaymentAccount,
): void {
  const { objects } = esme;
  const method = (object: CosemObject, index: number, effect: (argument: Buffer) => void) => {
    objects.defineMethod({ ...object, index }, (argument) => {
      effect(argument);
      account.settleSupply(esme.now);
      return NULL_DATA;
    });
  };
  const adds = (object: CosemObject, index: number, register: AccountRegister) => {
    method(object, index, (argument) => {
      store.write(register, store.read(register) + amountOf(argument));
    });
  };
  const sets = (object: CosemObject, register: AccountRegister) => {
    method(object, CREDIT.set, (argument) => {
      store.write(register, amountOf(argument));
    });
  };
  adds(METER_BALANCE, CREDIT.add, 'meterBalance');
  sets(METER_BALANCE, 'meterBalance');
  sets(ACCUMULATED_DEBT, 'accumulatedDebt');
  adds(PAYMENT_DEBT, CHARGE.add, 'paymentDebt');
  adds(TIME_DEBT_1, CHARGE.add, 'timeDebt1');
  adds(TIME_DEBT_2, CHARGE.add, 'timeDebt2');
  method(EMERGENCY_CREDIT, CREDIT.set, (argument) => {
    store.write('emergencyCredit', amountOf(argument));
    account.resetEmergencyCredit();
  });
  method(EMERGENCY_CREDIT, CREDIT.invoke, () => {
    account.activateEmergencyCredit(esme.now);
  });
  // The rate of a time debt becomes active without a time of its own.
  for (const debt of [TIME_DEBT_1, TIME_DEBT_2]) {
    method(debt, CHARGE.activatePassive, () => {
      const rate = objects.value({ ...debt, index: UNIT_CHARGE.passive });
      if (rate !== undefined) objects.keep({ ...debt, index: UNIT_CHARGE.active }, rate);
    });
  }
}
