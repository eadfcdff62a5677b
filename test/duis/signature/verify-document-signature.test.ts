import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { diag, XmlDocument } from 'libxml2-wasm';
import { GatewayError } from '../../../src/common/errors.js';
import { parseEui64 } from '../../../src/common/eui64.js';
import { signDocument } from '../../../src/duis/signature/sign-document.js';
import { verifyDocumentSignature } from '../../../src/duis/signature/verify-document-signature.js';
import { verifyMessage } from '../../../src/duis/signature/verify-message.js';
import { openCredentials, type SignerLookup, signerLookup } from '../../../src/smki/index.js';
import { RTDS_DIR } from '../../gbcs/rtds.js';
import { expectRefusal } from './refusal.js';
import {
  craft,
  DSP,
  identity,
  lookup,
  NETWORK_OPERATOR,
  NOW,
  request,
  signedRequest,
  store,
  SUPPLIER,
  verifyBytes,
} from './signing-fixture.js';

const SUPPLIER_2 = parseEui64('90-B3-D5-1F-30-03-00-00');

describe('verifyDocumentSignature', () => {
  it('gives the signer and the canonical bytes without the Signature', () => {
    const verified = verifyBytes(signedRequest());
    expect(verified.signer.eui).to.equal(SUPPLIER);
    expect(verified.issuerName).to.equal('CN=Z1,OU=07');
    expect(verified.serialNumber).to.equal(identity().certificate.serialNumber);
    const expected = request().replace(
      '<sr:ReadFirmwareVersion/>',
      '<sr:ReadFirmwareVersion></sr:ReadFirmwareVersion>',
    );
    expect(verified.canonicalBytes.toString()).to.equal(expected);
  });

  it('keeps text outside ASCII as UTF-8', () => {
    const { canonicalBytes } = verifyBytes(signedRequest('<sr:Text>£5 für 😀</sr:Text>'));
    expect(canonicalBytes.toString('utf8')).to.include('£5 für 😀');
  });

  it('gives UTF-8 for a document in another encoding', () => {
    const message = signedRequest('<sr:Text>£5</sr:Text>').toString('utf8');
    const latin = Buffer.from(message.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), 'latin1');
    expect(verifyBytes(latin).canonicalBytes.toString('utf8')).to.include('£5');
  });

  it('takes the Signature out of the document and leaves it usable', () => {
    const document = XmlDocument.fromBuffer(signedRequest());
    try {
      const { canonicalBytes } = verifyDocumentSignature(document, lookup);
      expect(document.canonicalizeToString()).to.equal(canonicalBytes.toString());
    } finally {
      document.dispose();
    }
  });

  it('leaves no document behind, whether it accepts or refuses', () => {
    const good = signedRequest().toString();
    const changes = ['', good, good.replace(':1000<', ':1001<'), good.replace('xml-exc-c14n', 'x')];
    diag.configure({ enabled: true });
    try {
      for (const xml of [
        ...changes,
        good.replace(/<ds:SignatureValue>.*<\/ds:Signature>/, '</ds:Signature>'),
      ]) {
        try {
          verifyBytes(xml);
        } catch (error) {
          expect(error).to.be.instanceOf(GatewayError);
        }
      }
      expect(diag.report()).to.deep.equal({});
    } finally {
      diag.configure({ enabled: false });
    }
  });

  describe('the expected signer', () => {
    it('may be the originator of the Request', () => {
      expect(verifyBytes(signedRequest(), { expectedSigner: 'originator' }).signer.eui).to.equal(SUPPLIER);
    });

    it('is refused if another than the originator signed', () => {
      const message = signDocument(request(), identity(NETWORK_OPERATOR));
      expectRefusal(() => verifyBytes(message, { expectedSigner: 'originator' }), 'signer-mismatch');
    });

    it('is found with a RequestID in lower case', () => {
      const document = request().replace(SUPPLIER, SUPPLIER.toLowerCase());
      const message = signDocument(document, identity());
      expect(verifyBytes(message, { expectedSigner: 'originator' }).signer.eui).to.equal(SUPPLIER);
    });

    it('is not taken from a RequestID elsewhere in the message', () => {
      const document = request(`<sr:RequestID>${SUPPLIER}:00-00-00-00-00-00-00-00:1</sr:RequestID>`, DSP);
      const message = signDocument(document, identity());
      expectRefusal(() => verifyBytes(message, { expectedSigner: 'originator' }), 'signer-mismatch');
    });

    it('is refused for a document that has no originator', () => {
      const message = signDocument('<a><b></b></a>', identity());
      expectRefusal(() => verifyBytes(message, { expectedSigner: 'originator' }), 'signer-mismatch');
    });

    it('may be a given EUI-64', () => {
      const message = signDocument('<Response/>', identity(DSP));
      expect(verifyBytes(message, { expectedSigner: DSP }).signer.eui).to.equal(DSP);
      expectRefusal(() => verifyBytes(message, { expectedSigner: SUPPLIER }), 'signer-mismatch');
    });
  });

  describe('the certificate', () => {
    const at = (time: string, acceptExpired = false): SignerLookup =>
      signerLookup(store, { clock: () => new Date(time), acceptExpired });
    const supplier2 = signDocument(request('', SUPPLIER_2), identity(SUPPLIER_2));

    it('is refused before it is valid', () => {
      expectRefusal(() => verifyMessage(signedRequest(), at('2017-12-31')), 'certificate-not-yet-valid');
      expectRefusal(
        () => verifyMessage(signedRequest(), at('2017-12-31', true)),
        'certificate-not-yet-valid',
      );
    });

    it('is refused after it was valid', () => {
      expectRefusal(() => verifyMessage(supplier2, at('2025-12-23')), 'certificate-expired');
      expect(verifyMessage(supplier2, at('2025-12-22')).signer.eui).to.equal(SUPPLIER_2);
    });

    it('is accepted after it was valid if the setting says so', () => {
      expect(verifyMessage(supplier2, at('2026-11-24', true)).signer.eui).to.equal(SUPPLIER_2);
    });

    it('is refused if its key is for key agreement', () => {
      const agreement = store.find(SUPPLIER, 'ka');
      if (agreement?.certificate === undefined || agreement.privateKey === undefined)
        throw new Error('no key');
      const { certificate, privateKey } = agreement;
      const message = signDocument(request(), { certificate, privateKey });
      expectRefusal(() => verifyBytes(message), 'certificate-wrong-usage');
    });
  });

  describe('white space put in after signing', () => {
    const signed = signedRequest('<sr:Text> </sr:Text>').toString();
    const spread = (text: string): string =>
      text.replace(/></g, '>\n  <').replace(/(<([\w:]+)[^>]*>)\n {2}(<\/\2>)/g, '$1$3');

    it('is accepted as the DCC signing tool does, and not handed on', () => {
      const { canonicalBytes } = verifyBytes(spread(signed));
      expect(canonicalBytes.equals(verifyBytes(signed).canonicalBytes)).to.equal(true);
    });

    it('stays if it was signed', () => {
      const document = spread(request());
      const { canonicalBytes } = verifyBytes(craft({ document }));
      expect(canonicalBytes.toString()).to.include('<sr:Header>\n  <sr:RequestID>');
    });

    it('is refused where it may be a value', () => {
      const widened = signed.replace('<sr:Text> </sr:Text>', '<sr:Text>  </sr:Text>');
      expectRefusal(() => verifyBytes(widened), 'digest-mismatch');
      const emptied = signed.replace('<sr:Text> </sr:Text>', '<sr:Text></sr:Text>');
      expectRefusal(() => verifyBytes(emptied), 'digest-mismatch');
    });

    it('does not excuse another change', () => {
      expectRefusal(() => verifyBytes(spread(signed).replace(':1000<', ':1001<')), 'digest-mismatch');
    });
  });

  describe('messages recorded from DCC Boxed', () => {
    const folder = join(RTDS_DIR, '../boxed');
    const recorded = existsSync(folder) ? it : it.skip;
    let all: SignerLookup;

    before(async () => {
      const opened = await openCredentials({ testCredentials: true });
      all = signerLookup(opened.store, { clock: () => NOW, acceptExpired: false });
    });

    recorded('verify', () => {
      const verified = verifyMessage(readFileSync(join(folder, 'readfw-response.xml')), all, {
        expectedSigner: DSP,
      });
      expect(verified.signer.certificate.role?.name).to.equal('DSP XML signing');
    });

    recorded('are refused when their signature value was changed', () => {
      const message = readFileSync(join(folder, 'readfw-response-badsignature.xml'));
      expectRefusal(() => verifyMessage(message, all), 'signature-mismatch');
    });
  });
});
