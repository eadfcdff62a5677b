import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import type { CosemObject } from '../gbcs/dlms/access-specification.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import {
  accountModeAndStatus,
  ACTIVE_ACCOUNT,
  creditChargeConfiguration,
} from '../gbcs/use-cases/dlms/shared/credit-charge-configuration.js';
import type { CosemObjects } from './cosem-objects.js';

/** Whether a meter is in prepayment mode. */
export function isPrepayment(objects: CosemObjects): boolean {
  const value = objects.value({ ...ACTIVE_ACCOUNT, index: 2 });
  if (value === undefined) return false;
  return decodeData(accountModeAndStatus, new ByteReader(value)).paymentMode === 'prepayment';
}

/**
 * Whether a charge is collected from a credit, as the Command said that set the mode; without one nothing is. That the
 * last bit is for times when supply is disabled is inferred.
 */
export function isCollected(
  objects: CosemObjects,
  charge: CosemObject,
  credit: CosemObject,
  whileDisabled: 'enabled' | 'disabled' = 'enabled',
): boolean {
  const value = objects.value({ ...ACTIVE_ACCOUNT, index: 11 });
  if (value === undefined) return false;
  const bit = whileDisabled === 'disabled' ? 2 : 0;
  return decodeData(creditChargeConfiguration, new ByteReader(value)).some(
    (row) => row.charge === charge.obis && row.credit === credit.obis && row.collection[bit] === '1',
  );
}
