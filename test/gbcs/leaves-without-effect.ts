/** Values of requests that do not show in the message, and why. */
export interface LeavesWithoutEffect {
  readonly reason: string;
  /** @param place use case, body element and path, such as `ECS10 DisplayMessage.ExecutionDateTime` */
  readonly covers: (place: string) => boolean;
}

const named =
  (...places: readonly string[]) =>
  (place: string): boolean =>
    places.includes(place);

/** The critical use cases whose Devices wait by themselves until a time in the Command. */
const FUTURE_DATED_BY_DEVICE = [
  'UpdateImportTariffPrimaryElement',
  'UpdateImportTariffSecondaryElement',
  'UpdatePricePrimaryElement',
  'UpdatePriceSecondaryElement',
  'UpdatePaymentMode',
  'UpdatePrepayConfiguration',
  'UpdateDeviceConfigurationLoadLimitingGeneralSettings',
  'UpdateDeviceConfigurationALCScheduler',
  'UpdateDeviceConfigurationAuxiliaryControllerScheduler',
  'UpdateSecurityCredentialsKRP',
  'ActivateFirmware',
];

/**
 * Everything a sample request has, or may have beside it, that leads to the same message whatever its value. A value that
 * is in none of these shows in the message, or the request is refused.
 */
export const LEAVES_WITHOUT_EFFECT: readonly LeavesWithoutEffect[] = [
  {
    reason:
      'the DCC holds the Command back until the time; the Command does not name it (DUIS: future dated "DSP")',
    covers: (place) => {
      const [, element] = /^\S+ (\w+)\.ExecutionDateTime$/.exec(place) ?? [];
      return element !== undefined && !FUTURE_DATED_BY_DEVICE.includes(element);
    },
  },
  {
    reason: 'the transitional Change of Supplier party checks the meter point against registration data',
    covers: named('CS02b UpdateSecurityCredentialsCoS.ImportMPxN'),
  },
  {
    reason: 'the inventory keeps where a Device is; the Communications Hub is told its EUI-64 only',
    covers: (place) =>
      /^CCS01 UpdateHANDeviceLog\.AddDeviceToCHFWhitelist\./.test(place) && !place.endsWith('.DeviceID'),
  },
  {
    reason:
      'the thresholds in use are those of the ThresholdMatrix (RTDS 4.5.0 GCS01a has 2 here and 3 in the message)',
    covers: named(
      'GCS01a UpdateImportTariffPrimaryElement.PriceElements.GasPriceElements.BlockTariff.NumberOfThresholds',
    ),
  },
  {
    reason: 'a time-of-use tariff has no thresholds; the schema asks for the matrix all the same',
    covers: (place) =>
      place.startsWith(
        'GCS01a UpdateImportTariffPrimaryElement.GasTariffElements.ThresholdMatrix.BlockThreshold.',
      ),
  },
  {
    reason: 'a GSME gives its whole Network Data Log: GBCS has no period for it (use case GCS18)',
    covers: named(
      'GCS18 ReadNetworkData.ReadLogPeriod.StartDateTime',
      'GCS18 ReadNetworkData.ReadLogPeriod.EndDateTime',
    ),
  },
  {
    reason: 'a single phase ESME has no behaviours of three phases (RTDS 4.5.0 ECS25b leaves them out)',
    covers: (place) => /^ECS25[ab]\d? ConfigureAlertBehaviour\.\w+\.\w+PolyPhase\.x8\w{3}$/.test(place),
  },
];
