import { expect } from 'chai';
import { type KeyLike, verify } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { XmlElement } from 'libxml2-wasm';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import {
  readDocument,
  type Response,
  signDocument,
  verifyDocumentSignature,
  writeDocument,
} from '../../src/duis/index.js';
import { DEFAULT_LIMITS, type SchemaPacks, withDocument } from '../../src/duis/schema/index.js';
import { signerLookup } from '../../src/smki/index.js';
import { type S1spDocument, type S1spDocumentReader, wrapS1spDocument } from '../../src/smets1/index.js';
import { schemaPacks } from '../duis/schema/packs.js';
import {
  ALERT,
  clock,
  documentReader,
  FIRMWARE_RESPONSE,
  GATEWAY,
  NOW,
  parties,
  type Parties,
  PPMID,
  signedAlert,
  signedResponse,
  USER,
} from './s1sp-fixture.js';

const ECDSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';

/** ECDSA for xml-crypto, which brings RSA only. */
class EcdsaSha256 {
  getSignature(): string {
    throw new Error('only verifies');
  }
  verifySignature(material: string, key: KeyLike, value: string): boolean {
    const options = { key, dsaEncoding: 'ieee-p1363' } as Parameters<typeof verify>[2];
    return verify('sha256', Buffer.from(material), options, Buffer.from(value, 'base64'));
  }
  getAlgorithmName(): string {
    return ECDSA_SHA256;
  }
}

/** Judges the last Signature in a document. */
function xmlCryptoAccepts(xml: string, { publicKey }: Parties['s1sp']): boolean {
  const judge = new SignedXml({
    publicCert: publicKey.export({ format: 'pem', type: 'spki' }),
    getCertFromKeyInfo: () => null,
  });
  judge.SignatureAlgorithms = { [ECDSA_SHA256]: EcdsaSha256 };
  judge.loadSignature(xml.slice(xml.lastIndexOf('<ds:Signature '), xml.lastIndexOf('</')));
  return judge.checkSignature(xml);
}

describe('Response with a document of an S1SP in it', () => {
  let who: Parties;
  let reader: S1spDocumentReader;
  let packs: SchemaPacks;

  before(async () => {
    who = await parties();
    reader = await documentReader();
    packs = await schemaPacks();
  });

  const wrap = (bytes: Buffer): { document: S1spDocument; response: Buffer } => {
    const document = reader.read(bytes);
    const response = wrapS1spDocument(
      document,
      { schemaVersion: '5.4', at: NOW, serviceReference: '11.2', serviceReferenceVariant: '11.2' },
      (xml) => signDocument(xml, who.gateway),
    );
    return { document, response };
  };

  const verified = (response: Buffer): Response =>
    withDocument(response, DEFAULT_LIMITS, (document) => {
      expect(packs.validate(document, '5.4')).to.deep.equal([]);
      const lookup = signerLookup(who.store, { clock, acceptExpired: false });
      const { canonicalBytes } = verifyDocumentSignature(document, lookup, {
        expectedSigner: GATEWAY,
        nestedSignatures: 'content',
      });
      return readDocument(canonicalBytes, 'sr:Response') as Response;
    });

  const plain = writeDocument('sr:SMETS1SignedResponse', FIRMWARE_RESPONSE);
  const spellings: [string, string][] = [
    ['the usual prefix', plain],
    ['the default namespace', plain.replace('xmlns:sr=', 'xmlns=').replaceAll('sr:', '')],
    ['another prefix', plain.replaceAll('sr:', 'dcc:').replace('xmlns:sr=', 'xmlns:dcc=')],
    ['namespaces it does not use', plain.replace('xmlns:sr=', 'xmlns:none="urn:none" xmlns:sr=')],
  ];
  for (const [what, xml] of spellings) {
    describe(`that is written with ${what}`, () => {
      let wrapped: ReturnType<typeof wrap>;

      before(() => (wrapped = wrap(signDocument(xml, who.s1sp))));

      it('is valid, and the signature of the DCC holds', () => {
        const { Header, Body } = verified(wrapped.response);
        expect(Header).to.deep.equal({
          RequestID: `${USER}:${PPMID}:1000`,
          ResponseID: `${PPMID}:${USER}:1000`,
          ResponseCode: 'I0',
          ResponseDateTime: NOW,
        });
        expect(Body.SMETS1ResponseMessage).to.deep.equal({
          ServiceReference: '11.2',
          ServiceReferenceVariant: '11.2',
          SMETS1SignedResponse: FIRMWARE_RESPONSE,
        });
      });

      it('has it byte by byte', () => {
        expect(wrapped.response.includes(wrapped.document.element)).to.be.true;
        expect(wrapped.document.bytes.includes(wrapped.document.element)).to.be.true;
      });

      it('can be cut as text, and the signature of the S1SP still holds', () => {
        const cut = /<(\w+:)?SMETS1SignedResponse .*<\/\1?SMETS1SignedResponse>/.exec(
          wrapped.response.toString(),
        );
        expect(reader.read(Buffer.from(cut?.[0] ?? '')).kind).to.equal('response');
      });

      it('can be cut as a tree, and the signature of the S1SP still holds', () => {
        using whole = XmlDocument.fromBuffer(wrapped.response);
        using own = XmlDocument.create();
        own.root = whole.get("//*[local-name()='SMETS1SignedResponse']") as XmlElement;
        expect(reader.read(Buffer.from(own.toString({ format: false }))).kind).to.equal('response');
      });

      it('takes over no namespace of its surroundings', () => {
        using whole = XmlDocument.fromBuffer(wrapped.response);
        using own = XmlDocument.fromString(wrapped.document.element);
        const inside = whole.get("//*[local-name()='SMETS1SignedResponse']") as XmlElement;
        const mode = { mode: XmlC14NMode.XML_C14N_1_0 };
        expect(inside.canonicalizeToString(mode)).to.equal(own.canonicalizeToString(mode));
      });

      it('convinces an implementation of others twice', () => {
        expect(xmlCryptoAccepts(wrapped.document.element, who.s1sp)).to.be.true;
        expect(xmlCryptoAccepts(wrapped.response.toString(), who.gateway)).to.be.true;
      });
    });
  }

  it('brings an S1SP Alert as a DCC Alert', () => {
    const { document, response } = wrap(signedAlert(who.s1sp));
    const { Header, Body } = verified(response);
    expect(Header).to.deep.equal({
      RequestID: `${USER}:${PPMID}:1000`,
      ResponseCode: 'I0',
      ResponseDateTime: NOW,
    });
    expect(Body.DCCAlertMessage).to.deep.equal({
      DCCAlertCode: 'N55',
      DCCAlert: { S1SPAlertDSP: { S1SPAlert: ALERT } },
    });
    const cut = /<sr:S1SPAlert .*<\/sr:S1SPAlert>/.exec(response.toString());
    expect(cut?.[0]).to.equal(document.element);
    expect(reader.read(Buffer.from(cut?.[0] ?? '')).kind).to.equal('s1sp-alert');
  });

  it('brings a Device Alert with an identifier of its own', () => {
    const { Header } = FIRMWARE_RESPONSE.SMETS1Response;
    const { response } = wrap(
      signedResponse(who.s1sp, {
        schemaVersion: '5.4',
        SMETS1Response: {
          Header,
          Body: {
            DeviceAlertMessage: { DeviceAlertContent: { AlertDescription: 'tamper', Timestamp: NOW } },
          },
        },
      }),
    );
    expect(verified(response).Header).to.deep.equal({
      ResponseID: `${PPMID}:${USER}:1000`,
      ResponseCode: 'I0',
      ResponseDateTime: NOW,
    });
  });

  it('does not verify when the inner document was exchanged', () => {
    const { response } = wrap(signedResponse(who.s1sp));
    const other = Buffer.from(response.toString().replace('00110031', '00110032'));
    expect(() => verified(other)).to.throw(/digest-mismatch/);
  });
});
