import { ISSUE_CREDENTIALS_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs02c-issue-security-credentials.js';
import { UPDATE_DEVICE_CERTIFICATE_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs02d-update-device-certificates.js';
import { PROVIDE_DEVICE_CERTIFICATE_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs02e-provide-device-certificates.js';
import { JOIN_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs03-join.js';
import { UNJOIN_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs04-unjoin.js';
import { ACTIVATE_IMAGE_RESPONSE_CODES } from '../../gbcs/use-cases/asn1/cs06-activate-firmware.js';
import { DEVICE_TIME_STATUSES } from '../../gbcs/use-cases/asn1/gcs28-set-clock.js';
import { STATUS_CODES } from '../../gbcs/use-cases/asn1/trust-anchor-cell.js';
import type { ResponseCodes } from '../der-statuses.js';

/** Of trust anchor cells; the words are those of MMC schema 5.4, StatusASN1. */
export const TRUST_ANCHOR_CODES: ResponseCodes = STATUS_CODES;

/** Of CS02c. */
export const ISSUE_CODES: ResponseCodes = ISSUE_CREDENTIALS_RESPONSE_CODES;

/** Of CS02d. */
export const DEVICE_CERTIFICATE_CODES: ResponseCodes = UPDATE_DEVICE_CERTIFICATE_RESPONSE_CODES;

/** Of CS02e. */
export const PROVIDE_CERTIFICATE_CODES: ResponseCodes = PROVIDE_DEVICE_CERTIFICATE_RESPONSE_CODES;

/** Of the Joins, and of the entries of GCS59. */
export const JOIN_CODES: ResponseCodes = JOIN_RESPONSE_CODES;

/** Of CS04AC and CS04B. */
export const UNJOIN_CODES: ResponseCodes = UNJOIN_RESPONSE_CODES;

/** Of CS06 and its Alerts. */
export const ACTIVATE_CODES: ResponseCodes = ACTIVATE_IMAGE_RESPONSE_CODES;

/** What a gas clock says of itself. */
export const CLOCK_CODES: ResponseCodes = DEVICE_TIME_STATUSES;
