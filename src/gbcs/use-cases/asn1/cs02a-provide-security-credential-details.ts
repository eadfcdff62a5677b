import type { ServiceRequest } from '../../../duis/index.js';
import { entityIdentifier, octetString } from '../../asn1/octet-string.js';
import { optional, sequence, sequenceOf } from '../../asn1/sequence.js';
import type { MessageOriginator } from '../../use-case.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import { type DuisRole, ROLES_OF_DUIS } from './duis-roles.js';
import { contentOf } from './request-content.js';
import {
  cell,
  cellUsage,
  keyUsage,
  remotePartyRole,
  seqNumber,
  statusCode,
  trustAnchorCellIdentifier,
} from './trust-anchor-cell.js';

const command = sequence({
  authorisingRemotePartyTACellIdentifier: trustAnchorCellIdentifier,
  remotePartyRolesCredentialsRequired: sequenceOf(remotePartyRole),
});

/** One item a role asked for; sequence number and cells only with success. */
const response = sequenceOf(
  sequence({
    remotePartyRole,
    statusCode,
    currentSeqNumber: optional(seqNumber),
    trustAnchorCellsDetails: optional(
      sequenceOf(
        sequence({
          trustAnchorCellKeyUsage: keyUsage,
          trustAnchorCellUsage: cellUsage,
          existingSubjectUniqueID: entityIdentifier,
          existingSubjectKeyIdentifier: octetString(8),
        }),
      ),
    ),
  }),
);

function requestedRoles(request: ServiceRequest): readonly DuisRole[] {
  return contentOf(request, 'RetrieveDeviceSecurityCredentialsKRP').RemotePartyRole;
}

/**
 * The Access Control Broker asks in its own name, with its Key Agreement cell: the form of the Command that has a MAC
 * and no signature (8 of 8 Commands of RTDS 4.5.0; the other form is sent by the parties themselves).
 */
function from(request: ServiceRequest) {
  return {
    authorisingRemotePartyTACellIdentifier: cell('accessControlBroker', 'keyAgreement'),
    remotePartyRolesCredentialsRequired: requestedRoles(request).map((role) => ROLES_OF_DUIS[role]),
  };
}

const shared = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.24.1'],
  originator: (): MessageOriginator => 'AccessControlBroker',
  command,
  response,
  from,
} as const;

/** Provide Security Credential Details. */
export const CS02a = asn1UseCase({
  ...shared,
  code: 'CS02a',
  title: 'Provide Security Credential Details',
  messageCode: 0x0008,
  targets: ANY_DEVICE,
  source: 'GBCS 13.2; RTDS 4.5.0 CS02aMAC, CS02aSignature',
  applies: (request) => !requestedRoles(request).includes('LoadController'),
});

/** Provide Security Credential Details of Devices that may have a Load Controller; DUIS has no Device type SAPC. */
export const CS02f = asn1UseCase({
  ...shared,
  code: 'CS02f',
  title: 'Provide Security Credential Details (ESME and SAPC)',
  messageCode: 0x011b,
  targets: ['ESME'],
  source: 'GBCS 13.9, mapping table CS02f; RTDS 4.5.0 CS02fMAC, CS02fSignature',
  applies: (request) => requestedRoles(request).includes('LoadController'),
});
