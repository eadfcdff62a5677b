import { hash, sign } from 'node:crypto';
import type { XmlDocument } from 'libxml2-wasm';
import { CodecError } from '../../common/errors.js';
import { DEFAULT_LIMITS, withDocument } from '../schema/parse-xml.js';
import { canonicalBytes, withoutElementWhitespace } from './canonical-form.js';
import {
  ECDSA_SHA256,
  ENVELOPED_SIGNATURE,
  EXCLUSIVE_C14N,
  SHA256,
  SIGNATURE_ENCODING,
  XMLDSIG,
} from './signature-profile.js';
import { signedInfoOnItsOwn } from './signature-element.js';
import type { SigningIdentity } from './signer.js';

const PREFIX = 'ds';
const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';

/** What SignedInfo holds, in canonical form and around the digest. */
const [BEFORE_DIGEST, AFTER_DIGEST] = [
  `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${ECDSA_SHA256}"></ds:SignatureMethod>` +
    `<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${ENVELOPED_SIGNATURE}"></ds:Transform>` +
    `</ds:Transforms><ds:DigestMethod Algorithm="${SHA256}"></ds:DigestMethod><ds:DigestValue>`,
  '</ds:DigestValue></ds:Reference>',
];

/**
 * Signs a document in the DUIS profile. What comes back is in canonical form with the Signature as the root's last
 * child and has no white space between elements and no comments, so that peers which parse either away see what was
 * signed.
 * @param xml a document without a Signature of its own; Signatures deeper in it are content
 * @throws UnreadableXml
 * @throws CodecError if it has one, or processing instructions
 */
export function signDocument(xml: string | Uint8Array, identity: SigningIdentity): Buffer {
  const bytes = typeof xml === 'string' ? Buffer.from(xml, 'utf8') : xml;
  return withDocument(bytes, DEFAULT_LIMITS, (document) => signParsedDocument(document, identity));
}

/** `signDocument` for a document that is parsed already and stays as it is; the caller disposes of it. */
export function signParsedDocument(document: XmlDocument, identity: SigningIdentity): Buffer {
  if (document.dtd !== null) throw new CodecError('a document type declaration cannot be signed');
  const canonical = withoutElementWhitespace(canonicalBytes(document).toString('latin1'));
  if (canonical.includes('<?')) throw new CodecError('processing instructions cannot be signed');
  const end = canonical.lastIndexOf('</');
  if (/<\/(?:[^\s<>/:]+:)?Signature>$/.test(canonical.slice(0, end))) {
    throw new CodecError('the document is signed already');
  }
  const digest = hash('sha256', Buffer.from(canonical, 'latin1'), 'base64');
  const signedInfo = `${BEFORE_DIGEST}${digest}${AFTER_DIGEST}`;
  const value = sign('sha256', Buffer.from(signedInfoOnItsOwn(PREFIX, signedInfo), 'ascii'), {
    key: identity.privateKey,
    dsaEncoding: SIGNATURE_ENCODING,
  });
  const { issuerName, serialNumber } = identity.certificate;
  const signature =
    `<ds:Signature xmlns:ds="${XMLDSIG}"><ds:SignedInfo>${signedInfo}</ds:SignedInfo>` +
    `<ds:SignatureValue>${value.toString('base64')}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>` +
    `<ds:X509IssuerSerial><ds:X509IssuerName>${escapeText(issuerName)}</ds:X509IssuerName>` +
    `<ds:X509SerialNumber>${serialNumber}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>` +
    `</ds:KeyInfo></ds:Signature>`;
  return Buffer.concat([
    Buffer.from(`${XML_DECLARATION}${canonical.slice(0, end)}`, 'latin1'),
    Buffer.from(signature, 'utf8'),
    Buffer.from(canonical.slice(end), 'latin1'),
  ]);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
