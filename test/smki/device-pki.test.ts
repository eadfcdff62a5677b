import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SubjectAlternativeNameExtension, X509Certificate as PeculiarCertificate } from '@peculiar/x509';
import { expect } from 'chai';
import { ConfigError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import {
  CredentialStore,
  generateDevicePki,
  keyIdentifier,
  keyStoreDirectory,
} from '../../src/smki/index.js';
import { withTemporaryDirectory } from './temporary-directory.js';

const DEVICE = parseEui64('00-DB-12-34-56-78-90-A0');
const OTHER = parseEui64('00-DB-12-34-56-78-90-A1');
const clock = (): Date => new Date('2026-11-24T10:20:30.400Z');

const files = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
const mode = (...path: string[]): number => statSync(join(...path)).mode & 0o777;

describe('generateDevicePki', () => {
  describe('in memory', () => {
    const pki = generateDevicePki({ devices: [DEVICE, OTHER], clock });
    const store = new CredentialStore([pki]);

    it('makes two credentials a Device, which chain to its authority', () => {
      expect(store.all().map(({ name }) => name)).to.deep.equal([
        '00db1234567890a0-ds',
        '00db1234567890a0-ka',
        '00db1234567890a1-ds',
        '00db1234567890a1-ka',
      ]);
      for (const { certificate } of store.all()) {
        expect(certificate && store.standing(certificate).state).to.equal('chained');
      }
    });

    for (const [usage, keyUsage] of [
      ['ds', '03020780'],
      ['ka', '03020308'],
    ] as const) {
      it(`profiles a ${usage} certificate as GBCS does, read by another implementation`, async () => {
        const found = store.find(DEVICE, usage);
        const certificate = found?.certificate;
        if (found === undefined || certificate === undefined) throw new Error('no certificate');
        const judge = new PeculiarCertificate(Uint8Array.from(certificate.der));
        const extension = (oid: string): { critical: boolean; hex: string } => {
          const value = judge.getExtension(oid);
          if (value === null) throw new Error(`no extension ${oid}`);
          return { critical: value.critical, hex: Buffer.from(value.value).toString('hex') };
        };
        expect(judge.subject).to.equal('');
        expect(judge.issuer).to.equal('OU=07, CN=VD1');
        expect(judge.notBefore.toISOString()).to.equal('2026-11-24T10:20:30.000Z');
        expect(judge.notAfter.toISOString()).to.equal('9999-12-31T23:59:59.000Z');
        expect(judge.signatureAlgorithm).to.deep.include({ name: 'ECDSA' });
        expect(judge.publicKey.algorithm).to.deep.include({ namedCurve: 'P-256' });
        expect(extension('2.5.29.15')).to.deep.equal({ critical: true, hex: keyUsage });
        const identifier = keyIdentifier(found.publicKey).toString('hex');
        expect(extension('2.5.29.14')).to.deep.equal({ critical: false, hex: `0408${identifier}` });
        const name = extension('2.5.29.17');
        expect(name.critical).to.equal(true);
        // otherName hardwareModuleName, hwType, then hwSerialNum: 8 bytes of EUI-64. As RTDS certificates have it.
        expect(name.hex).to.equal(
          '3029a02706082b06010505070804a01b3019060d2a863a0001848fb90f0102020104' + '0800db1234567890a0',
        );
        expect(judge.getExtension(SubjectAlternativeNameExtension)).not.to.equal(null);
        const issuer = pki.authorities.find(({ name: subject }) => subject === certificate.issuer);
        const spki = issuer?.publicKey.export({ format: 'der', type: 'spki' }) ?? Buffer.alloc(0);
        const publicKey = await crypto.subtle.importKey(
          'spki',
          Uint8Array.from(spki),
          { name: 'ECDSA', namedCurve: 'P-256' },
          true,
          ['verify'],
        );
        expect(await judge.verify({ publicKey, signatureOnly: true })).to.equal(true);
      });
    }

    it('gives each certificate another serial number of 16 bytes', () => {
      const serials = store.all().map(({ certificate }) => certificate?.serialNumber.toString(16) ?? '');
      expect(new Set(serials).size).to.equal(4);
      for (const serial of serials) expect(serial).to.match(/^[4-7][0-9a-f]{31}$/);
    });
  });

  describe('in a directory', () => {
    it('keeps keys and directories to the owner', () =>
      withTemporaryDirectory((parent) => {
        const directory = join(parent, 'new', 'devices');
        generateDevicePki({ devices: [DEVICE], directory });
        expect(files(directory)).to.deep.equal([
          '00db1234567890a0-ds.key',
          '00db1234567890a0-ds.pem',
          '00db1234567890a0-ka.key',
          '00db1234567890a0-ka.pem',
          'issuers',
          'issuers/issuing.key',
          'issuers/issuing.pem',
          'issuers/root.pem',
        ]);
        expect(mode(directory)).to.equal(0o700);
        expect(mode(directory, 'issuers')).to.equal(0o700);
        for (const key of files(directory).filter((file) => file.endsWith('.key'))) {
          expect(mode(directory, key), key).to.equal(0o600);
        }
      }));

    it('gives what reading the directory gives', () =>
      withTemporaryDirectory((directory) => {
        const made = generateDevicePki({ devices: [DEVICE], directory });
        const read = keyStoreDirectory(directory);
        const serials = (source: typeof made): unknown[] =>
          source.credentials.map(({ certificate }) => certificate?.serialNumber);
        expect(serials(read)).to.deep.equal(serials(made));
        expect(read.mustChain).to.equal(true);
      }));

    it('refuses to overwrite, and then writes nothing', () =>
      withTemporaryDirectory((directory) => {
        generateDevicePki({ devices: [DEVICE], directory });
        const before = files(directory).map((file) => statSync(join(directory, file)).mtimeMs);
        expect(() => generateDevicePki({ devices: [OTHER, DEVICE], directory })).to.throw(
          ConfigError,
          'exists already',
        );
        expect(files(directory).map((file) => statSync(join(directory, file)).mtimeMs)).to.deep.equal(before);
      }));

    it('issues for more Devices under the same authority', () =>
      withTemporaryDirectory((directory) => {
        generateDevicePki({ devices: [DEVICE], directory });
        const issuing = readFileSync(join(directory, 'issuers/issuing.pem'), 'utf8');
        const store = new CredentialStore([generateDevicePki({ devices: [OTHER], directory })]);
        expect(readFileSync(join(directory, 'issuers/issuing.pem'), 'utf8')).to.equal(issuing);
        expect(store.all()).to.have.lengthOf(4);
        for (const { certificate } of store.all()) {
          expect(certificate && store.standing(certificate).state).to.equal('chained');
        }
      }));

    it('keeps what is there and makes what is missing', () =>
      withTemporaryDirectory((directory) => {
        const pem = (stem: string): string => readFileSync(join(directory, `${stem}.pem`), 'utf8');
        generateDevicePki({ devices: [DEVICE], directory });
        const before = pem('00db1234567890a0-ka');
        generateDevicePki({ devices: [DEVICE, OTHER], directory, existing: 'keep' });
        expect(pem('00db1234567890a0-ka')).to.equal(before);
        expect(existsSync(join(directory, '00db1234567890a1-ka.pem'))).to.equal(true);
      }));

    it('replaces when told to', () =>
      withTemporaryDirectory((directory) => {
        const pem = (): string => readFileSync(join(directory, '00db1234567890a0-ds.pem'), 'utf8');
        generateDevicePki({ devices: [DEVICE], directory });
        const before = pem();
        const { credentials } = generateDevicePki({ devices: [DEVICE], directory, existing: 'replace' });
        expect(pem()).not.to.equal(before);
        expect(credentials).to.have.lengthOf(2);
      }));

    it('refuses to go on without the key of its authority', () =>
      withTemporaryDirectory((directory) => {
        generateDevicePki({ devices: [], directory });
        const path = join(directory, 'issuers', 'issuing.key');
        const key = readFileSync(path);
        const refused = (): unknown => generateDevicePki({ devices: [DEVICE], directory });
        expect(key.toString()).to.match(/^-----BEGIN PRIVATE KEY/);
        const other = generateDevicePki({ devices: [DEVICE] }).credentials[0]?.privateKey;
        writeFileSync(path, other?.export({ format: 'pem', type: 'pkcs8' }) ?? '');
        expect(refused).to.throw(ConfigError, 'does not belong');
        writeFileSync(path, '');
        expect(refused).to.throw(ConfigError, 'cannot be read');
      }));
  });
});
