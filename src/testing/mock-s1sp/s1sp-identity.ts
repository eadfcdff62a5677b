import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { createPrivateKey } from 'node:crypto';
import type { Clock } from '../../common/clock.js';
import { type Eui64, eui64Compact } from '../../common/eui64.js';
import {
  credential,
  type CredentialSource,
  parseCertificate,
  type SigningCredential,
} from '../../smki/index.js';
import { canSign } from '../../smki/index.js';
import { InternalError } from '../../common/errors.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const ISSUER = 'OU=07,CN=MS1';
/** x500UniqueIdentifier as a DER BIT STRING of 8 bytes with no unused bits. */
const UNIQUE_IDENTIFIER = (eui: Eui64): string => `2.5.4.45=#030900${eui64Compact(eui)}`;
const YEARS = 10;

/**
 * A key pair and an organisation certificate for an S1SP, from an issuing authority whose key is thrown away. OU `7F`
 * says "other"; which role code real S1SPs have is not known.
 */
export async function makeS1spIdentity(eui: Eui64, clock: Clock): Promise<SigningCredential> {
  const issuing = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const own = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const notBefore = new Date(Math.floor(clock().getTime() / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const extensions: Extension[] = [
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new BasicConstraintsExtension(false),
    await SubjectKeyIdentifierExtension.create(own.publicKey),
    await AuthorityKeyIdentifierExtension.create(issuing.publicKey),
  ];
  const x509 = await X509CertificateGenerator.create({
    serialNumber: `01${eui64Compact(eui)}`,
    subject: `${UNIQUE_IDENTIFIER(eui)},OU=7F,CN=mock S1SP`,
    issuer: ISSUER,
    notBefore,
    notAfter,
    signingAlgorithm: ALGORITHM,
    signingKey: issuing.privateKey,
    publicKey: own.publicKey,
    extensions,
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', own.privateKey));
  const made = credential(
    parseCertificate(Buffer.from(x509.rawData)),
    'ds',
    `mock S1SP ${eui}`,
    createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
  );
  if (!canSign(made)) throw new InternalError('the identity of the mock S1SP has no key');
  return made;
}

/** What a gateway adds to its credentials to trust exactly this S1SP: the pinned certificate, without its key. */
export function trustInS1sp({ certificate, ...identity }: SigningCredential): CredentialSource {
  return {
    name: identity.name,
    credentials: [credential(certificate, 'ds', identity.name)],
    authorities: [],
    mustChain: false,
    remarks: [],
  };
}
