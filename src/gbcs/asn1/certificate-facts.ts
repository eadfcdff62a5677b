import { CodecError } from '../../common/errors.js';
import { type Eui64, eui64FromBytes } from '../../common/eui64.js';
import { anyOf } from './any.js';
import { booleanValue } from './boolean.js';
import { choice } from './choice.js';
import { decodeDer, type DerSchema, type Infer } from './der-schema.js';
import { generalizedTime } from './generalized-time.js';
import { bigInteger, integer } from './integer.js';
import { namedBits } from './named-bits.js';
import { objectIdentifier } from './object-identifier.js';
import { octetString } from './octet-string.js';
import { optional, sequence, sequenceOf, withDefault } from './sequence.js';
import { explicit, implicit } from './tagged.js';

/** KeyUsage of X.509 (RFC 5280, 4.2.1.3). */
const keyUsageBits = namedBits({
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  dataEncipherment: 3,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
  encipherOnly: 7,
  decipherOnly: 8,
});

export type CertificateKeyUsage = Infer<typeof keyUsageBits>[number];

/** What an Organisation, Device or Certification Authority certificate of the smart metering PKI says of its subject. */
export interface CertificateFacts {
  /** The whole certificate (DER). */
  readonly encoded: Buffer;
  /** OU of the subject: the Remote Party role as two hexadecimal digits; absent in Device certificates. */
  readonly organisationalUnit?: string;
  /** EUI-64 of the subject: x500UniqueIdentifier of an organisation, hwSerialNum of a Device. */
  readonly entityIdentifier?: Eui64;
  readonly keyUsage: readonly CertificateKeyUsage[];
  readonly certificationAuthority: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const OID = {
  organizationalUnitName: '2.5.4.11',
  x500UniqueIdentifier: '2.5.4.45',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  hardwareModuleName: '1.3.6.1.5.5.7.8.4',
} as const;

const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const BIT_STRING = 0x03;
const anyElement = anyOf(0x01, 0x02, 0x03, 0x04, 0x05, 0x06, UTF8_STRING, PRINTABLE_STRING, 0x16, 0x30, 0x31);
const anySequence = anyOf(0x30);
const SET = 0x31;

/** UTCTime `YYMMDDHHMMSSZ`, in which the years 50 to 99 are of the 20th century (RFC 5280). */
const utcTime: DerSchema<Date> = {
  ...generalizedTime,
  tags: [0x17],
  read({ contents, offset }) {
    const text = contents.bytes(contents.remaining).toString('latin1');
    const [, year, month, day, hour, minute, second] =
      /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
    const century = Number(year) < 50 ? '20' : '19';
    const date = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(date.getTime())) throw new CodecError(`'${text}' is not a UTCTime`, offset);
    return date;
  },
};

const time = choice({ utcTime, generalizedTime });

const name = sequenceOf(sequenceOf(sequence({ type: objectIdentifier, value: anyElement }), SET));

const tbsCertificate = sequence({
  version: optional(explicit(0, integer({ min: 0, max: 2 }))),
  serialNumber: bigInteger({ min: -(1n << 168n), max: 1n << 168n }),
  signature: anySequence,
  issuer: name,
  validity: sequence({ notBefore: time, notAfter: time }),
  subject: name,
  subjectPublicKeyInfo: anySequence,
  issuerUniqueId: optional(anyOf(0x81)),
  subjectUniqueId: optional(anyOf(0x82)),
  extensions: optional(
    explicit(
      3,
      sequenceOf(
        sequence({
          id: objectIdentifier,
          critical: withDefault(booleanValue, false),
          value: octetString(),
        }),
      ),
    ),
  ),
});

const certificateParts = sequence({
  tbsCertificate,
  signatureAlgorithm: anySequence,
  signature: anyOf(BIT_STRING),
});

const basicConstraints = sequence({
  certificationAuthority: withDefault(booleanValue, false),
  pathLength: optional(integer({ min: 0, max: 255 })),
});

const otherName = implicit(0, sequence({ type: objectIdentifier, value: explicit(0, anySequence) }));
const generalNames = sequenceOf(
  choice({ otherName, another: anyOf(0x81, 0x82, 0xa3, 0xa4, 0xa5, 0x86, 0x87, 0x88) }),
);
const hardwareModuleName = sequence({ type: objectIdentifier, serialNumber: octetString() });

/**
 * Reads what GBCS asks of a certificate. The signature is not checked.
 * @throws CodecError if the bytes are not a certificate of this PKI's profile
 */
export function readCertificateFacts(encoded: Uint8Array): CertificateFacts {
  const { tbsCertificate: tbs } = decodeDer(certificateParts, encoded).value;
  const extension = (id: string): Buffer | undefined =>
    tbs.extensions?.find((candidate) => candidate.id === id)?.value;
  const subject = (type: string): Buffer | undefined =>
    tbs.subject.flat().find((attribute) => attribute.type === type)?.value;

  const unit = subject(OID.organizationalUnitName);
  const entityIdentifier =
    organisationIdentifier(subject(OID.x500UniqueIdentifier)) ??
    deviceIdentifier(extension(OID.subjectAltName));
  const usage = extension(OID.keyUsage);
  const constraints = extension(OID.basicConstraints);
  return {
    encoded: Buffer.from(encoded),
    ...(unit && { organisationalUnit: text(unit) }),
    ...(entityIdentifier !== undefined && { entityIdentifier }),
    keyUsage: usage ? decodeDer(keyUsageBits, usage).value : [],
    certificationAuthority: constraints
      ? decodeDer(basicConstraints, constraints).value.certificationAuthority
      : false,
    notBefore: instant(tbs.validity.notBefore),
    notAfter: instant(tbs.validity.notAfter),
  };
}

function instant(value: Infer<typeof time>): Date {
  return 'utcTime' in value ? value.utcTime : value.generalizedTime;
}

function text(element: Buffer): string {
  return element.subarray(2).toString('utf8');
}

/** x500UniqueIdentifier: BIT STRING of 64 bits, none unused. */
function organisationIdentifier(element: Buffer | undefined): Eui64 | undefined {
  return element?.subarray(0, 3).equals(Buffer.from([BIT_STRING, 9, 0]))
    ? eui64FromBytes(element.subarray(3))
    : undefined;
}

/** The serial number in the hardwareModuleName of subjectAltName. */
function deviceIdentifier(extension: Buffer | undefined): Eui64 | undefined {
  if (!extension) return undefined;
  for (const general of decodeDer(generalNames, extension).value) {
    if (!('otherName' in general) || general.otherName.type !== OID.hardwareModuleName) continue;
    return eui64FromBytes(decodeDer(hardwareModuleName, general.otherName.value).value.serialNumber);
  }
  return undefined;
}
