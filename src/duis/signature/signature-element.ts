import { explainDeviation } from './explain-deviation.js';
import { SignatureError } from './signature-error.js';
import {
  DIGEST_LENGTH,
  ECDSA_SHA256,
  ENVELOPED_SIGNATURE,
  EXCLUSIVE_C14N,
  SHA256,
  SIGNATURE_LENGTH,
  XMLDSIG,
} from './signature-profile.js';
import { decodeBase64 } from './strict-base64.js';

/** What a Signature element of the profile says. */
export interface SignatureElement {
  /** Canonical SignedInfo: the bytes under the signature value. */
  readonly signedInfo: Buffer;
  /** SHA-256 of the canonical document without the Signature, 32 bytes. */
  readonly digest: Buffer;
  /** r then s, 64 bytes. */
  readonly signatureValue: Buffer;
  readonly issuerName: string;
  readonly serialNumber: bigint;
}

const ROOT_TAG = /^<(?:([^\s<>:/=]+):)?Signature[ >]/;

/**
 * Reads a Signature from its exclusive canonical form as a document of its own.
 *
 * In that form a Signature of the profile has one spelling but for its prefix, white space between elements and four
 * values, so one pattern checks all of it. Elements inside declare nothing, as the root does; SignedInfo on its own,
 * which is what gets signed, differs only in having that declaration itself.
 * @throws SignatureError naming what is outside the profile
 */
export function readSignatureElement(canonical: string): SignatureElement {
  const prefix = ROOT_TAG.exec(canonical)?.[1] ?? '';
  const match = patternFor(prefix).exec(canonical);
  if (match === null) throw explainDeviation(canonical);
  const [, signedInfo = '', digestText = '', valueText = '', issuer = '', serial = ''] = match;
  const digest = decodeBase64(digestText, DIGEST_LENGTH);
  if (digest === undefined) {
    throw new SignatureError('digest-value', `DigestValue is not ${DIGEST_LENGTH} bytes in base64`);
  }
  const signatureValue = decodeBase64(valueText, SIGNATURE_LENGTH);
  if (signatureValue === undefined) {
    throw new SignatureError('signature-value', `SignatureValue is not ${SIGNATURE_LENGTH} bytes in base64`);
  }
  return {
    signedInfo: Buffer.from(signedInfoOnItsOwn(prefix, signedInfo), 'utf8'),
    digest,
    signatureValue,
    issuerName: unescapeText(issuer),
    serialNumber: BigInt(serial.trim()),
  };
}

/** Canonical SignedInfo as a document of its own. @param content what is between its tags */
export function signedInfoOnItsOwn(prefix: string, content: string): string {
  const [colon, declaration] = prefix === '' ? ['', 'xmlns'] : [':', `xmlns:${prefix}`];
  const name = `${prefix}${colon}SignedInfo`;
  return `<${name} ${declaration}="${XMLDSIG}">${content}</${name}>`;
}

/** A pattern for one prefix: groups are the content of SignedInfo, digest, signature value, issuer, serial number. */
function buildPattern(prefix: string): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const qualified = (name: string): string => (prefix === '' ? name : `${literal(prefix)}:${name}`);
  const gap = '[\\t\\n ]*';
  const element = (name: string, ...content: string[]): string => {
    const tag = qualified(name);
    return `<${tag}>${gap}${content.join(gap)}${gap}</${tag}>`;
  };
  const leaf = (name: string, value: string): string => `<${qualified(name)}>${value}</${qualified(name)}>`;
  const algorithm = (name: string, uri: string): string =>
    `<${qualified(name)} Algorithm="${literal(uri)}"></${qualified(name)}>`;
  const reference = [
    `<${qualified('Reference')} URI="">${gap}`,
    element('Transforms', algorithm('Transform', ENVELOPED_SIGNATURE)),
    gap,
    algorithm('DigestMethod', SHA256),
    gap,
    leaf('DigestValue', '([^<]*)'),
    `${gap}</${qualified('Reference')}>`,
  ].join('');
  const signedInfo = [
    `<${qualified('SignedInfo')}>(${gap}`,
    algorithm('CanonicalizationMethod', EXCLUSIVE_C14N),
    gap,
    algorithm('SignatureMethod', ECDSA_SHA256),
    gap,
    reference,
    `${gap})</${qualified('SignedInfo')}>`,
  ].join('');
  const issuerSerial = element(
    'X509IssuerSerial',
    leaf('X509IssuerName', '([^<]*)'),
    leaf('X509SerialNumber', '[\\t\\n ]*([0-9]{1,50})[\\t\\n ]*'),
  );
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${literal(prefix)}`;
  const signature = [
    `^<${qualified('Signature')} ${declaration}="${literal(XMLDSIG)}">`,
    signedInfo,
    leaf('SignatureValue', '([^<]*)'),
    element('KeyInfo', element('X509Data', issuerSerial)),
    `</${qualified('Signature')}>$`,
  ];
  return new RegExp(signature.join(gap), 'u');
}

const USUAL_PATTERNS = new Map(['ds', 'dsig', ''].map((prefix) => [prefix, buildPattern(prefix)]));

function patternFor(prefix: string): RegExp {
  return USUAL_PATTERNS.get(prefix) ?? buildPattern(prefix);
}

function unescapeText(text: string): string {
  return text
    .replaceAll('&#xD;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
