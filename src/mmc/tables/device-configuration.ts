import type { Description } from '../../gbcs/index.js';
import { at, type Conversion, decimals, eui64, number, text, words } from '../conversions.js';
import { valueAt } from '../decoded-content.js';
import { attribute, ofCommand, volumeBy } from '../gbz-readers.js';
import { fill, kept, type Reader, type Template } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';
import { electricityBillingCalendar, gasBillingCalendar } from './billing-calendars.js';

const PHASES = [1, 2, 3];

/** Average voltage thresholds of one phase. */
const phaseThresholds = (phase: number): Template => ({
  AverageRMSOverVoltageThreshold: at(`phase${phase}OverVoltageThreshold`, number),
  AverageRMSUnderVoltageThreshold: at(`phase${phase}UnderVoltageThreshold`, number),
});

const RMS_SETTINGS: Template = {
  RMSExtremeOverVoltageMeasurementPeriod: at('extremeOverVoltage.measurementPeriod', number),
  RMSExtremeOverVoltageThreshold: at('extremeOverVoltage.threshold', number),
  RMSExtremeUnderVoltageMeasurementPeriod: at('extremeUnderVoltage.measurementPeriod', number),
  RMSExtremeUnderVoltageThreshold: at('extremeUnderVoltage.threshold', number),
  RMSVoltageSagMeasurementPeriod: at('sag.measurementPeriod', number),
  RMSVoltageSagThreshold: at('sag.threshold', number),
  RMSVoltageSwellMeasurementPeriod: at('swell.measurementPeriod', number),
  RMSVoltageSwellThreshold: at('swell.threshold', number),
};

/** Length of an MPAN, in digits: two stand one after the other in a twin element meter. */
const MPAN_LENGTH = 13;
const mpan =
  (position: number): Conversion =>
  (value) => {
    const digits =
      typeof value === 'string' ? value.slice(position * MPAN_LENGTH, (position + 1) * MPAN_LENGTH) : '';
    return digits === '' ? undefined : digits;
  };

const SUPPLY_STATE = words({
  enabled: 'Enabled',
  disabled: 'Disabled',
  armed: 'Armed',
  'on (0x02)': 'Enabled',
  'off (0x00)': 'Disabled',
  'armed (0x01)': 'Armed',
});

/** What becomes of the supply after tampering or depletion. Source: ECS81 and GCS20; true is "lock". */
const TAMPER_STATE = words({
  true: 'Locked',
  false: 'Unchanged',
  'unchanged (0x03)': 'Unchanged',
  'locked (off) (0x00)': 'Locked',
});

/** Whether a bit is among those the decoder names. */
const names =
  (bit: string): Conversion =>
  (value) =>
    typeof value === 'string' ? String(value.includes(bit)) : undefined;

const not =
  (conversion: Conversion): Conversion =>
  (value) => {
    const told = conversion(value);
    return told === undefined ? undefined : String(told !== 'true');
  };

/** A number with the digits behind the point that another attribute tells. */
const withTrailingDigit =
  (name: string, digitsName: string): Reader =>
  (content) => {
    const digits = attribute(digitsName, (value) => number(valueAt(value, 'decimal digits') ?? null))(
      content,
    );
    return typeof digits === 'string' ? attribute(name, decimals(Number(digits)))(content) : undefined;
  };

/** Bytes of model name and EUI-64 in the identifier of early gas meters. Source: RTDS 4.5.0 GCS21e. */
const MODEL_LENGTH = 8;
const modelName: Conversion = (value) =>
  typeof value === 'string'
    ? Buffer.from(value.slice(0, 2 * MODEL_LENGTH), 'hex')
        .toString('latin1')
        .trim()
    : undefined;
const modelEui64: Conversion = (value) =>
  typeof value === 'string' ? eui64(value.slice(2 * MODEL_LENGTH)) : undefined;

/** Reads of Device configuration: 6.2, 7.4 and 14.1. */
export const DEVICE_CONFIGURATION: readonly ResponseRow[] = [
  {
    useCases: ['ECS26b'],
    elements: {
      SinglePhaseVoltageSettings: kept(phaseThresholds(1)),
      RMSVoltageSettings: kept(RMS_SETTINGS),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationVoltageRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS26k'],
    elements: {
      PolyPhaseVoltageSettings: (content: Description) =>
        PHASES.map((phase) => ({
          Phase: String(phase),
          PhaseVoltageSettings: fill(phaseThresholds(phase), content) ?? {},
        })),
      RMSVoltageSettings: kept(RMS_SETTINGS),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationVoltageRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS26c'],
    elements: {
      RandomisedOffset: at('randomisedOffset', number),
      RandomisedOffsetNumber: at('randomisedOffsetNumber', number),
      RandomisedOffsetLimit: at('randomisedOffsetLimit', number),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationRandomisationRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS26d', 'ECS26l'],
    elements: { BillingCalendar: { ElectricityBillingCalendar: electricityBillingCalendar } },
    source: 'MMC schema 5.4, ReadDeviceConfigurationDataBillingCalendarRsp',
    mark: 'inferred',
  },
  {
    useCases: ['GCS21d', 'GCS21k'],
    elements: {
      BillingCalendar: { GasBillingCalendar: ofCommand('publishBillingPeriod', gasBillingCalendar) },
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationDataBillingCalendarRsp',
    mark: 'inferred',
  },
  {
    useCases: ['ECS26e', 'ECS26m'],
    elements: {
      DeviceIdentifier: at('entityIdentifier', eui64),
      ModelType: at('modelType', text),
      ManufacturerIdentifier: at('manufacturerIdentifier', text),
      Electricity: {
        SupplyTamperState: at('supplyTamperState', TAMPER_STATE),
        MeterVariant: at('meterVariant', text),
      },
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationIdentityExcMPxNRsp',
    mark: 'inferred',
  },
  {
    useCases: ['ECS26i', 'ECS26n'],
    elements: {
      DeviceIdentifier: at('entityIdentifier', eui64),
      ModelType: at('modelType', text),
      ManufacturerIdentifier: at('manufacturerIdentifier', text),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationIdentityExcMPxNRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS21e'],
    elements: {
      DeviceIdentifier: attribute('modelIdentifier', modelEui64),
      ModelType: attribute('modelIdentifier', modelName),
      ManufacturerIdentifier: attribute('manufacturerName', text),
      Gas: {
        SupplyTamperState: attribute('supplyTamperState', TAMPER_STATE),
        SupplyDepletionState: attribute('supplyDepletionState', TAMPER_STATE),
      },
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationIdentityExcMPxNRsp; RTDS 4.5.0 GCS21e',
    mark: 'inferred',
  },
  {
    useCases: ['GCS21m'],
    elements: {
      ModelType: attribute('modelIdentifier', text),
      ManufacturerIdentifier: attribute('manufacturerName', text),
      Gas: {
        SupplyTamperState: attribute('supplyTamperState', TAMPER_STATE),
        SupplyDepletionState: attribute('supplyDepletionState', TAMPER_STATE),
      },
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationIdentityExcMPxNRsp',
    mark: 'inferred',
  },
  {
    useCases: ['ECS26f'],
    elements: {
      LowMediumPowerThreshold: at('thresholds.lowMedium', number),
      MediumHighPowerThreshold: at('thresholds.mediumHigh', number),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationInstantaneousPowerThresholdsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS40'],
    elements: {
      Electricity: kept({
        ImportMPAN: at('importMpans', mpan(0)),
        SecondaryImportMPAN: at('importMpans', mpan(1)),
        ExportMPAN: at('exportMpan', text),
      }),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationMPxNRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS46'],
    elements: { Gas: kept({ MPRN: attribute('siteId', text) }) },
    source: 'MMC schema 5.4, ReadDeviceConfigurationMPxNRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS21a'],
    elements: {
      CalorificValue: withTrailingDigit('calorificValue', 'calorificValueTrailingDigit'),
      ConversionFactor: withTrailingDigit('conversionFactor', 'conversionFactorTrailingDigit'),
      UncontrolledGasFlowRate: (content: Description) =>
        attribute(
          'uncontrolledFlowThreshold',
          volumeBy('uncontrolledFlowMultiplier', 'uncontrolledFlowDivisor')(content),
        )(content),
      FlowStabilisationPeriod: attribute('flowStabilisationPeriod', number),
      FlowMeasurementPeriod: attribute('flowMeasurementPeriod', number),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationGasRsp; the periods in the units of ZigBee',
    mark: 'inferred',
  },
  {
    useCases: ['ECS26j'],
    elements: {
      PaymentMode: at('account.paymentMode', words({ credit: 'Credit', prepayment: 'Prepayment' })),
    },
    source:
      'MMC schema 5.4, ReadDeviceConfigurationPaymentModeRsp; the Response has no debt settings: ECS26a does',
    mark: 'inferred',
  },
  {
    useCases: ['GCS21j'],
    elements: {
      PaymentMode: attribute('paymentControlConfiguration', (value) =>
        names('prepayment enabled')(value) === 'true' ? 'Prepayment' : 'Credit',
      ),
      SuspendDebtEmergency: attribute(
        'paymentControlConfiguration',
        not(names('debt collected in emergency credit')),
      ),
      SuspendDebtDisabled: attribute('paymentControlConfiguration', names('suspend debt disabled')),
    },
    source: 'MMC schema 5.4, ReadDeviceConfigurationPaymentModeRsp; the bits GCS02 and GCS03 set',
    mark: 'inferred',
  },
  {
    useCases: ['ECS45'],
    elements: { SupplyState: at('supplyState', SUPPLY_STATE) },
    source: 'MMC schema 5.4, ReadSupplyStatusRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS33'],
    elements: {
      SupplyState: attribute('supplyStatus', SUPPLY_STATE),
      Gas: { RemainingBatteryCapacity: attribute('remainingBatteryLifeInDays', number) },
    },
    source: 'MMC schema 5.4, ReadSupplyStatusRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['GCS31'],
    elements: { SampleID: ofCommand('startSamplingResponse', at('sampleId', numberInBrackets)) },
    source: 'MMC schema 5.4, RecordNetworkDataGASRsp',
    mark: 'confirmed',
  },
];

/** `2` of `Network Data Log (2)`; what is no session is written in hexadecimal and has none. */
function numberInBrackets(value: Description): string | undefined {
  return typeof value === 'string' ? /\((\d+)\)$/.exec(value)?.[1] : undefined;
}
