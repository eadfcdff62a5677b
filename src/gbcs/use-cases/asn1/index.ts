import type { UseCase } from '../../use-case.js';
import { CCS08 } from './ccs08-firmware-transfer-alert.js';
import { CS02a, CS02f } from './cs02a-provide-security-credential-details.js';
import {
  CS02B_ALERT,
  CS02G_ALERT,
  UPDATE_SECURITY_CREDENTIALS,
} from './cs02b-update-security-credentials.js';
import { CS02c } from './cs02c-issue-security-credentials.js';
import { CS02d } from './cs02d-update-device-certificates.js';
import { CS02e } from './cs02e-provide-device-certificates.js';
import { CS03A1, CS03A2, CS03B, CS03C } from './cs03-join.js';
import { CS04AC, CS04B } from './cs04-unjoin.js';
import { CS06, CS06_ALERT } from './cs06-activate-firmware.js';
import { CS07 } from './cs07-read-device-join-details.js';
import { CS08 } from './cs08-read-firmware-version.js';
import { CS09 } from './cs09-ppmid-firmware-activation-alert.js';
import { GCS28 } from './gcs28-set-clock.js';
import { GCS59, GCS62 } from './gcs59-restore-gpf-device-log.js';

/** Every use case whose contents are DER, one row a message code. */
export const ASN1_USE_CASES: readonly UseCase[] = [
  CS02a,
  CS02f,
  ...UPDATE_SECURITY_CREDENTIALS,
  CS02B_ALERT,
  CS02G_ALERT,
  CS02c,
  CS02d,
  CS02e,
  CS03A1,
  CS03A2,
  CS03B,
  CS03C,
  CS04AC,
  CS04B,
  CS06,
  CS06_ALERT,
  CS07,
  CS08,
  CS09,
  CCS08,
  GCS28,
  GCS59,
  GCS62,
];
