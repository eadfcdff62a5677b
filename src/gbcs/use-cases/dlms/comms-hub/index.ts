import type { DlmsUseCase } from '../engine/index.js';
import { CCS01 } from './ccs01-add-device-to-device-log.js';
import { CCS02 } from './ccs02-remove-device-from-device-log.js';
import { CCS03 } from './ccs03-restore-device-log.js';
import { CCS05_CCS04, CCS06 } from './ccs05-ccs06-read-device-log.js';
import { CCS07 } from './ccs07-read-device-logs-with-security-details.js';
import { DBCH01, DBCH02, DBCH03, DBCH04, DBCH05 } from './dbch-sub-ghz.js';

/** Communications Hub Function: CCS use cases and the Sub GHz ones (DBCH). */
export const COMMS_HUB_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  CCS01,
  CCS02,
  CCS03,
  CCS05_CCS04,
  CCS06,
  CCS07,
  DBCH01,
  DBCH02,
  DBCH03,
  DBCH04,
  DBCH05,
];
