import { spawnSync } from 'node:child_process';
import { type KeyLike, sign as ecdsaSign, verify as ecdsaVerify } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { SignedXml } from 'xml-crypto';
import { signDocument } from '../../../src/duis/signature/sign-document.js';
import {
  ECDSA_SHA256,
  ENVELOPED_SIGNATURE,
  EXCLUSIVE_C14N,
  SHA256,
} from '../../../src/duis/signature/signature-profile.js';
import { DSP, DUIS_NAMESPACE, identity, request, signedRequest, verifyBytes } from './signing-fixture.js';

/** ECDSA for xml-crypto, which brings RSA only. */
class EcdsaSha256 {
  getSignature(signedInfo: unknown, privateKey: KeyLike): string {
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as Parameters<typeof ecdsaSign>[2];
    return ecdsaSign('sha256', Buffer.from(String(signedInfo)), key).toString('base64');
  }
  verifySignature(material: string, key: KeyLike, value: string): boolean {
    const options = { key, dsaEncoding: 'ieee-p1363' } as Parameters<typeof ecdsaVerify>[2];
    return ecdsaVerify('sha256', Buffer.from(material), options, Buffer.from(value, 'base64'));
  }
  getAlgorithmName(): string {
    return ECDSA_SHA256;
  }
}

function xmlCrypto(): SignedXml {
  const { privateKey, publicKey, certificate } = identity();
  const judge = new SignedXml({
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }),
    publicCert: publicKey.export({ format: 'pem', type: 'spki' }),
    signatureAlgorithm: ECDSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
    getCertFromKeyInfo: () => null,
    getKeyInfoContent: () =>
      `<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>${certificate.issuerName}</ds:X509IssuerName>` +
      `<ds:X509SerialNumber>${certificate.serialNumber}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>`,
  });
  judge.SignatureAlgorithms = { [ECDSA_SHA256]: EcdsaSha256 };
  return judge;
}

function xmlCryptoAccepts(message: string): boolean {
  const judge = xmlCrypto();
  judge.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(message)?.[0] ?? '');
  try {
    return judge.checkSignature(message);
  } catch {
    return false;
  }
}

describe('xml-crypto', () => {
  const bodies = [
    '<sr:ReadFirmwareVersion/>',
    '<sr:A b="1 &amp; 2" a="&lt;&#9;&#13;">&amp;&lt;&gt;&#13; £ü😀</sr:A>',
    '<x:A xmlns:x="urn:x"><B xmlns="urn:b" xmlns:unused="urn:u"/></x:A>',
  ];
  for (const body of bodies) {
    it(`accepts what is signed here: ${body}`, () => {
      const message = signedRequest(body).toString();
      expect(xmlCryptoAccepts(message)).to.equal(true);
      expect(xmlCryptoAccepts(message.replace(':1000<', ':1001<'))).to.equal(false);
    });

    it(`makes signatures that are accepted here: ${body}`, () => {
      const signer = xmlCrypto();
      signer.addReference({
        xpath: '/*',
        uri: '',
        isEmptyUri: true,
        transforms: [ENVELOPED_SIGNATURE],
        digestAlgorithm: SHA256,
      });
      signer.computeSignature(request(body), {
        prefix: 'ds',
        location: { reference: '/*', action: 'append' },
      });
      expect(verifyBytes(signer.getSignedXml()).signer.eui).to.equal(identity().eui);
    });
  }
});

const jar = join(dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-sign-wrap')), 'tool.jar');

function signingTool(mode: 'Sign' | 'Validate', input: string | Buffer): { status: number; output: string } {
  const args = ['-cp', jar, `uk.co.smartdcc.boxed.xmldsig.${mode}`, '-'];
  if (mode === 'Sign') args.push('--preserveCounter');
  const { status, stdout } = spawnSync('java', args, { input, encoding: 'utf8' });
  return { status: status ?? -1, output: stdout };
}

describe('the DCC signing tool', function () {
  before(function () {
    if (spawnSync('java', ['-version']).status !== 0) this.skip();
  });

  it('accepts a Request signed here, and sees the same in it', () => {
    const message = signedRequest();
    const { status, output } = signingTool('Validate', message);
    expect(status).to.equal(0);
    expect(output.trim()).to.equal(verifyBytes(message).canonicalBytes.toString());
  });

  it('accepts a Response signed here as the DSP', () => {
    const response =
      `<sr:Response xmlns:sr="${DUIS_NAMESPACE}" schemaVersion="5.1">\n  <sr:Header>` +
      `<sr:ResponseCode>I0</sr:ResponseCode><sr:ResponseDateTime>2026-01-01T00:00:00.00Z</sr:ResponseDateTime>` +
      `</sr:Header>\n  <sr:Body><sr:ResponseMessage><sr:ServiceReference>8.2</sr:ServiceReference>` +
      `<sr:ServiceReferenceVariant>8.2</sr:ServiceReferenceVariant></sr:ResponseMessage></sr:Body></sr:Response>`;
    const message = signDocument(response, identity(DSP));
    const { status, output } = signingTool('Validate', message);
    expect(status).to.equal(0);
    // It prints a Response it did not check as it came, one it did without its Signature.
    expect(output).not.to.include('Signature');
  });

  it('makes signatures that are accepted here', () => {
    const template = request().replace(/></g, '>\n  <').replace('<sr:Body>', '<!-- note --><sr:Body>');
    const { status, output } = signingTool('Sign', template);
    expect(status).to.equal(0);
    expect(verifyBytes(output, { expectedSigner: 'originator' }).signer.name).to.match(/^xml-sign/);
  });

  it('accepts white space put in after signing, as is done here', () => {
    const spread = signedRequest().toString().replace('<sr:Header>', '\n  <sr:Header>\n  ');
    expect(signingTool('Validate', spread).status).to.equal(0);
    expect(() => verifyBytes(spread)).not.to.throw();
  });
});
