import { integerNames } from '../../asn1/integer.js';
import { certificate } from '../../asn1/signed-object.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import { checkDeviceCertificate, readCertificate } from './credential-checks.js';
import { contentOf } from './request-content.js';

/** UpdateDeviceCertificateResponseCode. Source: GBCS-RULES 1.4. */
export const UPDATE_DEVICE_CERTIFICATE_RESPONSE_CODES = {
  success: 0,
  invalidCertificate: 1,
  wrongDeviceIdentity: 2,
  invalidKeyUsage: 3,
  noCorrespondingKeyPairGenerated: 4,
  wrongPublicKey: 5,
  certificateStorageFailed: 6,
  privateKeyChangeFailed: 7,
} as const;

/** Update Device Certificates on Device: hands a Device the certificate made from its certification request. */
export const CS02d = asn1UseCase({
  code: 'CS02d',
  title: 'Update Device Certificates on Device',
  messageCode: 0x000b,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.15.2'],
  targets: ANY_DEVICE,
  source: 'GBCS 13.5; GBCS-RULES 1.4; RTDS 4.5.0 CS02d',
  originator: () => 'User',
  command: certificate,
  response: integerNames(UPDATE_DEVICE_CERTIFICATE_RESPONSE_CODES),
  from(request) {
    const { DeviceCertificate } = contentOf(request, 'UpdateSecurityCredentialsDevice');
    const parsed = readCertificate(DeviceCertificate, 'DeviceCertificate');
    checkDeviceCertificate(parsed, request.requestId.target, 'DeviceCertificate');
    return DeviceCertificate;
  },
});
