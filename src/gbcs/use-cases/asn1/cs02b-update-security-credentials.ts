import { InternalError } from '../../../common/errors.js';
import type { DeviceType } from '../../../common/device-type.js';
import type { ServiceRequest } from '../../../duis/index.js';
import type { TransformContext } from '../../transform-context.js';
import type { MessageOriginator } from '../../use-case.js';
import { ANY_DEVICE, asn1UseCase } from './asn1-use-case.js';
import {
  type CredentialReplacement,
  credentialReplacement,
  replacementModeOf,
} from './credential-replacement.js';
import {
  type CertificateExpectation,
  checkCertificationPath,
  checkReplacementCertificate,
  readCertificate,
} from './credential-checks.js';
import { executionDateTime } from './execution-date-time.js';
import { refusal } from './refusal.js';
import { REPLACEMENT_MODE_ROWS, type ReplacementModeRow } from './replacement-mode.js';
import { cell, type KeyUsage, type TrustAnchorCellIdentifier } from './trust-anchor-cell.js';
import {
  type RemotePartyControl,
  updateCredentialsAlert,
  updateCredentialsCommand,
  type UpdateCredentialsCommand,
  updateCredentialsResponse,
} from './update-credentials-contents.js';

/** Cells a request can fill, by the element that holds the certificate. */
const SLOTS = {
  DigitalSigningCertificate: { usage: 'digitalSignature', cellUsage: 'management' },
  KeyAgreementCertificate: { usage: 'keyAgreement', cellUsage: 'management' },
  KeyAgreementTopUpCertificate: { usage: 'keyAgreement', cellUsage: 'prePaymentTopUp' },
} as const satisfies Record<
  keyof CredentialReplacement['certificates'],
  { usage: KeyUsage; cellUsage: TrustAnchorCellIdentifier['trustAnchorCellUsage'] }
>;

/** Who originates, and thereby signs, the Command of each service. Source: Commands of RTDS 4.5.0. */
const ORIGINATORS: Readonly<Record<string, MessageOriginator>> = {
  '6.15.1': 'User',
  '6.21': 'AccessControlBroker',
  '6.23': 'TransitionalChangeOfSupplier',
  '8.5': 'AccessControlBroker',
};

/** One row a mode, each with its own message code. */
export const UPDATE_SECURITY_CREDENTIALS = REPLACEMENT_MODE_ROWS.map((row) =>
  asn1UseCase({
    code: row.useCase,
    title: `Update Security Credentials (${row.mode})`,
    messageCode: row.messageCode,
    messageType: row.signed ? 'SME.C.C' : 'SME.C.NC',
    serviceReferenceVariants: row.serviceReferenceVariants,
    targets: targetsOf(row),
    source: `GBCS ${row.useCase === 'CS02b' ? '13.3' : '13.10'}; GBCS-RULES 1.3`,
    applies: (request, context) => replacementModeOf(request, context) === row.mode,
    originator: (request) => ORIGINATORS[request.serviceReferenceVariant] ?? 'User',
    protection: (request, context) => ({
      signed: row.signed || isBrokerOnHub(row, request, context),
      mac: row.mac,
    }),
    command: updateCredentialsCommand,
    response: updateCredentialsResponse,
    ...(row.serviceReferenceVariants.length > 0 && {
      from: (request: ServiceRequest, context: TransformContext, originatorCounter: bigint) =>
        commandOf(row, request, context, originatorCounter),
    }),
  }),
);

/** The alert of a future dated CS02b. */
export const CS02B_ALERT = alertRow('CS02b', 0x00cb);

/** The alert of a future dated CS02g. */
export const CS02G_ALERT = alertRow('CS02g', 0x0124);

function alertRow(code: 'CS02b' | 'CS02g', messageCode: number) {
  return asn1UseCase({
    code,
    title: 'Update Security Credentials: future dated alert',
    messageCode,
    messageType: 'SME.C.C',
    serviceReferenceVariants: [],
    targets: [],
    source: 'GBCS-RULES 1.3; RTDS 4.5.0 alerts 8F66 and 8F67',
    alert: updateCredentialsAlert,
  });
}

/** Only ESME and SAPC have cells of a Load Controller (mapping table CS02g); DUIS has no type SAPC. */
function targetsOf(row: ReplacementModeRow): readonly DeviceType[] {
  return row.useCase === 'CS02b' ? ANY_DEVICE : ['ESME'];
}

/** A Communications Hub Function knows the Access Control Broker's signature, so it signs there. */
function isBrokerOnHub(row: ReplacementModeRow, request: ServiceRequest, context: TransformContext): boolean {
  return (
    row.mode === 'accessControlBrokerByACB' && context.device(request.requestId.target)?.deviceType === 'CHF'
  );
}

function commandOf(
  row: ReplacementModeRow,
  request: ServiceRequest,
  context: TransformContext,
  originatorCounter: bigint,
): UpdateCredentialsCommand {
  const replacement = credentialReplacement(request, context);
  if (!replacement) throw new InternalError(`${row.mode} does not come from ${request.body.element}`);
  checkTopUp(replacement);
  const authorised = row.signed || isBrokerOnHub(row, request, context);
  return {
    authorisingRemotePartyControl: {
      credentialsReplacementMode: row.mode,
      ...(!replacement.applyTimeBasedCPVChecks && { applyTimeBasedCPVChecks: 'disapply' as const }),
      ...(authorised &&
        row.authorisedBy && {
          authorisingRemotePartyTACellIdentifier: cell(row.authorisedBy, 'digitalSignature'),
        }),
      authorisingRemotePartySeqNumber: originatorCounter,
      ...floors(row, replacement),
    },
    replacements: replacements(replacement, context),
    certificationPathCertificates: replacement.certificationPath,
    ...executionDateTime(replacement.executionDateTime),
  };
}

/** The counter floors: of the authorising role itself ([4], [5]), or of the other role it replaces ([6]). */
function floors(row: ReplacementModeRow, replacement: CredentialReplacement): Partial<RemotePartyControl> {
  const { role, floorSeqNumber, prepaymentTopUpFloorSeqNumber } = replacement;
  const specialist =
    prepaymentTopUpFloorSeqNumber === undefined
      ? {}
      : {
          newRemotePartySpecialistFloorSeqNumber: [
            { seqNumberUsage: 'prepaymentTopUp' as const, seqNumber: prepaymentTopUpFloorSeqNumber },
          ],
        };
  if (row.authorisedBy === role) {
    return {
      ...(floorSeqNumber !== undefined && { newRemotePartyFloorSeqNumber: floorSeqNumber }),
      ...specialist,
    };
  }
  if (floorSeqNumber === undefined) return {};
  return {
    otherRemotePartySeqNumberChanges: [
      { otherRemotePartyRole: role, otherRemotePartyFloorSeqNumber: floorSeqNumber, ...specialist },
    ],
  };
}

/** Only a supplier has a cell and a counter for prepayment top-ups. */
function checkTopUp(replacement: CredentialReplacement): void {
  const { role, certificates, prepaymentTopUpFloorSeqNumber } = replacement;
  if (role === 'supplier') return;
  if (certificates.KeyAgreementTopUpCertificate || prepaymentTopUpFloorSeqNumber !== undefined) {
    throw refusal('value', `a ${role} takes no part in prepayment top-ups`);
  }
}

function replacements(
  replacement: CredentialReplacement,
  context: TransformContext,
): UpdateCredentialsCommand['replacements'] {
  const path = replacement.certificationPath.map((encoded, index) =>
    readCertificate(encoded, `CertificationPathCertificates[${index}]`),
  );
  let owner = replacement.owner;
  const result: UpdateCredentialsCommand['replacements'][number][] = [];
  for (const element of Object.keys(SLOTS) as (keyof typeof SLOTS)[]) {
    const encoded = replacement.certificates[element];
    if (!encoded) continue;
    const { usage, cellUsage } = SLOTS[element];
    const certificate = readCertificate(encoded, element);
    checkReplacementCertificate(certificate, expectation(replacement, usage, owner), element);
    checkCertificationPath(certificate, path, context.trustAnchors ?? [], element);
    owner = certificate.eui;
    result.push({
      replacementCertificate: encoded,
      targetTrustAnchorCell: cell(replacement.role, usage, cellUsage),
    });
  }
  if (result.length === 0) throw refusal('credentials', 'the request replaces no certificate');
  return result;
}

/**
 * All certificates of a role are of one party. A Load Controller's cells also take the certificates of a supplier: in
 * RTDS 4.5.0 every Device asked to (CS02g, 4 of 4) accepts them. The usage of the Access Control Broker's certificate
 * is left to the Device: the reference request of 8.5 offers a digitalSignature one for the key agreement cell.
 */
function expectation(
  { role }: CredentialReplacement,
  keyUsage: KeyUsage,
  owner: CredentialReplacement['owner'],
): CertificateExpectation {
  return {
    roles: role === 'loadController' ? ['loadController', 'supplier'] : [role],
    ...(role !== 'accessControlBroker' && { keyUsage }),
    ...(owner !== undefined && { owner }),
  };
}
