import type { MmcStatusASN1 } from '../../duis/generated/service-response-types.js';
import { contentOf, read, type ServiceTable, success, update } from './service.js';
import type { Smets1Device } from './smets1-device.js';

const MANUFACTURER = 'Simulated';
const SUCCESS: MmcStatusASN1 = { ResponseCode: 0n, ASN1Status: 'success' };
const NO_CERTIFICATE: MmcStatusASN1 = { ResponseCode: 1n, ASN1Status: 'noCertificateHeld' };

/** Device configuration, clock and credentials: updates, and the reads that show them. */
export const CONFIGURATION_SERVICES: ServiceTable = {
  '4.15': read('ReadLoadLimitDataRsp', ({ device }) => {
    const limits = device.setting('UpdateDeviceConfigurationLoadLimitingGeneralSettings');
    return {
      LoadLimitCounterValue: 0n,
      ...(limits !== undefined && {
        LoadLimitPowerThreshold: BigInt(limits.LoadLimitPowerThreshold),
        LoadLimitPeriod: BigInt(limits.LoadLimitPeriod),
        LoadLimitRestorationPeriod: BigInt(limits.LoadLimitRestorationPeriod),
        LoadLimitSupplyState: limits.LoadLimitSupplyState,
      }),
    };
  }),
  '6.2.1': read('ReadDeviceConfigurationVoltageRsp', () => ({
    SinglePhaseVoltageSettings: { AverageRMSOverVoltageThreshold: 253, AverageRMSUnderVoltageThreshold: 216 },
  })),
  '6.2.2': read('ReadDeviceConfigurationRandomisationRsp', () => ({
    RandomisedOffset: 0n,
    RandomisedOffsetLimit: 0n,
  })),
  '6.2.3': read('ReadDeviceConfigurationDataBillingCalendarRsp', ({ device }) => {
    const calendar = device.setting('UpdateDeviceConfigurationBillingCalendar');
    return calendar === undefined ? {} : { BillingCalendar: calendar };
  }),
  '6.2.4': read('ReadDeviceConfigurationIdentityExcMPxNRsp', ({ device }) => ({
    DeviceIdentifier: device.id,
    ModelType: '00000001',
    ManufacturerIdentifier: MANUFACTURER,
    ...(device.isGas
      ? { Gas: { SupplyTamperState: 'Unchanged' as const } }
      : { Electricity: { SupplyTamperState: 'Unchanged' as const, MeterVariant: 'A' } }),
  })),
  '6.2.5': read('ReadDeviceConfigurationInstantaneousPowerThresholdsRsp', ({ device }) => {
    const thresholds = device.setting('UpdateDeviceConfigurationInstantaneousPowerThreshold');
    return {
      LowMediumPowerThreshold: BigInt(thresholds?.LowMediumPowerThreshold ?? 500),
      MediumHighPowerThreshold: BigInt(thresholds?.MediumHighPowerThreshold ?? 2000),
    };
  }),
  '6.2.7': read('ReadDeviceConfigurationMPxNRsp', ({ device }) => mpxn(device)),
  '6.2.8': read('ReadDeviceConfigurationGasRsp', ({ device }) => {
    const conversion = device.setting('UpdateDeviceConfigurationGasConversion');
    return {
      CalorificValue: conversion?.CalorificValue ?? '39.1',
      ConversionFactor: conversion?.ConversionFactor ?? '1.02264',
    };
  }),
  '6.2.10': read('ReadDeviceConfigurationEventAndAlertBehavioursRsp', ({ device }) => {
    if (device.isGas) return { GasSupplierAlertEventSettings: {} };
    const { ElectricitySupplierAlerts: alerts } = device.setting('ConfigureAlertBehaviour') ?? {};
    return {
      ElectricitySupplierAlertEventSettings:
        alerts === undefined ? {} : { ElectricitySupplierWANAlertSettings: alerts },
    };
  }),
  '6.4.1': update(
    'UpdateDeviceConfigurationLoadLimitingGeneralSettings',
    'UpdateDeviceConfigurationLoadLimitingGeneralSettingsRsp',
  ),
  '6.4.2': update(
    'UpdateDeviceConfigurationLoadLimitingCounterReset',
    'UpdateDeviceConfigurationLoadLimitingCounterResetRsp',
  ),
  '6.5': update('UpdateDeviceConfigurationVoltage', 'UpdateDeviceConfigurationVoltageRsp'),
  '6.6': update('UpdateDeviceConfigurationGasConversion', 'UpdateDeviceConfigurationGasConversionRsp'),
  '6.7': update('UpdateDeviceConfigurationGasFlow', 'UpdateDeviceConfigurationGasFlowRsp'),
  '6.8': update('UpdateDeviceConfigurationBillingCalendar', 'UpdateDeviceConfigurationBillingCalendarRsp'),
  '6.11': ({ request, device, now }) =>
    success(
      'SynchroniseClockRsp',
      synchronise(device, contentOf(request, 'SynchroniseClock').CurrentDateTime, now),
    ),
  '6.12': update(
    'UpdateDeviceConfigurationInstantaneousPowerThreshold',
    'UpdateDeviceConfigurationInstantaneousPowerThresholdRsp',
  ),
  '6.15.1': update('UpdateSecurityCredentialsKRP', 'UpdateSecurityCredentialsKRPRsp', recordCredentials),
  '6.15.2': read('UpdateSecurityCredentialsDeviceRsp', () => ({
    UpdateSecurityCredentialsResponseCode: SUCCESS,
  })),
  '6.17': read('IssueSecurityCredentialsRsp', () => ({
    IssueCredentialsResponseCode: SUCCESS,
  })),
  '6.18.1': update('SetMaximumDemandConfigurableTimePeriod', 'SetMaximumDemandConfigurableTimePeriodRsp'),
  '6.18.2': update('ResetMaximumDemandRegisters', 'ResetMaximumDemandRegistersRsp'),
  '6.20.1': update(
    'SetDeviceConfigurationImportMPxN',
    'SetDeviceConfigurationImportMPxNRsp',
    (content, { device }) => {
      device.importMpxn = content.ImportMPANs?.ImportMPAN ?? content.ImportMPRN;
    },
  ),
  '6.20.2': update('SetDeviceConfigurationExportMPAN', 'SetDeviceConfigurationExportMPANRsp'),
  '6.21': update(
    'RequestHandoverOfDCCControlledDevice',
    'RequestHandoverOfDCCControlledDeviceRsp',
    recordCredentials,
  ),
  '6.22': update('ConfigureAlertBehaviour', 'ConfigureAlertBehaviourRsp'),
  '6.23': update('UpdateSecurityCredentialsCoS', 'UpdateSecurityCredentialsCoSRsp', recordCredentials),
  '6.24.1': read('RetrieveDeviceSecurityCredentialsKRPRsp', ({ request }) => ({
    RemotePartyDetails: [
      { RemotePartyRole: 'Supplier' as const, ExistingRemotePartyID: request.requestId.originator },
    ],
  })),
  '6.24.2': read('RetrieveDeviceSecurityCredentialsDeviceRsp', () => ({
    RetrieveDeviceSecurityCredentialsStatusCode: NO_CERTIFICATE,
  })),
  '6.25': update('SetElectricitySupplyTamperState', 'SetElectricitySupplyTamperStateRsp'),
  '6.26': update(
    'UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix',
    'UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrixRsp',
  ),
  '6.27': update(
    'UpdateDeviceConfigurationRMSVoltageCounterReset',
    'UpdateDeviceConfigurationRMSVoltageCounterResetRsp',
  ),
  '8.1.1': ({ request, device, now }) =>
    success(
      'CommissionDeviceSynchroniseClockRsp',
      synchronise(device, contentOf(request, 'CommissionDeviceSynchroniseClock').CurrentDateTime, now),
    ),
};

/** The clock is set, and the answer tells its time. */
function synchronise(device: Smets1Device, to: Date, now: Date) {
  device.clockOffsetMs = to.getTime() - now.getTime();
  const DeviceTime = new Date(now.getTime() + device.clockOffsetMs);
  return device.isGas
    ? { DeviceTime, Gas: { GasClockTimeStatus: { ResponseCode: 0n, ASN1Status: 'reliable' as const } } }
    : {
        DeviceTime,
        Electricity: { ElecClockTimeStatus: { TimeStatusCode: 0n, TimeStatus: 'reliable' as const } },
      };
}

function mpxn(device: Smets1Device) {
  const { importMpxn } = device;
  if (device.isGas) return { Gas: importMpxn === undefined ? {} : { MPRN: importMpxn } };
  const secondary = device.setting('SetDeviceConfigurationImportMPxN')?.ImportMPANs?.SecondaryImportMPAN;
  const exported = device.setting('SetDeviceConfigurationExportMPAN')?.ExportMPAN;
  return {
    Electricity: {
      ...(importMpxn !== undefined && { ImportMPAN: importMpxn }),
      ...(secondary !== undefined && { SecondaryImportMPAN: secondary }),
      ...(exported !== undefined && { ExportMPAN: exported }),
    },
  };
}

function recordCredentials(_content: unknown, { device, now }: { device: Smets1Device; now: Date }): void {
  device.record(now, 0x8154, 'security credentials updated', true);
}
