import { expect } from 'chai';
import { XmlDocument } from 'libxml2-wasm';
import {
  canonicalBytes,
  exclusiveCanonicalBytes,
  withoutElementWhitespace,
} from '../../../src/duis/signature/canonical-form.js';
import { readSignatureElement } from '../../../src/duis/signature/signature-element.js';
import { XMLDSIG } from '../../../src/duis/signature/signature-profile.js';
import { craft, request, SIGNATURE, subtree } from './signing-fixture.js';

/** SignedInfo as the verifier gets it: from the canonical form of the Signature moved to a document of its own. */
function movedSignedInfo(xml: string): Buffer {
  using document = XmlDocument.fromString(xml);
  const signature = document.root.get("*[local-name()='Signature']");
  using own = XmlDocument.create();
  if (signature !== null) own.root = signature as typeof own.root;
  return readSignatureElement(exclusiveCanonicalBytes(own).toString('utf8')).signedInfo;
}

const declaredAtRoot = {
  document: request().replace('schemaVersion', `xmlns:ds="${XMLDSIG}" xmlns:n="urn:n" schemaVersion`),
  signature: SIGNATURE.replace(` xmlns:ds="${XMLDSIG}"`, ''),
};

describe('canonical SignedInfo', () => {
  for (const [title, xml] of [
    ['plain', craft()],
    ['the namespace declared at the root', craft(declaredAtRoot)],
    ['no prefix', craft({ prefix: '' })],
    ['another prefix', craft({ prefix: 'dsig' })],
    [
      'unused declarations around and inside',
      craft({
        document: request().replace('schemaVersion', 'xmlns:a="urn:a" xml:lang="en" schemaVersion'),
        signature: SIGNATURE.replace('xmlns:ds', 'xmlns:b="urn:b" xmlns:ds'),
        signedInfoTag: '<ds:SignedInfo xmlns:c="urn:c">',
      }),
    ],
    [
      'comments and white space',
      craft({
        signature: SIGNATURE.replace('SIGNEDINFO', '\n <!-- c -->SIGNEDINFO'),
        signedInfoTag: '<ds:SignedInfo>\n  <!-- c -->\r\n',
      }),
    ],
    [
      'the prefix bound to something else outside',
      craft({
        document: request().replace('schemaVersion', 'xmlns:ds="urn:not" schemaVersion'),
      }),
    ],
  ] as const) {
    it(`is the same from a document of its own as from a subtree: ${title}`, () => {
      expect(movedSignedInfo(xml).toString()).to.equal(subtree(xml, 'SignedInfo').toString());
    });
  }
});

describe('canonicalBytes', () => {
  it('puts long documents together from the pieces libxml2 writes', () => {
    const text = 'x'.repeat(100_000);
    using document = XmlDocument.fromString(`<a><!-- c --><b>${text}</b></a>`);
    expect(canonicalBytes(document).toString()).to.equal(`<a><b>${text}</b></a>`);
  });
});

describe('withoutElementWhitespace', () => {
  for (const [before, after] of [
    ['<a> <b>\n\t</b> </a>', '<a><b>\n\t</b></a>'],
    ['<a> x <b></b> y </a>', '<a> x <b></b> y </a>'],
    ['<a b="> "> <c></c> </a>', '<a b="> "><c></c></a>'],
    ['<a>&gt; <b></b></a>', '<a>&gt; <b></b></a>'],
    ['<a>&#xD; <b></b></a>', '<a>&#xD; <b></b></a>'],
    ['<a><?p > <?> <b></b></a>', '<a><?p > <?> <b></b></a>'],
  ] as const) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      expect(withoutElementWhitespace(before)).to.equal(after);
    });
  }
});
