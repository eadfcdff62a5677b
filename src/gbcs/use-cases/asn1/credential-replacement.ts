import type { Eui64 } from '../../../common/eui64.js';
import type { ServiceRequest } from '../../../duis/index.js';
import type { TransformContext } from '../../transform-context.js';
import { readCertificate } from './credential-checks.js';
import { ROLES_OF_DUIS } from './duis-roles.js';
import type { ReplacementMode } from './replacement-mode.js';
import { contentIf } from './request-content.js';
import { REMOTE_PARTY_ROLES, type RemotePartyRole } from './trust-anchor-cell.js';

/** What a Service Request says of credentials to be replaced, whichever of the four services asks. */
export interface CredentialReplacement {
  readonly role: RemotePartyRole;
  /** In the order of the DUIS schema, which is that of the message: signing, key agreement, top-up. */
  readonly certificates: {
    readonly DigitalSigningCertificate?: Buffer;
    readonly KeyAgreementCertificate?: Buffer;
    readonly KeyAgreementTopUpCertificate?: Buffer;
  };
  /** The party that has to own the certificates; absent where the request may name any. */
  readonly owner?: Eui64;
  readonly certificationPath: readonly Buffer[];
  readonly floorSeqNumber?: bigint;
  readonly prepaymentTopUpFloorSeqNumber?: bigint;
  readonly applyTimeBasedCPVChecks: boolean;
  /** Only where the Device, and not the DCC, waits for it. */
  readonly executionDateTime?: Date;
}

/**
 * Reads the replacement a request asks for. 6.21 and 8.5 are held by the DCC until they are due (future dating pattern
 * "DSP"), so their ExecutionDateTime is not part of the message; nor is the ImportMPxN of 6.23, which is for the
 * transitional Change of Supplier party to check.
 */
export function credentialReplacement(
  request: ServiceRequest,
  context: TransformContext,
): CredentialReplacement | undefined {
  return byRemoteParty(request) ?? handover(request) ?? changeOfSupplier(request) ?? optOut(request, context);
}

/** The CS02b or CS02g mode a replacement needs; undefined if no Service Request may ask for it. */
export function replacementModeOf(
  request: ServiceRequest,
  context: TransformContext,
): ReplacementMode | undefined {
  const role = credentialReplacement(request, context)?.role;
  switch (request.serviceReferenceVariant) {
    case '6.15.1':
      if (role === 'loadController') {
        return isLoadController(request.requestId.originator, context)
          ? 'loadControllerByLoadController'
          : 'loadControllerBySupplier';
      }
      return ownMode(role);
    case '6.21':
      return ownMode(role);
    case '6.23':
      return 'supplierByTransCoS';
    case '8.5':
      return 'accessControlBrokerByACB';
    default:
      return undefined;
  }
}

function ownMode(role: RemotePartyRole | undefined): ReplacementMode | undefined {
  if (role === 'supplier') return 'supplierBySupplier';
  return role === 'networkOperator' ? 'networkOperatorByNetworkOperator' : undefined;
}

/** A Load Controller is told from a supplier by the role in its certificate; a User without one is a supplier. */
function isLoadController(user: Eui64, context: TransformContext): boolean {
  const certificate = context.keyAgreementCertificate(user);
  return (
    certificate !== undefined &&
    readCertificate(certificate, `the certificate of ${user}`).role?.code ===
      REMOTE_PARTY_ROLES.loadController
  );
}

function byRemoteParty(request: ServiceRequest): CredentialReplacement | undefined {
  const content = contentIf(request, 'UpdateSecurityCredentialsKRP');
  if (!content) return undefined;
  const role = ROLES_OF_DUIS[content.RemotePartyRole];
  return {
    role,
    certificates: content.ReplacementCertificates.SupplierOrNetworkOperatorCertificates ?? {},
    // Suppliers and network operators renew their own; the cells of a Load Controller may pass to another party.
    ...(role !== 'loadController' && { owner: request.requestId.originator }),
    ...sequenceNumbers(content.RemotePartyFloorSeqNumber, content.RemotePartyPrepaymentTopUpFloorSeqNumber),
    ...pathAndChecks(content),
    ...(content.ExecutionDateTime && { executionDateTime: content.ExecutionDateTime }),
  };
}

function handover(request: ServiceRequest): CredentialReplacement | undefined {
  const content = contentIf(request, 'RequestHandoverOfDCCControlledDevice');
  return (
    content && {
      role: ROLES_OF_DUIS[content.RemotePartyRole],
      certificates: content.ReplacementCertificates,
      ...sequenceNumbers(content.RemotePartyFloorSeqNumber, content.RemotePartyPrepaymentTopUpFloorSeqNumber),
      ...pathAndChecks(content),
    }
  );
}

function changeOfSupplier(request: ServiceRequest): CredentialReplacement | undefined {
  const content = contentIf(request, 'UpdateSecurityCredentialsCoS');
  return (
    content && {
      role: 'supplier',
      certificates: content.SupplierReplacementCertificates,
      ...sequenceNumbers(content.SupplierFloorSeqNumber, content.SupplierPrepaymentTopUpFloorSeqNumber),
      ...pathAndChecks(content),
      ...(content.ExecutionDateTime && { executionDateTime: content.ExecutionDateTime }),
    }
  );
}

function optOut(request: ServiceRequest, context: TransformContext): CredentialReplacement | undefined {
  const content = contentIf(request, 'ServiceOptOut');
  return (
    content && {
      role: 'accessControlBroker',
      certificates: content.ReplacementCertificates,
      owner: context.accessControlBroker,
      ...sequenceNumbers(content.ACBFloorSeqNumber),
      ...pathAndChecks(content),
    }
  );
}

function sequenceNumbers(
  floor: bigint | undefined,
  topUpFloor?: bigint,
): Pick<CredentialReplacement, 'floorSeqNumber' | 'prepaymentTopUpFloorSeqNumber'> {
  return {
    ...(floor !== undefined && { floorSeqNumber: floor }),
    ...(topUpFloor !== undefined && { prepaymentTopUpFloorSeqNumber: topUpFloor }),
  };
}

function pathAndChecks(content: {
  readonly CertificationPathCertificates: { readonly Certificate: readonly Buffer[] };
  readonly ApplyTimeBasedCPVChecks: boolean;
}): Pick<CredentialReplacement, 'certificationPath' | 'applyTimeBasedCPVChecks'> {
  return {
    certificationPath: content.CertificationPathCertificates.Certificate,
    applyTimeBasedCPVChecks: content.ApplyTimeBasedCPVChecks,
  };
}
