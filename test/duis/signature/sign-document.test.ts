import { expect } from 'chai';
import { CodecError } from '../../../src/common/errors.js';
import { UnreadableXml } from '../../../src/duis/schema/unreadable-xml.js';
import { signDocument } from '../../../src/duis/signature/sign-document.js';
import { DSP, identity, NETWORK_OPERATOR, request, signedRequest, verifyBytes } from './signing-fixture.js';

describe('signDocument', () => {
  const signed = signedRequest().toString();

  it('makes a Signature that verifies', () => {
    expect(verifyBytes(signed, { expectedSigner: 'originator' }).signer.eui).to.equal(identity().eui);
  });

  it('puts it last into the root, with the prefix ds', () => {
    expect(signed).to.match(/<\/sr:Body><ds:Signature xmlns:ds="[^"]*">.*<\/ds:Signature><\/sr:Request>$/);
  });

  it('names issuer and serial number of the certificate', () => {
    expect(signed).to.include('<ds:X509IssuerName>CN=Z1,OU=07</ds:X509IssuerName>');
    expect(signed).to.include(
      '<ds:X509SerialNumber>27572613927499351639968579586655397031</ds:X509SerialNumber>',
    );
  });

  it('has no white space between elements, whatever the document had', () => {
    const document = request().replace(/></g, '>\n\t<').replace('</sr:Request>', '\n</sr:Request>\n');
    expect(signDocument(document, identity()).toString()).not.to.match(/>\s+</);
  });

  it('has no comments, whatever the document had', () => {
    const document = `<!-- a -->${request('<!-- b --><sr:A/>')}<!-- c -->`;
    const message = signDocument(document, identity()).toString();
    expect(message).not.to.include('<!--');
    expect(() => verifyBytes(message)).not.to.throw();
  });

  it('keeps white space that may be a value', () => {
    expect(signDocument(request('<sr:A> </sr:A>'), identity()).toString()).to.include('<sr:A> </sr:A>');
  });

  it('signs an empty root', () => {
    const message = signDocument('<a/>', identity());
    expect(verifyBytes(message).canonicalBytes.toString()).to.equal('<a></a>');
  });

  it('signs text outside ASCII', () => {
    const message = signDocument(Buffer.from(request('<sr:A>£ü😀</sr:A>')), identity());
    expect(verifyBytes(message).canonicalBytes.toString()).to.include('£ü😀');
  });

  it('escapes the issuer name', () => {
    const { privateKey } = identity();
    const certificate = { issuerName: 'CN=A<B & C', serialNumber: 1n };
    expect(signDocument('<a/>', { privateKey, certificate }).toString()).to.include('CN=A&lt;B &amp; C');
  });

  it('signs around a Signature deeper in the document', () => {
    const inner = signDocument(request(), identity(NETWORK_OPERATOR))
      .toString()
      .replace(/^<\?.*?\?>/, '');
    const message = signDocument(`<Response><Body>${inner}</Body></Response>`, identity(DSP));
    expect(verifyBytes(message, { nestedSignatures: 'content' }).signer.eui).to.equal(DSP);
  });

  it('refuses a document that is signed already', () => {
    expect(() => signDocument(signed, identity())).to.throw(CodecError, 'signed already');
  });

  it('refuses a document type declaration', () => {
    expect(() => signDocument('<!DOCTYPE a><a/>', identity())).to.throw(UnreadableXml, 'document type');
  });

  it('refuses processing instructions', () => {
    expect(() => signDocument('<a><?p i?></a>', identity())).to.throw(CodecError, 'processing instructions');
  });

  it('refuses what is not XML', () => {
    expect(() => signDocument('hello', identity())).to.throw(UnreadableXml);
  });
});
