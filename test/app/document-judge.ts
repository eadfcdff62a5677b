import { type KeyLike, verify as ecdsaVerify } from 'node:crypto';
import { expect } from 'chai';
import { SignedXml } from 'xml-crypto';
import { parseEui64 } from '../../src/common/eui64.js';
import { DEFAULT_LIMITS, withDocument } from '../../src/duis/schema/index.js';
import { ECDSA_SHA256 } from '../../src/duis/signature/signature-profile.js';
import { schemaPacks } from '../duis/schema/packs.js';
import { ACB, type GatewayHarness } from './gateway-harness.js';

/** ECDSA for xml-crypto, which brings RSA only. */
class EcdsaSha256 {
  getSignature(): string {
    throw new Error('it only verifies');
  }
  verifySignature(material: string, key: KeyLike, value: string): boolean {
    const options = { key, dsaEncoding: 'ieee-p1363' } as Parameters<typeof ecdsaVerify>[2];
    return ecdsaVerify('sha256', Buffer.from(material), options, Buffer.from(value, 'base64'));
  }
  getAlgorithmName(): string {
    return ECDSA_SHA256;
  }
}

function xmlCryptoAccepts(document: string, { credentials }: GatewayHarness): boolean {
  const key = credentials.findXmlSigner(parseEui64(ACB))?.publicKey;
  if (key === undefined) throw new Error('no key of the Access Control Broker');
  const judge = new SignedXml({
    publicCert: key.export({ format: 'pem', type: 'spki' }),
    getCertFromKeyInfo: () => null,
  });
  judge.SignatureAlgorithms = { [ECDSA_SHA256]: EcdsaSha256 };
  // What S1SPs have signed has a Signature of its own; the outer one is the last.
  judge.loadSignature(/.*(<ds:Signature [^]*<\/ds:Signature>)/s.exec(document)?.[1] ?? '');
  try {
    return judge.checkSignature(document);
  } catch {
    return false;
  }
}

/** Fails unless a document of the gateway keeps to the schema of a DUIS version and xml-crypto takes its signature. */
export async function expectSound(document: string, version: string, home: GatewayHarness): Promise<void> {
  expect(/schemaVersion="([^"]*)"/.exec(document)?.[1], document).to.equal(version);
  const packs = await schemaPacks();
  withDocument(Buffer.from(document), DEFAULT_LIMITS, (parsed) => {
    expect(packs.validate(parsed, version), document).to.deep.equal([]);
  });
  expect(xmlCryptoAccepts(document, home), document).to.equal(true);
  const changed = document.replace('ResponseDateTime>2', 'ResponseDateTime>3');
  expect(xmlCryptoAccepts(changed, home), 'changed after signing').to.equal(false);
}
