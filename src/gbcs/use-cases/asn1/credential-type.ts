import type { ContentOf } from './request-content.js';
import type { KeyUsage } from './trust-anchor-cell.js';

type CredentialType = ContentOf<'IssueSecurityCredentials'>['CredentialType'];

/** The key usage each CredentialType of the DUIS schema stands for. */
export const KEY_USAGES_OF_DUIS: Readonly<Record<CredentialType, KeyUsage>> = {
  'Digital Signature': 'digitalSignature',
  'Key Agreement': 'keyAgreement',
};
