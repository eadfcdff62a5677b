import { type Eui64, eui64ToBytes } from '../common/eui64.js';
import {
  bitString,
  boolean,
  contextTag,
  type DerElement,
  encodeDer,
  objectIdentifier,
  octetString,
  sequence,
} from './der.js';

const HARDWARE_MODULE_NAME = '1.3.6.1.5.5.7.8.4';
/** hwType as the reference certificates of Devices have it. */
const HARDWARE_TYPE = '1.2.826.0.1.8641679.1.2.2.1';

/** Bits of keyUsage in one byte, and how many low bits of it are unused. */
const KEY_USAGE = {
  digitalSignature: { bits: 0x80, unused: 7 },
  keyAgreement: { bits: 0x08, unused: 3 },
  keyCertSign: { bits: 0x06, unused: 1 },
} as const;

/** An extension of a certificate or a certification request. */
export function extension(oid: string, value: DerElement, critical?: true): DerElement {
  const wrapped = octetString(encodeDer(value));
  return critical
    ? sequence(objectIdentifier(oid), boolean(true), wrapped)
    : sequence(objectIdentifier(oid), wrapped);
}

/** What the key may do: keyCertSign comes with cRLSign. */
export function keyUsageExtension(usage: keyof typeof KEY_USAGE): DerElement {
  const { bits, unused } = KEY_USAGE[usage];
  return extension('2.5.29.15', bitString(Buffer.of(bits), unused), true);
}

/** subjectAltName of a Device: a hardwareModuleName whose serial number is the EUI-64. */
export function deviceNameExtension(device: Eui64): DerElement {
  const hardware = sequence(objectIdentifier(HARDWARE_TYPE), octetString(eui64ToBytes(device)));
  const otherName = contextTag(0, [objectIdentifier(HARDWARE_MODULE_NAME), contextTag(0, [hardware])]);
  return extension('2.5.29.17', sequence(otherName), true);
}
