import { hash, verify } from 'node:crypto';
import { XmlComment, XmlDocument, XmlElement, XmlText, type XmlTreeNode } from 'libxml2-wasm';
import type { Eui64 } from '../../common/eui64.js';
import { canonicalBytes, exclusiveCanonicalBytes, withoutElementWhitespace } from './canonical-form.js';
import { requestOriginator } from './request-originator.js';
import { readSignatureElement, type SignatureElement } from './signature-element.js';
import { SignatureError } from './signature-error.js';
import { SIGNATURE_ENCODING } from './signature-profile.js';
import type { ResolveSigner, Signer } from './signer.js';

export interface VerifyOptions {
  /**
   * Who has to be the signer: an EUI-64, or `originator` for the Business Originator of the Request itself.
   * Without it any trusted signer will do.
   */
  readonly expectedSigner?: Eui64 | 'originator';
  /**
   * Signatures deeper in the document, such as that of an S1SP in a Service Response: `refuse` (default), or treat
   * them as content that the outer signature covers.
   */
  readonly nestedSignatures?: 'refuse' | 'content';
}

/** A signature that holds. */
export interface VerifiedSignature<S extends Signer> {
  /** Canonical XML of the document without the Signature: the bytes whose digest was checked. Read from these. */
  readonly canonicalBytes: Buffer;
  readonly signer: S;
  readonly issuerName: string;
  readonly serialNumber: bigint;
}

/** One reading of a message: the bytes to digest, and what the Signature says. */
interface Reading {
  readonly canonical: Buffer;
  readonly signature: SignatureElement;
}

/**
 * Checks the enveloped signature of a document against the DUIS profile, and nothing but that profile.
 *
 * The Signature is taken out of the document, which stays changed: canonicalising two whole small documents is
 * several times faster than canonicalising subtrees of one.
 *
 * A document that got white space between elements after it was signed is accepted if it holds without: the DCC
 * signing tool parses that white space away before it checks. The bytes returned are then those without it.
 * @param document parsed without entity substitution; the caller disposes of it
 * @throws SignatureError
 */
export function verifyDocumentSignature<S extends Signer>(
  document: XmlDocument,
  resolveSigner: ResolveSigner<S>,
  options: VerifyOptions = {},
): VerifiedSignature<S> {
  if (document.dtd !== null) {
    throw new SignatureError('document-type', 'the document has a document type declaration');
  }
  const signatureText = takeSignature(document);
  const canonical = canonicalBytes(document);
  if (options.nestedSignatures !== 'content' && hasSignature(canonical)) {
    throw new SignatureError('multiple-signatures', 'there is another Signature in the document');
  }
  const signature = readSignatureElement(signatureText);
  const found = resolveSigner(signature.issuerName, signature.serialNumber);
  if ('refused' in found) throw new SignatureError(found.refused, found.detail);
  const { signer } = found;

  let held: Reading = { canonical, signature };
  const flaw = findFlaw(held, signer);
  if (flaw !== undefined) {
    held = readingWithoutWhitespace(canonical, signatureText);
    if (findFlaw(held, signer) !== undefined) throw flaw;
  }
  requireSigner(held.canonical, signer, options.expectedSigner);
  return {
    canonicalBytes: held.canonical,
    signer,
    issuerName: signature.issuerName,
    serialNumber: signature.serialNumber,
  };
}

/** Moves the Signature out of the document. @returns its exclusive canonical form as a document of its own */
function takeSignature(document: XmlDocument): string {
  const last = lastContent(document.root);
  if (!(last instanceof XmlElement) || last.name !== 'Signature') {
    throw hasSignature(canonicalBytes(document))
      ? new SignatureError('signature-misplaced', 'the Signature is not the last child of the root')
      : new SignatureError('no-signature', 'the document has no Signature');
  }
  const own = XmlDocument.create();
  try {
    own.root = last;
    return exclusiveCanonicalBytes(own).toString('utf8');
  } finally {
    own.dispose();
  }
}

/**
 * The canonical bytes of a document without its Signature, with nothing checked: for a message that was checked when it
 * came, and for one the gateway wrote itself.
 */
export function contentWithoutSignature(document: XmlDocument): Buffer {
  const last = lastContent(document.root);
  if (last instanceof XmlElement && last.name === 'Signature') last.remove();
  return canonicalBytes(document);
}

/** The last child that is neither a comment nor white space. */
function lastContent(root: XmlElement): XmlTreeNode | null {
  let child = root.lastChild;
  while (child instanceof XmlComment || (child instanceof XmlText && child.content.trim() === '')) {
    child = child.prev;
  }
  return child;
}

/** Of any namespace: DUIS has no other element of that name. */
function hasSignature(canonical: Buffer): boolean {
  return (
    canonical.includes('Signature') && /<(?:[^\s<>/:]+:)?Signature[ >]/.test(canonical.toString('latin1'))
  );
}

function findFlaw({ canonical, signature }: Reading, { publicKey }: Signer): SignatureError | undefined {
  if (hash('sha256', canonical, 'hex') !== signature.digest.toString('hex')) {
    return new SignatureError('digest-mismatch', 'the document is not the one that was signed');
  }
  const key = { key: publicKey, dsaEncoding: SIGNATURE_ENCODING } as const;
  if (!verify('sha256', signature.signedInfo, key, signature.signatureValue)) {
    return new SignatureError(
      'signature-mismatch',
      'the signature value is not one of this signer over this document',
    );
  }
  return undefined;
}

function readingWithoutWhitespace(canonical: Buffer, signatureText: string): Reading {
  return {
    canonical: Buffer.from(withoutElementWhitespace(canonical.toString('latin1')), 'latin1'),
    signature: readSignatureElement(withoutElementWhitespace(signatureText)),
  };
}

function requireSigner(canonical: Buffer, signer: Signer, expected: VerifyOptions['expectedSigner']): void {
  if (expected === undefined) return;
  const eui = expected === 'originator' ? requestOriginator(canonical) : expected;
  if (signer.eui !== eui) {
    throw new SignatureError('signer-mismatch', `${signer.eui} signed what is from ${eui ?? 'nobody'}`);
  }
}
