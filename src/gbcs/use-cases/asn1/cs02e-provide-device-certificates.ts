import { choice } from '../../asn1/choice.js';
import { integerNames } from '../../asn1/integer.js';
import { sequence } from '../../asn1/sequence.js';
import { certificate } from '../../asn1/signed-object.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import { KEY_USAGES_OF_DUIS } from './credential-type.js';
import { contentOf } from './request-content.js';
import { keyUsage } from './trust-anchor-cell.js';

/** ProvideDeviceCertificateResponseCode. Source: GBCS-RULES 1.4. */
export const PROVIDE_DEVICE_CERTIFICATE_RESPONSE_CODES = {
  invalidKeyUsage: 1,
  noCertificateHeld: 2,
  certificateRetrievalFailure: 3,
} as const;

/** Provide Device Certificates from Device. */
export const CS02e = asn1UseCase({
  code: 'CS02e',
  title: 'Provide Device Certificates from Device',
  messageCode: 0x000c,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.24.2'],
  targets: ANY_DEVICE,
  source: 'GBCS 13.6; GBCS-RULES 1.4; RTDS 4.5.0 CS02e',
  originator: () => 'User',
  command: sequence({ keyUsage }),
  response: choice({
    certificate,
    provideDeviceCertificateResponseCode: integerNames(PROVIDE_DEVICE_CERTIFICATE_RESPONSE_CODES),
  }),
  from(request) {
    const { CredentialType } = contentOf(request, 'RetrieveDeviceSecurityCredentialsDevice');
    return { keyUsage: KEY_USAGES_OF_DUIS[CredentialType] };
  },
});
