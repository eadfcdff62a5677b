import { DuisRejection } from '../../common/errors.js';
import { catalogueRow, type CatalogueRow } from '../../duis/index.js';
import type { Check, CheckedRequest } from './check.js';
import { bodyFits, commandVariantFits, webServiceFits } from './form-checks.js';
import { dateNotPast, dateNotTooFar, mayBeDated } from './future-date-checks.js';
import { localDeliveryAllowed } from './local-delivery-check.js';
import { deviceTypeFits, statusFits, targetExists } from './target-checks.js';
import { roleMaySend, userIsActive, userIsKnown, userIsResponsible } from './user-checks.js';

/**
 * The checks of a Service Request, in the order in which the first that fails decides the Response Code. The order is
 * inferred: no source gave that of DUIS.
 */
export const CHECKS: readonly Check[] = [
  userIsKnown,
  userIsActive,
  webServiceFits,
  commandVariantFits,
  bodyFits,
  roleMaySend,
  targetExists,
  deviceTypeFits,
  statusFits,
  userIsResponsible,
  localDeliveryAllowed,
  mayBeDated,
  dateNotPast,
  dateNotTooFar,
];

/**
 * Runs the checks in order.
 * @returns the catalogue row of the Service Reference Variant
 * @throws DuisRejection of the first check that fails
 */
export function authorise(checked: CheckedRequest): CatalogueRow {
  const row = catalogueRow(checked.request.serviceReferenceVariant);
  if (row === undefined) {
    throw new DuisRejection('E12', `no Service Reference Variant ${checked.request.serviceReferenceVariant}`);
  }
  for (const check of CHECKS) {
    const refusal = check.refuse(checked, row);
    if (refusal !== undefined) throw refusal;
  }
  return row;
}
