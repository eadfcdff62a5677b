import { CodecError } from '../../common/errors.js';

/** What the value of a token counts: hundredths of the currency unit, or whole units. */
export type ValueClass = 'pence' | 'pounds';

const VALUE_CLASSES: readonly ValueClass[] = ['pence', 'pounds'];

/** Highest value of a token: 13 bits, so 81.91 as pence or 8,191 as pounds. */
export const MAX_TOKEN_VALUE = 8191;

/** Length of the Originator Counter's part in a token, in bits. */
export const TRUNCATED_COUNTER_BITS = 10;

/** A prepayment token (PTUT): 64 bits, of which the first seven are zero. */
export interface PrepaymentToken {
  /** Bits 41 to 32 of the Originator Counter, 0 to 1023. */
  readonly truncatedCounter: number;
  readonly valueClass: ValueClass;
  /** 0 to 8191. */
  readonly value: number;
  /** Last 4 bytes of the supplier's MAC, as an unsigned number. */
  readonly mac: number;
}

/**
 * The high 32 bits of a token, which its MAC covers: lead and subclass (7 bits, zero), counter (10), class (2),
 * value (13). Source: GBCS-RULES section 6; 3 of 3 authentic tokens of RTDS 4.5.0.
 * @throws CodecError if a field is out of range
 */
export function tokenHead(token: Omit<PrepaymentToken, 'mac'>): number {
  const { truncatedCounter, valueClass, value } = token;
  expectRange('truncated counter', truncatedCounter, 2 ** TRUNCATED_COUNTER_BITS - 1);
  expectRange('value', value, MAX_TOKEN_VALUE);
  return truncatedCounter * 2 ** 15 + VALUE_CLASSES.indexOf(valueClass) * 2 ** 13 + value;
}

/** @throws CodecError if a field is out of range */
export function encodeToken(token: PrepaymentToken): bigint {
  expectRange('mac', token.mac, 0xffffffff);
  return (BigInt(tokenHead(token)) << 32n) | BigInt(token.mac);
}

/** @throws CodecError for a lead or subclass other than zero, or a reserved value class */
export function decodeToken(ptut: bigint): PrepaymentToken {
  if (ptut < 0n || ptut >> 57n !== 0n) throw new CodecError('lead and subclass of a token are zero', 0);
  const head = Number(ptut >> 32n);
  const valueClass = VALUE_CLASSES[(head >> 13) & 3];
  if (valueClass === undefined) throw new CodecError(`value class ${(head >> 13) & 3} is reserved`, 0);
  return {
    truncatedCounter: head >> 15,
    valueClass,
    value: head & MAX_TOKEN_VALUE,
    mac: Number(ptut & 0xffffffffn),
  };
}

function expectRange(field: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new CodecError(`${value} is not a whole number from 0 to ${max}`, undefined, field);
  }
}
