import { choice } from '../../asn1/choice.js';
import { integerNames } from '../../asn1/integer.js';
import { sequence } from '../../asn1/sequence.js';
import { certificationRequest } from '../../asn1/signed-object.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import { KEY_USAGES_OF_DUIS } from './credential-type.js';
import { contentOf } from './request-content.js';
import { keyUsage } from './trust-anchor-cell.js';

/** IssueCredentialsResponseCode. Source: GBCS-RULES 1.4. */
export const ISSUE_CREDENTIALS_RESPONSE_CODES = {
  invalidKeyUsage: 1,
  keyPairGenerationFailed: 2,
  cRProductionFailed: 3,
} as const;

/** Issue Security Credentials: the Device makes a key pair and answers with a certification request. */
export const CS02c = asn1UseCase({
  code: 'CS02c',
  title: 'Issue Security Credentials',
  messageCode: 0x000a,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.17'],
  targets: ANY_DEVICE,
  source: 'GBCS 13.4; GBCS-RULES 1.4; RTDS 4.5.0 CS02c',
  originator: () => 'User',
  command: sequence({ keyUsage }),
  response: choice({
    certificationRequest,
    issueCredentialsResponseCode: integerNames(ISSUE_CREDENTIALS_RESPONSE_CODES),
  }),
  from(request) {
    const { CredentialType } = contentOf(request, 'IssueSecurityCredentials');
    return { keyUsage: KEY_USAGES_OF_DUIS[CredentialType] };
  },
});
