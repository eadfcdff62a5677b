import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfigError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import {
  CredentialStore,
  generateDevicePki,
  generateKeyPair,
  keyStoreDirectory,
  openCredentials,
  ZAZ1_AUTHORITIES,
} from '../../src/smki/index.js';
import { describeWithRtds, RTDS_DIR } from '../gbcs/rtds.js';
import { withTemporaryDirectory } from './temporary-directory.js';

const DEVICE = parseEui64('00-DB-12-34-56-78-90-A0');
const STEM = '00db1234567890a0-ds';

/** A directory with the credentials of one Device and no authorities. */
const withDevice = (use: (directory: string) => void | Promise<void>): Promise<void> =>
  withTemporaryDirectory((directory) => {
    generateDevicePki({ devices: [DEVICE], directory });
    rmSync(join(directory, 'issuers'), { recursive: true });
    return use(directory);
  });

describe('keyStoreDirectory', () => {
  it('pairs certificates and keys of the same name', () =>
    withDevice((directory) => {
      const { credentials, remarks } = keyStoreDirectory(directory);
      expect(credentials.map(({ eui, usage }) => `${eui} ${usage}`)).to.deep.equal([
        `${DEVICE} ds`,
        `${DEVICE} ka`,
      ]);
      expect(credentials.every(({ privateKey }) => privateKey !== undefined)).to.equal(true);
      expect(remarks).to.deep.equal([]);
    }));

  it('takes party and usage from the certificate where the name says neither', () =>
    withDevice((directory) => {
      renameSync(join(directory, `${STEM}.pem`), join(directory, 'meter.pem'));
      renameSync(join(directory, `${STEM}.key`), join(directory, 'meter.key'));
      const found = keyStoreDirectory(directory).credentials.find(({ name }) => name === 'meter');
      expect(found).to.include({ eui: DEVICE, usage: 'ds' });
      expect(found?.privateKey).not.to.equal(undefined);
    }));

  it('reads DER certificates and keys', () =>
    withDevice((directory) => {
      const { privateKey, certificate } = keyStoreDirectory(directory).credentials[0] ?? {};
      const key = privateKey?.export({ format: 'der', type: 'pkcs8' }) ?? '';
      writeFileSync(join(directory, `${STEM}.pem`), certificate?.der ?? '');
      writeFileSync(join(directory, `${STEM}.key`), key);
      expect(keyStoreDirectory(directory).credentials[0]?.privateKey?.equals(privateKey as never)).to.equal(
        true,
      );
    }));

  it('reads the key of a party that has no certificate', () =>
    withDevice((directory) => {
      rmSync(join(directory, `${STEM}.pem`));
      const found = keyStoreDirectory(directory).credentials.find(({ usage }) => usage === 'ds');
      expect(found).to.include({ eui: DEVICE, certificate: undefined });
      expect(found?.publicKey.type).to.equal('public');
    }));

  it('says which keys others may read', () =>
    withDevice((directory) => {
      chmodSync(join(directory, `${STEM}.key`), 0o644);
      expect(keyStoreDirectory(directory).remarks).to.deep.equal([
        `${STEM}.key: others than its owner may read it`,
      ]);
    }));

  it('goes by the certificate where the file name says another party', () =>
    withDevice((directory) => {
      renameSync(join(directory, `${STEM}.pem`), join(directory, '00db1234567890a1-ds.pem'));
      renameSync(join(directory, `${STEM}.key`), join(directory, '00db1234567890a1-ds.key'));
      const { credentials, remarks } = keyStoreDirectory(directory);
      expect(credentials.map(({ eui }) => eui)).to.deep.equal([DEVICE, DEVICE]);
      expect(remarks[0]).to.include(DEVICE);
    }));

  it('refuses the key of another certificate', () =>
    withDevice((directory) => {
      copyFileSync(join(directory, '00db1234567890a0-ka.key'), join(directory, `${STEM}.key`));
      expect(() => keyStoreDirectory(directory)).to.throw(ConfigError, 'does not belong to the certificate');
    }));

  it('refuses a certificate in the place of one for another usage', () =>
    withDevice((directory) => {
      copyFileSync(join(directory, '00db1234567890a0-ka.pem'), join(directory, `${STEM}.pem`));
      expect(() => keyStoreDirectory(directory)).to.throw(ConfigError, 'key usage is keyAgreement');
    }));

  it('names the file that is no certificate', () =>
    withDevice((directory) => {
      writeFileSync(join(directory, 'other.pem'), 'hello');
      expect(() => keyStoreDirectory(directory)).to.throw(
        ConfigError,
        /other\.pem.*not an X\.509 certificate/,
      );
    }));

  it('names the file that is no key, and quotes nothing of it', () =>
    withDevice((directory) => {
      const path = join(directory, `${STEM}.key`);
      const secret = readFileSync(path, 'utf8').replace(/[A-Z]/, 'x').replace('PRIVATE KEY', 'PRIVATE KEYS');
      writeFileSync(path, secret);
      try {
        keyStoreDirectory(directory);
        expect.fail('accepted');
      } catch (error) {
        expect(error).to.be.instanceOf(ConfigError);
        const told = `${(error as Error).message} ${String((error as Error).cause)}`;
        for (const line of secret.split('\n').slice(1, -2)) expect(told).not.to.include(line.slice(0, 16));
      }
    }));

  it('names a directory that is not there', () => {
    expect(() => keyStoreDirectory('no/such/folder')).to.throw(ConfigError, 'no/such/folder');
  });

  it('remarks on a key whose name says nothing', () =>
    withDevice((directory) => {
      const { privateKey } = generateKeyPair();
      const path = join(directory, 'mine.key');
      writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
      expect(keyStoreDirectory(directory).remarks).to.deep.equal([
        'mine.key: there is no certificate of that name',
      ]);
    }));

  describe('with issuers', () => {
    it('holds what is in it to them', () =>
      withTemporaryDirectory((directory) => {
        const ours = join(directory, 'ours');
        const theirs = join(directory, 'theirs');
        generateDevicePki({ devices: [DEVICE], directory: ours });
        generateDevicePki({ devices: [parseEui64('00-DB-12-34-56-78-90-A1')], directory: theirs });
        copyFileSync(join(theirs, '00db1234567890a1-ds.pem'), join(ours, '00db1234567890a1-ds.pem'));
        const store = new CredentialStore([keyStoreDirectory(ours)]);
        const states = store.all().map(({ certificate }) => certificate && store.standing(certificate).state);
        expect(states).to.deep.equal(['chained', 'chained', 'untrusted']);
      }));

    it('refuses one that is no authority', () =>
      withDevice((directory) => {
        mkdirSync(join(directory, 'issuers'));
        renameSync(join(directory, `${STEM}.pem`), join(directory, 'issuers', 'x.pem'));
        expect(() => keyStoreDirectory(directory)).to.throw(ConfigError, 'not the certificate of an issuing');
      }));
  });

  it('comes before the test credentials in the gateway, with its virtual Devices', () =>
    withTemporaryDirectory(async (directory) => {
      generateDevicePki({ devices: [DEVICE], directory: join(directory, 'devices') });
      const { store } = await openCredentials({ directory, testCredentials: true });
      expect(store.all()[0]?.eui).to.equal(DEVICE);
      expect(store.find(DEVICE, 'ka')?.privateKey).not.to.equal(undefined);
    }));
});

describeWithRtds('the key store of the reference messages', () => {
  let store: CredentialStore;
  before(() => {
    const source = keyStoreDirectory(join(RTDS_DIR, 'keystore'));
    store = new CredentialStore([source, { ...source, credentials: [], authorities: ZAZ1_AUTHORITIES }]);
  });

  it('has signing and key agreement certificates of 200 Devices and of the organisations', () => {
    const devices = store.all().filter(({ certificate }) => certificate?.holder === 'device');
    expect(devices).to.have.lengthOf(400);
    const organisations = store.all().filter(({ certificate }) => certificate?.holder === 'organisation');
    expect(organisations.every(({ privateKey }) => privateKey !== undefined)).to.equal(true);
  });

  it('has keys without certificate of parties in the test messages', () => {
    const bare = store.all().filter(({ certificate }) => certificate === undefined);
    expect(bare.map(({ name }) => name)).to.have.members([
      '123456789abcdef0-ka',
      'abababababababab-ka',
      'fffffffffffffffe-ka',
    ]);
  });

  it('chains to the known authorities, but for those that cannot', () => {
    const loose = store.all().flatMap(({ certificate, name }) => {
      const state = certificate && store.standing(certificate).state;
      return state === undefined || state === 'chained' ? [] : [`${name} ${state}`];
    });
    expect(loose).to.have.lengthOf(4);
  });
});
