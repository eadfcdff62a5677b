import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { CodecError } from '../../src/common/errors.js';
import { boxedKeyStore, keyIdentifier, parseCertificate, ZAZ1_AUTHORITIES } from '../../src/smki/index.js';

const byName = (name: string): ReturnType<typeof boxedKeyStore>['credentials'][number] => {
  const found = boxedKeyStore().credentials.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('parseCertificate', () => {
  it('reads an organisation certificate', () => {
    const certificate = byName('Z1-supplier-ds').certificate;
    expect(certificate).to.include({
      eui: '90-B3-D5-1F-30-01-00-00',
      holder: 'organisation',
      commonName: 'GITTESTSUPPLIER',
      keyUsage: 'digitalSignature',
      issuerName: 'CN=Z1,OU=07',
      serialNumber: 105986833131214866166891566273223584671n,
      authorityKeyIdentifier: '4f5688d7ec933be2',
      subjectKeyIdentifier: '44899792d196f4b8',
    });
    expect(certificate?.role).to.deep.equal({ code: 2, name: 'supplier', signsXml: false });
    expect(certificate?.notBefore.toISOString()).to.equal('2015-10-30T00:00:00.000Z');
    expect(certificate?.notAfter.toISOString()).to.equal('2025-10-29T23:59:59.000Z');
  });

  it('reads an XML signing certificate, which names no authority key', () => {
    const certificate = byName('dsp-xml-sign-90B3D51F30000002-ds').certificate;
    expect(certificate?.role).to.include({ code: 0x89, signsXml: true });
    expect(certificate?.authorityKeyIdentifier).to.equal(undefined);
  });

  it('reads DER as well as PEM', () => {
    const { certificate } = byName('Z1-supplier-ka');
    expect(parseCertificate(certificate?.der ?? '').serialNumber).to.equal(certificate?.serialNumber);
  });

  for (const [title, bytes] of [
    ['nothing', Buffer.alloc(0)],
    ['text', 'hello'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
    ['a certificate cut short', Buffer.from('3082018130820126a003020102', 'hex')],
  ] as const) {
    it(`refuses ${title}`, () => {
      expect(() => parseCertificate(bytes)).to.throw(CodecError, 'not an X.509 certificate');
    });
  }
});

describe('the ZAZ1 authorities', () => {
  for (const authority of ZAZ1_AUTHORITIES) {
    it(`${authority.name} has the key its identifier is a hash of`, () => {
      expect(keyIdentifier(authority.publicKey).toString('hex')).to.equal(authority.keyIdentifier);
    });
  }
});

describe('boxedKeyStore', () => {
  const { credentials } = boxedKeyStore();

  it('has every entry of the package, with its private key', () => {
    const path = createRequire(import.meta.url).resolve('@smartdcc/dccboxed-keystore/keystore.json');
    const content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, object>>;
    const entries = Object.values(content).flatMap((usages) => Object.values(usages).flatMap(Object.keys));
    expect(credentials.map((entry) => entry.certificate?.serialNumber.toString())).to.have.members(entries);
    expect(credentials.every((entry) => entry.privateKey !== undefined)).to.equal(true);
  });

  it('tells prepayment key agreement from the ordinary one by name', () => {
    expect(credentials.filter(({ usage }) => usage === 'pp-ka').map(({ name }) => name)).to.deep.equal([
      'Z1-supplier2PP-ka',
      'Z1-supplierPP-ka',
      'Z1b-supplierPP-ka',
    ]);
  });
});
