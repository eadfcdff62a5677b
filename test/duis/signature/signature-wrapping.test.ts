import { expect } from 'chai';
import { XmlDocument } from 'libxml2-wasm';
import { UnreadableXml } from '../../../src/duis/schema/unreadable-xml.js';
import { verifyDocumentSignature } from '../../../src/duis/signature/verify-document-signature.js';
import { expectRefusal } from './refusal.js';
import {
  beforeEnd,
  craft,
  identity,
  lookup,
  NETWORK_OPERATOR,
  reference,
  request,
  signedRequest,
  verifyBytes,
} from './signing-fixture.js';

const signatureOf = (message: string): string => /<ds:Signature .*<\/ds:Signature>/s.exec(message)?.[0] ?? '';
const withoutSignature = (message: string): string => message.replace(signatureOf(message), '');

describe('signature wrapping', () => {
  const signed = signedRequest().toString('utf8');
  const signature = signatureOf(signed);
  const forged = request('<sr:ActivateFirmware/>');

  it('refuses a document without Signature', () => {
    expectRefusal(() => verifyBytes(withoutSignature(signed)), 'no-signature');
  });

  it('refuses a Signature of another namespace', () => {
    const message = signed.replaceAll('http://www.w3.org/2000/09/xmldsig#"', 'urn:other"');
    expectRefusal(() => verifyBytes(message), 'no-signature');
  });

  it('refuses a Signature that is not the last child', () => {
    const message = withoutSignature(signed).replace('<sr:Body>', `${signature}<sr:Body>`);
    expectRefusal(() => verifyBytes(message), 'signature-misplaced');
  });

  it('refuses a Signature followed by text', () => {
    expectRefusal(
      () => verifyBytes(signed.replace('</sr:Request>', 'x</sr:Request>')),
      'signature-misplaced',
    );
  });

  it('refuses a Signature followed by a processing instruction', () => {
    const message = signed.replace('</sr:Request>', '<?p i?></sr:Request>');
    expectRefusal(() => verifyBytes(message), 'signature-misplaced');
  });

  it('refuses a Signature inside the body', () => {
    const message = withoutSignature(signed).replace('</sr:Body>', `${signature}</sr:Body>`);
    expectRefusal(() => verifyBytes(message), 'signature-misplaced');
  });

  it('refuses a Signature as the root', () => {
    expectRefusal(() => verifyBytes(signature), 'signature-misplaced');
  });

  it('refuses the same Signature twice', () => {
    expectRefusal(() => verifyBytes(beforeEnd(signed, signature)), 'multiple-signatures');
  });

  it('refuses a second signer around a signed document', () => {
    const twice = craft({ document: signed.replace(/^<\?.*?\?>/, ''), signer: identity(NETWORK_OPERATOR) });
    expectRefusal(() => verifyBytes(twice), 'multiple-signatures');
  });

  it('refuses a signed document inside another', () => {
    const inner = signed.replace(/^<\?.*?\?>/, '');
    expectRefusal(() => verifyBytes(craft({ document: request(inner) })), 'multiple-signatures');
  });

  it('refuses the original put into the Signature under the forged document', () => {
    const object = `<ds:Object Id="x">${withoutSignature(signed).replace(/^<\?.*?\?>/, '')}</ds:Object>`;
    const message = beforeEnd(forged, signature.replace('</ds:Signature>', `${object}</ds:Signature>`));
    expectRefusal(() => verifyBytes(message), 'signature-structure');
  });

  it('refuses the Signature of one document under another', () => {
    expectRefusal(() => verifyBytes(beforeEnd(forged, signature)), 'digest-mismatch');
  });

  it('refuses a Reference to one of two elements with the same Id', () => {
    const message = craft({
      document: request('<sr:A Id="x"/><sr:B Id="x"/>'),
      reference: (digest) => reference(digest, 'URI="#x"'),
    });
    expectRefusal(() => verifyBytes(message), 'reference-uri');
  });

  it('hands on text without the comment that splits it', () => {
    const message = craft({ document: request('<sr:Text>transfer 1<!-- -->000</sr:Text>') });
    const { canonicalBytes } = verifyBytes(message);
    expect(canonicalBytes.toString()).to.include('<sr:Text>transfer 1000</sr:Text>');
  });

  it('gives the same bytes whether a comment was put in afterwards or not', () => {
    const commented = signed.replace('11.2</sr:ServiceReference>', '11.<!-- 3 -->2</sr:ServiceReference>');
    expect(verifyBytes(commented).canonicalBytes.equals(verifyBytes(signed).canonicalBytes)).to.equal(true);
  });

  it('hands on character data sections as text', () => {
    const message = craft({ document: request('<sr:Text><![CDATA[<sr:Admin/>]]></sr:Text>') });
    expect(verifyBytes(message).canonicalBytes.toString()).to.include('&lt;sr:Admin/&gt;');
  });

  it('refuses a processing instruction put in afterwards', () => {
    const message = signed.replace('<sr:Body>', '<?p i?><sr:Body>');
    expectRefusal(() => verifyBytes(message), 'digest-mismatch');
  });

  for (const [title, declaration] of [
    ['an empty document type declaration', '<!DOCTYPE sr:Request>'],
    ['a declared entity', '<!DOCTYPE sr:Request [<!ENTITY e "x">]>'],
    ['a declared default attribute', '<!DOCTYPE sr:Request [<!ATTLIST sr:Request Id ID #IMPLIED>]>'],
    ['an external subset', '<!DOCTYPE sr:Request SYSTEM "http://example.org/x.dtd">'],
  ] as const) {
    it(`refuses ${title}`, () => {
      const message = signed.replace(/^(<\?.*?\?>)/, `$1${declaration}`);
      expect(() => verifyBytes(message)).to.throw(UnreadableXml, 'document type');
      using document = XmlDocument.fromString(message);
      expectRefusal(() => verifyDocumentSignature(document, lookup), 'document-type');
    });
  }

  it('refuses an entity used in the body', () => {
    const message = signed
      .replace(/^(<\?.*?\?>)/, '$1<!DOCTYPE sr:Request [<!ENTITY e "11.2">]>')
      .replace('>11.2<', '>&e;<');
    expect(() => verifyBytes(message)).to.throw(UnreadableXml, 'document type');
  });

  it('refuses a namespace name that canonical XML does not allow', () => {
    const message = signed.replace('<sr:Header>', '<sr:Header xmlns:x="relative">');
    expectRefusal(() => verifyBytes(message), 'no-canonical-form');
  });

  it('refuses an entity that was never declared', () => {
    expect(() => verifyBytes(signed.replace('>11.2<', '>&e;<'))).to.throw(UnreadableXml, 'not well-formed');
  });

  describe('with Signatures deeper in the document taken as content', () => {
    const inner = signed.replace(/^<\?.*?\?>/, '');

    it('accepts the outer Signature and hands on the inner one', () => {
      const message = craft({ document: request(inner), signer: identity(NETWORK_OPERATOR) });
      const { canonicalBytes, signer } = verifyBytes(message, { nestedSignatures: 'content' });
      expect(signer.eui).to.equal(NETWORK_OPERATOR);
      expect(canonicalBytes.toString()).to.include('<ds:SignatureValue>');
    });

    it('refuses a change to the inner one', () => {
      const message = craft({ document: request(inner) });
      const changed = message.replace('<ds:SignatureValue>', '<ds:SignatureValue>A');
      expectRefusal(() => verifyBytes(changed, { nestedSignatures: 'content' }), 'digest-mismatch');
    });
  });
});
