import { CodecError } from './errors.js';

/** EUI-64 in DUIS form: eight upper-case hexadecimal pairs joined by dashes. */
export type Eui64 = string & { readonly __brand: 'Eui64' };

/** Length of an EUI-64 on the wire, in bytes. */
export const EUI64_LENGTH = 8;

const DASHED = /^[0-9A-F]{2}(-[0-9A-F]{2}){7}$/;

/**
 * Reads an EUI-64 in DUIS form (`90-B3-...`) or as 16 hexadecimal digits, in either case.
 * @throws CodecError if the text is neither
 */
export function parseEui64(text: string): Eui64 {
  const upper = text.toUpperCase();
  if (DASHED.test(upper)) return upper as Eui64;
  if (/^[0-9A-F]{16}$/.test(upper)) return upper.replace(/(..)(?=.)/g, '$1-') as Eui64;
  throw new CodecError(`'${text}' is not an EUI-64 (eight hexadecimal pairs)`);
}

/** The 8 bytes of an EUI-64, most significant first. */
export function eui64ToBytes(eui: Eui64): Buffer {
  return Buffer.from(eui.replaceAll('-', ''), 'hex');
}

/** @throws CodecError if `bytes` is not 8 bytes long */
export function eui64FromBytes(bytes: Uint8Array): Eui64 {
  if (bytes.length !== EUI64_LENGTH) {
    throw new CodecError(`an EUI-64 has 8 bytes, found ${bytes.length}`);
  }
  return parseEui64(Buffer.from(bytes).toString('hex'));
}

/** Sixteen lower-case hexadecimal digits: the form used in key store file names. */
export function eui64Compact(eui: Eui64): string {
  return eui.replaceAll('-', '').toLowerCase();
}
