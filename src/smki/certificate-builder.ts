import { createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Eui64 } from '../common/eui64.js';
import { type Certificate, parseCertificate } from './certificate.js';
import { deviceNameExtension, extension, keyUsageExtension } from './certificate-extensions.js';
import {
  bitString,
  boolean,
  contextTag,
  decodeDer,
  type DerElement,
  encodeDer,
  generalizedTime,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  utf8String,
} from './der.js';
import { keyIdentifier } from './key-identifier.js';

export const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const ORGANISATIONAL_UNIT = '2.5.4.11';
/** Certificate policy as the reference certificates of Devices and authorities have it. */
const POLICY = '1.2.826.0.1.8641679.1.2.1.4';

/** The end of certificates that have none. Source: GBCS Device certificate profile, RFC 5280 4.1.2.5. */
const NO_END = new Date('9999-12-31T23:59:59Z');

/** The subject of an authority. */
export interface AuthorityName {
  readonly commonName: string;
  /** Remote party role in two hexadecimal digits: `00` root, `07` issuing authority. */
  readonly organisationalUnit: string;
}

/** Who signs. */
export interface Issuer {
  readonly name: AuthorityName;
  readonly privateKey: KeyObject;
}

/**
 * Certificate of an authority: subject OU and CN, keyCertSign and cRLSign, CA.
 * @param pathLength authorities allowed below it
 */
export function buildAuthorityCertificate(
  name: AuthorityName,
  publicKey: KeyObject,
  issuer: Issuer,
  notBefore: Date,
  pathLength: number,
): Certificate {
  return buildCertificate(nameElement(name), publicKey, issuer, notBefore, [
    keyUsageExtension('keyCertSign'),
    extension('2.5.29.19', sequence(boolean(true), integer(Buffer.of(pathLength))), true),
    extension('2.5.29.14', octetString(keyIdentifier(publicKey))),
  ]);
}

/**
 * Device certificate: empty subject, critical subjectAltName with a hardwareModuleName whose serial number is the
 * EUI-64, one critical key usage, no end. Source: the 400 Device certificates of the RTDS key store.
 */
export function buildDeviceCertificate(
  device: Eui64,
  keyUsage: 'digitalSignature' | 'keyAgreement',
  publicKey: KeyObject,
  issuer: Issuer,
  notBefore: Date,
): Certificate {
  return buildCertificate(sequence(), publicKey, issuer, notBefore, [
    keyUsageExtension(keyUsage),
    extension('2.5.29.14', octetString(keyIdentifier(publicKey))),
    deviceNameExtension(device),
  ]);
}

function buildCertificate(
  subject: DerElement,
  publicKey: KeyObject,
  issuer: Issuer,
  notBefore: Date,
  extensions: readonly DerElement[],
): Certificate {
  const algorithm = sequence(objectIdentifier(ECDSA_WITH_SHA256));
  const tbs = sequence(
    contextTag(0, [integer(Buffer.of(2))]),
    integer(serialNumber()),
    algorithm,
    nameElement(issuer.name),
    sequence(generalizedTime(notBefore), generalizedTime(NO_END)),
    subject,
    decodeDer(publicKey.export({ format: 'der', type: 'spki' })),
    contextTag(3, [
      sequence(
        ...extensions,
        extension('2.5.29.32', sequence(sequence(objectIdentifier(POLICY))), true),
        extension('2.5.29.35', sequence(contextTag(0, keyIdentifier(createPublicKey(issuer.privateKey))))),
      ),
    ]),
  );
  const signature = sign('sha256', encodeDer(tbs), issuer.privateKey);
  return parseCertificate(encodeDer(sequence(tbs, algorithm, bitString(signature))));
}

/** 16 random bytes, positive and without a leading zero byte. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function nameElement({ organisationalUnit, commonName }: AuthorityName): DerElement {
  const attribute = (oid: string, text: string): DerElement =>
    set(sequence(objectIdentifier(oid), utf8String(text)));
  return sequence(attribute(ORGANISATIONAL_UNIT, organisationalUnit), attribute(COMMON_NAME, commonName));
}
