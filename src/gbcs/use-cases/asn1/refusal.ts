import { DuisRejection } from '../../../common/errors.js';
import { REJECTION_CODES } from '../../rejection-codes.js';

/**
 * DUIS Response Codes of refusals made while an ASN.1 Command is built. The request-specific codes (`E0615nn`,
 * `E0621nn`, `E0623nn`, `E0805nn`, `E0807nn`, `E0812nn`) fit better, but no public source tells what each of them
 * means; so the general codes are used, whose meaning is known, and the reason says the rest.
 */
const CODES = {
  /** E4, the User or its role is not authorised for this Device: a certificate is not one this change may use. */
  credentials: 'E4',
  deviceType: REJECTION_CODES.wrongDeviceType,
  value: REJECTION_CODES.cannotBeExpressed,
  /** The inventory lacks the Device, or what the Command must say of it. */
  device: REJECTION_CODES.unknownDevice,
} as const;

export type Refusal = keyof typeof CODES;

/** A DuisRejection with the Response Code for this kind of refusal. */
export function refusal(kind: Refusal, reason: string, cause?: unknown): DuisRejection {
  return new DuisRejection(CODES[kind], reason, { cause });
}
