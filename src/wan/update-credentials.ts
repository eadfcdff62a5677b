import { InternalError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { decodeDer, encodeDer, type Infer } from '../gbcs/asn1/der-schema.js';
import { FUTURE_DATED_ALERT_CODES } from '../gbcs/future-dated/executed-instruction.js';
import type { GbcsMessage } from '../gbcs/index.js';
import { CS02B_ALERT, CS02G_ALERT } from '../gbcs/use-cases/asn1/cs02b-update-security-credentials.js';
import { CANCELLATION_TIME } from '../gbcs/use-cases/asn1/execution-date-time.js';
import { REPLACEMENT_MODE_ROWS, type ReplacementModeRow } from '../gbcs/use-cases/asn1/replacement-mode.js';
import type { RemotePartyRole } from '../gbcs/use-cases/asn1/trust-anchor-cell.js';
import {
  type UpdateCredentialsCommand,
  updateCredentialsAlert,
  updateCredentialsCommand,
  updateCredentialsResponse,
} from '../gbcs/use-cases/asn1/update-credentials-contents.js';
import { type Certificate, keyIdentifier } from '../smki/index.js';
import type { DeviceAlert } from './device-alert.js';
import { slotOf } from './future-dating.js';
import { readCertificate } from './read-certificate.js';
import type { TrustAnchor } from './trust-anchors.js';
import type { VirtualDevice } from './virtual-device.js';

type Outcome = Infer<typeof updateCredentialsAlert>['executionOutcome'];
type ReplacementOutcome = Outcome['replacementOutcomes'][number];
type CounterChanges = Outcome['remotePartySeqNumberChanges'];
type Replacement = UpdateCredentialsCommand['replacements'][number];

/**
 * CS02b and CS02g: replaces certificates in trust anchor cells, at once or at the time the Command says.
 * Source: GBCS-RULES 1.3; mark: confirmed, but for the choice of status codes (inferred) and the validity dates of
 * certificates, which are not looked at: the published test certificates have expired. A faulty Device replaces nothing
 * and sets no counter (inferred); one that is asked ahead of time accepts, as its Response has no other word, and tells
 * with its Alert.
 */
export function updateCredentials(device: VirtualDevice, { header, content }: GbcsMessage): Buffer {
  const command = decodeDer(updateCredentialsCommand, content).value;
  const slot = slotOf(header.messageCode, { encoding: 'ASN.1' });
  device.held.drop(slot);
  const { executionDateTime } = command;
  const { originator, messageCode } = header;
  if (executionDateTime === undefined) {
    const executionOutcome = replaceAll(device, command, originator, messageCode);
    return encodeDer(updateCredentialsResponse, { commandAccepted: null, executionOutcome });
  }
  if (executionDateTime.getTime() !== CANCELLATION_TIME.getTime()) {
    device.held.hold(slot, {
      at: executionDateTime,
      execute: () =>
        outcomeAlert(replaceAll(device, command, originator, messageCode), originator, executionDateTime),
    });
  }
  return encodeDer(updateCredentialsResponse, { commandAccepted: null });
}

/** The alert of a future-dated replacement: 8F67 if any cell keeps what it had. Source: RTDS 4.5.0 alerts 00CB, 0124. */
function outcomeAlert(executionOutcome: Outcome, recipient: Eui64, executionDateTime: Date): DeviceAlert {
  const { succeeded, failed } = FUTURE_DATED_ALERT_CODES;
  const done = executionOutcome.replacementOutcomes.every(({ statusCode }) => statusCode === 'success');
  const alertCode = done ? succeeded : failed;
  const { useCase } = rowOf(({ mode }) => mode === executionOutcome.credentialsReplacementMode);
  const { messageCode } = useCase === 'CS02b' ? CS02B_ALERT : CS02G_ALERT;
  const content = encodeDer(updateCredentialsAlert, { alertCode, executionDateTime, executionOutcome });
  return { messageCode, recipient, protection: 'signature', content: () => content };
}

function replaceAll(
  device: VirtualDevice,
  {
    authorisingRemotePartyControl: control,
    replacements,
    certificationPathCertificates,
  }: UpdateCredentialsCommand,
  originator: Eui64,
  messageCode: number,
): Outcome {
  const row = rowOf((candidate) => candidate.messageCode === messageCode);
  const issuers = certificationPathCertificates.flatMap((encoded) => readCertificate(encoded) ?? []);
  const replacementOutcomes = replacements.map((replacement) =>
    replaceOne(device, row, originator, replacement, issuers),
  );
  const remotePartySeqNumberChanges = isFaulty(device) ? [] : counterChanges(row, control);
  for (const change of remotePartySeqNumberChanges) setFloor(device, change);
  return {
    authorisingRemotePartySeqNumber: control.authorisingRemotePartySeqNumber,
    credentialsReplacementMode: control.credentialsReplacementMode,
    remotePartySeqNumberChanges,
    replacementOutcomes,
  };
}

const isFaulty = ({ failsAt }: VirtualDevice): boolean => failsAt === 0;

function replaceOne(
  device: VirtualDevice,
  row: ReplacementModeRow,
  originator: Eui64,
  { replacementCertificate, targetTrustAnchorCell: target }: Replacement,
  issuers: readonly Certificate[],
): ReplacementOutcome {
  const { trustAnchors } = device;
  const existing = existingAnchor(trustAnchors, row, originator, target);
  const certificate = readCertificate(replacementCertificate);
  const replacing = certificate && anchorOf(certificate, target);
  const outcome = (statusCode: ReplacementOutcome['statusCode'], now: TrustAnchor | undefined) => ({
    affectedTrustAnchorCell: target,
    statusCode,
    existingSubjectUniqueID: existing?.party ?? NOBODY,
    existingSubjectKeyIdentifier: existing?.keyIdentifier ?? NO_KEY,
    replacingSubjectUniqueID: now?.party ?? NOBODY,
    replacingSubjectKeyIdentifier: now?.keyIdentifier ?? NO_KEY,
  });
  if (isFaulty(device)) return outcome('other', existing);
  if (certificate === undefined || replacing === undefined) return outcome('badCertificate', existing);
  if (!issuers.some(({ publicKey }) => certificate.isSignedBy(publicKey)))
    return outcome('noTrustAnchor', existing);
  trustAnchors.replace(target, replacing);
  return outcome('success', replacing);
}

/** As the Responses of RTDS 4.5.0 tell what is not there: for a root, zeros. */
const NOBODY = parseEui64('00-00-00-00-00-00-00-00');
const NO_KEY = Buffer.alloc(8);

/**
 * What a cell held. Who replaces credentials of its own role is in its cells: that is how a Device as made, with the
 * Access Control Broker in the cells of the supplier, is handed over (RTDS 4.5.0, 6.21).
 */
function existingAnchor(
  trustAnchors: VirtualDevice['trustAnchors'],
  { authorisedBy }: ReplacementModeRow,
  originator: Eui64,
  target: Replacement['targetTrustAnchorCell'],
): TrustAnchor | undefined {
  const own = authorisedBy === target.trustAnchorCellRemotePartyRole;
  return (
    trustAnchors.replacedAnchor(target) ??
    (own ? trustAnchors.anchorOf(originator, target) : undefined) ??
    trustAnchors.anchor(target)
  );
}

/** Undefined for a certificate that names nobody, or whose key is not for what the cell is for. */
function anchorOf(
  { eui: party, keyUsage, publicKey }: Certificate,
  target: Replacement['targetTrustAnchorCell'],
): TrustAnchor | undefined {
  if (party === undefined || keyUsage !== target.trustAnchorCellKeyUsage) return undefined;
  return { party, publicKey, keyIdentifier: keyIdentifier(publicKey) };
}

/** Every counter that is set: from [4] and [5] that of the authorising role, from [6] as given. */
function counterChanges(
  { authorisedBy }: ReplacementModeRow,
  control: UpdateCredentialsCommand['authorisingRemotePartyControl'],
): CounterChanges {
  const { newRemotePartyFloorSeqNumber: floor, newRemotePartySpecialistFloorSeqNumber: specialist } = control;
  const others = control.otherRemotePartySeqNumberChanges ?? [];
  if (floor === undefined || authorisedBy === undefined) return others;
  return [
    {
      otherRemotePartyRole: authorisedBy,
      otherRemotePartyFloorSeqNumber: floor,
      ...(specialist && { newRemotePartySpecialistFloorSeqNumber: specialist }),
    },
    ...others,
  ];
}

function setFloor(
  device: VirtualDevice,
  { otherRemotePartyRole, otherRemotePartyFloorSeqNumber }: CounterChanges[number],
): void {
  for (const party of partiesOf(device, otherRemotePartyRole))
    device.setCounter(party, otherRemotePartyFloorSeqNumber);
}

function partiesOf({ trustAnchors }: VirtualDevice, role: RemotePartyRole): ReadonlySet<Eui64> {
  return new Set(trustAnchors.cellsOf(role).map(({ anchor }) => anchor.party));
}

function rowOf(isIt: (row: ReplacementModeRow) => boolean): ReplacementModeRow {
  const row = REPLACEMENT_MODE_ROWS.find(isIt);
  if (row === undefined) throw new InternalError('no such mode of replacement');
  return row;
}
