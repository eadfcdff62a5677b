import { CodecError } from '../../common/errors.js';
import type { TransformContext } from '../transform-context.js';

/** The number in every 9.1 message of RTDS 4.5.0, for where no gateway chooses one. */
const REFERENCE_NUMBER = '1234';

/** The Customer Identification Number a 9.1 Command carries, 1 to 4 digits. @throws CodecError if the context has another */
export function chosenIdentificationNumber({ customerIdentificationNumber }: TransformContext): string {
  const number = customerIdentificationNumber ?? REFERENCE_NUMBER;
  if (!/^\d{1,4}$/.test(number)) {
    throw new CodecError('a Customer Identification Number has 1 to 4 digits');
  }
  return number;
}
