import { hash, sign } from 'node:crypto';
import { XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm';
import { parseEui64 } from '../../../src/common/eui64.js';
import { signDocument } from '../../../src/duis/signature/sign-document.js';
import {
  ECDSA_SHA256,
  ENVELOPED_SIGNATURE,
  EXCLUSIVE_C14N,
  SHA256,
  XMLDSIG,
} from '../../../src/duis/signature/signature-profile.js';
import { verifyMessage } from '../../../src/duis/signature/verify-message.js';
import type {
  VerifiedSignature,
  VerifyOptions,
} from '../../../src/duis/signature/verify-document-signature.js';
import {
  boxedKeyStore,
  CredentialStore,
  type SigningCredential,
  signerLookup,
  type TrustedSigner,
} from '../../../src/smki/index.js';

/** After the test GBCS certificates ended, long before the test XML signing certificates do. */
export const NOW = new Date('2026-06-01T12:00:00Z');

export const store = new CredentialStore([boxedKeyStore()]);
export const lookup = signerLookup(store, { clock: () => NOW, acceptExpired: false });

export const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const NETWORK_OPERATOR = parseEui64('90-B3-D5-1F-30-02-00-00');
export const DSP = parseEui64('90-B3-D5-1F-30-00-00-02');

export function identity(eui = SUPPLIER): SigningCredential {
  const found = store.findXmlSigner(eui);
  if (found === undefined) throw new Error(`no XML signing key of ${eui}`);
  return found;
}

export const DUIS_NAMESPACE = 'http://www.dccinterface.co.uk/ServiceUserGateway';

/** A Service Request without white space between its elements. */
export function request(body = '<sr:ReadFirmwareVersion/>', originator = SUPPLIER): string {
  return (
    `<sr:Request xmlns:sr="${DUIS_NAMESPACE}" schemaVersion="5.1"><sr:Header>` +
    `<sr:RequestID>${originator}:00-DB-12-34-56-78-90-A0:1000</sr:RequestID>` +
    `<sr:CommandVariant>1</sr:CommandVariant><sr:ServiceReference>11.2</sr:ServiceReference>` +
    `<sr:ServiceReferenceVariant>11.2</sr:ServiceReferenceVariant></sr:Header><sr:Body>${body}</sr:Body></sr:Request>`
  );
}

export const signedRequest = (body?: string): Buffer => signDocument(request(body), identity());

export function verifyBytes(
  xml: string | Uint8Array,
  options?: VerifyOptions,
): VerifiedSignature<TrustedSigner> {
  return verifyMessage(Buffer.from(xml), lookup, options);
}

/** The parts of a Signature, as text that a test may replace. */
export interface Parts {
  readonly document?: string;
  readonly c14nMethod?: string;
  readonly signatureMethod?: string;
  readonly reference?: (digest: string) => string;
  readonly signedInfoTag?: string;
  readonly keyInfo?: string;
  /** Has to hold SIGNEDINFO, VALUE and KEYINFO. */
  readonly signature?: string;
  /** In place of `ds`; empty for none. */
  readonly prefix?: string;
  /** Where the Signature goes. */
  readonly place?: (document: string, signature: string) => string;
  readonly signer?: SigningCredential;
}

export const beforeEnd = (document: string, signature: string): string => {
  const end = document.lastIndexOf('</');
  return document.slice(0, end) + signature + document.slice(end);
};

export const reference = (digest: string, uri = 'URI=""', transforms = TRANSFORMS): string =>
  `<ds:Reference ${uri}>${transforms}<ds:DigestMethod Algorithm="${SHA256}"/>` +
  `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`;

export const TRANSFORM = `<ds:Transform Algorithm="${ENVELOPED_SIGNATURE}"/>`;
export const TRANSFORMS = `<ds:Transforms>${TRANSFORM}</ds:Transforms>`;
export const SIGNATURE =
  `<ds:Signature xmlns:ds="${XMLDSIG}">SIGNEDINFO<ds:SignatureValue>VALUE</ds:SignatureValue>` +
  `KEYINFO</ds:Signature>`;

export const keyInfo = (issuer: string, serial: bigint | string): string =>
  `<ds:KeyInfo><ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>${issuer}</ds:X509IssuerName>` +
  `<ds:X509SerialNumber>${serial}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data></ds:KeyInfo>`;

/**
 * A message whose digest and signature value are right for whatever its parts are, so that a test shows the deviation
 * it makes and nothing else. Canonicalises SignedInfo as a subtree, unlike the code under test.
 */
export function craft(parts: Parts = {}): string {
  const document = parts.document ?? request();
  const signer = parts.signer ?? identity();
  const digest = hash('sha256', canonicalise(document), 'base64');
  const signedInfo =
    `${parts.signedInfoTag ?? '<ds:SignedInfo>'}${parts.c14nMethod ?? `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/>`}` +
    `${parts.signatureMethod ?? `<ds:SignatureMethod Algorithm="${ECDSA_SHA256}"/>`}` +
    `${(parts.reference ?? reference)(digest)}</ds:SignedInfo>`;
  const { issuerName, serialNumber } = signer.certificate;
  const signature = withPrefix(
    (parts.signature ?? SIGNATURE)
      .replace('SIGNEDINFO', signedInfo)
      .replace('KEYINFO', parts.keyInfo ?? keyInfo(issuerName, serialNumber)),
    parts.prefix ?? 'ds',
  );
  const message = (parts.place ?? beforeEnd)(document, signature);
  const value = sign('sha256', subtree(message, 'SignedInfo'), {
    key: signer.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return message.replace('VALUE', value.toString('base64'));
}

function withPrefix(text: string, prefix: string): string {
  const colon = prefix === '' ? '' : ':';
  return text
    .replace(/(<\/?)ds:/g, `$1${prefix}${colon}`)
    .replaceAll(' xmlns:ds=', ` xmlns${colon}${prefix}=`);
}

function canonicalise(xml: string): string {
  using document = XmlDocument.fromString(xml);
  return document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 });
}

/** Exclusive canonical form of the last element of a local name, as a subtree of its document. */
export function subtree(xml: string, name: string): Buffer {
  using document = XmlDocument.fromString(xml);
  const element = document.get(`(//*[local-name()='${name}'])[last()]`);
  if (!(element instanceof XmlElement)) throw new Error(`there is no ${name}`);
  return Buffer.from(element.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }), 'utf8');
}
