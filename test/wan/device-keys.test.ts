import { expect } from 'chai';
import { decodeMessage, type GbcsMessage } from '../../src/gbcs/index.js';
import {
  buildCertificationRequest,
  generateDevicePki,
  requestedKey,
  seededKeys,
} from '../../src/smki/index.js';
import { DeviceKeys } from '../../src/wan/device-keys.js';
import { CredentialStore } from '../../src/smki/index.js';
import { describeWithRtds, rtdsMessages } from '../gbcs/rtds.js';
import { contentOf, ESME, GSME, VirtualHome } from './virtual-home.js';

const pki = generateDevicePki({ devices: [ESME, GSME] });
const certificateOf = (device: string, usage: string) =>
  pki.credentials.find((each) => each.eui === device && each.usage === usage)?.certificate ??
  expect.fail('no certificate');

describe('keys of a virtual Device', () => {
  const made = (): DeviceKeys => new DeviceKeys(ESME, new CredentialStore([pki]), seededKeys('1'));

  it('are those it comes with until it has the certificate of another', () => {
    const keys = made();
    const before = keys.privateKey('keyAgreement');
    keys.request('keyAgreement');
    expect(keys.privateKey('keyAgreement')).to.equal(before);
    expect(keys.certificate('keyAgreement')).to.equal(certificateOf(ESME, 'ka'));
  });

  const refused = [
    ['of another Device', certificateOf(GSME, 'ka'), 'wrongDeviceIdentity'],
    ['for a key it was not asked to make', certificateOf(ESME, 'ds'), 'noCorrespondingKeyPairGenerated'],
    ['for a key it did not make', certificateOf(ESME, 'ka'), 'wrongPublicKey'],
  ] as const;
  for (const [what, certificate, code] of refused) {
    it(`are not changed by a certificate ${what}`, () => {
      const keys = made();
      keys.request('keyAgreement');
      expect(keys.install(certificate)).to.equal(code);
      expect(keys.certificate('keyAgreement')).to.equal(certificateOf(ESME, 'ka'));
    });
  }
});

describe('a certification request', () => {
  const keys = seededKeys('1')('a');

  it('tells the key it is for', () => {
    const request = buildCertificationRequest(ESME, 'digitalSignature', keys);
    expect(requestedKey(request).equals(keys.publicKey)).to.equal(true);
  });

  it('signed with another key is refused', () => {
    const forged = { ...keys, privateKey: seededKeys('1')('b').privateKey };
    const request = buildCertificationRequest(ESME, 'digitalSignature', forged);
    expect(() => requestedKey(request)).to.throw('signed with another key');
  });

  describeWithRtds('of the reference data', () => {
    const name = 'CS02c_6.17_SUCCESS_RESPONSE';
    const reference = (): GbcsMessage =>
      decodeMessage(rtdsMessages().find((each) => each.name === name)?.bytes ?? expect.fail(name));

    it('is read, and is what is built for its key but for the signature', () => {
      const { content } = reference();
      const publicKey = requestedKey(content);
      const built = buildCertificationRequest(ESME, 'digitalSignature', { ...keys, publicKey });
      // SEQUENCE, then the part that is signed: 3 bytes of header and 186 of content.
      expect(built.subarray(4, 4 + 189).equals(content.subarray(4, 4 + 189))).to.equal(true);
    });
  });
});

describe('credentials of virtual Devices', () => {
  let home: VirtualHome;
  beforeEach(() => {
    home = new VirtualHome();
  });

  it('are told by CS02e', async () => {
    const [response] = await home.fresh('CS02e_6.24.2_SUCCESS');
    expect(JSON.stringify(contentOf(response))).to.contain(`"entityIdentifier":"${ESME}"`);
    expect(response && home.isAuthentic(response)).to.equal(true);
  });

  it('are not what CS02d brings if the Device did not ask for it', async () => {
    const [response] = await home.fresh('CS02d_6.15.2_SUCCESS');
    expect(JSON.stringify(contentOf(response))).to.contain('noCorrespondingKeyPairGenerated');
  });

  const failures = [
    ['CS02c_6.17_SUCCESS', 'cRProductionFailed'],
    ['CS02d_6.15.2_SUCCESS', 'certificateStorageFailed'],
    ['CS02e_6.24.2_SUCCESS', 'certificateRetrievalFailure'],
  ] as const;
  for (const [sample, code] of failures) {
    it(`of a faulty Device cannot be managed: ${code}`, async () => {
      home.han.setFault(ESME, 'faulty');
      const [response] = await home.fresh(sample);
      expect(JSON.stringify(contentOf(response))).to.contain(code);
    });
  }
});
