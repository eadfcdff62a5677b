import type { CosemObject } from '../../../dlms/access-specification.js';
import {
  array,
  bitString,
  enumerated,
  named,
  type ObisCode,
  obisCode,
  structure,
} from '../../../dlms/index.js';
import {
  ACCUMULATED_DEBT,
  EMERGENCY_CREDIT,
  METER_BALANCE,
  PAYMENT_DEBT,
  PRIMARY_PRICES,
  SECONDARY_PRICES,
  STANDING_CHARGE,
  TIME_DEBT_1,
  TIME_DEBT_2,
} from './account-objects.js';

/** Account of the meter (class 111): the active one, and the one that is to replace it. */
export const ACTIVE_ACCOUNT = { classId: 111, obis: '0-0:19.0.0.255' } as const;
export const PASSIVE_ACCOUNT = { classId: 111, obis: '0-1:19.0.0.255' } as const;

/** Attribute 2. Source: mapping table rows 1018 to 1021. */
export const accountModeAndStatus = structure({
  paymentMode: named(enumerated, { 1: 'credit', 2: 'prepayment' }),
  status: named(enumerated, { 1: 'new', 2: 'active' }),
});

/** Attribute 11: which charges are collected from which credit. Source: RTDS 4.5.0 ECS02, ECS03, ECS26a. */
export const creditChargeConfiguration = array(
  structure({
    credit: obisCode,
    charge: obisCode,
    /** When it is collected; the last bit is for times when supply is disabled. Source: DLMS UA Blue Book, class 111. */
    collection: bitString(3),
  }),
);

interface Collection {
  readonly credit: ObisCode;
  readonly charge: ObisCode;
  readonly collection: string;
}

const ALWAYS = '111';
const NOT_WHEN_DISABLED = '110';

const collect = (credit: CosemObject, charge: CosemObject, collection = ALWAYS): Collection => ({
  credit: credit.obis,
  charge: charge.obis,
  collection,
});

/** Charges in credit mode. @param twinElement the meter has a second tariff */
export function creditMode(twinElement: boolean): Collection[] {
  return [
    collect(METER_BALANCE, PRIMARY_PRICES),
    collect(METER_BALANCE, STANDING_CHARGE),
    ...(twinElement ? [collect(METER_BALANCE, SECONDARY_PRICES)] : []),
  ];
}

/**
 * Charges in prepayment mode.
 * That `disabled: false` sets the last bit of time based debt is inferred: all reference messages have `true`.
 * @param suspension `disabled`: time based debt is not recovered while supply is disabled; `emergency`: standing charge
 * and time based debt accumulate while emergency credit is in use
 */
export function prepaymentMode(
  suspension: { readonly disabled: boolean; readonly emergency: boolean },
  twinElement: boolean,
): Collection[] {
  const timeDebt = suspension.disabled ? NOT_WHEN_DISABLED : ALWAYS;
  return [
    collect(METER_BALANCE, PRIMARY_PRICES),
    collect(METER_BALANCE, STANDING_CHARGE),
    collect(METER_BALANCE, TIME_DEBT_1, timeDebt),
    collect(METER_BALANCE, TIME_DEBT_2, timeDebt),
    collect(METER_BALANCE, PAYMENT_DEBT),
    collect(EMERGENCY_CREDIT, PAYMENT_DEBT),
    collect(EMERGENCY_CREDIT, PRIMARY_PRICES),
    collect(EMERGENCY_CREDIT, STANDING_CHARGE),
    collect(EMERGENCY_CREDIT, TIME_DEBT_1, timeDebt),
    collect(EMERGENCY_CREDIT, TIME_DEBT_2, timeDebt),
    ...(suspension.emergency
      ? [STANDING_CHARGE, TIME_DEBT_1, TIME_DEBT_2].map((charge) => collect(ACCUMULATED_DEBT, charge))
      : []),
    ...(twinElement
      ? [METER_BALANCE, EMERGENCY_CREDIT].map((credit) => collect(credit, SECONDARY_PRICES))
      : []),
  ];
}
