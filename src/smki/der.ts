import forge from 'node-forge';
import { CodecError } from '../common/errors.js';

const { asn1 } = forge;

/** One decoded DER element, as node-forge holds it. */
export type DerElement = forge.asn1.Asn1;

/** The published types lack the options; BIT STRINGs must stay bytes, as an EUI-64 in one may look like DER. */
const fromDer = asn1.fromDer as unknown as (
  bytes: string,
  options: { strict: boolean; decodeBitStrings: boolean },
) => DerElement;

/** @throws CodecError if the bytes are not one complete DER element */
export function decodeDer(bytes: Uint8Array): DerElement {
  try {
    return fromDer(Buffer.from(bytes).toString('latin1'), { strict: true, decodeBitStrings: false });
  } catch (error) {
    throw new CodecError(`not DER: ${(error as Error).message}`);
  }
}

export function encodeDer(element: DerElement): Buffer {
  return Buffer.from(asn1.toDer(element).getBytes(), 'latin1');
}

/** @throws CodecError if the element is primitive */
export function childrenOf(element: DerElement | undefined, what: string): readonly DerElement[] {
  if (element === undefined || !Array.isArray(element.value)) throw new CodecError(`${what} is missing`);
  return element.value;
}

/** Content of a primitive element. @throws CodecError if it is constructed */
export function contentOf(element: DerElement | undefined, what: string): Buffer {
  if (element === undefined || typeof element.value !== 'string') throw new CodecError(`${what} is missing`);
  return Buffer.from(element.value, 'latin1');
}

/** @throws CodecError if the element is not an OBJECT IDENTIFIER */
export function oidOf(element: DerElement | undefined, what: string): string {
  if (element?.type !== asn1.Type.OID) throw new CodecError(`${what} is missing`);
  return asn1.derToOid(contentOf(element, what).toString('latin1'));
}

const universal = (type: forge.asn1.Type, value: string | DerElement[]): DerElement =>
  asn1.create(asn1.Class.UNIVERSAL, type, Array.isArray(value), value);

export const sequence = (...elements: DerElement[]): DerElement => universal(asn1.Type.SEQUENCE, elements);
export const set = (...elements: DerElement[]): DerElement => universal(asn1.Type.SET, elements);
export const boolean = (value: boolean): DerElement =>
  universal(asn1.Type.BOOLEAN, value ? '\u00ff' : '\u0000');
export const objectIdentifier = (oid: string): DerElement =>
  universal(asn1.Type.OID, asn1.oidToDer(oid).getBytes());
export const utf8String = (text: string): DerElement =>
  universal(asn1.Type.UTF8, Buffer.from(text, 'utf8').toString('latin1'));
export const octetString = (bytes: Uint8Array): DerElement =>
  universal(asn1.Type.OCTETSTRING, Buffer.from(bytes).toString('latin1'));

/** @param bytes two's complement, big-endian, without superfluous leading bytes */
export const integer = (bytes: Uint8Array): DerElement =>
  universal(asn1.Type.INTEGER, Buffer.from(bytes).toString('latin1'));

/** @param unusedBits bits of the last byte that do not belong to the value, 0 to 7 */
export const bitString = (bytes: Uint8Array, unusedBits = 0): DerElement =>
  universal(asn1.Type.BITSTRING, Buffer.concat([Buffer.from([unusedBits]), bytes]).toString('latin1'));

/** @param time whole seconds; rendered as `YYYYMMDDHHMMSSZ` */
export const generalizedTime = (time: Date): DerElement =>
  universal(asn1.Type.GENERALIZEDTIME, time.toISOString().slice(0, 19).replace(/[-:T]/g, '').concat('Z'));

/** A context-specific tag around elements, or an implicitly tagged primitive. */
export const contextTag = (tag: number, value: Uint8Array | DerElement[]): DerElement =>
  Array.isArray(value)
    ? asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, true, value)
    : asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, false, Buffer.from(value).toString('latin1'));
