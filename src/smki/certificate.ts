import { type KeyObject, X509Certificate } from 'node:crypto';
import { CodecError } from '../common/errors.js';
import { type Eui64, eui64FromBytes } from '../common/eui64.js';
import { childrenOf, contentOf, decodeDer, type DerElement, oidOf } from './der.js';
import { formatName, type NameAttribute, normaliseName, readNameAttributes } from './distinguished-name.js';
import { type RemotePartyRole, remotePartyRole } from './remote-party-role.js';

const OID = {
  commonName: '2.5.4.3',
  organisationalUnit: '2.5.4.11',
  uniqueIdentifier: '2.5.4.45',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  authorityKeyIdentifier: '2.5.29.35',
  hardwareModuleName: '1.3.6.1.5.5.7.8.4',
} as const;

/** The one thing the key of a certificate may do. */
export type KeyUsage = 'digitalSignature' | 'keyAgreement' | 'keyCertSign' | 'other';

/** An SMKI certificate: X.509 on P-256 as GBCS profiles it. */
export interface Certificate {
  readonly der: Buffer;
  readonly publicKey: KeyObject;
  /** Whom it names: subject x500UniqueIdentifier of an organisation, hardwareModuleName of a Device; none for a CA. */
  readonly eui: Eui64 | undefined;
  readonly holder: 'organisation' | 'device' | 'authority';
  readonly role: RemotePartyRole | undefined;
  readonly commonName: string | undefined;
  readonly keyUsage: KeyUsage;
  /** As RFC 2253 writes it: the text of X509IssuerName. */
  readonly issuerName: string;
  /** Subject and issuer in the form `normaliseName` gives them. */
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: bigint;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Eight bytes in hexadecimal, where the certificate has the extension. */
  readonly subjectKeyIdentifier: string | undefined;
  readonly authorityKeyIdentifier: string | undefined;
  /** True if `key` made the signature on this certificate. */
  isSignedBy(key: KeyObject): boolean;
}

/**
 * Reads a certificate.
 * @param bytes DER or PEM
 * @throws CodecError if it is none, or not as GBCS profiles it
 */
export function parseCertificate(bytes: Uint8Array | string): Certificate {
  const key = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1');
  let certificate = recent.get(key);
  if (certificate === undefined) {
    certificate = readCertificate(bytes);
    if (recent.size >= RECENT) recent.clear();
    recent.set(key, certificate);
  }
  return certificate;
}

/** Certificates read lately by their bytes: requests bring those of a few organisations over and over. */
const recent = new Map<string, Certificate>();
const RECENT = 256;

function readCertificate(bytes: Uint8Array | string): Certificate {
  let x509: X509Certificate;
  try {
    x509 = new X509Certificate(bytes);
  } catch {
    throw new CodecError('not an X.509 certificate in PEM or DER');
  }
  const tbs = childrenOf(childrenOf(decodeDer(x509.raw), 'certificate')[0], 'to-be-signed part');
  const issuer = readNameAttributes(tbs[3]);
  const subject = readNameAttributes(tbs[5]);
  const extensions = readExtensions(tbs);
  const keyUsage = readKeyUsage(extensions);
  const { holder, eui } = readHolder(subject, extensions, keyUsage);
  const unit = textOf(subject, OID.organisationalUnit);
  return {
    der: x509.raw,
    publicKey: x509.publicKey,
    eui,
    holder,
    role: unit === undefined ? undefined : remotePartyRole(unit),
    commonName: textOf(subject, OID.commonName),
    keyUsage,
    issuerName: formatName(issuer),
    subject: normaliseName(formatName(subject)),
    issuer: normaliseName(formatName(issuer)),
    serialNumber: BigInt(`0x${x509.serialNumber}`),
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    subjectKeyIdentifier: readSubjectKeyIdentifier(extensions),
    authorityKeyIdentifier: readAuthorityKeyIdentifier(extensions),
    isSignedBy: (key) => x509.verify(key),
  };
}

function textOf(name: readonly NameAttribute[], oid: string): string | undefined {
  return name.find((attribute) => attribute.oid === oid)?.value.toString('utf8');
}

type Extensions = ReadonlyMap<string, DerElement>;

function readExtensions(tbs: readonly DerElement[]): Extensions {
  const holder = tbs.slice(7).find((element) => Number(element.type) === 3);
  if (holder === undefined) return new Map();
  const list = childrenOf(childrenOf(holder, 'extensions')[0], 'extensions');
  return new Map(
    list.map((extension) => {
      const members = childrenOf(extension, 'extension');
      const oid = oidOf(members[0], 'extension identifier');
      return [oid, decodeDer(contentOf(members.at(-1), 'extension value'))];
    }),
  );
}

function readKeyUsage(extensions: Extensions): KeyUsage {
  const extension = extensions.get(OID.keyUsage);
  const bits = extension === undefined ? 0 : (contentOf(extension, 'key usage')[1] ?? 0);
  if (bits === 0x80) return 'digitalSignature';
  if (bits === 0x08) return 'keyAgreement';
  return (bits & 0x04) === 0 ? 'other' : 'keyCertSign';
}

function readHolder(
  subject: readonly NameAttribute[],
  extensions: Extensions,
  keyUsage: KeyUsage,
): Pick<Certificate, 'holder' | 'eui'> {
  const identifier = subject.find(({ oid }) => oid === OID.uniqueIdentifier);
  if (identifier !== undefined) {
    // A BIT STRING: the count of unused bits, then the EUI-64.
    return { holder: 'organisation', eui: eui64FromBytes(identifier.value.subarray(1)) };
  }
  const alternative = extensions.get(OID.subjectAltName);
  if (alternative !== undefined) return { holder: 'device', eui: readHardwareSerial(alternative) };
  if (keyUsage === 'keyCertSign') return { holder: 'authority', eui: undefined };
  throw new CodecError('the certificate names neither an organisation, a Device nor an authority');
}

/** GeneralNames { otherName { hardwareModuleName { hwType OID, hwSerialNum OCTET STRING (8) } } } */
function readHardwareSerial(alternative: DerElement): Eui64 {
  const [type, wrapped] = childrenOf(childrenOf(alternative, 'subjectAltName')[0], 'other name');
  if (oidOf(type, 'other name type') !== OID.hardwareModuleName) {
    throw new CodecError('subjectAltName is not a hardwareModuleName');
  }
  const hardware = childrenOf(childrenOf(wrapped, 'other name value')[0], 'hardwareModuleName');
  return eui64FromBytes(contentOf(hardware[1], 'hwSerialNum'));
}

function readSubjectKeyIdentifier(extensions: Extensions): string | undefined {
  const extension = extensions.get(OID.subjectKeyIdentifier);
  return extension && contentOf(extension, 'subjectKeyIdentifier').toString('hex');
}

function readAuthorityKeyIdentifier(extensions: Extensions): string | undefined {
  const extension = extensions.get(OID.authorityKeyIdentifier);
  if (extension === undefined) return undefined;
  const keyIdentifier = childrenOf(extension, 'authorityKeyIdentifier').find(
    (element) => Number(element.type) === 0,
  );
  return keyIdentifier && contentOf(keyIdentifier, 'keyIdentifier').toString('hex');
}
