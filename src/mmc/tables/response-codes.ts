import { JOIN_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs03-join.js';
import type { ResponseCodes } from '../der-statuses.js';

/** Of trust anchor cells. Source: GBCS-RULES 1.1 (RFC 5934); the words are those of MMC schema 5.4, StatusASN1. */
export const TRUST_ANCHOR_CODES: ResponseCodes = {
  success: 0,
  badCertificate: 5,
  noTrustAnchor: 10,
  insufficientMemory: 17,
  trustAnchorNotFound: 25,
  resourcesBusy: 30,
  other: 127,
};

/** Of CS02c. Source: GBCS CS02c. */
export const ISSUE_CODES: ResponseCodes = {
  invalidKeyUsage: 1,
  keyPairGenerationFailed: 2,
  cRProductionFailed: 3,
};

/** Of CS02d. Source: GBCS CS02d. */
export const DEVICE_CERTIFICATE_CODES: ResponseCodes = {
  success: 0,
  invalidCertificate: 1,
  wrongDeviceIdentity: 2,
  invalidKeyUsage: 3,
  noCorrespondingKeyPairGenerated: 4,
  wrongPublicKey: 5,
  certificateStorageFailed: 6,
  privateKeyChangeFailed: 7,
};

/** Of CS02e. Source: GBCS CS02e. */
export const PROVIDE_CERTIFICATE_CODES: ResponseCodes = {
  invalidKeyUsage: 1,
  noCertificateHeld: 2,
  certificateRetrievalFailure: 3,
};

/** Of the Joins, and of the entries of GCS59. Source: GBCS CS03, GCS59. */
export const JOIN_CODES: ResponseCodes = JOIN_RESPONSE_CODES;

/** Of CS04AC and CS04B. Source: GBCS CS04. */
export const UNJOIN_CODES: ResponseCodes = { success: 0, otherDeviceNotInDeviceLog: 1, otherFailure: 2 };

/** Of CS06 and its Alerts. Source: GBCS CS06. */
export const ACTIVATE_CODES: ResponseCodes = {
  success: 0,
  noImageHeld: 1,
  hashMismatch: 2,
  activationFailure: 3,
};

/** What a gas clock says of itself. Source: GBCS GCS28. */
export const CLOCK_CODES: ResponseCodes = { reliable: 0, invalid: 1, unreliable: 2 };
