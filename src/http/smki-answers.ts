import type { Eui64 } from '../common/eui64.js';

/** A certificate as the SMKI repository tells of it. */
export interface RepositoryCertificate {
  readonly eui: Eui64;
  readonly holder: 'organisation' | 'device' | 'authority';
  readonly usage: 'digital signing' | 'key agreement';
  readonly inUse: boolean;
  /** Remote party role; organisations only. */
  readonly role: number | undefined;
  readonly serialNumber: bigint;
  readonly der: Buffer;
}

/**
 * Codes of the answers. The order of elements and members its client does not read are unknown.
 * Source: CertificateUsage and CertificateStatus of @smartdcc/dccboxed-keystore 0.4.2, dist/certificateSearch.d.ts (confirmed).
 */
const USAGE_CODES = { 'digital signing': 'DS', 'key agreement': 'KA' } as const;
const IN_USE = 'I';
const EXPIRED = 'E';

/** What a search has found; the bodies are retrieved one by one, by serial number. */
export function writeSearchResults(certificates: readonly RepositoryCertificate[]): string {
  const results = certificates.map((each) => element('Result', descriptionOf(each))).join('');
  return document('CertificateSearchResponse', results);
}

/** One certificate, with its DER in base64. */
export function writeCertificate(certificate: RepositoryCertificate): string {
  const body = element('CertificateBody', certificate.der.toString('base64'));
  return document(
    'CertificateDataResponse',
    element('CertificateResponse', descriptionOf(certificate) + body),
  );
}

function descriptionOf({ eui, holder, usage, inUse, role, serialNumber }: RepositoryCertificate): string {
  const name = holder === 'device' ? 'CertificateSubjectAltName' : 'CertificateSubjectName';
  return [
    element('CertificateSerial', serialNumber.toString(16).toUpperCase()),
    element(name, eui),
    element('CertificateStatus', inUse ? IN_USE : EXPIRED),
    element('CertificateUsage', USAGE_CODES[usage]),
    // In decimal, as the client's CertificateRole has them.
    role === undefined ? '' : element('CertificateRole', String(role)),
  ].join('');
}

/** No value here has a character that XML has to escape: digits, EUI-64s, base64. */
const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

const document = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element(name, content)}`;
