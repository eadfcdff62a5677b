import type { Infer } from '../../asn1/der-schema.js';
import { generalizedTime } from '../../asn1/generalized-time.js';
import { integerNames } from '../../asn1/integer.js';
import { nullValue } from '../../asn1/null.js';
import { entityIdentifier, octetString } from '../../asn1/octet-string.js';
import { optional, sequence, sequenceOf } from '../../asn1/sequence.js';
import { certificate } from '../../asn1/signed-object.js';
import { implicit } from '../../asn1/tagged.js';
import { alertCode } from './alert-code.js';
import { credentialsReplacementMode } from './replacement-mode.js';
import { remotePartyRole, seqNumber, statusCode, trustAnchorCellIdentifier } from './trust-anchor-cell.js';

/** The counters of a party besides the one of its Commands: that of prepayment top-ups. */
const specialistSeqNumbers = sequenceOf(
  sequence({ seqNumberUsage: integerNames({ prepaymentTopUp: 0 }), seqNumber }),
);

const remotePartySeqNumberChanges = sequenceOf(
  sequence({
    otherRemotePartyRole: remotePartyRole,
    otherRemotePartyFloorSeqNumber: seqNumber,
    newRemotePartySpecialistFloorSeqNumber: optional(specialistSeqNumbers),
  }),
);

const authorisingRemotePartyControl = sequence({
  credentialsReplacementMode,
  /** Only of the contingency party; opens the contingency key. */
  plaintextSymmetricKey: optional(implicit(0, octetString())),
  /** Absent means apply. */
  applyTimeBasedCPVChecks: optional(implicit(1, integerNames({ apply: 0, disapply: 1 }))),
  authorisingRemotePartyTACellIdentifier: optional(implicit(2, trustAnchorCellIdentifier)),
  authorisingRemotePartySeqNumber: implicit(3, seqNumber),
  newRemotePartyFloorSeqNumber: optional(implicit(4, seqNumber)),
  newRemotePartySpecialistFloorSeqNumber: optional(implicit(5, specialistSeqNumbers)),
  otherRemotePartySeqNumberChanges: optional(implicit(6, remotePartySeqNumberChanges)),
});

/** Content of a CS02b or CS02g Command. Source: GBCS-RULES 1.3. */
export const updateCredentialsCommand = sequence({
  authorisingRemotePartyControl,
  replacements: sequenceOf(
    sequence({ replacementCertificate: certificate, targetTrustAnchorCell: trustAnchorCellIdentifier }),
  ),
  certificationPathCertificates: sequenceOf(certificate),
  executionDateTime: optional(generalizedTime),
});

export type UpdateCredentialsCommand = Infer<typeof updateCredentialsCommand>;
export type RemotePartyControl = UpdateCredentialsCommand['authorisingRemotePartyControl'];

const executionOutcome = sequence({
  authorisingRemotePartySeqNumber: seqNumber,
  credentialsReplacementMode,
  remotePartySeqNumberChanges,
  replacementOutcomes: sequenceOf(
    sequence({
      affectedTrustAnchorCell: trustAnchorCellIdentifier,
      statusCode,
      existingSubjectUniqueID: entityIdentifier,
      existingSubjectKeyIdentifier: octetString(8),
      replacingSubjectUniqueID: entityIdentifier,
      replacingSubjectKeyIdentifier: octetString(8),
    }),
  ),
});

/** Content of a CS02b or CS02g Response; the outcome is absent when future dated or cancelled. */
export const updateCredentialsResponse = sequence({
  commandAccepted: nullValue,
  executionOutcome: optional(executionOutcome),
});

/** Content of the alert a Device sends when a future dated CS02b or CS02g took effect (8F66) or failed (8F67). */
export const updateCredentialsAlert = sequence({
  alertCode,
  executionDateTime: generalizedTime,
  executionOutcome,
});
