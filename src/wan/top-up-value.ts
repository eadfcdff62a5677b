import { parseUtrn } from '../gbcs/utrn/index.js';

/** Thousandths of a penny, in which a GSME counts credit. */
const MILLIPENCE = { pence: 1000, pounds: 100_000 } as const;

/**
 * The credit of a UTRN in thousandths of a penny; its MAC is not looked at.
 * @param topUpCode 20 digits
 * @throws CodecError if they are none
 */
export function topUpValueOf(topUpCode: Uint8Array): number {
  const { token } = parseUtrn(Buffer.from(topUpCode).toString('latin1'));
  return token.value * MILLIPENCE[token.valueClass];
}
