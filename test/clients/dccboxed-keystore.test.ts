import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BoxedKeyStore, KeyUsage } from '@smartdcc/dccboxed-keystore';
import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import type { Certificate, Usage } from '../../src/smki/index.js';
import { ESME, SUPPLIER } from '../app/gateway-harness.js';
import { type BoxedWorld, startBoxedWorld } from './boxed-world.js';

interface Found {
  readonly x509: { readonly raw: Buffer };
  readonly meta: { readonly role?: number; readonly serial: number | bigint };
}

/** The package's own queries, which it does not export by name. Source: @smartdcc/dccboxed-keystore 0.4.2. */
const certificateSearch = createRequire(import.meta.url)(
  '@smartdcc/dccboxed-keystore/dist/certificateSearch.js',
) as {
  readonly search: (asked: Record<string, unknown>, address: string) => Promise<Found[]>;
  readonly query: (serial: string, address: string) => Promise<Found | null>;
};
const { search, query } = certificateSearch;

describe('@smartdcc/dccboxed-keystore at the SMKI repository', () => {
  let world: BoxedWorld;
  let keyStore: BoxedKeyStore;
  const empty = join(tmpdir(), `empty-${process.pid}.json`);

  before(async () => {
    world = await startBoxedWorld();
    // Without the database the package brings, so that everything is asked of the repository.
    writeFileSync(empty, '{}');
    keyStore = await BoxedKeyStore.new(world.smki.url, undefined, empty);
  });
  after(async () => {
    await keyStore.cleanup();
    rmSync(empty);
    await world.stop();
  });

  function certificateOf(eui: string, usage: Usage): Certificate {
    const certificate = world.running.credentials.find(parseEui64(eui), usage)?.certificate;
    if (certificate === undefined) throw new Error(`no certificate of ${eui}`);
    return certificate;
  }

  for (const [usage, keyUsage] of [
    ['ds', KeyUsage.digitalSignature],
    ['ka', KeyUsage.keyAgreement],
  ] as const) {
    it(`finds the ${usage} certificate of a Device`, async () => {
      const found = await keyStore.query({ eui: ESME, keyUsage, lookup: 'certificate' });
      const [only, ...others] = Array.isArray(found) ? found : [found];
      expect(others).to.deep.equal([]);
      expect(only?.certificate.raw.equals(certificateOf(ESME, usage).der)).to.equal(true);
    });
  }

  it('finds nothing of a Device nobody knows', async () => {
    const unknown = { eui: '00-00-00-00-00-00-00-01', keyUsage: KeyUsage.keyAgreement } as const;
    expect(await keyStore.query({ ...unknown, lookup: 'certificate' })).to.equal(null);
  });

  it('retrieves certificates of Devices and organisations by serial number', async () => {
    for (const { serialNumber, der } of [certificateOf(ESME, 'ka'), certificateOf(SUPPLIER, 'ds')]) {
      const found = await keyStore.query({ serial: serialNumber, lookup: 'certificate' });
      expect(found !== null && !Array.isArray(found) && found.certificate.raw.equals(der)).to.equal(true);
    }
    expect(await query('1', world.smki.url)).to.equal(null);
  });

  it('finds certificates of an organisation by its role', async () => {
    const asked = { CertificateUsage: 'DS', CertificateStatus: 'I', q: { CertificateSubjectName: SUPPLIER } };
    const suppliers = await search({ ...asked, CertificateRole: '2' }, world.smki.url);
    expect(suppliers.map(({ meta }) => meta.role))
      .to.include(2)
      .and.not.include(135);
    expect(await search({ ...asked, CertificateRole: '8' }, world.smki.url)).to.deep.equal([]);
  });

  it('is told when its search makes no sense', async () => {
    const asked = { CertificateUsage: 'DS', CertificateStatus: 'I', q: { CertificateSubjectName: 'x' } };
    const failure = await search(asked, world.smki.url).catch((error: unknown) => String(error));
    expect(failure).to.equal('Error: invalid search parameters');
  });
});
