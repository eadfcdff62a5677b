/**
 * Leaves of the reference requests that change nothing in the content of their Command, each with the reason.
 * Members of lists stand without their index. Any other leaf must change the content or be refused.
 */
export const UNCARRIED_LEAVES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GCS01a: {
    'PriceElements.GasPriceElements.BlockTariff.NumberOfThresholds':
      'the thresholds in use are those of the ThresholdMatrix',
    'GasTariffElements.ThresholdMatrix.BlockThreshold.value': 'a time-of-use tariff has no blocks',
    'GasTariffElements.ThresholdMatrix.BlockThreshold.index': 'a time-of-use tariff has no blocks',
  },
  GCS16b: { KAPublicSecurityCredentials: 'goes into other-information of the Grouping Header' },
  GCS18: {
    'ReadLogPeriod.StartDateTime': 'GBCS reads the whole Network Data Log',
    'ReadLogPeriod.EndDateTime': 'GBCS reads the whole Network Data Log',
  },
  GCS61: { KAPublicSecurityCredentials: 'goes into other-information of the Grouping Header' },
};
