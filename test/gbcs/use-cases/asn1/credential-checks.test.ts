import { expect } from 'chai';
import {
  authorityOf,
  type Certificate,
  parseCertificate,
  ZAZ1_AUTHORITIES,
} from '../../../../src/smki/index.js';
import { checkCertificationPath } from '../../../../src/gbcs/use-cases/asn1/credential-checks.js';
import { expectRejection } from './refusal-expectation.js';
import { all, type Edit, set } from './request-edits.js';
import { contentFor, context, templateRequest } from './template-requests.js';
import { testCertificate } from './test-certificates.js';

const SUPPLIER = 'CS02bSupplierBySupplier_6.15.1_IMMEDIATE_SUCCESS';
const NETWORK_OPERATOR = 'CS02bNOByNO_6.15.1_SUCCESS';
const CHANGE_OF_SUPPLIER = 'CS02bSupplierByTransCoS_6.23_IMMEDIATE_SUCCESS';
const OPT_OUT = 'CS02bACBByACB_8.5_SUCCESS';
const LOAD_CONTROLLER = 'CS02gLoadControllerBySupplier_6.15.1_IMMEDIATE_SUCCESS';
const DEVICE = 'CS02d_6.15.2_SUCCESS';

const put = (element: string, certificate: string): Edit =>
  set(element, testCertificate(certificate).der.toString('base64'));
const build = (name: string, edit?: Edit, facts = context()): Buffer =>
  contentFor(templateRequest(name, edit), facts);

describe('Certificates in requests to replace credentials', () => {
  it('are taken over when role, usage and party fit', () => {
    const edit = all(
      put('DigitalSigningCertificate', 'Z1b-supplier-ds'),
      put('KeyAgreementCertificate', 'Z1b-supplier-ka'),
      put('KeyAgreementTopUpCertificate', 'Z1b-supplierPP-ka'),
    );
    const content = build(SUPPLIER, edit).toString('hex');
    for (const name of ['Z1b-supplier-ds', 'Z1b-supplier-ka', 'Z1b-supplierPP-ka']) {
      expect(content).to.include(testCertificate(name).der.toString('hex'));
    }
  });

  for (const [role, wrong] of [
    ['network operator', 'Z1-networkOperator-ds'],
    ['access control broker', 'Z1-accessControlBroker-ds'],
    ['User XML signing', 'xml-sign-90B3D51F30010000-ds'],
    ['other', 'otherUser-ds'],
  ] as const) {
    it(`are refused for a supplier when they are of a ${role}`, () => {
      expectRejection(
        () => build(SUPPLIER, put('DigitalSigningCertificate', wrong)),
        'E4',
        `DigitalSigningCertificate is the certificate of a ${role}`,
      );
    });
  }

  it('are refused for a network operator when they are of a supplier', () => {
    expectRejection(
      () => build(NETWORK_OPERATOR, put('KeyAgreementCertificate', 'Z1-supplier-ka')),
      'E4',
      'KeyAgreementCertificate is the certificate of a supplier, not of a networkOperator',
    );
  });

  it('are refused when their key is for another usage', () => {
    expectRejection(
      () => build(SUPPLIER, put('DigitalSigningCertificate', 'Z1-supplier-ka')),
      'E4',
      'DigitalSigningCertificate is for keyAgreement, expected digitalSignature',
    );
    for (const element of ['KeyAgreementCertificate', 'KeyAgreementTopUpCertificate']) {
      expectRejection(
        () => build(SUPPLIER, put(element, 'Z1-supplier-ds')),
        'E4',
        `${element} is for digitalSignature, expected keyAgreement`,
      );
    }
  });

  it('are refused when a supplier installs those of another supplier for itself', () => {
    expectRejection(
      () => build(SUPPLIER, put('DigitalSigningCertificate', 'Z1-supplier2-ds')),
      'E4',
      'is of 90-B3-D5-1F-30-03-00-00, expected 90-B3-D5-1F-30-01-00-00',
    );
  });

  it('are refused when they are of different parties', () => {
    expectRejection(
      () => build(CHANGE_OF_SUPPLIER, put('KeyAgreementCertificate', 'Z1-supplier-ka')),
      'E4',
      'KeyAgreementCertificate is of 90-B3-D5-1F-30-01-00-00, expected 90-B3-D5-1F-30-03-00-00',
    );
  });

  it('may be of a Load Controller or of a supplier where they go to the cells of a Load Controller', () => {
    const edit = all(
      put('DigitalSigningCertificate', 'Z1-loadController-ds'),
      put('KeyAgreementCertificate', 'Z1-loadController-ka'),
    );
    expect(build(LOAD_CONTROLLER, edit)).not.to.deep.equal(build(LOAD_CONTROLLER));
    expectRejection(
      () => build(LOAD_CONTROLLER, put('DigitalSigningCertificate', 'Z1-networkOperator-ds')),
      'E4',
      'not of a loadController or supplier',
    );
  });

  it('have to be those of this Access Control Broker in 8.5', () => {
    expect(build(OPT_OUT, put('KeyAgreementCertificate', 'Z1b-accessControlBroker-ka'))).to.be.instanceOf(
      Buffer,
    );
    expectRejection(
      () => build(OPT_OUT, put('KeyAgreementCertificate', 'Z1-supplier-ka')),
      'E4',
      'not of a accessControlBroker',
    );
    const other = context({ accessControlBroker: testCertificate('Z1-supplier-ds').eui ?? expect.fail() });
    expectRejection(() => build(OPT_OUT, undefined, other), 'E4', 'expected 90-B3-D5-1F-30-01-00-00');
  });

  it('are refused when they are no certificates', () => {
    for (const text of ['', 'AAAA', testCertificate('Z1-supplier-ds').der.subarray(1).toString('base64')]) {
      expectRejection(
        () => build(SUPPLIER, set('KeyAgreementCertificate', text)),
        'E4',
        'KeyAgreementCertificate is not a certificate',
      );
      expectRejection(
        () => build(SUPPLIER, set('Certificate', text)),
        'E4',
        'CertificationPathCertificates[0] is not a certificate',
      );
    }
    const longer = Buffer.concat([testCertificate('Z1-supplier-ka').der, Buffer.alloc(1)]).toString('base64');
    expectRejection(() => build(SUPPLIER, set('KeyAgreementCertificate', longer)), 'E12', 'left over');
  });
});

describe('The certificate for a Device', () => {
  it('has to be of the Device the request is for', () => {
    const elsewhere = templateRequest(
      DEVICE,
      set('RequestID', '90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A1:1'),
    );
    expectRejection(
      () => contentFor(elsewhere, context()),
      'E4',
      'DeviceCertificate is of 00-DB-12-34-56-78-90-A0, not of 00-DB-12-34-56-78-90-A1',
    );
  });

  it('may not be of an organisation', () => {
    expectRejection(
      () => build(DEVICE, put('DeviceCertificate', 'Z1-supplier-ds')),
      'E4',
      'DeviceCertificate is of',
    );
  });
});

describe('The certification path', () => {
  const [z1] = ZAZ1_AUTHORITIES;
  const anchors = z1 ? [z1] : [];

  it('is not looked at without trust anchors', () => {
    expect(build(SUPPLIER, put('DigitalSigningCertificate', 'Z1-supplier-ds'))).to.be.instanceOf(Buffer);
    checkCertificationPath(testCertificate('otherUser-ds'), [], [], 'Certificate');
  });

  it('ends at once where an anchor issued the certificate', () => {
    expect(build(SUPPLIER, undefined, context({ trustAnchors: anchors }))).to.deep.equal(build(SUPPLIER));
  });

  it('is refused where nobody known issued the certificate', () => {
    const others = ZAZ1_AUTHORITIES.slice(1);
    expectRejection(
      () => build(SUPPLIER, undefined, context({ trustAnchors: others })),
      'E4',
      'DigitalSigningCertificate leads to no trusted root: CN=za,OU=00 is not known',
    );
  });

  it('is refused where the issuer by name did not sign', () => {
    const certificate = testCertificate('Z1-supplier-ds');
    const forged = parseCertificate(flipLastByte(certificate.der));
    checkCertificationPath(certificate, [], anchors, 'Certificate');
    expectRejection(
      () => checkCertificationPath(forged, [], anchors, 'Certificate'),
      'E4',
      'no trusted root',
    );
  });

  it('goes through the authorities given, in any order, but never in circles', () => {
    const leaf = testCertificate('Z1-supplier-ds');
    const authority = (subject: string, issuer: string): Certificate => ({
      ...leaf,
      holder: 'authority',
      subject,
      issuer,
      isSignedBy: (key) => key === leaf.publicKey,
    });
    const end: Certificate = { ...authority('leaf', 'A'), holder: 'organisation' };
    const path = [authority('B', 'ROOT'), authority('A', 'B')];
    const root = authorityOf(authority('ROOT', 'ROOT'));
    checkCertificationPath(end, path, [root], 'Certificate');
    const circle = [authority('B', 'A'), authority('A', 'B')];
    expectRejection(
      () => checkCertificationPath(end, circle, [root], 'Certificate'),
      'E4',
      'no trusted root',
    );
    const notAnAuthority = path.map((member) => ({ ...member, holder: 'organisation' as const }));
    expectRejection(
      () => checkCertificationPath(end, notAnAuthority, [root], 'Certificate'),
      'E4',
      'A is not known',
    );
  });
});

function flipLastByte(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
  return changed;
}
