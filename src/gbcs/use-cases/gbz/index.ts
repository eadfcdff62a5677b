import type { GbzUseCase } from '../../gbz/gbz-use-case.js';
import { CS01b, PCS01 } from './cs01b-top-up.js';
import { CS10a, CS10b, CS11 } from './cs10-event-log.js';
import { GBZ_ALERTS } from './gbz-alerts.js';
import { GCS01a, GCS01b } from './gcs01-tariff-and-price.js';
import { GCS02, GCS03 } from './gcs02-payment-mode.js';
import { GCS04 } from './gcs04-manage-debt.js';
import { GCS05 } from './gcs05-prepayment-configuration.js';
import { GCS06, PCS02 } from './gcs06-activate-emergency-credit.js';
import { GCS07 } from './gcs07-send-message.js';
import { GCS09 } from './gcs09-change-of-tenancy.js';
import { GCS11 } from './gcs11-disable-privacy-pin.js';
import { GCS13a, GCS13b, GCS13c, GCS14 } from './gcs13-read-registers.js';
import { GCS15b, GCS15c, GCS15d, GCS15e } from './gcs15-read-billing-data-log.js';
import { GCS16a, GCS16b } from './gcs16-read-daily-read-log.js';
import { GCS17, GCS18, GCS31, GCS61 } from './gcs17-read-sampled-data.js';
import { GCS20, GCS20r } from './gcs20-alert-behaviours.js';
import {
  GCS21a,
  GCS21b,
  GCS21d,
  GCS21e,
  GCS21f,
  GCS21j,
  GCS21k,
  GCS21m,
} from './gcs21-read-configuration.js';
import { GCS23 } from './gcs23-gas-conversion.js';
import { GCS24, GCS24a } from './gcs24-gas-flow.js';
import { GCS25, GCS25a } from './gcs25-billing-calendar.js';
import { GCS32, GCS33, GCS39 } from './gcs32-supply.js';
import { GCS36 } from './gcs36-send-cin.js';
import { GCS38 } from './gcs38-read-firmware-version.js';
import { GCS40a, GCS40b, GCS40c, GCS40d, GCS60, GCS60a } from './gcs40-meter-balance.js';
import { GCS41, GCS46 } from './gcs41-mprn.js';
import { GCS44 } from './gcs44-contact-details.js';

/** Every use case with GBZ content, in the order of its code; Alerts last. */
export const GBZ_USE_CASES: readonly GbzUseCase[] = [
  CS01b,
  CS10a,
  CS10b,
  CS11,
  GCS01a,
  GCS01b,
  GCS02,
  GCS03,
  GCS04,
  GCS05,
  GCS06,
  GCS07,
  GCS09,
  GCS11,
  GCS13a,
  GCS13b,
  GCS13c,
  GCS14,
  GCS15b,
  GCS15c,
  GCS15d,
  GCS15e,
  GCS16a,
  GCS16b,
  GCS17,
  GCS18,
  GCS20,
  GCS20r,
  GCS21a,
  GCS21b,
  GCS21d,
  GCS21e,
  GCS21f,
  GCS21j,
  GCS21k,
  GCS21m,
  GCS23,
  GCS24,
  GCS24a,
  GCS25,
  GCS25a,
  GCS31,
  GCS32,
  GCS33,
  GCS36,
  GCS38,
  GCS39,
  GCS40a,
  GCS40b,
  GCS40c,
  GCS40d,
  GCS41,
  GCS44,
  GCS46,
  GCS60,
  GCS60a,
  GCS61,
  PCS01,
  PCS02,
  ...GBZ_ALERTS,
];
