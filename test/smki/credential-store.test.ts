import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import {
  boxedKeyStore,
  type Certificate,
  checkCertificate,
  CredentialStore,
  generateDevicePki,
  openCredentials,
  signerLookup,
} from '../../src/smki/index.js';

const DSP = parseEui64('90-B3-D5-1F-30-00-00-02');
const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');
const SUPPLIER_2 = parseEui64('90-B3-D5-1F-30-03-00-00');
const NOBODY = parseEui64('00-00-00-00-00-00-00-01');

const store = new CredentialStore([boxedKeyStore()]);
const certificateOf = (name: string): Certificate => {
  const found = store.all().find((entry) => entry.name === name)?.certificate;
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('CredentialStore', () => {
  it('finds the GBCS credential of a party before its XML signing one', () => {
    expect(store.find(DSP, 'ds')?.name).to.equal('Z1-accessControlBroker-ds');
    expect(store.find(DSP, 'ka')?.name).to.equal('Z1-accessControlBroker-ka');
    expect(store.find(SUPPLIER, 'pp-ka')?.name).to.equal('Z1-supplierPP-ka');
  });

  it('finds the XML signing credential of a party, or any it can sign with', () => {
    expect(store.findXmlSigner(DSP)?.name).to.equal('dsp-xml-sign-90B3D51F30000002-ds');
    expect(store.findXmlSigner(SUPPLIER_2)?.name).to.equal('Z1-supplier2-ds');
  });

  it('finds nothing for a party it does not know', () => {
    expect(store.find(NOBODY, 'ds')).to.equal(undefined);
    expect(store.findXmlSigner(NOBODY)).to.equal(undefined);
    expect(store.findAll(NOBODY, 'ka')).to.deep.equal([]);
  });

  it('finds every certificate by issuer and serial number, however the issuer is spelt', () => {
    for (const entry of store.all()) {
      const { issuerName, serialNumber } = entry.certificate ?? certificateOf('none');
      const swapped = issuerName.split(',').reverse().join(', ');
      expect(store.findBySerial(issuerName, serialNumber)).to.equal(entry);
      expect(store.findBySerial(swapped, serialNumber)).to.equal(entry);
    }
  });

  it('does not take a serial number of another issuer', () => {
    const { serialNumber } = certificateOf('Z1-supplier-ds');
    expect(store.findBySerial('CN=Z2,OU=07', serialNumber)).to.equal(undefined);
  });

  it('stays right when more spellings come than it keeps', () => {
    const { serialNumber } = certificateOf('Z1-supplier-ds');
    for (let n = 0; n < 2000; n++) store.findBySerial(`CN=${n}`, serialNumber);
    expect(store.findBySerial('CN=Z1,OU=07', serialNumber)?.name).to.equal('Z1-supplier-ds');
  });

  it('gives the same key object each time, so that what is derived from it can be kept', () => {
    expect(store.find(DSP, 'ka')?.privateKey).to.equal(store.find(DSP, 'ka')?.privateKey);
  });

  it('keeps a certificate that comes twice once, with its key', () => {
    const source = boxedKeyStore();
    const withoutKeys = {
      ...source,
      credentials: source.credentials.map((entry) => ({ ...entry, privateKey: undefined })),
    };
    for (const sources of [
      [withoutKeys, source],
      [source, withoutKeys],
    ]) {
      const both = new CredentialStore(sources);
      expect(both.all()).to.have.lengthOf(source.credentials.length);
      expect(both.all().every(({ privateKey }) => privateKey !== undefined)).to.equal(true);
    }
  });

  describe('standing', () => {
    it('is chained for certificates their authority signed', () => {
      for (const name of ['Z1-supplier-ds', 'Z1b-accessControlBroker-ka', 'otherUser-ds', 'mdr-ka']) {
        expect(store.standing(certificateOf(name)).state, name).to.equal('chained');
      }
    });

    it('is pinned for XML signing certificates, which no authority signed', () => {
      expect(store.standing(certificateOf('xml-sign-90B3D51F30010000-ds')).state).to.equal('pinned');
    });

    it('is untrusted if the authority that is named did not sign', () => {
      const pki = generateDevicePki({ devices: [NOBODY] });
      const certificate = pki.credentials[0]?.certificate ?? certificateOf('none');
      const impostor = { ...certificate, isSignedBy: () => false };
      const forged = new CredentialStore([{ ...pki, mustChain: false }]);
      expect(forged.standing(certificate).state).to.equal('chained');
      expect(forged.standing(impostor).state).to.equal('untrusted');
    });

    it('is untrusted without authority where there has to be one', () => {
      const pki = generateDevicePki({ devices: [NOBODY] });
      const certificate = pki.credentials[0]?.certificate ?? certificateOf('none');
      const orphan = new CredentialStore([{ ...pki, authorities: [] }]);
      expect(orphan.standing(certificate).state).to.equal('untrusted');
      orphan.add({ ...pki, credentials: [] });
      expect(orphan.standing(certificate).state).to.equal('chained');
    });
  });
});

describe('checkCertificate', () => {
  const check = (name: string, time: string, acceptExpired: boolean): string | undefined =>
    checkCertificate(certificateOf(name), store, { clock: () => new Date(time), acceptExpired })?.refused;

  it('holds a certificate to its dates, the last second included', () => {
    expect(check('Z1-supplier-ds', '2015-10-29T23:59:59Z', false)).to.equal('certificate-not-yet-valid');
    expect(check('Z1-supplier-ds', '2015-10-30T00:00:00Z', false)).to.equal(undefined);
    expect(check('Z1-supplier-ds', '2025-10-29T23:59:59Z', false)).to.equal(undefined);
    expect(check('Z1-supplier-ds', '2025-10-30T00:00:00Z', false)).to.equal('certificate-expired');
  });

  it('accepts one past its end, but not before its start, if told so', () => {
    expect(check('Z1-supplier-ds', '2026-11-24', true)).to.equal(undefined);
    expect(check('Z1-supplier-ds', '2015-01-01', true)).to.equal('certificate-not-yet-valid');
  });

  it('leaves a User of each kind usable today without accepting expired certificates', () => {
    for (const name of [
      'xml-sign-90B3D51F30010000-ds',
      'xml-sign-90B3D51F30020000-ds',
      'xml-sign-00DB123456780004-ds',
    ]) {
      expect(check(name, '2026-11-24', false), name).to.equal(undefined);
    }
  });

  it('refuses a certificate whose issuer is past its end', () => {
    const pki = generateDevicePki({ devices: [NOBODY] });
    const aged = new CredentialStore([
      { ...pki, authorities: pki.authorities.map((one) => ({ ...one, notAfter: new Date('2027-01-01') })) },
    ]);
    const certificate = pki.credentials[0]?.certificate ?? certificateOf('none');
    const at = (acceptExpired: boolean): string | undefined =>
      checkCertificate(certificate, aged, { clock: () => new Date('2030-01-01'), acceptExpired })?.refused;
    expect(at(false)).to.equal('certificate-expired');
    expect(at(true)).to.equal(undefined);
  });
});

describe('signerLookup', () => {
  const lookup = signerLookup(store, { clock: () => new Date('2026-11-24'), acceptExpired: false });

  it('gives the credential of a trusted certificate', () => {
    const { serialNumber } = certificateOf('xml-sign-90B3D51F30010000-ds');
    const found = lookup('CN=Z1, OU=07', serialNumber);
    expect('signer' in found && found.signer.eui).to.equal(SUPPLIER);
  });

  it('says what is wrong with any other', () => {
    const refusal = (name: string): string => {
      const { issuerName, serialNumber } = certificateOf(name);
      const found = lookup(issuerName, serialNumber);
      return 'refused' in found ? found.refused : 'trusted';
    };
    expect(refusal('Z1-supplier-ds')).to.equal('certificate-expired');
    expect(refusal('Z1-supplier-ka')).to.equal('certificate-wrong-usage');
    const unknown = lookup('CN=Z1,OU=07', 5n);
    expect('refused' in unknown && unknown.refused).to.equal('certificate-unknown');
  });
});

describe('openCredentials', () => {
  it('knows the identity the DSP signed with before DCC Boxed 1.4.1, but not its key', async () => {
    const opened = await openCredentials({ testCredentials: true });
    const found = opened.store.findBySerial('CN=Z1,OU=07', 50669612984035780968362471400449834504n);
    expect(found?.eui).to.equal(DSP);
    expect(found?.privateKey).to.equal(undefined);
    expect(found?.certificate?.role?.name).to.equal('DSP XML signing');
  });

  it('knows nobody without directory and test set', async () => {
    expect((await openCredentials({ testCredentials: false })).store.all()).to.deep.equal([]);
    const opened = await openCredentials({ directory: 'no/such/folder', testCredentials: false });
    expect(opened.store.all()).to.deep.equal([]);
  });
});
