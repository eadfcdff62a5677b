import type { DlmsUseCase } from './engine/index.js';
import { COMMS_HUB_USE_CASES } from './comms-hub/index.js';
import { CONFIGURATION_USE_CASES } from './configuration/index.js';
import { DISPLAY_AND_PRIVACY_USE_CASES } from './display-and-privacy/index.js';
import { LOAD_CONTROL_USE_CASES } from './load-control/index.js';
import { PREPAYMENT_AND_PAYMENT_USE_CASES } from './prepayment-and-payment/index.js';
import { READS_USE_CASES } from './reads/index.js';
import { TARIFF_USE_CASES } from './tariff/index.js';

/** Every use case whose content is DLMS, family by family. */
export const DLMS_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ...TARIFF_USE_CASES,
  ...PREPAYMENT_AND_PAYMENT_USE_CASES,
  ...DISPLAY_AND_PRIVACY_USE_CASES,
  ...READS_USE_CASES,
  ...CONFIGURATION_USE_CASES,
  ...LOAD_CONTROL_USE_CASES,
  ...COMMS_HUB_USE_CASES,
];
