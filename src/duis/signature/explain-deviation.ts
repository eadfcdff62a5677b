import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { SignatureError, type SignatureReason } from './signature-error.js';
import { ECDSA_SHA256, ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, SHA256, XMLDSIG } from './signature-profile.js';

/**
 * Says what puts a Signature outside the profile; slow, and only for those that are.
 * @param canonical exclusive canonical form of the Signature as a document of its own
 */
export function explainDeviation(canonical: string): SignatureError {
  const document = XmlDocument.fromString(canonical);
  try {
    const root = document.root;
    if (root.namespaceUri !== XMLDSIG) {
      return new SignatureError('no-signature', `the Signature is not of namespace ${XMLDSIG}`);
    }
    return (
      findDeviation(root) ?? new SignatureError('signature-structure', 'it is not as the profile has it')
    );
  } finally {
    document.dispose();
  }
}

/** Looks in document order, so that the first thing a reader would notice is what is said. */
function findDeviation(signature: XmlElement): SignatureError | undefined {
  const [signedInfo, signatureValue, keyInfo] = elementsOf(signature);
  if (signedInfo === undefined || signatureValue === undefined || keyInfo === undefined) {
    return structure(signature, 'SignedInfo, SignatureValue and KeyInfo');
  }
  return (
    expectChildren(signature, ['SignedInfo', 'SignatureValue', 'KeyInfo']) ??
    explainSignedInfo(signedInfo) ??
    expectLeaf(signatureValue, 'signature-value') ??
    explainKeyInfo(keyInfo)
  );
}

function explainSignedInfo(signedInfo: XmlElement): SignatureError | undefined {
  const [canonicalization, method, ...references] = elementsOf(signedInfo);
  if (canonicalization?.name !== 'CanonicalizationMethod' || method?.name !== 'SignatureMethod') {
    return structure(signedInfo, 'CanonicalizationMethod, SignatureMethod and Reference');
  }
  const [reference] = references;
  if (references.length !== 1 || reference?.name !== 'Reference') {
    return new SignatureError('reference-count', `one Reference is expected, found ${references.length}`);
  }
  return (
    expectAlgorithm(canonicalization, EXCLUSIVE_C14N, 'canonicalization-method') ??
    expectAlgorithm(method, ECDSA_SHA256, 'signature-method') ??
    explainReference(reference) ??
    expectChildren(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference'])
  );
}

function explainReference(reference: XmlElement): SignatureError | undefined {
  const uri = reference.attr('URI')?.value;
  if (uri !== '') {
    const found = uri === undefined ? 'it has none' : `found "${uri}"`;
    return new SignatureError('reference-uri', `URI="" is expected, ${found}`);
  }
  const [transforms, method, value] = elementsOf(reference);
  if (transforms?.name !== 'Transforms') return new SignatureError('transforms', 'there are none');
  const list = elementsOf(transforms);
  const [transform] = list;
  if (list.length !== 1 || transform === undefined) {
    return new SignatureError('transforms', `one Transform is expected, found ${list.length}`);
  }
  return (
    expectAlgorithm(transform, ENVELOPED_SIGNATURE, 'transforms') ??
    (method === undefined ? undefined : expectAlgorithm(method, SHA256, 'digest-method')) ??
    (value === undefined ? undefined : expectLeaf(value, 'digest-value')) ??
    expectChildren(transforms, ['Transform']) ??
    expectChildren(reference, ['Transforms', 'DigestMethod', 'DigestValue'], ['URI'])
  );
}

function explainKeyInfo(keyInfo: XmlElement): SignatureError | undefined {
  const path = ['X509Data', 'X509IssuerSerial'];
  let current = keyInfo;
  for (const name of path) {
    const children = elementsOf(current);
    const [only] = children;
    if (children.length !== 1 || only?.name !== name || current.attrs.length > 0) {
      return new SignatureError(
        'key-info',
        `${current.name} is expected to hold one ${name} and nothing else`,
      );
    }
    current = only;
  }
  const problem = expectChildren(current, ['X509IssuerName', 'X509SerialNumber']);
  if (problem !== undefined) return new SignatureError('key-info', problem.message);
  const serial = elementsOf(current)[1]?.content ?? '';
  if (!/^\s*[0-9]{1,50}\s*$/.test(serial)) {
    return new SignatureError('key-info', 'X509SerialNumber is not a decimal number');
  }
  return undefined;
}

function expectAlgorithm(
  element: XmlElement,
  expected: string,
  reason: SignatureReason,
): SignatureError | undefined {
  const found = element.attr('Algorithm')?.value;
  if (found !== expected) {
    return new SignatureError(reason, `${expected} is expected, found ${found ?? 'none'}`);
  }
  if (element.firstChild !== null || element.attrs.length !== 1) {
    return new SignatureError(reason, `${element.name} is expected to have no parameters`);
  }
  return undefined;
}

function expectLeaf(element: XmlElement, reason: SignatureReason): SignatureError | undefined {
  if (elementsOf(element).length === 0 && element.attrs.length === 0) return undefined;
  return new SignatureError(reason, `${element.name} is expected to hold text only`);
}

function expectChildren(
  element: XmlElement,
  names: readonly string[],
  attributes: readonly string[] = [],
): SignatureError | undefined {
  const children = elementsOf(element);
  const asExpected =
    children.length === names.length &&
    children.every(({ name, namespaceUri }, at) => name === names[at] && namespaceUri === XMLDSIG) &&
    element.attrs.every(({ name, namespaceUri }) => namespaceUri === '' && attributes.includes(name));
  return asExpected ? undefined : structure(element, names.join(', '));
}

function structure(element: XmlElement, expected: string): SignatureError {
  const found = [
    ...element.attrs.map(({ name }) => `@${name}`),
    ...elementsOf(element).map(({ name }) => name),
  ];
  return new SignatureError(
    'signature-structure',
    `${element.name} is expected to hold ${expected}, found ${found.join(', ') || 'nothing'}`,
  );
}

function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.find('*').filter((node) => node instanceof XmlElement);
}
