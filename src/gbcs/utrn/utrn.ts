import { createCipheriv } from 'node:crypto';
import { CodecError } from '../../common/errors.js';
import { type Eui64, eui64ToBytes } from '../../common/eui64.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { deriveKey, initialisationVector } from '../protection/key-derivation.js';
import {
  type PrepaymentToken,
  tokenHead,
  TRUNCATED_COUNTER_BITS,
  type ValueClass,
} from './prepayment-token.js';
import { formatUtrn, parseUtrn, type Utrn } from './utrn-digits.js';

/** Security control byte and five empty fields, which the MAC covers first, as in a message. */
const MAC_PREFIX = Buffer.from('110000000000', 'hex');
/** The flag of a Command. */
const COMMAND = 0x01;
const COUNTER_SHIFT = 32n;
const MAX_COUNTER = (1n << 63n) - 1n;

/** Whose token it is, and which one. */
export interface UtrnContext {
  readonly supplier: Eui64;
  readonly meter: Eui64;
  /**
   * Originator Counter of the top-up, 0 to 2^63 - 1. It counts in its high 32 bits; its low 32 bits are zero.
   */
  readonly originatorCounter: bigint;
}

/** How much a token adds to the meter's balance. */
export interface TopUp {
  readonly valueClass: ValueClass;
  /** 0 to 8191, in the unit of the class. */
  readonly value: number;
}

/**
 * Builds the UTRN of a prepayment top-up. Source: GBCS section 14; GBCS-RULES section 6.
 * @param secret shared secret Z of the supplier's prepayment Key Agreement key and the meter's Key Agreement key, 32 bytes
 * @throws CodecError if value or counter are out of range; nothing is cut to fit
 */
export function buildUtrn(context: UtrnContext, topUp: TopUp, secret: Uint8Array): Utrn {
  const unprotected = { ...topUp, truncatedCounter: truncatedCounter(context.originatorCounter) };
  return formatUtrn({ ...unprotected, mac: tokenMac(context, unprotected, secret) });
}

/**
 * Tells whether a UTRN was made for this supplier, meter and counter.
 * @param secret as for `buildUtrn`
 * @throws CodecError if the digits are no UTRN
 */
export function verifyUtrn(digits: string, context: UtrnContext, secret: Uint8Array): boolean {
  const { token } = parseUtrn(digits);
  return (
    token.truncatedCounter === truncatedCounter(context.originatorCounter) &&
    token.mac === tokenMac(context, token, secret)
  );
}

/**
 * The Originator Counter a token stands for: the lowest one above `last` that has the token's bits.
 * @param last highest counter the meter has seen; -1 if none
 */
export function counterAfter(token: PrepaymentToken, last: bigint): bigint {
  const cycle = 1n << BigInt(TRUNCATED_COUNTER_BITS);
  const seen = last >> COUNTER_SHIFT;
  const candidate = (seen >> BigInt(TRUNCATED_COUNTER_BITS)) * cycle + BigInt(token.truncatedCounter);
  const counter = candidate < 0n ? BigInt(token.truncatedCounter) : candidate;
  return counter << COUNTER_SHIFT > last ? counter << COUNTER_SHIFT : (counter + cycle) << COUNTER_SHIFT;
}

function truncatedCounter(counter: bigint): number {
  if (counter < 0n || counter > MAX_COUNTER || BigInt.asUintN(32, counter) !== 0n) {
    throw new CodecError(
      `${counter} is not a counter from 0 to ${MAX_COUNTER} whose low 32 bits are zero`,
      undefined,
      'originatorCounter',
    );
  }
  return Number(BigInt.asUintN(TRUNCATED_COUNTER_BITS, counter >> COUNTER_SHIFT));
}

/** Last 4 bytes of AES-128-GMAC over prefix, supplier, meter, Command flag, counter and head of the token. */
function tokenMac(context: UtrnContext, token: Omit<PrepaymentToken, 'mac'>, secret: Uint8Array): number {
  const { supplier, meter, originatorCounter } = context;
  const key = deriveKey(secret, 'Command', {
    originator: supplier,
    originatorCounter,
    recipient: meter,
  });
  const input = new ByteWriter()
    .bytes(MAC_PREFIX)
    .bytes(eui64ToBytes(supplier))
    .bytes(eui64ToBytes(meter))
    .u8(COMMAND)
    .u64(originatorCounter)
    .u32(tokenHead(token));
  const cipher = createCipheriv('aes-128-gcm', key, initialisationVector(supplier));
  cipher.setAAD(input.toBuffer());
  cipher.final();
  return cipher.getAuthTag().readUInt32BE(12);
}
