/**
 * DUIS Response Codes of refusals made while a Command is built. The request-specific codes (`E0101nn` ...) fit better,
 * but no public source tells what each of them means; so general codes with a known meaning are used.
 */
export const REJECTION_CODES = {
  /** The Service Reference does not apply to the type of the Device. */
  wrongDeviceType: 'E11',
  /** The request does not make a Command: a value the message cannot carry. */
  cannotBeExpressed: 'E12',
  /** The inventory lacks the Device. */
  unknownDevice: 'E19',
} as const;
