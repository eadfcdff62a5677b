import { bitString, longUnsigned, quantity, structure, unsigned } from '../../../dlms/index.js';

/** Sub GHz configuration of a Dual Band Communications Hub. */
export const SUB_GHZ_CONFIGURATION = { classId: 1, obis: '0-0:94.44.10.0' } as const;

const hundredthsOfPercent = quantity(longUnsigned, '%', -2);

/** Value of the object. Source: mapping table rows 1905 to 1920. */
export const subGhzConfiguration = structure({
  page28Mask: bitString(32),
  page29Mask: bitString(32),
  page30Mask: bitString(32),
  page31Mask: bitString(32),
  normalLimitedDutyCycleThreshold: hundredthsOfPercent,
  limitedCriticalDutyCycleThreshold: hundredthsOfPercent,
  channelChangesPerWeek: unsigned,
  gsmeCurfew: longUnsigned,
  quieterDecibelsLimit: quantity(unsigned, 'dB'),
  noisierDecibelsLimit: quantity(unsigned, 'dB'),
  nonGsmePoorCommsPercentage: hundredthsOfPercent,
  nonGsmeMeasurementPeriods: unsigned,
  localChNoiseMeasurementPeriod: longUnsigned,
  localChFailurePercentage: hundredthsOfPercent,
  localChRetryPercentage: hundredthsOfPercent,
});
