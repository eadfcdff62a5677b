import type { ResponseRow } from './response-row.js';
import { ALERT_BEHAVIOURS } from './tables/alert-behaviours.js';
import { AUXILIARY_CONTROLLERS } from './tables/auxiliary-controllers.js';
import { BILLING_LOGS } from './tables/billing-logs.js';
import { DEVICE_CONFIGURATION } from './tables/device-configuration.js';
import { EVENT_LOGS } from './tables/event-logs.js';
import { PREPAYMENT_CONFIGURATION } from './tables/prepayment-configuration.js';
import { PROFILE_LOGS } from './tables/profile-logs.js';
import { REGISTER_READS } from './tables/register-reads.js';
import { SECURITY_AND_JOINING } from './tables/security-and-joining.js';
import { SUB_GHZ } from './tables/sub-ghz.js';
import { TARIFF_READS } from './tables/tariff-reads.js';

/** Every row, one table a family. */
export const RESPONSE_ROWS: readonly ResponseRow[] = [
  ...REGISTER_READS,
  ...BILLING_LOGS,
  ...PROFILE_LOGS,
  ...EVENT_LOGS,
  ...DEVICE_CONFIGURATION,
  ...PREPAYMENT_CONFIGURATION,
  ...SECURITY_AND_JOINING,
  ...ALERT_BEHAVIOURS,
  ...AUXILIARY_CONTROLLERS,
  ...SUB_GHZ,
  ...TARIFF_READS,
];

const BY_USE_CASE = new Map(RESPONSE_ROWS.flatMap((row) => row.useCases.map((code) => [code, row] as const)));

/** The row of a use case; undefined where its Response has no members, or none are known. */
export function responseRowOf(useCase: string): ResponseRow | undefined {
  return BY_USE_CASE.get(useCase);
}
