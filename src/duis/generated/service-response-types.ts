// Generated from the DUIS and MMC schemas by scripts/generate-duis-types.ts; do not edit.

import type { Eui64 } from '../../common/eui64.js';

export type MmcActiveEnergyUnit = 'Wh';

export type MmcDeviceType = 'ESME' | 'GSME' | 'GPF' | 'CHF' | 'HCALCS' | 'PPMID' | 'Type2';

export type MmcEnableDisableAlert = 'Disable' | 'Enable';

export type MmcGasConsumptionUnit = 'm3';

export type MmcPaymentMode = 'Credit' | 'Prepayment';

export type MmcReactiveEnergyUnit = 'varh';

export type MmcRemotePartyRole =
  'ACB' | 'NetworkOperator' | 'Recovery' | 'Root' | 'Supplier' | 'TransCoS' | 'LoadController';

export type MmcScanTrigger =
  | 'RemotePartyCommand'
  | 'GSMERequest'
  | 'GSMEMissedItsCurfew'
  | 'GSMEMissingForTheLastDay'
  | 'CHDetectedMessageFailureProblems'
  | 'CHDetectedMessageRetryProblems'
  | 'SubGHzNon-GSMEDeviceRequest'
  | 'SMHANFormation';

export type MmcServiceReference =
  | '1.1'
  | '1.2'
  | '1.5'
  | '1.6'
  | '1.7'
  | '2.1'
  | '2.2'
  | '2.3'
  | '2.5'
  | '3.1'
  | '3.2'
  | '3.3'
  | '3.4'
  | '3.5'
  | '4.1'
  | '4.2'
  | '4.3'
  | '4.4'
  | '4.6'
  | '4.8'
  | '4.10'
  | '4.11'
  | '4.12'
  | '4.13'
  | '4.14'
  | '4.15'
  | '4.16'
  | '4.17'
  | '4.18'
  | '5.1'
  | '5.2'
  | '5.3'
  | '6.2'
  | '6.4'
  | '6.5'
  | '6.6'
  | '6.7'
  | '6.8'
  | '6.11'
  | '6.12'
  | '6.13'
  | '6.14'
  | '6.15'
  | '6.17'
  | '6.18'
  | '6.20'
  | '6.21'
  | '6.22'
  | '6.23'
  | '6.24'
  | '6.25'
  | '6.26'
  | '6.27'
  | '6.28'
  | '6.29'
  | '6.30'
  | '6.31'
  | '6.32'
  | '7.1'
  | '7.2'
  | '7.3'
  | '7.4'
  | '7.5'
  | '7.6'
  | '7.7'
  | '7.8'
  | '7.9'
  | '7.10'
  | '7.11'
  | '7.12'
  | '7.13'
  | '7.14'
  | '7.15'
  | '7.16'
  | '8.1'
  | '8.2'
  | '8.3'
  | '8.4'
  | '8.5'
  | '8.6'
  | '8.7'
  | '8.8'
  | '8.9'
  | '8.11'
  | '8.12'
  | '8.13'
  | '8.14'
  | '9.1'
  | '11.1'
  | '11.2'
  | '11.3'
  | '11.4'
  | '12.1'
  | '12.2'
  | '14.1';

export type MmcServiceReferenceVariant =
  | '1.1.1'
  | '1.1.2'
  | '1.2.1'
  | '1.2.2'
  | '1.5'
  | '1.6'
  | '1.7'
  | '2.1'
  | '2.2'
  | '2.3'
  | '2.5'
  | '3.1'
  | '3.2'
  | '3.3'
  | '3.4'
  | '3.5'
  | '4.1.1'
  | '4.1.2'
  | '4.1.3'
  | '4.1.4'
  | '4.2'
  | '4.3'
  | '4.4.2'
  | '4.4.3'
  | '4.4.4'
  | '4.4.5'
  | '4.6.1'
  | '4.6.2'
  | '4.8.1'
  | '4.8.2'
  | '4.8.3'
  | '4.10'
  | '4.11.1'
  | '4.11.2'
  | '4.12.1'
  | '4.12.2'
  | '4.13'
  | '4.14'
  | '4.15'
  | '4.16'
  | '4.17'
  | '4.18'
  | '5.1'
  | '5.2'
  | '5.3'
  | '6.2.1'
  | '6.2.2'
  | '6.2.3'
  | '6.2.4'
  | '6.2.5'
  | '6.2.7'
  | '6.2.8'
  | '6.2.9'
  | '6.2.10'
  | '6.4.1'
  | '6.4.2'
  | '6.5'
  | '6.6'
  | '6.7'
  | '6.8'
  | '6.11'
  | '6.12'
  | '6.13'
  | '6.14.1'
  | '6.14.2'
  | '6.14.3'
  | '6.15.1'
  | '6.15.2'
  | '6.17'
  | '6.18.1'
  | '6.18.2'
  | '6.20.1'
  | '6.20.2'
  | '6.21'
  | '6.22'
  | '6.23'
  | '6.24.1'
  | '6.24.2'
  | '6.25'
  | '6.26'
  | '6.27'
  | '6.28'
  | '6.29'
  | '6.30'
  | '6.31'
  | '6.32'
  | '7.1'
  | '7.2'
  | '7.3'
  | '7.4'
  | '7.5'
  | '7.6'
  | '7.7'
  | '7.8'
  | '7.9'
  | '7.10'
  | '7.11'
  | '7.12'
  | '7.13'
  | '7.14'
  | '7.15'
  | '7.16'
  | '8.1.1'
  | '8.2'
  | '8.3'
  | '8.4'
  | '8.5'
  | '8.6'
  | '8.7.1'
  | '8.7.2'
  | '8.8.1'
  | '8.8.2'
  | '8.9'
  | '8.11'
  | '8.12.1'
  | '8.12.2'
  | '8.13'
  | '8.14.1'
  | '8.14.2'
  | '8.14.3'
  | '8.14.4'
  | '9.1'
  | '11.1'
  | '11.2'
  | '11.3'
  | '11.4'
  | '12.1'
  | '12.2'
  | '14.1';

export type MmcSupplyStateType = 'Enabled' | 'Disabled' | 'Armed';

export type CPLStatus = 'Active' | 'Cancelled' | 'Expired' | 'Withdrawn';

export type CRAFlag = 'Command' | 'Response' | 'Alert';

export type CSPRegion =
  'North' | 'Central' | 'South' | '4G North' | '4G Central' | '4G South' | 'Unknown' | 'SMETS1';

export type Connectivity = 'Cellular' | 'Virtual';

export type DSPScheduledServiceReference =
  '4.2' | '4.6' | '4.8' | '4.10' | '4.12' | '4.14' | '4.15' | '4.16' | '4.17' | '14.1';

export type DSPScheduledServiceReferenceVariant =
  | '4.2'
  | '4.6.1'
  | '4.6.2'
  | '4.8.1'
  | '4.8.2'
  | '4.8.3'
  | '4.10'
  | '4.12.1'
  | '4.12.2'
  | '4.14'
  | '4.15'
  | '4.16'
  | '4.17'
  | '14.1';

export type DeviceStatus =
  | 'Pending'
  | 'Whitelisted'
  | 'InstalledNotCommissioned'
  | 'Commissioned'
  | 'Decommissioned'
  | 'Withdrawn'
  | 'Suspended'
  | 'Recovery'
  | 'Recovered';

export type DeviceType = 'ESME' | 'GSME' | 'GPF' | 'CHF' | 'HCALCS' | 'PPMID' | 'IHD' | 'CAD';

export type ESMEVariant =
  | 'A'
  | 'B'
  | 'C'
  | 'AD'
  | 'BD'
  | 'CD'
  | 'ADE'
  | 'BDE'
  | 'CDE'
  | 'ADF'
  | 'BDF'
  | 'CDF'
  | 'ADEF'
  | 'BDEF'
  | 'CDEF'
  | 'ADG'
  | 'ADEG'
  | 'AF'
  | 'BF'
  | 'CF'
  | 'AEF'
  | 'BEF'
  | 'CEF'
  | 'AG'
  | 'AEG';

export type FirmwareVersionStatus = 'Active' | 'Cancelled' | 'Expired' | 'Withdrawn';

export type RemotePartyRole =
  'ACB' | 'NetworkOperator' | 'Recovery' | 'Root' | 'Supplier' | 'TransCoS' | 'LoadController';

export type ScanTrigger =
  | 'RemotePartyCommand'
  | 'GSMERequest'
  | 'GSMEMissedItsCurfew'
  | 'GSMEMissingForTheLastDay'
  | 'CHDetectedMessageFailureProblems'
  | 'CHDetectedMessageRetryProblems'
  | 'SubGHzNon-GSMEDeviceRequest'
  | 'SMHANFormation';

export type ScheduleFrequency = 'Daily' | 'Weekly' | 'Monthly' | 'Quarterly' | 'Half-Yearly' | 'Yearly';

export interface MmcALCSEventLogType {
  readonly Timestamp?: Date;
  readonly SwitchNumber?: number;
  readonly SwitchAction?:
    'On' | 'Off' | 'Revert to calendar control' | 'Entry relates to a Message from an HC ALCS';
  readonly Outcome?: 'Outcome not known' | 'Success' | 'Failure';
  readonly HANCommandID?: bigint;
  readonly AuxiliaryControllerLevel?: number;
  readonly InputFromControlledLoad?: MmcNoType;
}

export interface MmcALCSHCALCSConnectionSchedule {
  readonly ActivateDeactivateSwitch: MmcActivateDeactivateSwitch;
  readonly SpecialDaysApplicability?: readonly MmcALCSHCALCSConnectionSchedule_SpecialDaysApplicability[];
  readonly DaysOfWeekApplicability?: MmcDaysOfWeekApplicability;
  readonly ALCSScheduleDatesAndTime: MmcScheduleDatesAndTime;
}

export interface MmcALCSHCALCSConnectionSchedule_SpecialDaysApplicability {
  readonly index: number;
}

export interface MmcALCSHCALCSSpecialDays {
  readonly ALCSHCALCSSpecialDay?: readonly MmcALCSHCALCSSpecialDays_ALCSHCALCSSpecialDay[];
}

export interface MmcALCSHCALCSSpecialDays_ALCSHCALCSSpecialDay {
  readonly index: number;
  readonly Year: MmcYear;
  readonly Month: MmcMonth;
  readonly DayOfMonth: MmcDayOfMonth;
  readonly DayOfWeek: MmcDayOfWeek;
}

export interface MmcALCSLogType {
  readonly ALCSEventLogEntry?: readonly MmcALCSEventLogType[];
}

export interface MmcALCSType {
  readonly Index?: number;
  readonly Description?: string;
  readonly TypeAndIdentifier?: MmcSwitchTypeAndID;
  readonly State?: boolean;
}

export interface MmcActivateAuxiliaryLoadRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcActivateDeactivateSwitch {
  readonly index: number;
  readonly ActivateSwitch?: MmcNoType;
  readonly DeactivateSwitch?: MmcNoType;
}

export interface MmcActivateEmergencyCreditRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcActivateFirmwareRsp {
  readonly MessageSuccess?: boolean;
  readonly ActivateImageResponseCode?: MmcStatusASN1;
  readonly FirmwareVersion?: string;
}

export interface MmcActivePowerImportType {
  readonly Value?: bigint;
  readonly Unit?: string;
}

export interface MmcActivePowerRegisterDataType {
  readonly Value?: bigint;
  readonly ActiveEnergyUnit?: MmcActiveEnergyUnit;
}

export interface MmcAddAuxiliaryLoadToBoostButtonRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcArmSupplyRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcAuxiliaryControllerAction {
  readonly auxiliaryControllerN: number;
  readonly CommandedStateLevel?: number;
  readonly InputFromControlledLoad?: MmcNoType;
}

export interface MmcAuxiliaryControllerDescription {
  readonly auxiliaryControllerN: number;
  readonly AuxiliaryControlDescription: string;
}

export interface MmcAuxiliaryControllerOperationalData {
  readonly auxiliaryControllerN?: number;
  readonly TypeAndIdentifier?: MmcTypeAndIdentifier;
  readonly AuxiliaryControllerStateAndAssociatedInformation?: MmcAuxiliaryControllerStateAndAssociatedInformation;
}

export interface MmcAuxiliaryControllerSchedule {
  readonly AuxiliaryControllerAction: MmcAuxiliaryControllerAction;
  readonly SpecialDaysApplicability?: readonly MmcAuxiliaryControllerSchedule_SpecialDaysApplicability[];
  readonly DaysOfWeekApplicability?: MmcDaysOfWeekApplicability;
  readonly AuxiliaryControllerSchedulePeriodAndTime: MmcScheduleDatesAndTime;
}

export interface MmcAuxiliaryControllerSchedule_SpecialDaysApplicability {
  readonly identifier: number;
}

export interface MmcAuxiliaryControllerSpecialDayDefinitions {
  readonly AuxiliaryControllerSpecialDayDefinition?: readonly MmcAuxiliaryControllerSpecialDayDefinitions_AuxiliaryControllerSpecialDayDefinition[];
}

export interface MmcAuxiliaryControllerSpecialDayDefinitions_AuxiliaryControllerSpecialDayDefinition {
  readonly identifier: number;
  readonly Year: MmcYear;
  readonly Month: MmcMonth;
  readonly DayOfMonth: MmcDayOfMonth;
  readonly DayOfWeek: MmcDayOfWeek;
}

export interface MmcAuxiliaryControllerStateAndAssociatedInformation {
  readonly OutputState?: number;
  readonly InputState?: number;
  readonly StateAndAssociatedInformation?: string;
}

export interface MmcAverageRMSVoltageSettings {
  readonly AverageRMSOverVoltageThreshold?: number;
  readonly AverageRMSUnderVoltageThreshold?: number;
}

export interface MmcAvgRMSVoltageCounterType {
  readonly Value?: bigint;
  readonly Unit?: string;
}

export interface MmcAvgRMSVoltageProfileDataType {
  readonly LogEntry?: readonly MmcAvgRMSVoltageProfileLogEntryType[];
  readonly MeasurementPeriod?: bigint;
}

export interface MmcAvgRMSVoltageProfileLogEntryType {
  readonly Value?: string;
  readonly Timestamp?: Date;
}

export interface MmcBillingCalendar {
  readonly ElectricityBillingCalendar?: MmcElectricityBillingCalendar;
  readonly GasBillingCalendar?: MmcGasBillingCalendar;
}

export interface MmcBillingCalendarQSMY {
  readonly DayOfMonth: number;
  readonly BillingPeriodStartMonth: number;
}

export interface MmcBillingDataLogAmountTimestamp {
  readonly Amount?: bigint;
  readonly Timestamp?: Date;
}

export interface MmcBillingDataLogDeviceAlertType {
  readonly ESMEBillingDataLogEntry?: MmcESMEBillingDataLogType;
  readonly GSMEBillingDataLogEntry?: MmcGSMEBillingDataLogType;
}

export interface MmcCHFConnectedDeviceLogEntry {
  readonly DeviceID?: Eui64;
  readonly DeviceSecurityDetails?: string;
}

export interface MmcCHFConnectedDeviceLogType {
  readonly CHFCurrentConnectedDeviceLogEntry?: readonly MmcCHFConnectedDeviceLogEntry[];
  readonly CHFHistoricConnectedDeviceLogEntry?: readonly MmcCHFConnectedDeviceLogEntry[];
}

export interface MmcCHFDeviceLogEntry {
  readonly DeviceID?: Eui64;
  readonly LastCommunicationsDateTime?: Date;
  readonly SubGHzLinkQuality?: number;
}

export interface MmcCHFDeviceLogType {
  readonly CHFDeviceLogEntry?: readonly MmcCHFDeviceLogEntry[];
}

export interface MmcCHFSubGHzChannelLogEntry {
  readonly Timestamp?: Date;
  readonly EventCode?: Buffer;
  readonly EventDescription?: string;
  readonly OperatingSubGHzChannel?: MmcOperatingSubGHzChannel;
  readonly ScanTrigger?: MmcScanTrigger;
}

export interface MmcCOSEMAttributeDescriptor {
  readonly ClassId?: Buffer;
  readonly InstanceId?: Buffer;
  readonly AttributeId?: Buffer;
}

export interface MmcCOSEMDebugType {
  readonly COSEMResponse: readonly MmcStatusCOSEM[];
}

export interface MmcCOSEMFutureDatedAlertType {
  readonly FutureDatedCommandMessageCode?: Buffer;
  readonly FutureDatedCommandOriginatorCounter?: bigint;
  readonly DLMSCOSEMFDInstructionIdentification?: MmcCOSEMAttributeDescriptor;
}

export interface MmcChannels0To26 {
  readonly Channel0?: MmcNoType;
  readonly Channel1?: MmcNoType;
  readonly Channel2?: MmcNoType;
  readonly Channel3?: MmcNoType;
  readonly Channel4?: MmcNoType;
  readonly Channel5?: MmcNoType;
  readonly Channel6?: MmcNoType;
  readonly Channel7?: MmcNoType;
  readonly Channel8?: MmcNoType;
  readonly Channel9?: MmcNoType;
  readonly Channel10?: MmcNoType;
  readonly Channel11?: MmcNoType;
  readonly Channel12?: MmcNoType;
  readonly Channel13?: MmcNoType;
  readonly Channel14?: MmcNoType;
  readonly Channel15?: MmcNoType;
  readonly Channel16?: MmcNoType;
  readonly Channel17?: MmcNoType;
  readonly Channel18?: MmcNoType;
  readonly Channel19?: MmcNoType;
  readonly Channel20?: MmcNoType;
  readonly Channel21?: MmcNoType;
  readonly Channel22?: MmcNoType;
  readonly Channel23?: MmcNoType;
  readonly Channel24?: MmcNoType;
  readonly Channel25?: MmcNoType;
  readonly Channel26?: MmcNoType;
}

export interface MmcChannels27To34 {
  readonly Channel27?: MmcNoType;
  readonly Channel28?: MmcNoType;
  readonly Channel29?: MmcNoType;
  readonly Channel30?: MmcNoType;
  readonly Channel31?: MmcNoType;
  readonly Channel32?: MmcNoType;
  readonly Channel33?: MmcNoType;
  readonly Channel34?: MmcNoType;
}

export interface MmcChannels35To61 {
  readonly Channel35?: MmcNoType;
  readonly Channel36?: MmcNoType;
  readonly Channel37?: MmcNoType;
  readonly Channel38?: MmcNoType;
  readonly Channel39?: MmcNoType;
  readonly Channel40?: MmcNoType;
  readonly Channel41?: MmcNoType;
  readonly Channel42?: MmcNoType;
  readonly Channel43?: MmcNoType;
  readonly Channel44?: MmcNoType;
  readonly Channel45?: MmcNoType;
  readonly Channel46?: MmcNoType;
  readonly Channel47?: MmcNoType;
  readonly Channel48?: MmcNoType;
  readonly Channel49?: MmcNoType;
  readonly Channel50?: MmcNoType;
  readonly Channel51?: MmcNoType;
  readonly Channel52?: MmcNoType;
  readonly Channel53?: MmcNoType;
  readonly Channel54?: MmcNoType;
  readonly Channel55?: MmcNoType;
  readonly Channel56?: MmcNoType;
  readonly Channel57?: MmcNoType;
  readonly Channel58?: MmcNoType;
  readonly Channel59?: MmcNoType;
  readonly Channel60?: MmcNoType;
  readonly Channel61?: MmcNoType;
}

export interface MmcClearEventLogRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcCommandNotSupportedbyDevice {
  readonly MessageCodeofCommandReceived?: Buffer;
  readonly OriginatorCounterfromCommandReceived?: bigint;
}

export interface MmcCommissionDeviceSynchroniseClockRsp {
  readonly MessageSuccess?: boolean;
  readonly DeviceTime?: Date;
  readonly Electricity?: MmcCommissionDeviceSynchroniseClockRsp_Electricity;
  readonly Gas?: MmcCommissionDeviceSynchroniseClockRsp_Gas;
}

export interface MmcCommissionDeviceSynchroniseClockRsp_Electricity {
  readonly ElecClockTimeStatus?: MmcElecTimeStatusType;
}

export interface MmcCommissionDeviceSynchroniseClockRsp_Gas {
  readonly GasClockTimeStatus?: MmcStatusASN1;
}

export interface MmcConfigureAlertBehaviourRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcConsumptionAndTariffRegistersType {
  readonly ActiveImportRegisterConsumption?: bigint;
  readonly TariffTOURegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock1RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock2RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock3RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock4RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly SecondaryActiveImportRegisterConsumption?: bigint;
  readonly SecondaryTariffTOURegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly Timestamp?: Date;
}

export interface MmcConsumptionRegisterDataType {
  readonly Value?: string;
  readonly Unit?: MmcGasConsumptionUnit;
}

export interface MmcConsumptionRegisterGasType {
  readonly ConsumptionRegister?: string;
  readonly Timestamp?: Date;
  readonly TariffTOURegisterMatrixValue?: readonly MmcDecimalWithIndex[];
  readonly BlockRegisterMatrixValue?: readonly MmcDecimalWithIndex[];
}

export interface MmcDailyReadLogExportType {
  readonly ActiveExportRegisterValue?: bigint;
  readonly TimeStamp?: Date;
}

export interface MmcDate {
  readonly Year: MmcYear;
  readonly Month: MmcMonth;
  readonly DayOfMonth: MmcDayOfMonth;
  readonly DayOfWeek: MmcDayOfWeek;
}

export interface MmcDayOfMonth {
  readonly SpecifiedDayOfMonth?: number;
  readonly LastDayOfMonth?: MmcNoType;
  readonly SecondLastDayOfMonth?: MmcNoType;
  readonly NonSpecifiedDayOfMonth?: MmcNoType;
}

export interface MmcDayOfWeek {
  readonly SpecifiedDayOfWeek?: number;
  readonly NonSpecifiedDayOfWeek?: MmcNoType;
}

export interface MmcDayOfWeekApplicability {
  readonly DayOfWeekID: 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';
}

export interface MmcDaysOfWeekApplicability {
  readonly DayOfWeekApplicability?: readonly MmcDayOfWeekApplicability[];
}

export interface MmcDeactivateAuxiliaryLoadRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcDecimalWithIndex {
  readonly value: string;
  readonly index?: string;
}

export interface MmcDeviceAlertContentType {
  readonly GBCSHexAlertCode?: Buffer;
  readonly AlertDescription: string;
  readonly Timestamp: Date;
  readonly Payload?: MmcDeviceAlertMessagePayload;
}

export interface MmcDeviceAlertMessagePayload {
  readonly FirmwareVerificationDeviceAlert?: MmcFirmwareVerificationDeviceAlertType;
  readonly BillingDataLogDeviceAlert?: MmcBillingDataLogDeviceAlertType;
  readonly FutureDatedCommandOutcomeDeviceAlert?: MmcFutureDatedCommandOutcomeDeviceAlertType;
  readonly SupplyOutageRestoreAlert?: MmcSupplyOutageRestoreAlertType;
  readonly SmartMeterIntegrityIssueWarningDeviceAlert?: MmcSmartMeterIntegrityIssueWarningDeviceAlertType;
  readonly CommandNotSupportedbyDevice?: MmcCommandNotSupportedbyDevice;
  readonly OperationalUpdateDeviceAlert?: MmcOperationalUpdateDeviceAlert;
  readonly LimitAPCLevelCommandProcessedDeviceAlert?: MmcLimitAPCLevelCommandProcessedDeviceAlert;
  readonly LimitAPCLevelEndedDeviceAlert?: MmcLimitAPCLevelEndedDeviceAlert;
}

export interface MmcDeviceAlertMessageType {
  readonly GBCSData?: readonly MmcGBCSDataType[];
  readonly DeviceAlertContent?: MmcDeviceAlertContentType;
}

export interface MmcDeviceLog {
  readonly LogEntry?: readonly MmcDeviceLogEntry[];
}

export interface MmcDeviceLogEntry {
  readonly DeviceID: Eui64;
  readonly DeviceType: MmcDeviceType;
}

export interface MmcDisablePrivacyPINRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcDisableSupplyRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcDisplayMessageRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcESMEBillingDataLogType {
  readonly Timestamp?: Date;
  readonly ActiveImportRegisterValueConsumption?: bigint;
  readonly SecondaryActiveImportRegisterValueConsumption?: bigint;
  readonly TariffTOURegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly SecondaryTariffTOURegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock1RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock2RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock3RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock4RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
}

export interface MmcElecBlockPrice {
  readonly value: number;
  readonly index: number;
}

export interface MmcElecDailyConsumptionLogEntryType {
  readonly Value?: bigint;
  readonly Timestamp?: Date;
}

export interface MmcElecDayProfilePrimaryElement {
  readonly Day?: number;
  readonly ProfileSchedule?: readonly MmcElecProfileSchedulePrimaryElement[];
}

export interface MmcElecDayProfileSecondaryElement {
  readonly Day?: number;
  readonly ProfileSchedule?: readonly MmcElecProfileScheduleSecondaryElement[];
}

export interface MmcElecDayProfiles {
  readonly DayProfile?: readonly MmcElecDayProfilePrimaryElement[];
}

export interface MmcElecDayProfilesSecondary {
  readonly DayProfile?: readonly MmcElecDayProfileSecondaryElement[];
}

export interface MmcElecDebtRecovery {
  readonly DebtRecoveryRate?: bigint;
  readonly DebtRecoveryRatePriceScale?: number;
  readonly DebtRecoveryRatePeriod?: 'HOURLY' | 'DAILY';
}

export interface MmcElecPrimaryTOUPrice {
  readonly value: number;
  readonly index: number;
}

export interface MmcElecProfileSchedulePrimaryElement {
  readonly StartTime: string;
  readonly TOUTariffAction?: number;
  readonly BlockTariffAction?: number;
}

export interface MmcElecProfileScheduleSecondaryElement {
  readonly StartTime?: string;
  readonly TOUTariffAction?: number;
}

export interface MmcElecReferencedDayName {
  readonly value: number;
  readonly index: number;
}

export interface MmcElecSeasonPrimaryElement {
  readonly SeasonName?: string;
  readonly SeasonStartDate?: MmcDate;
  readonly ReferencedWeekName?: number;
}

export interface MmcElecSeasonSecondaryElement {
  readonly SeasonName?: string;
  readonly SeasonStartDate?: MmcDate;
  readonly ReferencedWeekName?: number;
}

export interface MmcElecSeasonsPrimaryElement {
  readonly Season?: readonly MmcElecSeasonPrimaryElement[];
}

export interface MmcElecSeasonsSecondaryElement {
  readonly Season?: readonly MmcElecSeasonSecondaryElement[];
}

export interface MmcElecSecondaryTOUPrice {
  readonly value: number;
  readonly index: number;
}

export interface MmcElecSpecialDaysPrepayment {
  readonly SpecialDay?: readonly MmcElecSpecialDaysPrepayment_SpecialDay[];
}

export interface MmcElecSpecialDaysPrepayment_SpecialDay {
  readonly index?: number;
  readonly Year: MmcYear;
  readonly Month: MmcMonth;
  readonly DayOfMonth: MmcDayOfMonth;
  readonly DayOfWeek: MmcDayOfWeek;
}

export interface MmcElecSpecialDaysPrimaryElement {
  readonly Date: MmcDate;
  readonly ReferencedDay: number;
}

export interface MmcElecSpecialDaysSecondaryElement {
  readonly Date?: MmcDate;
  readonly ReferencedDay?: number;
}

export interface MmcElecTariffBlockPriceMatrix {
  readonly TariffBlockPrices?: readonly MmcElecTariffBlockPriceMatrixPrimaryElement[];
}

export interface MmcElecTariffBlockPriceMatrixPrimaryElement {
  readonly index: number;
  readonly BlockPrice?: readonly MmcElecBlockPrice[];
}

export interface MmcElecTariffSwitchingTablePrimaryElement {
  readonly DayProfiles?: MmcElecDayProfiles;
  readonly WeekProfiles?: MmcElecWeekProfiles;
  readonly Seasons?: MmcElecSeasonsPrimaryElement;
}

export interface MmcElecTariffSwitchingTableSecondaryElement {
  readonly DayProfiles?: MmcElecDayProfilesSecondary;
  readonly WeekProfiles?: MmcElecWeekProfiles;
  readonly Seasons?: MmcElecSeasonsSecondaryElement;
}

export interface MmcElecTariffSwitchingTableSpecialDaysPrimaryElement {
  readonly SpecialDay?: readonly MmcElecSpecialDaysPrimaryElement[];
}

export interface MmcElecTariffSwitchingTableSpecialDaysSecondaryElement {
  readonly SpecialDay?: readonly MmcElecSpecialDaysSecondaryElement[];
}

export interface MmcElecTariffTOUPriceMatrix {
  readonly TariffTOUPrice?: readonly MmcElecPrimaryTOUPrice[];
}

export interface MmcElecTariffTOUPriceMatrixSecondaryElement {
  readonly TariffTOUPrice?: readonly MmcElecSecondaryTOUPrice[];
}

export interface MmcElecTariffThresholdMatrix {
  readonly ElecTariffThresholds?: readonly MmcElecTariffThresholds[];
}

export interface MmcElecTariffThresholds {
  readonly index: number;
  readonly BlockThreshold?: readonly MmcElecTariffThresholds_BlockThreshold[];
}

export interface MmcElecTariffThresholds_BlockThreshold {
  readonly value: number;
  readonly index: number;
}

export interface MmcElecTimeStatusType {
  readonly TimeStatusCode: bigint;
  readonly TimeStatus: 'reliable' | 'invalid' | 'unreliable';
}

export interface MmcElecWeekProfile {
  readonly WeekName?: number;
  readonly ReferencedElecDay?: readonly MmcElecReferencedDayName[];
}

export interface MmcElecWeekProfiles {
  readonly WeekProfile?: readonly MmcElecWeekProfile[];
}

export interface MmcElectricityBillingCalendar {
  readonly BillingTime: string;
  readonly Daily?: MmcNoType;
  readonly Weekly?: number;
  readonly Monthly?: number;
  readonly Quarterly?: MmcBillingCalendarQSMY;
  readonly SixMonthly?: MmcBillingCalendarQSMY;
  readonly Yearly?: MmcBillingCalendarQSMY;
}

export interface MmcElectricityNetworkOperatorAlerts {
  readonly NetworkOperatorESMECommon?: MmcNetworkOperatorESMECommon;
  readonly NetworkOperatorESMESinglePhase?: MmcNetworkOperatorESMESinglePhase;
  readonly NetworkOperatorESMEPolyPhase?: MmcNetworkOperatorESMEPolyPhase;
}

export interface MmcElectricityNetworkOperatorAlertsEvents {
  readonly ElectricityNetworkOperatorWANAlertSettings?: MmcElectricityNetworkOperatorAlerts;
  readonly ElectricityNetworkOperatorLoggingSettings?: MmcElectricityNetworkOperatorAlerts;
}

export interface MmcElectricityNonDisablementCalendar {
  readonly ElectricitySpecialDays?: MmcElecSpecialDaysPrepayment;
  readonly ElectricityNonDisablementSchedule?: readonly MmcElectricityNonDisablementSchedule[];
}

export interface MmcElectricityNonDisablementSchedule {
  readonly NonDisablementScript?: 'START' | 'STOP';
  readonly SpecialDaysApplicability?: MmcSpecialDaysApplicability;
  readonly DaysOfWeekApplicability?: MmcDaysOfWeekApplicability;
  readonly ScheduleDatesAndTime?: MmcScheduleDatesAndTimeWithoutWildcards;
}

export interface MmcElectricitySupplierAlerts {
  readonly SupplierESMECommon?: MmcSupplierESMECommon;
  readonly SupplierESMEPolyPhase?: MmcSupplierESMEPolyPhase;
}

export interface MmcElectricitySupplierAlertsEvents {
  readonly ElectricitySupplierWANAlertSettings?: MmcElectricitySupplierAlerts;
  readonly ElectricitySupplierHANAlertSettings?: MmcElectricitySupplierAlerts;
  readonly ElectricitySupplierAlarmSettings?: MmcElectricitySupplierAlerts;
  readonly ElectricitySupplierLoggingSettings?: MmcElectricitySupplierAlerts;
}

export interface MmcEnableSupplyRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcExecutionOutcome {
  readonly AuthorisingRemotePartyOriginatorCounter?: bigint;
  readonly CredentialsReplacementMode?:
    | 'ACBByACB'
    | 'SupplierBySupplier'
    | 'NetworkOperatorByNetworkOperator'
    | 'LoadControllerBySupplier'
    | 'SupplierByTransCoS';
  readonly RemotePartySeqNumberChange?: MmcRemotePartySeqNumberChange;
  readonly ReplacementOutcome?: readonly MmcReplacementOutcome[];
}

export interface MmcExportProfileDataLogType {
  readonly ActiveEnergyExportedValue?: bigint;
  readonly ReactiveEnergyExportedValue?: bigint;
  readonly Timestamp?: Date;
}

export interface MmcFirmwareActivationDeviceAlertType {
  readonly ExecutionDateTime?: Date;
  readonly OriginatorCounterFromCommand?: bigint;
  readonly ActivateImageResponseCode?: MmcStatusASN1;
  readonly FirmwareVersion?: string;
}

export interface MmcFirmwareVerificationDeviceAlertType {
  readonly ManufacturerImageHash?: Buffer;
}

export interface MmcFutureDatedCommandOutcomeDeviceAlertType {
  readonly COSEMFutureDatedAlert?: MmcCOSEMFutureDatedAlertType;
  readonly GBZFutureDatedAlert?: MmcGBZFutureDatedAlertType;
  readonly UpdateSecurityCredentialsDeviceAlert?: MmcUpdateSecurityCredentialsDeviceAlertType;
  readonly FirmwareActivationDeviceAlert?: MmcFirmwareActivationDeviceAlertType;
}

export interface MmcGBCSDataType {
  readonly value: Buffer;
  readonly format: string;
  readonly sequence: bigint;
  readonly name: string;
  readonly type: string;
}

export interface MmcGBZCommandInstruction {
  readonly ExtendedHeaderClusterID?: Buffer;
  readonly FrameControl?: Buffer;
  readonly CommandIdentifier?: Buffer;
}

export interface MmcGBZFutureDatedAlertType {
  readonly FutureDatedCommandMessageCode?: Buffer;
  readonly FutureDatedCommandOriginatorCounter?: bigint;
  readonly GBZFDInstructionIdentification?: MmcGBZCommandInstruction;
}

export interface MmcGSMEBillingDataLogType {
  readonly Timestamp?: Date;
  readonly ActiveImportRegisterValueConsumption?: string;
  readonly BlockRegisterMatrixValue?: readonly MmcDecimalWithIndex[];
  readonly TariffTOURegisterMatrixValue?: readonly MmcDecimalWithIndex[];
}

export interface MmcGasBillingCalendar {
  readonly BillingPeriodStart: Date;
  readonly Periodicity: 'Daily' | 'Weekly' | 'Monthly' | 'Quarterly' | 'SixMonthly' | 'Yearly';
}

export interface MmcGasBlockPrice {
  readonly value: number;
  readonly index: number;
}

export interface MmcGasDailyConsumptionLogEntryType {
  readonly Value?: string;
  readonly Timestamp?: Date;
}

export interface MmcGasDateWithWildcards {
  readonly GasYearWithWildcards?: MmcGasYearWithWildcards;
  readonly GasMonthWithWildcards?: MmcGasMonthWithWildcards;
  readonly GasDayOfMonthWithWildcards?: MmcGasDayOfMonthWithWildcards;
  readonly GasDayOfWeekWithWildcards?: MmcGasDayOfWeekWithWildcards;
}

export interface MmcGasDayOfMonthWithWildcards {
  readonly SpecifiedDayOfMonth?: number;
  readonly GasNonSpecifiedDayOfMonth?: MmcNoType;
}

export interface MmcGasDayOfWeekWithWildcards {
  readonly SpecifiedDayOfWeek?: number;
  readonly NonSpecifiedDayOfWeek?: MmcNoType;
}

export interface MmcGasDayProfile {
  readonly DayName: number;
  readonly TOUTariffAction?: number;
  readonly BlockTariff?: MmcNoType;
}

export interface MmcGasDayProfiles {
  readonly DayProfile?: readonly MmcGasDayProfile[];
}

export interface MmcGasDebtRecovery {
  readonly DebtRecoveryRate?: bigint;
  readonly DebtRecoveryRatePeriod?: 'HOURLY' | 'DAILY';
}

export interface MmcGasMonthWithWildcards {
  readonly SpecifiedMonth?: number;
  readonly NonSpecifiedMonth?: MmcNoType;
}

export interface MmcGasNetworkDataLog {
  readonly LogEntry?: readonly MmcGasNetworkDataLogEntryType[];
}

export interface MmcGasNetworkDataLogEntryType {
  readonly Value?: string;
  readonly Timestamp?: Date;
}

export interface MmcGasNonDisablementCalendar {
  readonly DayProfiles?: MmcGasNonDisablementDayProfiles;
  readonly WeekProfiles?: MmcGasWeekProfilesNonDisablement;
  readonly SeasonProfiles?: MmcGasSeasonsNonDisablement;
  readonly SpecialDays?: MmcGasSpecialDaysNonDisablement;
}

export interface MmcGasNonDisablementDayProfile {
  readonly TimeStartAction?: readonly MmcGasNonDisablementTimeStartAction[];
  readonly GasDayName?: number;
}

export interface MmcGasNonDisablementDayProfiles {
  readonly GasNonDisablementDayProfile?: readonly MmcGasNonDisablementDayProfile[];
}

export interface MmcGasNonDisablementTimeStartAction {
  readonly index: number;
  readonly StartTime?: string;
  readonly NonDisablementAction?: 'START' | 'STOP';
}

export interface MmcGasReferencedDayName {
  readonly value: number;
  readonly index: number;
}

export interface MmcGasReferencedDayNameNonDisablement {
  readonly value: number;
  readonly index: number;
}

export interface MmcGasSeason {
  readonly SeasonStartDate?: MmcGasDateWithWildcards;
  readonly ReferencedWeekName?: number;
}

export interface MmcGasSeasonNonDisablement {
  readonly SeasonStartDate?: MmcGasDateWithWildcards;
  readonly ReferencedWeekName?: number;
}

export interface MmcGasSeasons {
  readonly Season?: readonly MmcGasSeason[];
}

export interface MmcGasSeasonsNonDisablement {
  readonly Season?: readonly MmcGasSeasonNonDisablement[];
}

export interface MmcGasSpecialDay {
  readonly Date?: MmcGasDateWithWildcards;
  readonly ReferencedDay?: number;
}

export interface MmcGasSpecialDayNonDisablement {
  readonly Date?: MmcGasDateWithWildcards;
  readonly ReferencedDayName?: number;
}

export interface MmcGasSpecialDaysNonDisablement {
  readonly SpecialDay?: readonly MmcGasSpecialDayNonDisablement[];
}

export interface MmcGasTOUPrice {
  readonly value: number;
  readonly index: number;
}

export interface MmcGasTariffBlockPrices {
  readonly BlockPrice?: readonly MmcGasBlockPrice[];
}

export interface MmcGasTariffSwitchingTable {
  readonly DayProfiles?: MmcGasDayProfiles;
  readonly WeekProfiles?: MmcGasWeekProfiles;
  readonly Seasons?: MmcGasSeasons;
}

export interface MmcGasTariffSwitchingTableSpecialDays {
  readonly SpecialDay?: readonly MmcGasSpecialDay[];
}

export interface MmcGasTariffTOUPriceMatrix {
  readonly TariffTOUPrice?: readonly MmcGasTOUPrice[];
}

export interface MmcGasTariffThresholds {
  readonly BlockThreshold?: readonly MmcGasThreshold[];
}

export interface MmcGasThreshold {
  readonly value: string;
  readonly index: number;
}

export interface MmcGasWeekProfile {
  readonly WeekName?: number;
  readonly ReferencedDay?: readonly MmcGasReferencedDayName[];
}

export interface MmcGasWeekProfiles {
  readonly WeekProfile?: readonly MmcGasWeekProfile[];
}

export interface MmcGasWeekProfilesNonDisablement {
  readonly WeekProfile?: readonly MmcWeekProfileGasNonDisablement[];
}

export interface MmcGasYearWithWildcards {
  readonly SpecifiedYear?: number;
  readonly NonSpecifiedYear?: MmcNoType;
}

export interface MmcHeaderType {
  readonly BusinessOriginatorID: Eui64;
  readonly BusinessTargetID: Eui64;
  readonly OriginatorCounter: bigint;
  readonly SupplementaryRemotePartyID?: Eui64;
  readonly SupplementaryRemotePartyCounter?: bigint;
  readonly SupplementaryOriginatorCounter?: bigint;
  readonly GBCSHexadecimalMessageCode?: Buffer;
  readonly ServiceReference?: MmcServiceReference;
  readonly ServiceReferenceVariant?: MmcServiceReferenceVariant;
  readonly Timestamp?: MmcHeaderType_Timestamp;
}

export interface MmcHeaderType_Timestamp {
  readonly value: Date;
  readonly isFromGSME?: boolean;
  readonly ClockStatus?: 'reliable' | 'invalid' | 'unreliable';
}

export interface MmcImportBlockCounters {
  readonly TariffBlockCounterValue?: readonly MmcDecimalWithIndex[];
}

export interface MmcImportDailyReadLogType {
  readonly Timestamp?: Date;
  readonly Gas?: MmcImportDailyReadLogType_Gas;
  readonly Electricity?: MmcImportDailyReadLogType_Electricity;
}

export interface MmcImportDailyReadLogType_Electricity {
  readonly ElecActiveImportRegisterConsumption?: bigint;
  readonly SecondaryActiveImportRegisterConsumption?: bigint;
  readonly SecondaryTariffTOURegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOURegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock1RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock2RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock3RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
  readonly TariffTOUBlock4RegisterMatrixValue?: readonly MmcIntegerWithIndex[];
}

export interface MmcImportDailyReadLogType_Gas {
  readonly GasActiveImportRegisterConsumption?: string;
  readonly TariffBlockCounterMatrix?: readonly MmcDecimalWithIndex[];
  readonly TariffTOURegisterMatrix?: readonly MmcDecimalWithIndex[];
}

export interface MmcIntegerWithIndex {
  readonly value: bigint;
  readonly index?: bigint;
}

export interface MmcIssueSecurityCredentialsRsp {
  readonly MessageSuccess?: boolean;
  readonly IssueCredentialsResponseCode?: MmcStatusASN1;
  readonly CertificationRequest?: Buffer;
}

export interface MmcJoinServiceCriticalRsp {
  readonly MessageSuccess?: boolean;
  readonly joinResponseCode: MmcStatusASN1;
}

export interface MmcJoinServiceNonCriticalRsp {
  readonly MessageSuccess?: boolean;
  readonly joinResponseCode: MmcStatusASN1;
}

export interface MmcLimitAPCLevelCommandProcessedDeviceAlert {
  readonly APCLimitPeriodStart: Date;
  readonly APCLimitPeriodEnd: Date;
  readonly AuxiliaryControllerN: number;
  readonly ResultingLevel: number;
  readonly InputFromControlledLoad?: MmcNoType;
}

export interface MmcLimitAPCLevelEndedDeviceAlert {
  readonly AuxiliaryControllerN: number;
  readonly ResultingLevel: number;
  readonly InputFromControlledLoad?: MmcNoType;
}

export interface MmcLimitAPCLevelRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcLogEntryType {
  readonly Timestamp?: Date;
  readonly LogCode?: Buffer;
  readonly LogMeaning?: string;
  readonly OtherInformation?: Buffer;
  readonly OtherInformationLogMeaning?: string;
}

export interface MmcLogType {
  readonly LogEntry?: readonly MmcLogEntryType[];
}

export interface MmcMaxDemandActiveEnergyImportDataType {
  readonly Value?: bigint;
  readonly CaptureTime?: Date;
  readonly LastResetDateTime?: Date;
}

export interface MmcMaxDemandConfigurableTimeActivePowerImportDataType {
  readonly Value?: bigint;
  readonly CaptureTime?: Date;
  readonly LastResetDateTime?: Date;
}

export interface MmcMaxDemandRegisterDataType {
  readonly Value?: bigint;
  readonly CaptureTime?: Date;
  readonly LastResetDateTime?: Date;
}

export interface MmcMaximumDemandTimePeriodSchedule {
  readonly StartTime: string;
  readonly EndTime: string;
}

export interface MmcMonth {
  readonly SpecifiedMonth?: number;
  readonly NonSpecifiedMonth?: MmcNoType;
}

export interface MmcNetworkOperatorESMECommon {
  readonly x8014?: MmcEnableDisableAlert;
  readonly x8015?: MmcEnableDisableAlert;
}

export interface MmcNetworkOperatorESMEPolyPhase {
  readonly x8003?: MmcEnableDisableAlert;
  readonly x8004?: MmcEnableDisableAlert;
  readonly x8005?: MmcEnableDisableAlert;
  readonly x8007?: MmcEnableDisableAlert;
  readonly x8008?: MmcEnableDisableAlert;
  readonly x8009?: MmcEnableDisableAlert;
  readonly x8021?: MmcEnableDisableAlert;
  readonly x8022?: MmcEnableDisableAlert;
  readonly x8023?: MmcEnableDisableAlert;
  readonly x8025?: MmcEnableDisableAlert;
  readonly x8026?: MmcEnableDisableAlert;
  readonly x8027?: MmcEnableDisableAlert;
  readonly x8029?: MmcEnableDisableAlert;
  readonly x802A?: MmcEnableDisableAlert;
  readonly x802B?: MmcEnableDisableAlert;
  readonly x802D?: MmcEnableDisableAlert;
  readonly x802E?: MmcEnableDisableAlert;
  readonly x802F?: MmcEnableDisableAlert;
  readonly x8086?: MmcEnableDisableAlert;
  readonly x8087?: MmcEnableDisableAlert;
  readonly x8088?: MmcEnableDisableAlert;
  readonly x808A?: MmcEnableDisableAlert;
  readonly x808B?: MmcEnableDisableAlert;
  readonly x808C?: MmcEnableDisableAlert;
  readonly x808E?: MmcEnableDisableAlert;
  readonly x808F?: MmcEnableDisableAlert;
  readonly x8090?: MmcEnableDisableAlert;
  readonly x8092?: MmcEnableDisableAlert;
  readonly x8093?: MmcEnableDisableAlert;
  readonly x8094?: MmcEnableDisableAlert;
  readonly x8096?: MmcEnableDisableAlert;
  readonly x8097?: MmcEnableDisableAlert;
  readonly x8098?: MmcEnableDisableAlert;
  readonly x809A?: MmcEnableDisableAlert;
  readonly x809B?: MmcEnableDisableAlert;
  readonly x809C?: MmcEnableDisableAlert;
  readonly x8011?: MmcEnableDisableAlert;
  readonly x8016?: MmcEnableDisableAlert;
  readonly x8013?: MmcEnableDisableAlert;
}

export interface MmcNetworkOperatorESMESinglePhase {
  readonly x8002?: MmcEnableDisableAlert;
  readonly x8006?: MmcEnableDisableAlert;
  readonly x8020?: MmcEnableDisableAlert;
  readonly x8024?: MmcEnableDisableAlert;
  readonly x8028?: MmcEnableDisableAlert;
  readonly x802C?: MmcEnableDisableAlert;
  readonly x8085?: MmcEnableDisableAlert;
  readonly x8089?: MmcEnableDisableAlert;
  readonly x808D?: MmcEnableDisableAlert;
  readonly x8091?: MmcEnableDisableAlert;
  readonly x8095?: MmcEnableDisableAlert;
  readonly x8099?: MmcEnableDisableAlert;
  readonly x8010?: MmcEnableDisableAlert;
}

export type MmcNoType = Record<string, never>;

export interface MmcOperatingLowerBandSubGHzChannel {
  readonly Channel0?: MmcNoType;
  readonly Channel1?: MmcNoType;
  readonly Channel2?: MmcNoType;
  readonly Channel3?: MmcNoType;
  readonly Channel4?: MmcNoType;
  readonly Channel5?: MmcNoType;
  readonly Channel6?: MmcNoType;
  readonly Channel7?: MmcNoType;
  readonly Channel8?: MmcNoType;
  readonly Channel9?: MmcNoType;
  readonly Channel10?: MmcNoType;
  readonly Channel11?: MmcNoType;
  readonly Channel12?: MmcNoType;
  readonly Channel13?: MmcNoType;
  readonly Channel14?: MmcNoType;
  readonly Channel15?: MmcNoType;
  readonly Channel16?: MmcNoType;
  readonly Channel17?: MmcNoType;
  readonly Channel18?: MmcNoType;
  readonly Channel19?: MmcNoType;
  readonly Channel20?: MmcNoType;
  readonly Channel21?: MmcNoType;
  readonly Channel22?: MmcNoType;
  readonly Channel23?: MmcNoType;
  readonly Channel24?: MmcNoType;
  readonly Channel25?: MmcNoType;
  readonly Channel26?: MmcNoType;
  readonly Channel27?: MmcNoType;
  readonly Channel28?: MmcNoType;
  readonly Channel29?: MmcNoType;
  readonly Channel30?: MmcNoType;
  readonly Channel31?: MmcNoType;
  readonly Channel32?: MmcNoType;
  readonly Channel33?: MmcNoType;
  readonly Channel34?: MmcNoType;
  readonly Channel35?: MmcNoType;
  readonly Channel36?: MmcNoType;
  readonly Channel37?: MmcNoType;
  readonly Channel38?: MmcNoType;
  readonly Channel39?: MmcNoType;
  readonly Channel40?: MmcNoType;
  readonly Channel41?: MmcNoType;
  readonly Channel42?: MmcNoType;
  readonly Channel43?: MmcNoType;
  readonly Channel44?: MmcNoType;
  readonly Channel45?: MmcNoType;
  readonly Channel46?: MmcNoType;
  readonly Channel47?: MmcNoType;
  readonly Channel48?: MmcNoType;
  readonly Channel49?: MmcNoType;
  readonly Channel50?: MmcNoType;
  readonly Channel51?: MmcNoType;
  readonly Channel52?: MmcNoType;
  readonly Channel53?: MmcNoType;
  readonly Channel54?: MmcNoType;
  readonly Channel55?: MmcNoType;
  readonly Channel56?: MmcNoType;
  readonly Channel57?: MmcNoType;
  readonly Channel58?: MmcNoType;
  readonly Channel59?: MmcNoType;
  readonly Channel60?: MmcNoType;
  readonly Channel61?: MmcNoType;
}

export interface MmcOperatingSubGHzChannel {
  readonly OperatingLowerBandSubGHzChannel?: MmcOperatingLowerBandSubGHzChannel;
  readonly OperatingUpperBandSubGHzChannel?: MmcOperatingUpperBandSubGHzChannel;
}

export interface MmcOperatingUpperBandSubGHzChannel {
  readonly Channel0?: MmcNoType;
  readonly Channel1?: MmcNoType;
  readonly Channel2?: MmcNoType;
  readonly Channel3?: MmcNoType;
  readonly Channel4?: MmcNoType;
  readonly Channel5?: MmcNoType;
  readonly Channel6?: MmcNoType;
  readonly Channel7?: MmcNoType;
  readonly Channel8?: MmcNoType;
  readonly Channel9?: MmcNoType;
  readonly Channel10?: MmcNoType;
  readonly Channel11?: MmcNoType;
  readonly Channel12?: MmcNoType;
  readonly Channel13?: MmcNoType;
  readonly Channel14?: MmcNoType;
  readonly Channel15?: MmcNoType;
  readonly Channel16?: MmcNoType;
  readonly Channel17?: MmcNoType;
  readonly Channel18?: MmcNoType;
  readonly Channel19?: MmcNoType;
  readonly Channel20?: MmcNoType;
  readonly Channel21?: MmcNoType;
  readonly Channel22?: MmcNoType;
  readonly Channel23?: MmcNoType;
  readonly Channel24?: MmcNoType;
  readonly Channel25?: MmcNoType;
  readonly Channel26?: MmcNoType;
}

export interface MmcOperationalUpdateDeviceAlert {
  readonly OutputState?: number;
  readonly InputState?: number;
  readonly StateAndAssociatedInformation?: string;
}

export interface MmcPaymentBasedDebtRepaymentType {
  readonly LogEntry?: readonly MmcBillingDataLogAmountTimestamp[];
}

export interface MmcPhaseVoltageOperationalData {
  readonly VoltageOperationalData?: MmcVoltageOperationalData;
  readonly Phase?: number;
}

export interface MmcPolyPhaseVoltageSettings {
  readonly Phase?: number;
  readonly PhaseVoltageSettings?: MmcAverageRMSVoltageSettings;
}

export interface MmcPrepaymentCreditsType {
  readonly LogEntry?: readonly MmcBillingDataLogAmountTimestamp[];
}

export interface MmcPrepaymentOperationalDataType {
  readonly AccumulatedDebtRegister?: bigint;
  readonly EmergencyCreditBalance?: bigint;
  readonly MeterBalance?: bigint;
  readonly PaymentDebtRegister?: bigint;
  readonly TimeDebtRegisters1?: bigint;
  readonly TimeDebtRegisters2?: bigint;
  readonly Timestamp?: Date;
}

export interface MmcProfileDataLogActiveImportType {
  readonly Timestamp?: Date;
  readonly Electricity?: MmcProfileDataLogActiveImportType_Electricity;
  readonly Gas?: MmcProfileDataLogActiveImportType_Gas;
}

export interface MmcProfileDataLogActiveImportType_Electricity {
  readonly PrimaryValue?: bigint;
  readonly SecondaryValue?: bigint;
}

export interface MmcProfileDataLogActiveImportType_Gas {
  readonly PrimaryValue?: string;
}

export interface MmcRMSVoltageSettings {
  readonly RMSExtremeOverVoltageMeasurementPeriod?: number;
  readonly RMSExtremeOverVoltageThreshold?: number;
  readonly RMSExtremeUnderVoltageMeasurementPeriod?: number;
  readonly RMSExtremeUnderVoltageThreshold?: number;
  readonly RMSVoltageSagMeasurementPeriod?: number;
  readonly RMSVoltageSagThreshold?: number;
  readonly RMSVoltageSwellMeasurementPeriod?: number;
  readonly RMSVoltageSwellThreshold?: number;
}

export interface MmcReactiveImportProfileDataLogType {
  readonly ReactiveEnergyImportedValue?: bigint;
  readonly Timestamp?: Date;
}

export interface MmcReactivePowerRegisterDataType {
  readonly Value?: bigint;
  readonly ReactiveEnergyUnit?: MmcReactiveEnergyUnit;
}

export interface MmcReadALCSDataRsp {
  readonly MessageSuccess?: boolean;
  readonly AuxiliaryLoadControlSwitch?: readonly MmcALCSType[];
  readonly ALCSHCALCSSpecialDays?: MmcALCSHCALCSSpecialDays;
  readonly ALCSScheduler?: readonly MmcALCSHCALCSConnectionSchedule[];
}

export interface MmcReadActiveImportProfileDataRsp {
  readonly MessageSuccess?: boolean;
  readonly LogEntry?: readonly MmcProfileDataLogActiveImportType[];
}

export interface MmcReadActivePowerImportRsp {
  readonly MessageSuccess?: boolean;
  readonly ActivePowerImport?: MmcActivePowerImportType;
  readonly PrimaryActivePowerImportValue?: bigint;
}

export interface MmcReadAuxiliaryControllerConfigurationDataRsp {
  readonly MessageSuccess?: boolean;
  readonly AuxiliaryControllerDescription?: readonly MmcAuxiliaryControllerDescription[];
  readonly AuxiliaryControllerSpecialDayDefinitions?: MmcAuxiliaryControllerSpecialDayDefinitions;
  readonly AuxiliaryControllerSchedule?: readonly MmcAuxiliaryControllerSchedule[];
}

export interface MmcReadAuxiliaryControllerOperationalDataRsp {
  readonly MessageSuccess?: boolean;
  readonly AuxiliaryControllerOperationalData?: readonly MmcAuxiliaryControllerOperationalData[];
}

export interface MmcReadBoostButtonDetailsRsp {
  readonly MessageSuccess?: boolean;
  readonly EventLogEntry?: readonly MmcReadBoostButtonEventLogType[];
  readonly BoostFunctionAvailability?: boolean;
  readonly BoostFunctionControl1Value?: boolean;
  readonly BoostFunctionControl2Value?: boolean;
  readonly BoostFunctionControl3Value?: boolean;
  readonly BoostFunctionControl4Value?: boolean;
  readonly BoostFunctionControl5Value?: boolean;
}

export interface MmcReadBoostButtonEventLogType {
  readonly BoostEnd: Date;
  readonly BoostStart: Date;
}

export interface MmcReadCHFSubGHzChannelLogRsp {
  readonly MessageSuccess?: boolean;
  readonly LogEntry?: readonly MmcCHFSubGHzChannelLogEntry[];
}

export interface MmcReadCHFSubGHzChannelRsp {
  readonly MessageSuccess?: boolean;
  readonly OperatingSubGHzChannel?: MmcOperatingSubGHzChannel;
}

export interface MmcReadCHFSubGHzConfigurationRsp {
  readonly MessageSuccess?: boolean;
  readonly LowerBandSubGHzChannels0To26?: MmcChannels0To26;
  readonly LowerBandSubGHzChannels27To34?: MmcChannels27To34;
  readonly LowerBandSubGHzChannels35To61?: MmcChannels35To61;
  readonly UpperBandSubGHzChannels0To26?: MmcChannels0To26;
  readonly NormalLimitedDutyCycleThreshold?: string;
  readonly LimitedCriticalDutyCycleThreshold?: string;
  readonly MaximumSubGHzChannelChangesPerWeek?: number;
  readonly GSMECurfew?: number;
  readonly ChannelQuieterThreshold?: number;
  readonly ChannelNoisierThreshold?: number;
  readonly NonGSMEPoorCommsPercentageThreshold?: string;
  readonly NonGSMEPoorCommsMeasurementPeriods?: number;
  readonly LocalCHNoiseMeasurementPeriod?: number;
  readonly LocalCHFailurePercentage?: string;
  readonly LocalCHRetryPercentage?: string;
}

export interface MmcReadDeviceConfigurationDataBillingCalendarRsp {
  readonly MessageSuccess?: boolean;
  readonly BillingCalendar?: MmcBillingCalendar;
}

export interface MmcReadDeviceConfigurationEventAndAlertBehavioursRsp {
  readonly MessageSuccess?: boolean;
  readonly ElectricitySupplierAlertEventSettings?: MmcElectricitySupplierAlertsEvents;
  readonly ElectricityNetworkOperatorAlertEventSettings?: MmcElectricityNetworkOperatorAlertsEvents;
  readonly GasSupplierAlertEventSettings?: MmcSupplierGSMEAlertsEvents;
}

export interface MmcReadDeviceConfigurationGasRsp {
  readonly MessageSuccess?: boolean;
  readonly CalorificValue?: string;
  readonly ConversionFactor?: string;
  readonly UncontrolledGasFlowRate?: string;
  readonly FlowStabilisationPeriod?: bigint;
  readonly FlowMeasurementPeriod?: bigint;
}

export interface MmcReadDeviceConfigurationIdentityExcMPxNRsp {
  readonly MessageSuccess?: boolean;
  readonly DeviceIdentifier?: Eui64;
  readonly ModelType?: string;
  readonly ManufacturerIdentifier?: string;
  readonly Electricity?: MmcReadDeviceConfigurationIdentityExcMPxNRsp_Electricity;
  readonly Gas?: MmcReadDeviceConfigurationIdentityExcMPxNRsp_Gas;
}

export interface MmcReadDeviceConfigurationIdentityExcMPxNRsp_Electricity {
  readonly SupplyTamperState?: 'Unchanged' | 'Locked';
  readonly MeterVariant?: string;
}

export interface MmcReadDeviceConfigurationIdentityExcMPxNRsp_Gas {
  readonly SupplyTamperState?: 'Unchanged' | 'Locked';
  readonly SupplyDepletionState?: 'Unchanged' | 'Locked';
}

export interface MmcReadDeviceConfigurationInstantaneousPowerThresholdsRsp {
  readonly MessageSuccess?: boolean;
  readonly LowMediumPowerThreshold?: bigint;
  readonly MediumHighPowerThreshold?: bigint;
}

export interface MmcReadDeviceConfigurationMPxNRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcReadDeviceConfigurationMPxNRsp_Electricity;
  readonly Gas?: MmcReadDeviceConfigurationMPxNRsp_Gas;
}

export interface MmcReadDeviceConfigurationMPxNRsp_Electricity {
  readonly ImportMPAN?: string;
  readonly SecondaryImportMPAN?: string;
  readonly ExportMPAN?: string;
}

export interface MmcReadDeviceConfigurationMPxNRsp_Gas {
  readonly MPRN?: string;
}

export interface MmcReadDeviceConfigurationPaymentModeRsp {
  readonly MessageSuccess?: boolean;
  readonly PaymentMode?: 'Credit' | 'Prepayment';
  readonly SuspendDebtEmergency?: boolean;
  readonly SuspendDebtDisabled?: boolean;
}

export interface MmcReadDeviceConfigurationRandomisationRsp {
  readonly MessageSuccess?: boolean;
  readonly RandomisedOffset?: bigint;
  readonly RandomisedOffsetNumber?: bigint;
  readonly RandomisedOffsetLimit?: bigint;
}

export interface MmcReadDeviceConfigurationVoltageRsp {
  readonly MessageSuccess?: boolean;
  readonly SinglePhaseVoltageSettings?: MmcAverageRMSVoltageSettings;
  readonly PolyPhaseVoltageSettings?: readonly MmcPolyPhaseVoltageSettings[];
  readonly RMSVoltageSettings?: MmcRMSVoltageSettings;
}

export interface MmcReadDeviceLogRsp {
  readonly MessageSuccess?: boolean;
  readonly DeviceLogEntries?: MmcDeviceLog;
  readonly CHFDeviceLog?: MmcCHFDeviceLogType;
  readonly CHFConnectedDeviceLog?: MmcCHFConnectedDeviceLogType;
}

export interface MmcReadEventOrSecurityLogRsp {
  readonly MessageSuccess?: boolean;
  readonly Log?: MmcLogType;
  readonly ALCSEvent?: MmcALCSLogType;
}

export interface MmcReadExportProfileDataRsp {
  readonly MessageSuccess?: boolean;
  readonly LogEntry?: readonly MmcExportProfileDataLogType[];
}

export interface MmcReadFirmwareVersionRsp {
  readonly MessageSuccess?: boolean;
  readonly FirmwareVersion?: string;
}

export interface MmcReadInstantaneousExportRegistersRsp {
  readonly MessageSuccess?: boolean;
  readonly ActiveExportRegister?: MmcActivePowerRegisterDataType;
  readonly ReactiveExportRegister?: MmcReactivePowerRegisterDataType;
}

export interface MmcReadInstantaneousImportBlockCountersRsp {
  readonly MessageSuccess?: boolean;
  readonly ImportBlockCounters?: MmcImportBlockCounters;
}

export interface MmcReadInstantaneousImportRegistersRsp {
  readonly MessageSuccess?: boolean;
  readonly Gas?: MmcReadInstantaneousImportRegistersRsp_Gas;
  readonly Electricity?: MmcReadInstantaneousImportRegistersRsp_Electricity;
}

export interface MmcReadInstantaneousImportRegistersRsp_Electricity {
  readonly ActiveImportRegister?: MmcActivePowerRegisterDataType;
  readonly ReactiveImportRegister?: MmcReactivePowerRegisterDataType;
  readonly SecondaryActiveImportRegister?: MmcActivePowerRegisterDataType;
}

export interface MmcReadInstantaneousImportRegistersRsp_Gas {
  readonly ConsumptionRegister?: MmcConsumptionRegisterDataType;
}

export interface MmcReadInstantaneousImportTOUMatricesRsp {
  readonly MessageSuccess?: boolean;
  readonly Gas?: MmcReadInstantaneousImportTOUMatricesRsp_Gas;
  readonly Electricity?: MmcReadInstantaneousImportTOUMatricesRsp_Electricity;
}

export interface MmcReadInstantaneousImportTOUMatricesRsp_Electricity {
  readonly TariffTOURegisterCollection?: MmcTariffTOURegisterCollectionType;
}

export interface MmcReadInstantaneousImportTOUMatricesRsp_Gas {
  readonly TariffTOURegisterMatrix?: MmcTariffTOURegisterMatrixType;
}

export interface MmcReadInstantaneousImportTOUWithBlocksMatricesRsp {
  readonly MessageSuccess?: boolean;
  readonly TariffBlockTOURegisterCollection?: MmcTariffBlockTOUType;
}

export interface MmcReadInstantaneousPrepayValuesRsp {
  readonly MessageSuccess?: boolean;
  readonly EmergencyCreditBalance?: bigint;
  readonly AccumulatedDebtRegister?: bigint;
  readonly PaymentDebtRegister?: bigint;
  readonly TimeDebtRegister1?: bigint;
  readonly TimeDebtRegister2?: bigint;
  readonly MeterBalance?: bigint;
}

export interface MmcReadLoadLimitDataRsp {
  readonly MessageSuccess?: boolean;
  readonly LoadLimitCounterValue?: bigint;
  readonly LoadLimitPowerThreshold?: bigint;
  readonly LoadLimitPeriod?: bigint;
  readonly LoadLimitRestorationPeriod?: bigint;
  readonly LoadLimitSupplyState?: 'Disable' | 'Unchanged';
}

export interface MmcReadMaximumDemandExportRegistersRsp {
  readonly MessageSuccess?: boolean;
  readonly MaxDemandActiveEnergyExport?: MmcMaxDemandRegisterDataType;
}

export interface MmcReadMaximumDemandImportRegistersRsp {
  readonly MessageSuccess?: boolean;
  readonly MaxDemandConfigurableTimeActivePowerImport?: MmcMaxDemandConfigurableTimeActivePowerImportDataType;
  readonly MaxDemandActiveEnergyImport?: MmcMaxDemandActiveEnergyImportDataType;
  readonly MaxDemandConfigurableTimePeriod?: MmcMaximumDemandTimePeriodSchedule;
}

export interface MmcReadMeterBalanceRsp {
  readonly MessageSuccess?: boolean;
  readonly MeterBalance?: bigint;
  readonly Gas?: MmcReadMeterBalanceRsp_Gas;
}

export interface MmcReadMeterBalanceRsp_Gas {
  readonly MeterBalancePrepaymentMode?: bigint;
}

export interface MmcReadNetworkDataRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcReadNetworkDataRsp_Electricity;
  readonly Gas?: MmcReadNetworkDataRsp_Gas;
}

export interface MmcReadNetworkDataRsp_Electricity {
  readonly SinglePhaseESME?: MmcVoltageOperationalData;
  readonly PolyPhaseESME?: MmcVoltagePolyPhaseESME;
}

export interface MmcReadNetworkDataRsp_Gas {
  readonly NetworkDataLog?: MmcGasNetworkDataLog;
}

export interface MmcReadPrepaymentConfigurationRsp {
  readonly MessageSuccess?: boolean;
  readonly DebtRecoveryPerPayment?: bigint;
  readonly DebtRecoveryRateCap?: bigint;
  readonly DisablementThreshold?: bigint;
  readonly EmergencyCreditLimit?: bigint;
  readonly EmergencyCreditThreshold?: bigint;
  readonly LowCreditThreshold?: bigint;
  readonly CreditMaxCreditThreshold?: bigint;
  readonly MaxCreditMaxMeterBalance?: bigint;
  readonly SuspendDebtDisabled?: boolean;
  readonly SuspendDebtEmergency?: boolean;
  readonly Gas?: MmcReadPrepaymentConfigurationRsp_Gas;
  readonly Electricity?: MmcReadPrepaymentConfigurationRsp_Electricity;
}

export interface MmcReadPrepaymentConfigurationRsp_Electricity {
  readonly PaymentMode?: MmcPaymentMode;
  readonly NonDisablementCalendar?: MmcElectricityNonDisablementCalendar;
  readonly DebtRecovery1?: MmcElecDebtRecovery;
  readonly DebtRecovery2?: MmcElecDebtRecovery;
}

export interface MmcReadPrepaymentConfigurationRsp_Gas {
  readonly NonDisablementCalendar?: MmcGasNonDisablementCalendar;
  readonly DebtRecovery1?: MmcGasDebtRecovery;
  readonly DebtRecovery2?: MmcGasDebtRecovery;
}

export interface MmcReadPrepaymentDailyReadLogRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcReadPrepaymentDailyReadLogRsp_Electricity;
  readonly Gas?: MmcReadPrepaymentDailyReadLogRsp_Gas;
}

export interface MmcReadPrepaymentDailyReadLogRsp_Electricity {
  readonly LogEntry?: readonly MmcPrepaymentOperationalDataType[];
}

export interface MmcReadPrepaymentDailyReadLogRsp_Gas {
  readonly LogEntry?: readonly MmcPrepaymentOperationalDataType[];
}

export interface MmcReadReactiveImportProfileDataRsp {
  readonly MessageSuccess?: boolean;
  readonly LogEntry?: readonly MmcReactiveImportProfileDataLogType[];
}

export interface MmcReadSupplyStatusRsp {
  readonly MessageSuccess?: boolean;
  readonly SupplyState?: MmcSupplyStateType;
  readonly Gas?: MmcReadSupplyStatusRsp_Gas;
}

export interface MmcReadSupplyStatusRsp_Gas {
  readonly RemainingBatteryCapacity?: number;
}

export interface MmcReadTariffPrimaryElementRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcReadTariffPrimaryElementRsp_Electricity;
  readonly Gas?: MmcReadTariffPrimaryElementRsp_Gas;
}

export interface MmcReadTariffPrimaryElementRsp_Electricity {
  readonly PrimaryActiveTariffPrice?: number;
  readonly CurrencyUnitsLabel?: 'GBP' | 'ECB';
  readonly CurrencyUnitsName?: 'Millipence' | 'Millicent';
  readonly StandingCharge?: number;
  readonly StandingChargeScale?: number;
  readonly PriceScale?: number;
  readonly TariffBlockPriceMatrix?: MmcElecTariffBlockPriceMatrix;
  readonly TariffTOUPriceMatrix?: MmcElecTariffTOUPriceMatrix;
  readonly TariffSwitchingTable?: MmcElecTariffSwitchingTablePrimaryElement;
  readonly TariffSwitchingTableSpecialDays?: MmcElecTariffSwitchingTableSpecialDaysPrimaryElement;
  readonly TariffThresholdMatrix?: MmcElecTariffThresholdMatrix;
}

export interface MmcReadTariffPrimaryElementRsp_Gas {
  readonly PrimaryActiveTariffPrice?: number;
  readonly PrimaryActiveTariffPriceScale?: number;
  readonly CurrencyUnitsLabel?: 'GBP' | 'ECB';
  readonly StandingCharge?: number;
  readonly TariffSwitchingTable?: MmcGasTariffSwitchingTable;
  readonly TariffSwitchingTableSpecialDays?: MmcGasTariffSwitchingTableSpecialDays;
  readonly TariffThresholds?: MmcGasTariffThresholds;
  readonly TOUTariff?: MmcGasTariffTOUPriceMatrix;
  readonly BlockTariff?: MmcGasTariffBlockPrices;
}

export interface MmcReadTariffSecondaryElementRsp {
  readonly MessageSuccess?: boolean;
  readonly SecondaryActiveTariffPrice?: number;
  readonly PriceScale?: number;
  readonly TariffTOUPriceMatrix?: MmcElecTariffTOUPriceMatrixSecondaryElement;
  readonly TariffSwitchingTable?: MmcElecTariffSwitchingTableSecondaryElement;
  readonly TariffSwitchingTableSpecialDays?: MmcElecTariffSwitchingTableSpecialDaysSecondaryElement;
}

export interface MmcRecordNetworkDataGASRsp {
  readonly MessageSuccess?: boolean;
  readonly SampleID?: bigint;
}

export interface MmcRemotePartyDetails {
  readonly RemotePartyRole?: MmcRemotePartyRole;
  readonly StatusCode?: MmcStatusASN1;
  readonly RemotePartyFloorSeqNumber?: bigint;
  readonly CertificateUsage?: 'DigitalSigning' | 'KeyAgreement' | 'KeyAgreementTopUp' | 'KeyCertSign';
  readonly ExistingRemotePartyID?: Eui64;
  readonly ExistingCertificateHash?: Buffer;
}

export interface MmcRemotePartySeqNumberChange {
  readonly RemotePartyRole?: MmcRemotePartyRole;
  readonly RemotePartyFloorSeqNumber?: bigint;
  readonly RemotePartyPrepaymentTopUpFloorSeqNumber?: bigint;
}

export interface MmcRemoveAuxiliaryLoadFromBoostButtonRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcReplacementOutcome {
  readonly StatusCode?: MmcStatusASN1;
  readonly CertificateType?: 'DigitalSigning' | 'KeyAgreement' | 'KeyAgreementTopUp' | 'KeyCertSign';
  readonly RemotePartyRole?: MmcRemotePartyRole;
  readonly ExistingRemotePartyID?: Eui64;
  readonly NewRemotePartyID?: Eui64;
  readonly ExistingCertificateHash?: Buffer;
  readonly NewCertificateHash?: Buffer;
}

export interface MmcRequestCHFSubGHzChannelScanRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcRequestCustomerIdentificationNumberRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcRequestHandoverOfDCCControlledDeviceRsp {
  readonly MessageSuccess?: boolean;
  readonly ExecutionOutcome?: MmcExecutionOutcome;
}

export interface MmcResetAuxiliaryLoadRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcResetMaximumDemandRegistersRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcResetTariffBlockCounterMatrixRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcResponsePayload {
  readonly GBCSData?: readonly MmcGBCSDataType[];
  readonly SMETSData?: MmcResponsePayload_SMETSData;
  readonly DebugInfo?: MmcResponsePayload_DebugInfo;
}

export interface MmcResponsePayload_DebugInfo {
  readonly ZIGBEEDebug?: MmcZIGBEEResponseType;
  readonly COSEMDebug?: MmcCOSEMDebugType;
  readonly SMETS1Debug?: MmcSMETS1DebugType;
}

export interface MmcResponsePayload_SMETSData {
  readonly UpdateImportTariffPrimaryElementRsp?: MmcUpdateImportTariffPrimaryElementRsp;
  readonly UpdateImportTariffSecondaryElementRsp?: MmcUpdateImportTariffSecondaryElementRsp;
  readonly UpdatePricePrimaryElementRsp?: MmcUpdatePricePrimaryElementRsp;
  readonly UpdatePriceSecondaryElementRsp?: MmcUpdatePriceSecondaryElementRsp;
  readonly UpdateMeterBalanceRsp?: MmcUpdateMeterBalanceRsp;
  readonly UpdatePaymentModeRsp?: MmcUpdatePaymentModeRsp;
  readonly ResetTariffBlockCounterMatrixRsp?: MmcResetTariffBlockCounterMatrixRsp;
  readonly UpdatePrepayConfigurationRsp?: MmcUpdatePrepayConfigurationRsp;
  readonly TopUpDeviceRsp?: MmcTopUpDeviceRsp;
  readonly UpdateDebtRsp?: MmcUpdateDebtRsp;
  readonly ActivateEmergencyCreditRsp?: MmcActivateEmergencyCreditRsp;
  readonly DisplayMessageRsp?: MmcDisplayMessageRsp;
  readonly RestrictAccessForChangeOfTenancyRsp?: MmcRestrictAccessForChangeOfTenancyRsp;
  readonly ClearEventLogRsp?: MmcClearEventLogRsp;
  readonly UpdateSupplierNameRsp?: MmcUpdateSupplierNameRsp;
  readonly DisablePrivacyPINRsp?: MmcDisablePrivacyPINRsp;
  readonly ReadInstantaneousImportRegistersRsp?: MmcReadInstantaneousImportRegistersRsp;
  readonly ReadInstantaneousImportTOUMatricesRsp?: MmcReadInstantaneousImportTOUMatricesRsp;
  readonly ReadInstantaneousImportTOUWithBlocksMatricesRsp?: MmcReadInstantaneousImportTOUWithBlocksMatricesRsp;
  readonly ReadInstantaneousImportBlockCountersRsp?: MmcReadInstantaneousImportBlockCountersRsp;
  readonly ReadInstantaneousExportRegistersRsp?: MmcReadInstantaneousExportRegistersRsp;
  readonly ReadInstantaneousPrepayValuesRsp?: MmcReadInstantaneousPrepayValuesRsp;
  readonly RetrieveCoMOrTariffTriggeredBillingDataLogRsp?: MmcRetrieveCoMOrTariffTriggeredBillingDataLogRsp;
  readonly RetrieveBillingCalendarTriggeredBillingDataLogRsp?: MmcRetrieveBillingCalendarTriggeredBillingDataLogRsp;
  readonly RetrieveBillingDataLogDebtPaymentsRsp?: MmcRetrieveBillingDataLogDebtPaymentsRsp;
  readonly RetrieveBillingDataLogPrepaymentCreditsRsp?: MmcRetrieveBillingDataLogPrepaymentCreditsRsp;
  readonly RetrieveImportDailyReadLogRsp?: MmcRetrieveImportDailyReadLogRsp;
  readonly RetrieveExportDailyReadLogRsp?: MmcRetrieveExportDailyReadLogRsp;
  readonly ReadActiveImportProfileDataRsp?: MmcReadActiveImportProfileDataRsp;
  readonly ReadReactiveImportProfileDataRsp?: MmcReadReactiveImportProfileDataRsp;
  readonly ReadExportProfileDataRsp?: MmcReadExportProfileDataRsp;
  readonly ReadNetworkDataRsp?: MmcReadNetworkDataRsp;
  readonly ReadTariffPrimaryElementRsp?: MmcReadTariffPrimaryElementRsp;
  readonly ReadTariffSecondaryElementRsp?: MmcReadTariffSecondaryElementRsp;
  readonly ReadMaximumDemandImportRegistersRsp?: MmcReadMaximumDemandImportRegistersRsp;
  readonly ReadMaximumDemandExportRegistersRsp?: MmcReadMaximumDemandExportRegistersRsp;
  readonly ReadPrepaymentConfigurationRsp?: MmcReadPrepaymentConfigurationRsp;
  readonly ReadPrepaymentDailyReadLogRsp?: MmcReadPrepaymentDailyReadLogRsp;
  readonly ReadLoadLimitDataRsp?: MmcReadLoadLimitDataRsp;
  readonly ReadActivePowerImportRsp?: MmcReadActivePowerImportRsp;
  readonly RetrieveDailyConsumptionLogRsp?: MmcRetrieveDailyConsumptionLogRsp;
  readonly ReadMeterBalanceRsp?: MmcReadMeterBalanceRsp;
  readonly ReadDeviceConfigurationVoltageRsp?: MmcReadDeviceConfigurationVoltageRsp;
  readonly ReadDeviceConfigurationRandomisationRsp?: MmcReadDeviceConfigurationRandomisationRsp;
  readonly ReadDeviceConfigurationDataBillingCalendarRsp?: MmcReadDeviceConfigurationDataBillingCalendarRsp;
  readonly ReadDeviceConfigurationIdentityExcMPxNRsp?: MmcReadDeviceConfigurationIdentityExcMPxNRsp;
  readonly ReadDeviceConfigurationInstantaneousPowerThresholdsRsp?: MmcReadDeviceConfigurationInstantaneousPowerThresholdsRsp;
  readonly ReadDeviceConfigurationMPxNRsp?: MmcReadDeviceConfigurationMPxNRsp;
  readonly ReadDeviceConfigurationGasRsp?: MmcReadDeviceConfigurationGasRsp;
  readonly ReadDeviceConfigurationPaymentModeRsp?: MmcReadDeviceConfigurationPaymentModeRsp;
  readonly ReadDeviceConfigurationEventAndAlertBehavioursRsp?: MmcReadDeviceConfigurationEventAndAlertBehavioursRsp;
  readonly UpdateDeviceConfigurationLoadLimitingGeneralSettingsRsp?: MmcUpdateDeviceConfigurationLoadLimitingGeneralSettingsRsp;
  readonly UpdateDeviceConfigurationLoadLimitingCounterResetRsp?: MmcUpdateDeviceConfigurationLoadLimitingCounterResetRsp;
  readonly UpdateDeviceConfigurationVoltageRsp?: MmcUpdateDeviceConfigurationVoltageRsp;
  readonly UpdateDeviceConfigurationGasConversionRsp?: MmcUpdateDeviceConfigurationGasConversionRsp;
  readonly UpdateDeviceConfigurationGasFlowRsp?: MmcUpdateDeviceConfigurationGasFlowRsp;
  readonly UpdateDeviceConfigurationBillingCalendarRsp?: MmcUpdateDeviceConfigurationBillingCalendarRsp;
  readonly SynchroniseClockRsp?: MmcSynchroniseClockRsp;
  readonly UpdateDeviceConfigurationInstantaneousPowerThresholdRsp?: MmcUpdateDeviceConfigurationInstantaneousPowerThresholdRsp;
  readonly ReadEventOrSecurityLogRsp?: MmcReadEventOrSecurityLogRsp;
  readonly UpdateDeviceConfigurationALCDescriptionsRsp?: MmcUpdateDeviceConfigurationALCDescriptionsRsp;
  readonly UpdateDeviceConfigurationALCSchedulerRsp?: MmcUpdateDeviceConfigurationALCSchedulerRsp;
  readonly UpdateSecurityCredentialsKRPRsp?: MmcUpdateSecurityCredentialsKRPRsp;
  readonly UpdateSecurityCredentialsDeviceRsp?: MmcUpdateSecurityCredentialsDeviceRsp;
  readonly IssueSecurityCredentialsRsp?: MmcIssueSecurityCredentialsRsp;
  readonly SetMaximumDemandConfigurableTimePeriodRsp?: MmcSetMaximumDemandConfigurableTimePeriodRsp;
  readonly ResetMaximumDemandRegistersRsp?: MmcResetMaximumDemandRegistersRsp;
  readonly SetDeviceConfigurationImportMPxNRsp?: MmcSetDeviceConfigurationImportMPxNRsp;
  readonly SetDeviceConfigurationExportMPANRsp?: MmcSetDeviceConfigurationExportMPANRsp;
  readonly RequestHandoverOfDCCControlledDeviceRsp?: MmcRequestHandoverOfDCCControlledDeviceRsp;
  readonly ConfigureAlertBehaviourRsp?: MmcConfigureAlertBehaviourRsp;
  readonly UpdateSecurityCredentialsCoSRsp?: MmcUpdateSecurityCredentialsCoSRsp;
  readonly RetrieveDeviceSecurityCredentialsKRPRsp?: MmcRetrieveDeviceSecurityCredentialsKRPRsp;
  readonly RetrieveDeviceSecurityCredentialsDeviceRsp?: MmcRetrieveDeviceSecurityCredentialsDeviceRsp;
  readonly SetElectricitySupplyTamperStateRsp?: MmcSetElectricitySupplyTamperStateRsp;
  readonly UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrixRsp?: MmcUpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrixRsp;
  readonly UpdateDeviceConfigurationRMSVoltageCounterResetRsp?: MmcUpdateDeviceConfigurationRMSVoltageCounterResetRsp;
  readonly SetCHFSubGHzConfigurationRsp?: MmcSetCHFSubGHzConfigurationRsp;
  readonly RequestCHFSubGHzChannelScanRsp?: MmcRequestCHFSubGHzChannelScanRsp;
  readonly ReadCHFSubGHzConfigurationRsp?: MmcReadCHFSubGHzConfigurationRsp;
  readonly ReadCHFSubGHzChannelRsp?: MmcReadCHFSubGHzChannelRsp;
  readonly ReadCHFSubGHzChannelLogRsp?: MmcReadCHFSubGHzChannelLogRsp;
  readonly EnableSupplyRsp?: MmcEnableSupplyRsp;
  readonly DisableSupplyRsp?: MmcDisableSupplyRsp;
  readonly ArmSupplyRsp?: MmcArmSupplyRsp;
  readonly ReadSupplyStatusRsp?: MmcReadSupplyStatusRsp;
  readonly ActivateAuxiliaryLoadRsp?: MmcActivateAuxiliaryLoadRsp;
  readonly DeactivateAuxiliaryLoadRsp?: MmcDeactivateAuxiliaryLoadRsp;
  readonly ReadALCSDataRsp?: MmcReadALCSDataRsp;
  readonly ResetAuxiliaryLoadRsp?: MmcResetAuxiliaryLoadRsp;
  readonly AddAuxiliaryLoadToBoostButtonRsp?: MmcAddAuxiliaryLoadToBoostButtonRsp;
  readonly RemoveAuxiliaryLoadFromBoostButtonRsp?: MmcRemoveAuxiliaryLoadFromBoostButtonRsp;
  readonly ReadBoostButtonDetailsRsp?: MmcReadBoostButtonDetailsRsp;
  readonly SetRandomisedOffsetLimitRsp?: MmcSetRandomisedOffsetLimitRsp;
  readonly CommissionDeviceSynchroniseClockRsp?: MmcCommissionDeviceSynchroniseClockRsp;
  readonly ServiceOptOutRsp?: MmcServiceOptOutRsp;
  readonly JoinServiceCriticalRsp?: MmcJoinServiceCriticalRsp;
  readonly JoinServiceNonCriticalRsp?: MmcJoinServiceNonCriticalRsp;
  readonly UnjoinServiceCriticalRsp?: MmcUnjoinServiceCriticalRsp;
  readonly UnjoinServiceNonCriticalRsp?: MmcUnjoinServiceNonCriticalRsp;
  readonly ReadDeviceLogRsp?: MmcReadDeviceLogRsp;
  readonly UpdateHANDeviceLogRsp?: MmcUpdateHANDeviceLogRsp;
  readonly RestoreHANDeviceLogRsp?: MmcRestoreHANDeviceLogRsp;
  readonly RestoreGPFDeviceLogRsp?: MmcRestoreGPFDeviceLogRsp;
  readonly RequestCustomerIdentificationNumberRsp?: MmcRequestCustomerIdentificationNumberRsp;
  readonly ReadFirmwareVersionRsp?: MmcReadFirmwareVersionRsp;
  readonly ActivateFirmwareRsp?: MmcActivateFirmwareRsp;
  readonly RecordNetworkDataGASRsp?: MmcRecordNetworkDataGASRsp;
  readonly SetAuxiliaryControllerStateRsp?: MmcSetAuxiliaryControllerStateRsp;
  readonly ReadAuxiliaryControllerConfigurationDataRsp?: MmcReadAuxiliaryControllerConfigurationDataRsp;
  readonly ReadAuxiliaryControllerOperationalDataRsp?: MmcReadAuxiliaryControllerOperationalDataRsp;
  readonly LimitAPCLevelRsp?: MmcLimitAPCLevelRsp;
}

export interface MmcRestoreDeviceLogOutcome {
  readonly DeviceLogEntry?: MmcDeviceLogEntry;
  readonly joinResponseCode?: MmcStatusASN1;
}

export interface MmcRestoreGPFDeviceLogRsp {
  readonly MessageSuccess?: boolean;
  readonly RestoreDeviceLogOutcome?: readonly MmcRestoreDeviceLogOutcome[];
}

export interface MmcRestoreHANDeviceLogRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcRestrictAccessForChangeOfTenancyRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcRetrieveBillingCalendarTriggeredBillingDataLogRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcRetrieveBillingCalendarTriggeredBillingDataLogRsp_Electricity;
  readonly Gas?: MmcRetrieveBillingCalendarTriggeredBillingDataLogRsp_Gas;
}

export interface MmcRetrieveBillingCalendarTriggeredBillingDataLogRsp_Electricity {
  readonly ESMEBillingDataLogEntry?: readonly MmcESMEBillingDataLogType[];
  readonly ESMEBillingPrepaymentDataLogEntry?: readonly MmcPrepaymentOperationalDataType[];
}

export interface MmcRetrieveBillingCalendarTriggeredBillingDataLogRsp_Gas {
  readonly GSMEBillingDataLogEntry?: readonly MmcGSMEBillingDataLogType[];
  readonly GSMEBillingPrepaymentDataLogEntry?: readonly MmcPrepaymentOperationalDataType[];
}

export interface MmcRetrieveBillingDataLogDebtPaymentsRsp {
  readonly MessageSuccess?: boolean;
  readonly PaymentBasedDebtRepayment?: MmcPaymentBasedDebtRepaymentType;
}

export interface MmcRetrieveBillingDataLogPrepaymentCreditsRsp {
  readonly MessageSuccess?: boolean;
  readonly PrepaymentCredits?: MmcPrepaymentCreditsType;
}

export interface MmcRetrieveCoMOrTariffTriggeredBillingDataLogRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcRetrieveCoMOrTariffTriggeredBillingDataLogRsp_Electricity;
  readonly Gas?: MmcRetrieveCoMOrTariffTriggeredBillingDataLogRsp_Gas;
}

export interface MmcRetrieveCoMOrTariffTriggeredBillingDataLogRsp_Electricity {
  readonly LogEntryConsumptionAndTariffRegistersData?: readonly MmcConsumptionAndTariffRegistersType[];
  readonly LogEntryPrepaymentData?: readonly MmcPrepaymentOperationalDataType[];
}

export interface MmcRetrieveCoMOrTariffTriggeredBillingDataLogRsp_Gas {
  readonly LogEntryConsumptionRegister?: readonly MmcConsumptionRegisterGasType[];
  readonly LogEntryPrepaymentData?: readonly MmcPrepaymentOperationalDataType[];
}

export interface MmcRetrieveDailyConsumptionLogRsp {
  readonly MessageSuccess?: boolean;
  readonly Electricity?: MmcRetrieveDailyConsumptionLogRsp_Electricity;
  readonly Gas?: MmcRetrieveDailyConsumptionLogRsp_Gas;
}

export interface MmcRetrieveDailyConsumptionLogRsp_Electricity {
  readonly LogEntry?: readonly MmcElecDailyConsumptionLogEntryType[];
}

export interface MmcRetrieveDailyConsumptionLogRsp_Gas {
  readonly LogEntry?: readonly MmcGasDailyConsumptionLogEntryType[];
}

export interface MmcRetrieveDeviceSecurityCredentialsDeviceRsp {
  readonly MessageSuccess?: boolean;
  readonly RetrieveDeviceSecurityCredentialsStatusCode?: MmcStatusASN1;
  readonly Certificate?: Buffer;
}

export interface MmcRetrieveDeviceSecurityCredentialsKRPRsp {
  readonly MessageSuccess?: boolean;
  readonly RemotePartyDetails?: readonly MmcRemotePartyDetails[];
}

export interface MmcRetrieveExportDailyReadLogRsp {
  readonly MessageSuccess?: boolean;
  readonly LogEntry?: readonly MmcDailyReadLogExportType[];
}

export interface MmcRetrieveImportDailyReadLogRsp {
  readonly MessageSuccess?: boolean;
  readonly LogEntry?: readonly MmcImportDailyReadLogType[];
}

export interface MmcSMETS1DebugType {
  readonly SMETS1Response: readonly MmcStatusSMETS1[];
}

export interface MmcScheduleDatesAndTime {
  readonly SwitchTime: string;
  readonly StartDate: MmcDate;
  readonly EndDate: MmcDate;
}

export interface MmcScheduleDatesAndTimeWithoutWildcards {
  readonly SwitchTime?: string;
  readonly StartDate?: string;
  readonly EndDate?: string;
}

export interface MmcServiceOptOutRsp {
  readonly MessageSuccess?: boolean;
  readonly ExecutionOutcome?: MmcExecutionOutcome;
}

export interface MmcSetAuxiliaryControllerStateRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSetCHFSubGHzConfigurationRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSetDeviceConfigurationExportMPANRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSetDeviceConfigurationImportMPxNRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSetElectricitySupplyTamperStateRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSetMaximumDemandConfigurableTimePeriodRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSetRandomisedOffsetLimitRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcSmartMeterIntegrityIssueWarningDeviceAlertType {
  readonly Warning:
    | 'Other'
    | 'Error Non Volatile Memory'
    | 'Error Program Execution'
    | 'Error Program Storage'
    | 'Error RAM'
    | 'Error Unexpected Hardware Reset'
    | 'Error Watchdog'
    | 'Error Metrology Firmware Verification Failure'
    | 'Error Measurement Fault'
    | 'Unspecified Smart Meter Operational Integrity Error';
}

export interface MmcSpecialDayApplicability {
  readonly SpecialDayID: number;
}

export interface MmcSpecialDaysApplicability {
  readonly SpecialDayApplicability?: readonly MmcSpecialDayApplicability[];
}

export interface MmcStatusASN1 {
  readonly ResponseCode: bigint;
  readonly ASN1Status:
    | 'success'
    | 'notKnown'
    | 'badCertificate'
    | 'noTrustAnchor'
    | 'insufficientMemory'
    | 'resourcesBusy'
    | 'other'
    | 'invalidCertificate'
    | 'wrongDeviceIdentity'
    | 'invalidKeyUsage'
    | 'noCorrespondingKeyPairGenerated'
    | 'wrongPublicKey'
    | 'certificateStorageFailed'
    | 'privateKeyChangeFailed'
    | 'keyPairGenerationFailed'
    | 'cRProductionFailed'
    | 'trustAnchorNotFound'
    | 'noCertificateHeld'
    | 'certificateRetrievalFailure'
    | 'invalidMessageCodeForJoinMethodAndRole'
    | 'invalidJoinMethodAndRole'
    | 'incompatibleWithExistingEntry'
    | 'deviceLogFull'
    | 'writeFailure'
    | 'keyAgreementNoResources'
    | 'keyAgreementUnknownIssuer'
    | 'keyAgreementUnsupportedSuite'
    | 'keyAgreementBadMessage'
    | 'keyAgreementBadKeyConfirm'
    | 'invalidOrMissingCertificate'
    | 'noPartnerLinkKeyReceived'
    | 'noCBKEResponse'
    | 'otherDeviceNotInDeviceLog'
    | 'otherFailure'
    | 'readFailure'
    | 'noImageHeld'
    | 'hashMismatch'
    | 'activationFailure'
    | 'reliable'
    | 'invalid'
    | 'unreliable';
}

export interface MmcStatusCOSEM {
  readonly ResponseCode: bigint;
  readonly Position: bigint;
  readonly DataAccessResult?:
    | 'success'
    | 'hardware-fault'
    | 'temporary-failure'
    | 'read-write-denied'
    | 'object-undefined'
    | 'object-class-inconsistent'
    | 'object-unavailable'
    | 'type-unmatched'
    | 'scope-of-access-violated'
    | 'data-block-unavailable'
    | 'long-get-aborted'
    | 'no-long-get-in-progress'
    | 'long-set-aborted'
    | 'no-long-set-in-progress'
    | 'data-block-number-invalid'
    | 'other-reason'
    | 'response-code-not-known';
  readonly ActionResult?:
    | 'success'
    | 'hardware-fault'
    | 'temporary-failure'
    | 'read-write-denied'
    | 'object-undefined'
    | 'object-class-inconsistent'
    | 'object-unavailable'
    | 'type-unmatched'
    | 'scope-of-access-violated'
    | 'data-block-unavailable'
    | 'long-action-aborted'
    | 'no-long-action-in-progress'
    | 'other-reason'
    | 'response-code-not-known';
}

export interface MmcStatusSMETS1 {
  readonly ResponseCode: bigint;
  readonly Position: bigint;
  readonly Error: string;
}

export interface MmcStatusZIGBEE {
  readonly ResponseCode: Buffer;
  readonly ZCLStatus:
    | 'SUCCESS'
    | 'FAILURE'
    | 'NOT_AUTHORIZED'
    | 'RESERVED_FIELD_NOT_ZERO'
    | 'MALFORMED_COMMAND'
    | 'UNSUP_CLUSTER_COMMAND'
    | 'UNSUP_GENERAL_COMMAND'
    | 'UNSUP_MANUF_CLUSTER_COMMAND'
    | 'UNSUP_MANUF_GENERAL_COMMAND'
    | 'INVALID_FIELD'
    | 'UNSUPPORTED_ATTRIBUTE'
    | 'INVALID_VALUE'
    | 'READ_ONLY'
    | 'INSUFFICIENT_SPACE'
    | 'DUPLICATE_EXISTS'
    | 'NOT_FOUND'
    | 'UNREPORTABLE_ATTRIBUTE'
    | 'INVALID_DATA_TYPE'
    | 'INVALID_SELECTOR'
    | 'WRITE_ONLY'
    | 'INCONSISTENT_STARTUP_STATE'
    | 'DEFINED_OUT_OF_BAND'
    | 'INCONSISTENT'
    | 'ACTION_DENIED'
    | 'TIMEOUT'
    | 'ABORT'
    | 'INVALID_IMAGE'
    | 'WAIT_FOR_DATA'
    | 'NO_IMAGE_AVAILABLE'
    | 'REQUIRE_MORE_IMAGE'
    | 'HARDWARE_FAILURE'
    | 'SOFTWARE_FAILURE'
    | 'CALIBRATION_ERROR'
    | 'RESPONSE_CODE_NOT_KNOWN';
}

export interface MmcStringIDType {
  readonly value: string;
  readonly id?: string;
}

export interface MmcSupplierESMECommon {
  readonly x810D?: MmcEnableDisableAlert;
  readonly x810E?: MmcEnableDisableAlert;
  readonly x8119?: MmcEnableDisableAlert;
  readonly x8145?: MmcEnableDisableAlert;
  readonly x8154?: MmcEnableDisableAlert;
  readonly x8155?: MmcEnableDisableAlert;
  readonly x8161?: MmcEnableDisableAlert;
  readonly x8162?: MmcEnableDisableAlert;
  readonly x8168?: MmcEnableDisableAlert;
  readonly x8183?: MmcEnableDisableAlert;
  readonly x81A0?: MmcEnableDisableAlert;
  readonly x81A1?: MmcEnableDisableAlert;
  readonly x81A2?: MmcEnableDisableAlert;
  readonly x81A3?: MmcEnableDisableAlert;
  readonly x81A4?: MmcEnableDisableAlert;
  readonly x81A5?: MmcEnableDisableAlert;
  readonly x81A6?: MmcEnableDisableAlert;
  readonly x81A7?: MmcEnableDisableAlert;
  readonly x81A8?: MmcEnableDisableAlert;
  readonly x81A9?: MmcEnableDisableAlert;
  readonly x81AA?: MmcEnableDisableAlert;
  readonly x81AB?: MmcEnableDisableAlert;
  readonly x81AC?: MmcEnableDisableAlert;
  readonly x81AD?: MmcEnableDisableAlert;
  readonly x81AE?: MmcEnableDisableAlert;
  readonly x81AF?: MmcEnableDisableAlert;
  readonly x81B0?: MmcEnableDisableAlert;
  readonly x81B1?: MmcEnableDisableAlert;
  readonly x81B2?: MmcEnableDisableAlert;
  readonly x81B3?: MmcEnableDisableAlert;
  readonly x81B8?: MmcEnableDisableAlert;
  readonly x81B9?: MmcEnableDisableAlert;
  readonly x81BA?: MmcEnableDisableAlert;
  readonly x81BB?: MmcEnableDisableAlert;
  readonly x81BC?: MmcEnableDisableAlert;
  readonly x81BD?: MmcEnableDisableAlert;
  readonly x81BE?: MmcEnableDisableAlert;
  readonly x81C0?: MmcEnableDisableAlert;
  readonly x81C1?: MmcEnableDisableAlert;
  readonly x81C4?: MmcEnableDisableAlert;
  readonly x81C5?: MmcEnableDisableAlert;
  readonly x81C6?: MmcEnableDisableAlert;
}

export interface MmcSupplierESMEPolyPhase {
  readonly x81B7?: MmcEnableDisableAlert;
}

export interface MmcSupplierGSMEAlertsEvents {
  readonly x810D?: MmcWANHANEventLogAlarm;
  readonly x810E?: MmcWANHANEventLogAlarm;
  readonly x8119?: MmcWANHANEventLogAlarm;
  readonly x8145?: MmcWANHANEventLogAlarm;
  readonly x8154?: MmcWANHANEventLogAlarm;
  readonly x8155?: MmcWANHANEventLogAlarm;
  readonly x8161?: MmcWANHANEventLogAlarm;
  readonly x8162?: MmcWANHANEventLogAlarm;
  readonly x8168?: MmcWANHANEventLogAlarm;
  readonly x8183?: MmcWANHANEventLogAlarm;
  readonly x8184?: MmcWANHANEventLogAlarm;
  readonly x81A0?: MmcWANHANEventLogAlarm;
  readonly x81A1?: MmcWANHANEventLogAlarm;
  readonly x81A4?: MmcWANHANEventLogAlarm;
  readonly x81A5?: MmcWANHANEventLogAlarm;
  readonly x81A6?: MmcWANHANEventLogAlarm;
  readonly x81A7?: MmcWANHANEventLogAlarm;
  readonly x81A8?: MmcWANHANEventLogAlarm;
  readonly x81A9?: MmcWANHANEventLogAlarm;
  readonly x81AA?: MmcWANHANEventLogAlarm;
  readonly x81AB?: MmcWANHANEventLogAlarm;
  readonly x81AC?: MmcWANHANEventLogAlarm;
  readonly x81AD?: MmcWANHANEventLogAlarm;
  readonly x81AE?: MmcWANHANEventLogAlarm;
  readonly x81AF?: MmcWANHANEventLogAlarm;
  readonly x81B0?: MmcWANHANEventLogAlarm;
  readonly x81B1?: MmcWANHANEventLogAlarm;
  readonly x81B2?: MmcWANHANEventLogAlarm;
  readonly x81B3?: MmcWANHANEventLogAlarm;
  readonly x81B4?: MmcWANHANEventLogAlarm;
  readonly x81B5?: MmcWANHANEventLogAlarm;
  readonly x81B6?: MmcWANHANEventLogAlarm;
  readonly x81B9?: MmcWANHANEventLogAlarm;
  readonly x81BA?: MmcWANHANEventLogAlarm;
  readonly x81BC?: MmcWANHANEventLogAlarm;
  readonly x81BD?: MmcWANHANEventLogAlarm;
  readonly x81BE?: MmcWANHANEventLogAlarm;
  readonly x81BF?: MmcWANHANEventLogAlarm;
  readonly x81C0?: MmcWANHANEventLogAlarm;
  readonly x81C2?: MmcWANHANEventLogAlarm;
  readonly x81C3?: MmcWANHANEventLogAlarm;
  readonly x81C4?: MmcWANHANEventLogAlarm;
  readonly x81C5?: MmcWANHANEventLogAlarm;
  readonly x81C6?: MmcWANHANEventLogAlarm;
}

export interface MmcSupplyOutageRestoreAlertType {
  readonly interruptionValue: Date;
  readonly restorationValue: Date;
}

export interface MmcSwitchTypeAndID {
  readonly ALCS?: MmcNoType;
  readonly HCALCS?: Eui64;
}

export interface MmcSynchroniseClockRsp {
  readonly MessageSuccess?: boolean;
  readonly DeviceTime?: Date;
  readonly Electricity?: MmcSynchroniseClockRsp_Electricity;
  readonly Gas?: MmcSynchroniseClockRsp_Gas;
}

export interface MmcSynchroniseClockRsp_Electricity {
  readonly ElecClockTimeStatus?: MmcElecTimeStatusType;
}

export interface MmcSynchroniseClockRsp_Gas {
  readonly GasClockTimeStatus?: MmcStatusASN1;
}

export interface MmcTariffBlockTOUType {
  readonly TariffBlock?: readonly MmcTariffBlockTOUType_TariffBlock[];
}

export interface MmcTariffBlockTOUType_TariffBlock {
  readonly index?: bigint;
  readonly RegisterMatrixTOUValue?: readonly MmcIntegerWithIndex[];
  readonly CounterMatrixTOUValue?: readonly MmcIntegerWithIndex[];
}

export interface MmcTariffTOURegisterCollectionType {
  readonly TOUPrimaryRegisterValue?: readonly MmcIntegerWithIndex[];
  readonly TOUSecondRegisterValue?: readonly MmcIntegerWithIndex[];
}

export interface MmcTariffTOURegisterMatrixType {
  readonly TOURegisterMatrixValue?: readonly MmcDecimalWithIndex[];
}

export interface MmcTopUpDeviceRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcTypeAndIdentifier {
  readonly AuxiliaryControllerType: 'APC' | 'ALCS' | 'HCALCS' | 'None';
  readonly HCALCSID?: Eui64;
}

export interface MmcUnjoinServiceCriticalRsp {
  readonly MessageSuccess?: boolean;
  readonly unjoinResponseCode: MmcStatusASN1;
}

export interface MmcUnjoinServiceNonCriticalRsp {
  readonly MessageSuccess?: boolean;
  readonly unjoinResponseCode: MmcStatusASN1;
}

export interface MmcUpdateDebtRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationALCDescriptionsRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationALCSchedulerRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationBillingCalendarRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrixRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationGasConversionRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationGasFlowRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationInstantaneousPowerThresholdRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationLoadLimitingCounterResetRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationLoadLimitingGeneralSettingsRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationRMSVoltageCounterResetRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateDeviceConfigurationVoltageRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateHANDeviceLogRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateImportTariffPrimaryElementRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateImportTariffSecondaryElementRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateMeterBalanceRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdatePaymentModeRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdatePrepayConfigurationRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdatePricePrimaryElementRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdatePriceSecondaryElementRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcUpdateSecurityCredentialsCoSRsp {
  readonly MessageSuccess?: boolean;
  readonly ExecutionOutcome?: MmcExecutionOutcome;
}

export interface MmcUpdateSecurityCredentialsDeviceAlertType {
  readonly UpdateSecurityCredentialsExecutionOutcome: MmcExecutionOutcome;
}

export interface MmcUpdateSecurityCredentialsDeviceRsp {
  readonly MessageSuccess?: boolean;
  readonly UpdateSecurityCredentialsResponseCode: MmcStatusASN1;
}

export interface MmcUpdateSecurityCredentialsKRPRsp {
  readonly MessageSuccess?: boolean;
  readonly ExecutionOutcome?: MmcExecutionOutcome;
}

export interface MmcUpdateSupplierNameRsp {
  readonly MessageSuccess?: boolean;
}

export interface MmcVoltageOperationalData {
  readonly AvgRMSOverVoltageCounter?: MmcAvgRMSVoltageCounterType;
  readonly AvgRMSUnderVoltageCounter?: MmcAvgRMSVoltageCounterType;
  readonly AvgRMSVoltageProfileDataLog?: MmcAvgRMSVoltageProfileDataType;
}

export interface MmcVoltagePolyPhaseESME {
  readonly PhaseVoltageOperationalData?: readonly MmcPhaseVoltageOperationalData[];
}

export interface MmcWANHANEventLogAlarm {
  readonly WANAlert: MmcEnableDisableAlert;
  readonly HANAlert: MmcEnableDisableAlert;
  readonly EventLog: MmcEnableDisableAlert;
  readonly Alarm: MmcEnableDisableAlert;
}

export interface MmcWeekProfileGasNonDisablement {
  readonly WeekName: number;
  readonly ReferencedDayName: readonly MmcGasReferencedDayNameNonDisablement[];
}

export interface MmcYear {
  readonly SpecifiedYear?: number;
  readonly NonSpecifiedYear?: MmcNoType;
}

export interface MmcZIGBEEClusterResponseType {
  readonly ClusterName: MmcStringIDType;
  readonly ZIGBEECommandResponse?: readonly MmcZIGBEECommandResponseType[];
  readonly ZIGBEEDataResponse?: readonly MmcZIGBEEDataResponseType[];
}

export interface MmcZIGBEECommandResponseType {
  readonly CommandID: string;
  readonly Status: readonly MmcStatusZIGBEE[];
}

export interface MmcZIGBEEDataResponseType {
  readonly AttributeID: string;
  readonly Status: MmcStatusZIGBEE;
}

export interface MmcZIGBEEResponseType {
  readonly ZIGBEEClusterResponse: readonly MmcZIGBEEClusterResponseType[];
}

export interface ADBreach {
  readonly RequestID: string;
  readonly QuarantineEventRef: bigint;
}

export interface ALCSHCALCSConfigurationChange {
  readonly ESMEDeviceID: Eui64;
  readonly ESMEVariant?: ESMEVariant;
  readonly DeviceGBCSVersion?: string;
}

export interface AssociatedType1Device {
  readonly DeviceID: Eui64;
  readonly DeviceType: DeviceType;
}

export type CHFDecommissioning = Record<string, never>;

export interface CHFGPFDeviceIDs {
  readonly OldCHFDeviceID: Eui64;
  readonly NewCHFDeviceID: Eui64;
  readonly OldGPFDeviceID: Eui64;
  readonly NewGPFDeviceID: Eui64;
}

export interface CINMessage {
  readonly GBCSPayload: Buffer;
  readonly CustomerIdentificationNumber: string;
}

export interface CSPFirmwareDeliveryStatus {
  readonly UpdateFirmwareRequestID: string;
  readonly CommsHubDeviceID: Eui64;
  readonly TargetDeviceID: Eui64;
  readonly FirmwareVersion: string;
  readonly TimeStamp: Date;
  readonly CommsHubTransferStatus: 'Success' | 'Failure';
}

export interface Certificates {
  readonly CertificateType: 'DigitalSigning' | 'KeyAgreement' | 'KeyAgreementTopUp';
  readonly CertificateHash: Buffer;
}

export interface ChangeOfSupplier {
  readonly ChangeOfSupplierServiceRequestID?: string;
  readonly ECoSErrorCode?: string;
  readonly DeviceChangeOfSupplier?: DeviceChangeOfSupplier;
}

export interface Channels0To26 {
  readonly Channel0?: NoType;
  readonly Channel1?: NoType;
  readonly Channel2?: NoType;
  readonly Channel3?: NoType;
  readonly Channel4?: NoType;
  readonly Channel5?: NoType;
  readonly Channel6?: NoType;
  readonly Channel7?: NoType;
  readonly Channel8?: NoType;
  readonly Channel9?: NoType;
  readonly Channel10?: NoType;
  readonly Channel11?: NoType;
  readonly Channel12?: NoType;
  readonly Channel13?: NoType;
  readonly Channel14?: NoType;
  readonly Channel15?: NoType;
  readonly Channel16?: NoType;
  readonly Channel17?: NoType;
  readonly Channel18?: NoType;
  readonly Channel19?: NoType;
  readonly Channel20?: NoType;
  readonly Channel21?: NoType;
  readonly Channel22?: NoType;
  readonly Channel23?: NoType;
  readonly Channel24?: NoType;
  readonly Channel25?: NoType;
  readonly Channel26?: NoType;
}

export interface Channels27To34 {
  readonly Channel27?: NoType;
  readonly Channel28?: NoType;
  readonly Channel29?: NoType;
  readonly Channel30?: NoType;
  readonly Channel31?: NoType;
  readonly Channel32?: NoType;
  readonly Channel33?: NoType;
  readonly Channel34?: NoType;
}

export interface Channels35To61 {
  readonly Channel35?: NoType;
  readonly Channel36?: NoType;
  readonly Channel37?: NoType;
  readonly Channel38?: NoType;
  readonly Channel39?: NoType;
  readonly Channel40?: NoType;
  readonly Channel41?: NoType;
  readonly Channel42?: NoType;
  readonly Channel43?: NoType;
  readonly Channel44?: NoType;
  readonly Channel45?: NoType;
  readonly Channel46?: NoType;
  readonly Channel47?: NoType;
  readonly Channel48?: NoType;
  readonly Channel49?: NoType;
  readonly Channel50?: NoType;
  readonly Channel51?: NoType;
  readonly Channel52?: NoType;
  readonly Channel53?: NoType;
  readonly Channel54?: NoType;
  readonly Channel55?: NoType;
  readonly Channel56?: NoType;
  readonly Channel57?: NoType;
  readonly Channel58?: NoType;
  readonly Channel59?: NoType;
  readonly Channel60?: NoType;
  readonly Channel61?: NoType;
}

export interface CoSCertificateAlert {
  readonly DeviceID: Eui64;
  readonly CertificateSerialNumber?: bigint;
}

export interface CommandFailure {
  readonly CommandRequestID: string;
  readonly DSPScheduleID?: number;
  readonly DeviceID: Eui64;
}

export interface CommsHubAlert {
  readonly CommsHubDeviceID: Eui64;
  readonly AlertCode: Buffer;
  readonly TimeStamp?: Date;
  readonly FirmwareTransferAlert?: FirmwareTransferAlert;
}

export interface CommsHubFirmwareActivation {
  readonly DeviceID: Eui64;
  readonly FirmwareVersion: string;
}

export interface DCCAlert {
  readonly PowerOutageEvent?: PowerOutageEvent;
  readonly DeviceStatusChangeEvent?: DeviceStatusChangeEvent;
  readonly DSPScheduleRemoval?: DSPScheduleRemoval;
  readonly CommandFailure?: CommandFailure;
  readonly FirmwareDistributionFailure?: FirmwareDistributionFailure;
  readonly UpdateHANDeviceLogResult?: UpdateHANDeviceLogResult;
  readonly ChangeOfSupplier?: ChangeOfSupplier;
  readonly DeviceLogRestored?: DeviceLogRestored;
  readonly PPMIDAlert?: PPMIDAlert;
  readonly SecurityCredentialsUpdated?: SecurityCredentialsUpdated;
  readonly PPMIDRemoval?: PPMIDRemoval;
  readonly QuarantinedRequest?: QuarantinedRequest;
  readonly FirmwareVersionMismatch?: FirmwareVersionMismatch;
  readonly DualBandCHAlert?: DualBandCHAlert;
  readonly S1SPAlertDSP?: S1SPAlertDSP;
  readonly SMETS1CHFirmwareNotification?: SMETS1CHFirmwareNotification;
  readonly ALCSHCALCSConfigurationChange?: ALCSHCALCSConfigurationChange;
  readonly FirmwareUpgradeRequested?: FirmwareUpgradeRequested;
  readonly CSPFirmwareDeliveryStatus?: CSPFirmwareDeliveryStatus;
  readonly CommsHubAlert?: CommsHubAlert;
  readonly ECoSAlert?: ECoSAlert;
  readonly CommsHubFirmwareActivation?: CommsHubFirmwareActivation;
  readonly CoSCertificateAlert?: CoSCertificateAlert;
  readonly DUISVersionMismatch?: DUISVersionMismatch;
}

export interface DCCAlertMessage {
  readonly DCCAlertCode:
    | 'AD1'
    | 'N1'
    | 'N2'
    | 'N3'
    | 'N4'
    | 'N5'
    | 'N6'
    | 'N7'
    | 'N8'
    | 'N9'
    | 'N10'
    | 'N11'
    | 'N12'
    | 'N13'
    | 'N14'
    | 'N15'
    | 'N16'
    | 'N17'
    | 'N18'
    | 'N19'
    | 'N20'
    | 'N21'
    | 'N22'
    | 'N23'
    | 'N24'
    | 'N25'
    | 'N26'
    | 'N27'
    | 'N28'
    | 'N29'
    | 'N30'
    | 'N31'
    | 'N33'
    | 'N34'
    | 'N35'
    | 'N36'
    | 'N37'
    | 'N38'
    | 'N39'
    | 'N40'
    | 'N41'
    | 'N42'
    | 'N43'
    | 'N44'
    | 'N45'
    | 'N46'
    | 'N47'
    | 'N48'
    | 'N49'
    | 'N50'
    | 'N51'
    | 'N52'
    | 'N53'
    | 'N54'
    | 'N55'
    | 'N56'
    | 'N57'
    | 'N58'
    | 'N59'
    | 'N60'
    | 'N61'
    | 'N62'
    | 'N63'
    | 'N64'
    | 'N65'
    | 'N999';
  readonly ThrottledAlertSequenceId?: number;
  readonly ThrottledAlertCount?: number;
  readonly DCCAlert: DCCAlert;
}

export interface DCCAlertVersionMismatch {
  readonly DCCAlertCode: string;
  readonly DeviceID?: Eui64;
  readonly RequestID?: string;
}

export interface DSPInventory {
  readonly Device: readonly Device[];
}

export interface DSPOptIn {
  readonly DeviceID: Eui64;
  readonly DSPBrokerSecurityCredentialsDigitalSigning?: Buffer;
  readonly DSPBrokerSecurityCredentialsKeyAgreement: Buffer;
}

export type DSPReadData = Record<string, never>;

export interface DSPSchedule {
  readonly ScheduleFrequency: ScheduleFrequency;
  readonly ScheduleStartDate: string;
  readonly ScheduleEndDate?: string;
  readonly ScheduleExecutionStartTime?: string;
  readonly KAPublicSecurityCredential?: Buffer;
  readonly DSPScheduledServiceReference: DSPScheduledServiceReference;
  readonly DSPScheduledServiceReferenceVariant: DSPScheduledServiceReferenceVariant;
  readonly DeviceID: Eui64;
  readonly DSPRetrieveImportDailyReadLog?: ReadLogPeriodOffset;
  readonly DSPRetrieveExportDailyReadLog?: ReadLogPeriodOffset;
  readonly DSPReadActiveImportProfileData?: ReadLogPeriodOffset;
  readonly DSPReadReactiveImportProfileData?: ReadLogPeriodOffset;
  readonly DSPReadExportProfileData?: ReadLogPeriodOffset;
  readonly DSPReadNetworkData?: ReadLogPeriodOffset;
  readonly DSPReadMaximumDemandImportRegisters?: DSPReadData;
  readonly DSPReadMaximumDemandExportRegisters?: DSPReadData;
  readonly DSPReadPrepaymentDailyReadLog?: ReadLogPeriodOffset;
  readonly DSPReadLoadLimitData?: DSPReadData;
  readonly DSPReadActivePowerImport?: DSPReadData;
  readonly DSPRetrieveDailyConsumptionLog?: ReadLogPeriodOffset;
  readonly DSPRecordNetworkDataGAS?: RecordNetworkDataGAS;
  readonly DSPReadInstantaneousExportRegisters?: DSPReadData;
}

export interface DSPScheduleRemoval {
  readonly DeviceID: Eui64;
  readonly DSPScheduleID: number;
}

export interface DSPScheduledMessage {
  readonly GBCSPayload: Buffer;
  readonly DSPScheduleID: number;
}

export interface DSPSchedules {
  readonly DSPScheduleID: number;
  readonly DSPScheduleDetails: DSPSchedule;
}

export interface DSPSchedulesRead {
  readonly DSPSchedules: readonly DSPSchedules[];
}

export interface DSPUpdateFirmwareWarning {
  readonly InvalidDeviceIDList?: string;
  readonly NotCommissionedDeviceIDList?: string;
  readonly NotApplicableFirmwareDeviceIDList?: string;
  readonly OtherRequestInProgressList?: string;
  readonly InvalidGBCSVersionList?: string;
}

export interface DSPUpdatePPMIDFirmwareWarning {
  readonly InvalidDeviceIDList?: string;
  readonly NotCommissionedDeviceIDList?: string;
  readonly NotApplicableFirmwareDeviceIDList?: string;
  readonly OtherRequestInProgressList?: string;
  readonly InvalidGBCSVersionList?: string;
}

export interface DSPWANMatrix {
  readonly Request: RequestWANMatrix;
  readonly DSPWANMatrixResponse: readonly DSPWANMatrixResponse[];
}

export interface DSPWANMatrixResponse {
  readonly CSPRegion: CSPRegion;
  readonly CSPRegionResponseCode: ResponseCode;
  readonly CoverageAvailability?: boolean;
  readonly AnticipatedCoverageDate?: string;
  readonly WANTechnology?: string;
  readonly ConnectivityLikelihood?: 'High' | 'Medium' | 'Low';
  readonly AuxiliaryEquipmentRequired?: string;
  readonly AdditionalInformation?: string;
}

export interface DUISVersionMismatch {
  readonly DCCAlertVersionMismatch?: DCCAlertVersionMismatch;
  readonly ServiceResponseVersionMismatch?: ServiceResponseVersionMismatch;
  readonly ServiceUserDUISVersion: string;
}

export interface Device {
  readonly DeviceID: Eui64;
  readonly DeviceType: DeviceType;
  readonly DeviceStatus?: DeviceStatus;
  readonly DeviceManufacturer: string;
  readonly DeviceModel: string;
  readonly SMETSCHTSVersion?: string;
  readonly DeviceFirmwareVersion?: string;
  readonly DeviceFirmwareVersionStatus?: FirmwareVersionStatus;
  readonly CPLStatus?: CPLStatus;
  readonly DateCommissioned?: string;
  readonly ImportMPxN?: string;
  readonly SecondaryImportMPAN?: string;
  readonly ExportMPAN?: string;
  readonly ESMEVariant?: ESMEVariant;
  readonly UPRN?: number;
  readonly PropertyFilter?: PropertyFilter;
  readonly CSPRegion?: CSPRegion;
  readonly DeviceGBCSVersion?: string;
  readonly HANVariant?: string;
  readonly S1SP?: string;
  readonly Connectivity?: Connectivity;
}

export interface DeviceAlertMessage {
  readonly AlertCode: Buffer;
  readonly ThrottledAlertSequenceId?: number;
  readonly ThrottledAlertCount?: number;
  readonly GBCSPayload: Buffer;
}

export interface DeviceChangeOfSupplier {
  readonly DeviceID: Eui64;
  readonly DeviceType: DeviceType;
  readonly MPxNs: MeterMPxNs;
}

export interface DeviceLogRestored {
  readonly RestoredDate: string;
  readonly CHFDeviceLog?: CHFGPFDeviceIDs;
  readonly GPFDeviceLog?: CHFGPFDeviceIDs;
}

export interface DeviceNotJoinedSubGHzSMHAN {
  readonly DeviceID: Eui64;
  readonly DeviceType?: DeviceType;
}

export type DeviceRemovedFromInventory = Record<string, never>;

export interface DeviceStatusChange {
  readonly MeterIdentity?: MeterIdentity;
  readonly MeterDecommissioningOrWithdrawal?: MeterDecommissioningOrWithdrawal;
  readonly DeviceRemovedFromInventory?: DeviceRemovedFromInventory;
  readonly CHFDecommissioning?: CHFDecommissioning;
  readonly DeviceSuspended?: DeviceSuspendedOrRestored;
  readonly DeviceRestored?: DeviceSuspendedOrRestored;
  readonly RecoveryCompleteACBCredentials?: RecoveryCompleteACBCredentials;
  readonly RecoveryComplete?: RecoveryComplete;
}

export interface DeviceStatusChangeEvent {
  readonly DeviceID: Eui64;
  readonly DeviceStatusChange: DeviceStatusChange;
}

export type DeviceSuspendedOrRestored = Record<string, never>;

export interface DualBandCHAlert {
  readonly CHFDeviceID: Eui64;
  readonly DeviceAlertCode: Buffer;
  readonly GBCSHexadecimalMessageCode?: Buffer;
  readonly LimitedDutyCycleActionTaken?: LimitedDutyCycleActionTaken;
  readonly SubGHzChannelChanged?: SubGHzChannelChanged;
  readonly SubGHzChannelScanRequestAssessmentOutcome?: SubGHzChannelScanRequestAssessmentOutcome;
  readonly SubGHzConfigurationChanged?: SubGHzConfiguration;
  readonly MessageDiscardedDueToDutyCycleManagement?: MessageDiscarded;
  readonly NoMoreSubGHzDeviceCapacity?: DeviceNotJoinedSubGHzSMHAN;
}

export interface ECoSAlert {
  readonly AlertID: string;
  readonly RequestID?: string;
  readonly ECoSAlertCode: string;
  readonly DeviceID: Eui64;
  readonly AdditionalInformation?: string;
}

export interface FirmwareDistributionFailure {
  readonly UpdateFirmwareRequestID: string;
  readonly MeterIDs: string;
}

export interface FirmwareTransferAlert {
  readonly UpdateFirmwareRequestID?: string;
  readonly OtherDeviceID: Eui64;
  readonly FirmwareVersion: string;
  readonly TransferResponseCode:
    'FileTransferSuccess' | 'FirmwareImageDiscarded' | 'HardwareVersionMismatch' | 'FileTransferFailure';
}

export interface FirmwareUpgradeRequested {
  readonly DeviceType: DeviceType;
  readonly FirmwareVersion: string;
  readonly DeviceList: string;
}

export interface FirmwareVersionMismatch {
  readonly DeviceID: Eui64;
  readonly DeviceType: DeviceType;
  readonly FirmwareVersionSMI: string;
  readonly FirmwareVersionDevice: string;
}

export interface FutureDatedDeviceAlertMessage {
  readonly FutureDatedAlertCode: Buffer;
  readonly GBCSPayload: Buffer;
  readonly InstructionNumber: number;
  readonly TotalCommandInstructions: number;
}

export interface LimitedDutyCycleActionTaken {
  readonly DeviceIDToSuspend: Eui64;
}

export interface LocalCommand {
  readonly GBCSPayload: Buffer;
}

export interface MessageDiscarded {
  readonly RequestID: string;
  readonly CRAFlag: CRAFlag;
}

export interface MeterDecommissioningOrWithdrawal {
  readonly MeterDecommissionOrWithdrawal: MeterMPxNs;
  readonly AssociatedType1Device?: readonly AssociatedType1Device[];
}

export interface MeterIdentity {
  readonly MeterMPxNs: MeterMPxNs;
  readonly ESMEVariant?: ESMEVariant;
}

export interface MeterMPxNs {
  readonly ImportMPxN: string;
  readonly SecondaryImportMPAN?: string;
  readonly ExportMPAN?: string;
}

export type NoType = Record<string, never>;

export interface OperatingLowerBandSubGHzChannel {
  readonly Channel0?: NoType;
  readonly Channel1?: NoType;
  readonly Channel2?: NoType;
  readonly Channel3?: NoType;
  readonly Channel4?: NoType;
  readonly Channel5?: NoType;
  readonly Channel6?: NoType;
  readonly Channel7?: NoType;
  readonly Channel8?: NoType;
  readonly Channel9?: NoType;
  readonly Channel10?: NoType;
  readonly Channel11?: NoType;
  readonly Channel12?: NoType;
  readonly Channel13?: NoType;
  readonly Channel14?: NoType;
  readonly Channel15?: NoType;
  readonly Channel16?: NoType;
  readonly Channel17?: NoType;
  readonly Channel18?: NoType;
  readonly Channel19?: NoType;
  readonly Channel20?: NoType;
  readonly Channel21?: NoType;
  readonly Channel22?: NoType;
  readonly Channel23?: NoType;
  readonly Channel24?: NoType;
  readonly Channel25?: NoType;
  readonly Channel26?: NoType;
  readonly Channel27?: NoType;
  readonly Channel28?: NoType;
  readonly Channel29?: NoType;
  readonly Channel30?: NoType;
  readonly Channel31?: NoType;
  readonly Channel32?: NoType;
  readonly Channel33?: NoType;
  readonly Channel34?: NoType;
  readonly Channel35?: NoType;
  readonly Channel36?: NoType;
  readonly Channel37?: NoType;
  readonly Channel38?: NoType;
  readonly Channel39?: NoType;
  readonly Channel40?: NoType;
  readonly Channel41?: NoType;
  readonly Channel42?: NoType;
  readonly Channel43?: NoType;
  readonly Channel44?: NoType;
  readonly Channel45?: NoType;
  readonly Channel46?: NoType;
  readonly Channel47?: NoType;
  readonly Channel48?: NoType;
  readonly Channel49?: NoType;
  readonly Channel50?: NoType;
  readonly Channel51?: NoType;
  readonly Channel52?: NoType;
  readonly Channel53?: NoType;
  readonly Channel54?: NoType;
  readonly Channel55?: NoType;
  readonly Channel56?: NoType;
  readonly Channel57?: NoType;
  readonly Channel58?: NoType;
  readonly Channel59?: NoType;
  readonly Channel60?: NoType;
  readonly Channel61?: NoType;
}

export interface OperatingSubGHzChannel {
  readonly OperatingLowerBandSubGHzChannel?: OperatingLowerBandSubGHzChannel;
  readonly OperatingUpperBandSubGHzChannel?: OperatingUpperBandSubGHzChannel;
}

export interface OperatingUpperBandSubGHzChannel {
  readonly Channel0?: NoType;
  readonly Channel1?: NoType;
  readonly Channel2?: NoType;
  readonly Channel3?: NoType;
  readonly Channel4?: NoType;
  readonly Channel5?: NoType;
  readonly Channel6?: NoType;
  readonly Channel7?: NoType;
  readonly Channel8?: NoType;
  readonly Channel9?: NoType;
  readonly Channel10?: NoType;
  readonly Channel11?: NoType;
  readonly Channel12?: NoType;
  readonly Channel13?: NoType;
  readonly Channel14?: NoType;
  readonly Channel15?: NoType;
  readonly Channel16?: NoType;
  readonly Channel17?: NoType;
  readonly Channel18?: NoType;
  readonly Channel19?: NoType;
  readonly Channel20?: NoType;
  readonly Channel21?: NoType;
  readonly Channel22?: NoType;
  readonly Channel23?: NoType;
  readonly Channel24?: NoType;
  readonly Channel25?: NoType;
  readonly Channel26?: NoType;
}

export interface PPMIDAlert {
  readonly DeviceID: Eui64;
  readonly DeviceAlertCode: Buffer;
  readonly Timestamp?: Date;
  readonly PPMIDFirmwareUpgradeAlert?: PPMIDFirmwareUpgradeAlert;
}

export interface PPMIDFirmwareUpgradeAlert {
  readonly FirmwareVersion: string;
  readonly ActivateImageResultCode: 'ActivationSuccess' | 'ActivationFailure';
}

export interface PPMIDRemoval {
  readonly PPMIDDeviceID: Eui64;
  readonly CHFDeviceID: Eui64;
}

export interface PartialAddress {
  readonly PostCode: string;
  readonly AddressIdentifier: string;
}

export interface PowerOutageEvent {
  readonly CommsHubDeviceID: Eui64;
  readonly StartDateTime: Date;
  readonly MPxN: string;
}

export interface PreCommand {
  readonly GBCSVersion: string;
  readonly GBCSPayload: Buffer;
}

export interface PropertyFilter {
  readonly PostCode: string;
  readonly AddressIdentifier: string;
}

export interface QuarantinedRequest {
  readonly ADUserThresholdBreach?: ADBreach;
  readonly ADDCCThresholdBreach?: ADBreach;
  readonly ADAttributeLimitsBreach?: ADBreach;
}

export interface ReadLogPeriodOffset {
  readonly StartDateOffset: number;
  readonly StartTime: string;
  readonly EndDateOffset: number;
  readonly EndTime: string;
}

export type RecordNetworkDataGAS = Record<string, never>;

export type RecoveryComplete = Record<string, never>;

export interface RecoveryCompleteACBCredentials {
  readonly SupplierCertificateType: readonly ('DigitalSigning' | 'KeyAgreement' | 'KeyAgreementTopUp')[];
  readonly NetworkOperatorCertificateType?: readonly ('DigitalSigning' | 'KeyAgreement')[];
}

export interface RemotePartySeqNumberChange {
  readonly RemotePartyFloorSeqNumber: bigint;
  readonly RemotePartyPrepaymentTopUpFloorSeqNumber?: bigint;
}

export interface RequestWANMatrix {
  readonly UPRN?: number;
  readonly PartialAddress?: PartialAddress;
}

export interface Response {
  readonly schemaVersion: string;
  readonly Header: Response_Header;
  readonly Body: Response_Body;
}

export interface ResponseMessage {
  readonly ServiceReference: ServiceReference;
  readonly ServiceReferenceVariant: ServiceReferenceVariant;
  readonly CINMessage?: CINMessage;
  readonly DSPInventory?: DSPInventory;
  readonly DSPOptIn?: DSPOptIn;
  readonly DSPSchedulesRead?: DSPSchedulesRead;
  readonly DSPScheduledMessage?: DSPScheduledMessage;
  readonly DSPScheduleID?: number;
  readonly DSPUpdateFirmwareWarning?: DSPUpdateFirmwareWarning;
  readonly DSPUpdatePPMIDFirmwareWarning?: DSPUpdatePPMIDFirmwareWarning;
  readonly DSPWANMatrix?: DSPWANMatrix;
  readonly FutureDatedDeviceAlertMessage?: FutureDatedDeviceAlertMessage;
  readonly GBCSPayload?: Buffer;
  readonly LocalCommand?: LocalCommand;
  readonly PreCommand?: PreCommand;
}

export interface Response_Body {
  readonly ResponseMessage?: ResponseMessage;
  readonly DeviceAlertMessage?: DeviceAlertMessage;
  readonly DCCAlertMessage?: DCCAlertMessage;
  readonly SMETS1ResponseMessage?: SMETS1ResponseMessage;
}

export interface Response_Header {
  readonly RequestID?: string;
  readonly ResponseID?: string;
  readonly ResponseCode: ResponseCode;
  readonly ResponseDateTime: Date;
}

export interface S1SPAlert {
  readonly schemaVersion: string;
  readonly RequestID?: string;
  readonly DeviceID?: Eui64;
  readonly S1SPAlertCode: string;
  readonly AdditionalInformation?: string;
  readonly UTRN?: string;
  readonly DateTime: Date;
}

export interface S1SPAlertDSP {
  readonly S1SPAlert: S1SPAlert;
  readonly DSPScheduleID?: number;
}

export interface SMETS1CHFirmwareNotification {
  readonly DeviceID: Eui64;
  readonly FirmwareVersion: string;
  readonly FirmwareVersionUpdateStatus: 'UpdateRequested' | 'ActivationSuccessful';
}

export interface SMETS1ResponseMessage {
  readonly ServiceReference?: ServiceReference;
  readonly ServiceReferenceVariant?: ServiceReferenceVariant;
  readonly DSPScheduleID?: number;
  readonly ThrottledAlertSequenceId?: number;
  readonly ThrottledAlertCount?: number;
  readonly SMETS1SignedResponse: SMETS1SignedResponse;
}

export interface SMETS1ResponseType {
  readonly Header: MmcHeaderType;
  readonly Body: SMETS1ResponseType_Body;
}

export interface SMETS1ResponseType_Body {
  readonly ResponseMessage?: MmcResponsePayload;
  readonly DeviceAlertMessage?: MmcDeviceAlertMessageType;
}

export interface SMETS1SignedResponse {
  readonly schemaVersion: string;
  readonly SMETS1Response: SMETS1ResponseType;
}

export interface SecurityCredentialsUpdated {
  readonly DeviceID: Eui64;
  readonly RemotePartyRole: RemotePartyRole;
  readonly RemotePartySeqNumberChange?: RemotePartySeqNumberChange;
  readonly Certificates: readonly Certificates[];
}

export interface ServiceResponseVersionMismatch {
  readonly RequestID: string;
  readonly ServiceReference: string;
  readonly ServiceReferenceVariant: string;
  readonly ServiceRequestDUISVersion: string;
}

export interface SubGHzChannelChanged {
  readonly OperatingSubGHzChannel: OperatingSubGHzChannel;
  readonly ScanTrigger: ScanTrigger;
}

export interface SubGHzChannelScanRequestAssessmentOutcome {
  readonly StatusCode:
    | 'ScanRequestAccepted'
    | 'HHTConnected'
    | 'DutyCycleUsageIsTooHigh'
    | 'JoiningIsCurrentlyPermitted'
    | 'GSMEOTADistributionUnderway'
    | 'TooManyScansToday'
    | 'TooManyCommandsToday'
    | 'TooManyScansThisWeek';
  readonly ScanTrigger: ScanTrigger;
}

export interface SubGHzConfiguration {
  readonly LowerBandSubGHzChannels0To26: Channels0To26;
  readonly LowerBandSubGHzChannels27To34: Channels27To34;
  readonly LowerBandSubGHzChannels35To61: Channels35To61;
  readonly UpperBandSubGHzChannels0To26: Channels0To26;
  readonly NormalLimitedDutyCycleThreshold: string;
  readonly LimitedCriticalDutyCycleThreshold: string;
  readonly MaximumSubGHzChannelChangesPerWeek: number;
  readonly GSMECurfew: number;
  readonly ChannelQuieterThreshold: number;
  readonly ChannelNoisierThreshold: number;
  readonly NonGSMEPoorCommsPercentageThreshold: string;
  readonly NonGSMEPoorCommsMeasurementPeriods: number;
  readonly LocalCHNoiseMeasurementPeriod: number;
  readonly LocalCHFailurePercentage: string;
  readonly LocalCHRetryPercentage: string;
}

export interface UpdateHANDeviceLogResult {
  readonly UpdateHANDeviceLogServiceRequestID: string;
}

export const RESPONSE_CODES = [
  'I0',
  'I99',
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E11',
  'E12',
  'E13',
  'E17',
  'E19',
  'E20',
  'E21',
  'E30',
  'E31',
  'E40',
  'E41',
  'E42',
  'E43',
  'E44',
  'E45',
  'E46',
  'E47',
  'E48',
  'E49',
  'E50',
  'E51',
  'E52',
  'E53',
  'E54',
  'E55',
  'E56',
  'E57',
  'E58',
  'E59',
  'E60',
  'E61',
  'E62',
  'E63',
  'E64',
  'E65',
  'E66',
  'E67',
  'E68',
  'E69',
  'E70',
  'E71',
  'E100',
  'E1000',
  'E1001',
  'E1003',
  'E1004',
  'E1006',
  'E1007',
  'E1008',
  'E1010',
  'E1011',
  'E010101',
  'E010102',
  'E010201',
  'E030301',
  'E030302',
  'E040101',
  'E041701',
  'E050101',
  'E050102',
  'E050103',
  'E050105',
  'E050107',
  'E050108',
  'E050109',
  'E050110',
  'E050111',
  'E050112',
  'E050201',
  'E050202',
  'W050201',
  'E050301',
  'E050302',
  'W050301',
  'E060501',
  'E060502',
  'E060701',
  'E060801',
  'E060802',
  'E060803',
  'E061301',
  'E061304',
  'E061305',
  'E061501',
  'E061504',
  'E061505',
  'E061506',
  'E061507',
  'E061508',
  'E061509',
  'E061801',
  'E061802',
  'E061803',
  'E062101',
  'E062102',
  'E062103',
  'E062105',
  'E062201',
  'E062202',
  'E062203',
  'E062301',
  'E062302',
  'E062303',
  'E062304',
  'E062305',
  'E062306',
  'E062401',
  'E062402',
  'E062403',
  'E062801',
  'E062802',
  'E062803',
  'E080201',
  'E080202',
  'E080301',
  'E080302',
  'E080405',
  'E080406',
  'E080407',
  'E080408',
  'E080409',
  'E080410',
  'E080411',
  'E080412',
  'E080413',
  'E080414',
  'E080415',
  'E080501',
  'E080502',
  'E080503',
  'E080601',
  'E080602',
  'E080604',
  'E080606',
  'E080607',
  'E080702',
  'E080721',
  'E080722',
  'E080723',
  'E080801',
  'E080821',
  'E080822',
  'E080901',
  'E080902',
  'E080903',
  'E081101',
  'E081102',
  'E081104',
  'E081105',
  'E081106',
  'E081107',
  'E081108',
  'E081109',
  'E081110',
  'E081111',
  'E081202',
  'E081204',
  'E081205',
  'E081221',
  'E081222',
  'E081223',
  'E081301',
  'E081302',
  'E081303',
  'E081401',
  'E081402',
  'E081405',
  'E081406',
  'W081401',
  'E110101',
  'E110102',
  'E110103',
  'E110105',
  'E110106',
  'W110101',
  'E110401',
  'E110402',
  'E110403',
  'E110405',
  'W110401',
  'E120101',
  'E120102',
  'E120103',
  'E120201',
  'E120203',
  'E120204',
  'E120207',
] as const;

export type ResponseCode = (typeof RESPONSE_CODES)[number];

export const DCC_ALERT_CODES = [
  'AD1',
  'N1',
  'N2',
  'N3',
  'N4',
  'N5',
  'N6',
  'N7',
  'N8',
  'N9',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N20',
  'N21',
  'N22',
  'N23',
  'N24',
  'N25',
  'N26',
  'N27',
  'N28',
  'N29',
  'N30',
  'N31',
  'N33',
  'N34',
  'N35',
  'N36',
  'N37',
  'N38',
  'N39',
  'N40',
  'N41',
  'N42',
  'N43',
  'N44',
  'N45',
  'N46',
  'N47',
  'N48',
  'N49',
  'N50',
  'N51',
  'N52',
  'N53',
  'N54',
  'N55',
  'N56',
  'N57',
  'N58',
  'N59',
  'N60',
  'N61',
  'N62',
  'N63',
  'N64',
  'N65',
  'N999',
] as const;

export type DccAlertCode = (typeof DCC_ALERT_CODES)[number];

export const SERVICE_REFERENCES = [
  '1.1',
  '1.2',
  '1.5',
  '1.6',
  '1.7',
  '2.1',
  '2.2',
  '2.3',
  '2.5',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.6',
  '4.8',
  '4.10',
  '4.11',
  '4.12',
  '4.13',
  '4.14',
  '4.15',
  '4.16',
  '4.17',
  '4.18',
  '5.1',
  '5.2',
  '5.3',
  '6.2',
  '6.4',
  '6.5',
  '6.6',
  '6.7',
  '6.8',
  '6.11',
  '6.12',
  '6.13',
  '6.14',
  '6.15',
  '6.17',
  '6.18',
  '6.20',
  '6.21',
  '6.22',
  '6.23',
  '6.24',
  '6.25',
  '6.26',
  '6.27',
  '6.28',
  '6.29',
  '6.30',
  '6.31',
  '6.32',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '7.6',
  '7.7',
  '7.8',
  '7.9',
  '7.10',
  '7.11',
  '7.12',
  '7.13',
  '7.14',
  '7.15',
  '7.16',
  '8.1',
  '8.2',
  '8.3',
  '8.4',
  '8.5',
  '8.6',
  '8.7',
  '8.8',
  '8.9',
  '8.11',
  '8.12',
  '8.13',
  '8.14',
  '9.1',
  '11.1',
  '11.2',
  '11.3',
  '11.4',
  '12.1',
  '12.2',
  '14.1',
] as const;

export type ServiceReference = (typeof SERVICE_REFERENCES)[number];

export const SERVICE_REFERENCE_VARIANTS = [
  '1.1.1',
  '1.1.2',
  '1.2.1',
  '1.2.2',
  '1.5',
  '1.6',
  '1.7',
  '2.1',
  '2.2',
  '2.3',
  '2.5',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '4.1.1',
  '4.1.2',
  '4.1.3',
  '4.1.4',
  '4.2',
  '4.3',
  '4.4.2',
  '4.4.3',
  '4.4.4',
  '4.4.5',
  '4.6.1',
  '4.6.2',
  '4.8.1',
  '4.8.2',
  '4.8.3',
  '4.10',
  '4.11.1',
  '4.11.2',
  '4.12.1',
  '4.12.2',
  '4.13',
  '4.14',
  '4.15',
  '4.16',
  '4.17',
  '4.18',
  '5.1',
  '5.2',
  '5.3',
  '6.2.1',
  '6.2.2',
  '6.2.3',
  '6.2.4',
  '6.2.5',
  '6.2.7',
  '6.2.8',
  '6.2.9',
  '6.2.10',
  '6.4.1',
  '6.4.2',
  '6.5',
  '6.6',
  '6.7',
  '6.8',
  '6.11',
  '6.12',
  '6.13',
  '6.14.1',
  '6.14.2',
  '6.14.3',
  '6.15.1',
  '6.15.2',
  '6.17',
  '6.18.1',
  '6.18.2',
  '6.20.1',
  '6.20.2',
  '6.21',
  '6.22',
  '6.23',
  '6.24.1',
  '6.24.2',
  '6.25',
  '6.26',
  '6.27',
  '6.28',
  '6.29',
  '6.30',
  '6.31',
  '6.32',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '7.6',
  '7.7',
  '7.8',
  '7.9',
  '7.10',
  '7.11',
  '7.12',
  '7.13',
  '7.14',
  '7.15',
  '7.16',
  '8.1.1',
  '8.2',
  '8.3',
  '8.4',
  '8.5',
  '8.6',
  '8.7.1',
  '8.7.2',
  '8.8.1',
  '8.8.2',
  '8.9',
  '8.11',
  '8.12.1',
  '8.12.2',
  '8.13',
  '8.14.1',
  '8.14.2',
  '8.14.3',
  '8.14.4',
  '9.1',
  '11.1',
  '11.2',
  '11.3',
  '11.4',
  '12.1',
  '12.2',
  '14.1',
] as const;

export type ServiceReferenceVariant = (typeof SERVICE_REFERENCE_VARIANTS)[number];
