// Generated from the DUIS and MMC schemas by scripts/generate-duis-types.ts; do not edit.

import type { Eui64 } from '../../common/eui64.js';
import type { ServiceReference, ServiceReferenceVariant } from './service-response-types.js';

export type CHFConnectionMethod = 'Hot-shoe' | 'Cradle' | 'ESME';

export type CHFFaultReason =
  | 'Damaged case'
  | 'Damaged Connector'
  | 'Illegal interference or missing seals'
  | 'Environmental conditions exceeded'
  | 'SM WAN Fault'
  | 'SMHAN Interface Fault'
  | 'LED Fault'
  | 'Aerial fault'
  | 'Manufacturing defect';

export type CHFFaultReturnType =
  'Fault identified prior to installation' | 'Fault identified post installation';

export type CHFInstallType = 'New CHF Install' | 'Replacement CHF Install' | 'CHF Install - no SM WAN';

export type CHFLocation =
  'Outside Premises' | 'Indoors on external wall' | 'Deep indoors' | 'Basement or Cellar';

export type CHFNoFaultReturnType =
  | 'No Fault Return (general)'
  | 'No Fault Return (non-dom opt out)'
  | 'No Fault Return (dual supplier HAN variant replacement)'
  | 'No Fault Return (SM WAN variant replacement requested by DCC)'
  | 'Lost or Stolen Hub';

export type CommandVariant = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export type CredentialType = 'Digital Signature' | 'Key Agreement';

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

export type EnableDisableAlert = 'Disable' | 'Enable';

export type PremiseType =
  | 'Detached / Semi Detached'
  | 'Terraced'
  | 'Low Rise Apartment (MDU <= 5 floors)'
  | 'High Rise Apartment (MDU > 5 floors)';

export type RemotePartyRole =
  'ACB' | 'NetworkOperator' | 'Recovery' | 'Root' | 'Supplier' | 'TransCoS' | 'LoadController';

export type ScheduleFrequency = 'Daily' | 'Weekly' | 'Monthly' | 'Quarterly' | 'Half-Yearly' | 'Yearly';

export type UpdateDeviceStatusCH = 'Commissioned' | 'Withdrawn' | 'InstalledNotCommissioned';

export type UpdateDeviceStatusExceptCH = 'Pending' | 'InstalledNotCommissioned';

export interface ALCSHCALCSConnectionSchedule {
  readonly ActivateDeactivateSwitch: ActivateDeactivateSwitch;
  readonly SpecialDaysApplicability?: readonly ALCSHCALCSConnectionSchedule_SpecialDaysApplicability[];
  readonly DaysOfWeekApplicability?: DaysOfWeekApplicability;
  readonly ALCSScheduleDatesAndTime: ScheduleDatesAndTime;
}

export interface ALCSHCALCSConnectionSchedule_SpecialDaysApplicability {
  readonly index: number;
}

export interface ALCSHCALCSDescription {
  readonly index: number;
  readonly SwitchDescription: string;
}

export interface ALCSHCALCSSpecialDays {
  readonly ALCSHCALCSSpecialDay?: readonly ALCSHCALCSSpecialDays_ALCSHCALCSSpecialDay[];
}

export interface ALCSHCALCSSpecialDays_ALCSHCALCSSpecialDay {
  readonly index: number;
  readonly Year: Year;
  readonly Month: Month;
  readonly DayOfMonth: DayOfMonth;
  readonly DayOfWeek: DayOfWeek;
}

export interface ActivateAuxiliaryLoad {
  readonly ActivateALCSHCALCS: ActivateDeactivateALCSHCALCS;
}

export interface ActivateDeactivateALCSHCALCS {
  readonly index: number;
  readonly Duration: number;
}

export interface ActivateDeactivateSwitch {
  readonly index: number;
  readonly ActivateSwitch?: NoType;
  readonly DeactivateSwitch?: NoType;
}

export type ActivateEmergencyCredit = Record<string, never>;

export interface ActivateFirmware {
  readonly ExecutionDateTime?: Date;
  readonly FirmwareHash: Buffer;
}

export interface AddAuxiliaryLoadToBoostButton {
  readonly ExecutionDateTime?: Date;
  readonly AddToBoostButton: readonly AddAuxiliaryLoadToBoostButton_AddToBoostButton[];
}

export interface AddAuxiliaryLoadToBoostButton_AddToBoostButton {
  readonly value: boolean;
  readonly index: number;
}

export interface AddDeviceToCHFWhitelist {
  readonly JoinTimePeriod: number;
  readonly InstallCode: Buffer;
  readonly ImportMPxN?: string;
  readonly SecondaryImportMPAN?: string;
  readonly ExportMPAN?: string;
}

export interface AdjustOrReset {
  readonly AdjustMeterBalance?: number;
  readonly ResetMeterBalance?: ResetMeterBalance;
}

export type ArmSupply = Record<string, never>;

export interface AuxiliaryControllerAction {
  readonly auxiliaryControllerN: number;
  readonly CommandedStateLevel: number;
  readonly InputFromControlledLoad?: NoType;
}

export interface AuxiliaryControllerSchedule {
  readonly AuxiliaryControllerAction: AuxiliaryControllerAction;
  readonly SpecialDaysApplicability?: readonly AuxiliaryControllerSchedule_SpecialDaysApplicability[];
  readonly DaysOfWeekApplicability?: DaysOfWeekApplicability;
  readonly AuxiliaryControllerSchedulePeriodAndTime: ScheduleDatesAndTime;
}

export interface AuxiliaryControllerSchedule_SpecialDaysApplicability {
  readonly identifier: number;
}

export interface AuxiliaryControllerSpecialDayDefinitions {
  readonly AuxiliaryControllerSpecialDayDefinition?: readonly AuxiliaryControllerSpecialDayDefinitions_AuxiliaryControllerSpecialDayDefinition[];
}

export interface AuxiliaryControllerSpecialDayDefinitions_AuxiliaryControllerSpecialDayDefinition {
  readonly identifier: number;
  readonly Year: Year;
  readonly Month: Month;
  readonly DayOfMonth: DayOfMonth;
  readonly DayOfWeek: DayOfWeek;
}

export interface AverageRMSVoltageSettings {
  readonly AverageRMSOverVoltageThreshold: number;
  readonly AverageRMSUnderVoltageThreshold: number;
  readonly AverageRMSVoltageMeasurementPeriod: number;
}

export interface BillingCalendar {
  readonly ElectricityBillingCalendar?: ElectricityBillingCalendar;
  readonly GasBillingCalendar?: GasBillingCalendar;
}

export interface BillingCalendarQSMY {
  readonly DayOfMonth: number;
  readonly BillingPeriodStartMonth: number;
}

export interface CHFFaultReturn {
  readonly DeviceID: Eui64;
  readonly CHFFaultReturnType: CHFFaultReturnType;
  readonly UserRefDateTime?: Date;
  readonly UserRefID?: string;
  readonly OtherDeviceID: Eui64;
  readonly IncidentReference?: string;
  readonly CHFConnectionMethod: CHFConnectionMethod;
  readonly CHFFaultReason: CHFFaultReason;
  readonly AdditionalInformation?: string;
}

export interface CHFInstallSuccessNoSMWAN {
  readonly DeviceID: Eui64;
  readonly CHFInstallType: CHFInstallType;
  readonly InstallDateTime?: Date;
  readonly UserRefID?: string;
  readonly MPxN: string;
  readonly GISData?: string;
  readonly AerialInstall: boolean;
  readonly CHFLocation: CHFLocation;
  readonly PremiseType: PremiseType;
  readonly MetalObstructionCheck: boolean;
  readonly ConnectivityObstructionCheck: boolean;
  readonly SharedObstructionCheck: boolean;
  readonly AdditionalInformation?: string;
}

export interface CHFInstallSuccessSMWAN {
  readonly DeviceID: Eui64;
  readonly CHFInstallType: CHFInstallType;
  readonly InstallDateTime?: Date;
  readonly UserRefID?: string;
  readonly MPxN: string;
  readonly GISData?: string;
  readonly AerialInstall: boolean;
  readonly CHFLocation: CHFLocation;
  readonly AdditionalInformation?: string;
}

export interface CHFNoFaultReturn {
  readonly DeviceID: Eui64;
  readonly CHFNoFaultReturnType: CHFNoFaultReturnType;
  readonly UserRefDateTime?: Date;
  readonly UserRefID?: string;
  readonly IncidentReference?: string;
  readonly AdditionalInformation?: string;
}

export interface CertificationPathCertificates {
  readonly Certificate: readonly Buffer[];
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

export interface ClearEventLog {
  readonly ESMEEventLogType?: 'ESME' | 'ALCS';
}

export interface ConfigureAlertBehaviour {
  readonly ElectricitySupplierAlerts?: ElectricitySupplierAlerts;
  readonly ElectricitySupplierHANAlertSettings?: ElectricitySupplierAlerts;
  readonly ElectricitySupplierAlarmSettings?: ElectricitySupplierAlerts;
  readonly ElectricitySupplierLoggingSettings?: ElectricitySupplierAlerts;
  readonly ElectricityNetworkOperatorAlerts?: ElectricityNetworkOperatorAlerts;
  readonly ElectricityNetworkOperatorLoggingSettings?: ElectricityNetworkOperatorAlerts;
  readonly GasSupplierAlerts?: SupplierGSME;
  readonly GasSupplierAlertEventSettings?: SupplierGSMEAlertsEvents;
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

export interface CalendarDate {
  readonly Year: Year;
  readonly Month: Month;
  readonly DayOfMonth: DayOfMonth;
  readonly DayOfWeek: DayOfWeek;
}

export interface DayOfMonth {
  readonly SpecifiedDayOfMonth?: number;
  readonly LastDayOfMonth?: NoType;
  readonly SecondLastDayOfMonth?: NoType;
  readonly NonSpecifiedDayOfMonth?: NoType;
}

export interface DayOfWeek {
  readonly SpecifiedDayOfWeek?: number;
  readonly NonSpecifiedDayOfWeek?: NoType;
}

export interface DayOfWeekApplicability {
  readonly DayOfWeekID: 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';
}

export interface DaysOfWeekApplicability {
  readonly DayOfWeekApplicability?: readonly DayOfWeekApplicability[];
}

export interface DeactivateAuxiliaryLoad {
  readonly DeactivateALCSHCALCS: ActivateDeactivateALCSHCALCS;
}

export interface DecommissionDevice {
  readonly DeviceID: Eui64;
}

export type DeleteDevice = Record<string, never>;

export interface DeleteSchedule {
  readonly DSPScheduleID?: number;
  readonly DeviceID?: Eui64;
}

export interface DevicePrenotification {
  readonly DeviceID: Eui64;
  readonly DeviceManufacturer: string;
  readonly DeviceModel: string;
  readonly DeviceType: DeviceType;
  readonly SMETSCHTSVersion?: string;
  readonly FirmwareVersion?: string;
  readonly ESMEVariant?: ESMEVariant;
  readonly AssociatedGPFDeviceID?: Eui64;
}

export type DisablePrivacyPIN = Record<string, never>;

export type DisableSupply = Record<string, never>;

export interface DisplayMessage {
  readonly ExecutionDateTime?: Date;
  readonly SupplierMessage: string;
}

export interface ElecBlockPrice {
  readonly value: number;
  readonly index: number;
}

export interface ElecBlockTariff {
  readonly BlockPrices: readonly ElecBlocks[];
}

export interface ElecBlocks {
  readonly index: number;
  readonly BlockPrice: readonly ElecBlockPrice[];
}

export interface ElecDayProfilePrimary {
  readonly DayName: number;
  readonly ProfileSchedule: readonly ElecProfileSchedulePrimary[];
}

export interface ElecDayProfileSecondary {
  readonly DayName: number;
  readonly ProfileSchedule: readonly ElecProfileScheduleSecondary[];
}

export interface ElecDayProfiles {
  readonly DayProfile: readonly ElecDayProfilePrimary[];
}

export interface ElecDayProfilesSecondary {
  readonly DayProfile: readonly ElecDayProfileSecondary[];
}

export interface ElecDebtRecovery {
  readonly DebtRecoveryRate: number;
  readonly DebtRecoveryRatePriceScale: number;
  readonly DebtRecoveryRatePeriod: 'HOURLY' | 'DAILY';
}

export interface ElecHybridTariff {
  readonly BlockPrices: readonly ElecBlocks[];
  readonly TOUPrice: readonly ElecPrimaryTOUPrice[];
}

export interface ElecPriceElementsPrimary {
  readonly StandingCharge: number;
  readonly StandingChargeScale: number;
  readonly PriceScale: number;
  readonly BlockTariff?: ElecBlockTariff;
  readonly TOUTariff?: ElecTOUTariff;
  readonly HybridTariff?: ElecHybridTariff;
}

export interface ElecPrimaryTOUPrice {
  readonly value: number;
  readonly index: number;
}

export interface ElecProfileSchedulePrimary {
  readonly StartTime: string;
  readonly TOUTariffAction?: number;
  readonly BlockTariffAction?: number;
}

export interface ElecProfileScheduleSecondary {
  readonly StartTime: string;
  readonly TOUTariffAction: number;
}

export interface ElecReferencedDayName {
  readonly value: number;
  readonly index: number;
}

export interface ElecSeasonPrimary {
  readonly SeasonName: string;
  readonly SeasonStartDate: CalendarDate;
  readonly ReferencedWeekName: number;
}

export interface ElecSeasonSecondary {
  readonly SeasonName: string;
  readonly SeasonStartDate: CalendarDate;
  readonly ReferencedWeekName: number;
}

export interface ElecSeasonsPrimary {
  readonly Season: readonly ElecSeasonPrimary[];
}

export interface ElecSeasonsSecondary {
  readonly Season: readonly ElecSeasonSecondary[];
}

export interface ElecSecondaryTOUPrice {
  readonly value: number;
  readonly index: number;
}

export interface ElecSpecialDayPrimary {
  readonly Date: CalendarDate;
  readonly ReferencedDayName: number;
}

export interface ElecSpecialDaySecondary {
  readonly Date: CalendarDate;
  readonly ReferencedDayName: number;
}

export interface ElecSpecialDaysPrepayment {
  readonly SpecialDay?: readonly ElecSpecialDaysPrepayment_SpecialDay[];
}

export interface ElecSpecialDaysPrepayment_SpecialDay {
  readonly index: number;
  readonly Date: CalendarDate;
}

export interface ElecSpecialDaysPrimary {
  readonly SpecialDay?: readonly ElecSpecialDayPrimary[];
}

export interface ElecSpecialDaysSecondary {
  readonly SpecialDay?: readonly ElecSpecialDaySecondary[];
}

export interface ElecSwitchingTablePrimary {
  readonly DayProfiles: ElecDayProfiles;
  readonly WeekProfiles: ElecWeekProfiles;
  readonly Seasons: ElecSeasonsPrimary;
}

export interface ElecSwitchingTableSecondary {
  readonly DayProfiles: ElecDayProfilesSecondary;
  readonly WeekProfiles: ElecWeekProfiles;
  readonly Seasons: ElecSeasonsSecondary;
}

export interface ElecTOUTariff {
  readonly TOUPrice: readonly ElecPrimaryTOUPrice[];
}

export interface ElecTariffElements {
  readonly CurrencyUnits: 'GBP' | 'ECB';
  readonly SwitchingTable: ElecSwitchingTablePrimary;
  readonly SpecialDays: ElecSpecialDaysPrimary;
  readonly ThresholdMatrix: ElecThresholdMatrix;
}

export interface ElecThresholdMatrix {
  readonly Thresholds: readonly ElecThresholds[];
}

export interface ElecThresholds {
  readonly index: number;
  readonly BlockThreshold: readonly ElecThresholds_BlockThreshold[];
}

export interface ElecThresholds_BlockThreshold {
  readonly value: number;
  readonly index: number;
}

export interface ElecWeekProfile {
  readonly WeekName: number;
  readonly ReferencedDayName: readonly ElecReferencedDayName[];
}

export interface ElecWeekProfiles {
  readonly WeekProfile: readonly ElecWeekProfile[];
}

export interface ElectricityBillingCalendar {
  readonly BillingTime: string;
  readonly Daily?: NoType;
  readonly Weekly?: number;
  readonly Monthly?: number;
  readonly Quarterly?: BillingCalendarQSMY;
  readonly SixMonthly?: BillingCalendarQSMY;
  readonly Yearly?: BillingCalendarQSMY;
}

export interface ElectricityNetworkOperatorAlerts {
  readonly NetworkOperatorESMECommon?: NetworkOperatorESMECommon;
  readonly NetworkOperatorESMESinglePhase?: NetworkOperatorESMESinglePhase;
  readonly NetworkOperatorESMEPolyPhase?: NetworkOperatorESMEPolyPhase;
}

export interface ElectricityNonDisablementCalendar {
  readonly ElectricitySpecialDays: ElecSpecialDaysPrepayment;
  readonly ElectricityNonDisablementSchedule: readonly ElectricityNonDisablementSchedule[];
}

export interface ElectricityNonDisablementSchedule {
  readonly NonDisablementScript: 'START' | 'STOP';
  readonly SpecialDaysApplicability: SpecialDaysApplicability;
  readonly DaysOfWeekApplicability: DaysOfWeekApplicability;
  readonly ScheduleDatesAndTime: ScheduleDatesAndTimeWithoutWildcards;
}

export interface ElectricitySupplierAlerts {
  readonly SupplierESMECommon?: SupplierESMECommon;
  readonly SupplierESMEPolyPhase?: SupplierESMEPolyPhase;
}

export type EnableSupply = Record<string, never>;

export interface GasBillingCalendar {
  readonly BillingPeriodStart: Date;
  readonly Periodicity: 'Daily' | 'Weekly' | 'Monthly' | 'Quarterly' | 'SixMonthly' | 'Yearly';
}

export interface GasBlockPrice {
  readonly value: number;
  readonly index: number;
}

export interface GasBlockPriceMatrix {
  readonly BlockPrice: readonly GasBlockPrice[];
  readonly NumberOfThresholds: number;
}

export interface GasDateWithWildcards {
  readonly GasYearWithWildcards: GasYearWithWildcards;
  readonly GasMonthWithWildcards: GasMonthWithWildcards;
  readonly GasDayOfMonthWithWildcards: GasDayOfMonthWithWildcards;
  readonly GasDayOfWeekWithWildcards: GasDayOfWeekWithWildcards;
}

export interface GasDayOfMonthWithWildcards {
  readonly SpecifiedDayOfMonth?: number;
  readonly GasNonSpecifiedDayOfMonth?: NoType;
}

export interface GasDayOfWeekWithWildcards {
  readonly SpecifiedDayOfWeek?: number;
  readonly NonSpecifiedDayOfWeek?: NoType;
}

export interface GasDayProfile {
  readonly DayName: number;
  readonly TOUTariffAction?: number;
  readonly BlockTariff?: NoType;
}

export interface GasDayProfiles {
  readonly DayProfile: readonly GasDayProfile[];
}

export interface GasDebtRecovery {
  readonly DebtRecoveryRate: number;
  readonly DebtRecoveryRatePeriod: 'HOURLY' | 'DAILY';
}

export interface GasMonthWithWildcards {
  readonly SpecifiedMonth?: number;
  readonly NonSpecifiedMonth?: NoType;
}

export interface GasNonDisablementCalendar {
  readonly DayProfiles: GasNonDisablementDayProfiles;
  readonly WeekProfiles: GasWeekProfilesNonDisablement;
  readonly SeasonProfiles: GasSeasonsNonDisablement;
  readonly SpecialDays: GasSpecialDaysNonDisablement;
}

export interface GasNonDisablementDayProfile {
  readonly TimeStartAction: readonly GasNonDisablementTimeStartAction[];
  readonly GasDayName: number;
}

export interface GasNonDisablementDayProfiles {
  readonly GasNonDisablementDayProfile: readonly GasNonDisablementDayProfile[];
}

export interface GasNonDisablementTimeStartAction {
  readonly StartTime: string;
  readonly NonDisablementAction: 'START' | 'STOP';
}

export interface GasPriceElements {
  readonly CurrencyUnits: 'GBP' | 'ECB';
  readonly StandingCharge: number;
  readonly BlockTariff?: GasBlockPriceMatrix;
  readonly TOUTariff?: GasTOUPriceMatrix;
}

export interface GasReferencedDayName {
  readonly value: number;
  readonly index: number;
}

export interface GasReferencedDayNameNonDisablement {
  readonly value: number;
  readonly index: number;
}

export interface GasSeason {
  readonly SeasonStartDate: GasDateWithWildcards;
  readonly ReferencedWeekName: number;
}

export interface GasSeasonNonDisablement {
  readonly SeasonStartDate: GasDateWithWildcards;
  readonly ReferencedWeekName: number;
}

export interface GasSeasons {
  readonly Season: readonly GasSeason[];
}

export interface GasSeasonsNonDisablement {
  readonly Season: readonly GasSeasonNonDisablement[];
}

export interface GasSpecialDay {
  readonly Date: GasDateWithWildcards;
  readonly ReferencedDayName: number;
}

export interface GasSpecialDayNonDisablement {
  readonly Date: GasDateWithWildcards;
  readonly ReferencedDayName: number;
}

export interface GasSpecialDays {
  readonly SpecialDay?: readonly GasSpecialDay[];
}

export interface GasSpecialDaysNonDisablement {
  readonly SpecialDay?: readonly GasSpecialDayNonDisablement[];
}

export interface GasSwitchingTable {
  readonly DayProfiles: GasDayProfiles;
  readonly WeekProfiles: GasWeekProfiles;
  readonly Seasons: GasSeasons;
}

export interface GasTOUPrice {
  readonly value: number;
  readonly index: number;
}

export interface GasTOUPriceMatrix {
  readonly TOUPrice: readonly GasTOUPrice[];
}

export interface GasTariffElements {
  readonly SwitchingTable: GasSwitchingTable;
  readonly SpecialDays: GasSpecialDays;
  readonly ThresholdMatrix: GasThresholdMatrix;
}

export interface GasThreshold {
  readonly value: number;
  readonly index: number;
}

export interface GasThresholdMatrix {
  readonly BlockThreshold: readonly GasThreshold[];
}

export interface GasWeekProfiles {
  readonly WeekProfile: readonly WeekProfileGas[];
}

export interface GasWeekProfilesNonDisablement {
  readonly WeekProfile: readonly WeekProfileGasNonDisablement[];
}

export interface GasYearWithWildcards {
  readonly SpecifiedYear?: number;
  readonly NonSpecifiedYear?: NoType;
}

export interface ImportMPANs {
  readonly ImportMPAN: string;
  readonly SecondaryImportMPAN?: string;
}

export interface IssueSecurityCredentials {
  readonly CredentialType: CredentialType;
}

export interface JoinOrUnjoinDevice {
  readonly OtherDeviceID: Eui64;
}

export interface LimitAPCLevel {
  readonly auxiliaryControllerN: number;
  readonly StartDateTime: Date;
  readonly EndDateTime: Date;
  readonly CommandedStateLevel: number;
  readonly InputFromControlledLoad?: NoType;
}

export interface MaximumDemandTimePeriodSchedule {
  readonly StartTime: string;
  readonly EndTime: string;
}

export interface MeterMPxNs {
  readonly ImportMPxN: string;
  readonly SecondaryImportMPAN?: string;
  readonly ExportMPAN?: string;
}

export interface Month {
  readonly SpecifiedMonth?: number;
  readonly NonSpecifiedMonth?: NoType;
}

export interface NetworkOperatorESMECommon {
  readonly x8014?: EnableDisableAlert;
  readonly x8015?: EnableDisableAlert;
}

export interface NetworkOperatorESMEPolyPhase {
  readonly x8003?: EnableDisableAlert;
  readonly x8004?: EnableDisableAlert;
  readonly x8005?: EnableDisableAlert;
  readonly x8007?: EnableDisableAlert;
  readonly x8008?: EnableDisableAlert;
  readonly x8009?: EnableDisableAlert;
  readonly x8021?: EnableDisableAlert;
  readonly x8022?: EnableDisableAlert;
  readonly x8023?: EnableDisableAlert;
  readonly x8025?: EnableDisableAlert;
  readonly x8026?: EnableDisableAlert;
  readonly x8027?: EnableDisableAlert;
  readonly x8029?: EnableDisableAlert;
  readonly x802A?: EnableDisableAlert;
  readonly x802B?: EnableDisableAlert;
  readonly x802D?: EnableDisableAlert;
  readonly x802E?: EnableDisableAlert;
  readonly x802F?: EnableDisableAlert;
  readonly x8086?: EnableDisableAlert;
  readonly x8087?: EnableDisableAlert;
  readonly x8088?: EnableDisableAlert;
  readonly x808A?: EnableDisableAlert;
  readonly x808B?: EnableDisableAlert;
  readonly x808C?: EnableDisableAlert;
  readonly x808E?: EnableDisableAlert;
  readonly x808F?: EnableDisableAlert;
  readonly x8090?: EnableDisableAlert;
  readonly x8092?: EnableDisableAlert;
  readonly x8093?: EnableDisableAlert;
  readonly x8094?: EnableDisableAlert;
  readonly x8096?: EnableDisableAlert;
  readonly x8097?: EnableDisableAlert;
  readonly x8098?: EnableDisableAlert;
  readonly x809A?: EnableDisableAlert;
  readonly x809B?: EnableDisableAlert;
  readonly x809C?: EnableDisableAlert;
  readonly x8011?: EnableDisableAlert;
  readonly x8016?: EnableDisableAlert;
  readonly x8013?: EnableDisableAlert;
}

export interface NetworkOperatorESMESinglePhase {
  readonly x8002?: EnableDisableAlert;
  readonly x8006?: EnableDisableAlert;
  readonly x8020?: EnableDisableAlert;
  readonly x8024?: EnableDisableAlert;
  readonly x8028?: EnableDisableAlert;
  readonly x802C?: EnableDisableAlert;
  readonly x8085?: EnableDisableAlert;
  readonly x8089?: EnableDisableAlert;
  readonly x808D?: EnableDisableAlert;
  readonly x8091?: EnableDisableAlert;
  readonly x8095?: EnableDisableAlert;
  readonly x8099?: EnableDisableAlert;
  readonly x8010?: EnableDisableAlert;
}

export type NoType = Record<string, never>;

export interface PartialAddress {
  readonly PostCode: string;
  readonly AddressIdentifier: string;
}

export interface PolyPhaseVoltageSettings {
  readonly Phase: number;
  readonly PhaseVoltageSettings: AverageRMSVoltageSettings;
}

export interface PricePrimary {
  readonly ElectricityPriceElements?: ElecPriceElementsPrimary;
  readonly GasPriceElements?: GasPriceElements;
}

export interface PriceSecondary {
  readonly PriceScale: number;
  readonly ElectricityPriceElement: readonly ElecSecondaryTOUPrice[];
}

export interface PropertyFilter {
  readonly PostCode: string;
  readonly AddressIdentifier: string;
}

export interface RMSVoltageSettings {
  readonly RMSExtremeOverVoltageMeasurementPeriod: number;
  readonly RMSExtremeOverVoltageThreshold: number;
  readonly RMSExtremeUnderVoltageMeasurementPeriod: number;
  readonly RMSExtremeUnderVoltageThreshold: number;
  readonly RMSVoltageSagMeasurementPeriod: number;
  readonly RMSVoltageSagThreshold: number;
  readonly RMSVoltageSwellMeasurementPeriod: number;
  readonly RMSVoltageSwellThreshold: number;
}

export interface ReadALCSData {
  readonly ExecutionDateTime?: Date;
}

export interface ReadAuxiliaryControllerConfigurationData {
  readonly ExecutionDateTime?: Date;
}

export interface ReadAuxiliaryControllerOperationalData {
  readonly ExecutionDateTime?: Date;
}

export type ReadCHFSubGHzChannel = Record<string, never>;

export interface ReadCHFSubGHzChannelLog {
  readonly ReadLogPeriod: ReadLogPeriod;
}

export type ReadCHFSubGHzConfiguration = Record<string, never>;

export type ReadDataOnDemand = Record<string, never>;

export interface ReadDataOnDemandOrFutureDated {
  readonly ExecutionDateTime?: Date;
}

export interface ReadDeviceLog {
  readonly ExecutionDateTime?: Date;
  readonly ReadSecurityDetails?: ReadDeviceLog_ReadSecurityDetails;
}

export type ReadDeviceLog_ReadSecurityDetails = Record<string, never>;

export interface ReadEventOrSecurityLog {
  readonly ReadLogPeriod: ReadLogPeriod;
  readonly LogToRead: 'Event' | 'ALCSEvent' | 'PowerEvent' | 'Security' | 'GSMEEvent' | 'GSMESecurity';
}

export interface ReadFirmwareVersion {
  readonly ExecutionDateTime?: Date;
}

export interface ReadInstantaneousImportRegisters {
  readonly ExecutionDateTime?: Date;
}

export interface ReadInventory {
  readonly UPRN?: number;
  readonly DeviceID?: Eui64;
  readonly MPxN?: string;
  readonly PropertyFilter?: PropertyFilter;
}

export interface ReadLogFutureDatable {
  readonly ExecutionDateTime?: Date;
  readonly ReadLogPeriod: ReadLogPeriod;
}

export interface ReadLogFutureDatableAndURPCredentials {
  readonly ExecutionDateTime?: Date;
  readonly ReadLogPeriod: ReadLogPeriod;
  readonly KAPublicSecurityCredentials?: Buffer;
}

export interface ReadLogPeriod {
  readonly StartDateTime: Date;
  readonly EndDateTime: Date;
}

export interface ReadLogPeriodOffset {
  readonly StartDateOffset: number;
  readonly StartTime: string;
  readonly EndDateOffset: number;
  readonly EndTime: string;
}

export interface ReadSchedule {
  readonly DSPScheduleID?: number;
  readonly DeviceID?: Eui64;
}

export type RecordNetworkDataGAS = Record<string, never>;

export interface RemoveAuxiliaryLoadFromBoostButton {
  readonly ExecutionDateTime?: Date;
  readonly RemoveFromBoostButton: readonly RemoveAuxiliaryLoadFromBoostButton_RemoveFromBoostButton[];
}

export interface RemoveAuxiliaryLoadFromBoostButton_RemoveFromBoostButton {
  readonly value: boolean;
  readonly index: number;
}

export interface ReplacementCertificatesACB {
  readonly DigitalSigningCertificate?: Buffer;
  readonly KeyAgreementCertificate: Buffer;
}

export interface ReplacementCertificatesCoS {
  readonly DigitalSigningCertificate: Buffer;
  readonly KeyAgreementCertificate?: Buffer;
  readonly KeyAgreementTopUpCertificate?: Buffer;
}

export interface ReplacementCertificatesDCCHandover {
  readonly DigitalSigningCertificate: Buffer;
  readonly KeyAgreementCertificate?: Buffer;
  readonly KeyAgreementTopUpCertificate?: Buffer;
}

export interface ReplacementCertificatesKRP {
  readonly SupplierOrNetworkOperatorCertificates?: SupplierOrNetworkOperatorCertificatesKRP;
}

export interface Request {
  readonly schemaVersion: string;
  readonly Header: Request_Header;
  readonly Body: Request_Body;
}

export type RequestCHFSubGHzChannelScan = Record<string, never>;

export type RequestCustomerIdentificationNumber = Record<string, never>;

export interface RequestHandoverOfDCCControlledDevice {
  readonly ExecutionDateTime?: Date;
  readonly RemotePartyRole: RemotePartyRole;
  readonly RemotePartyFloorSeqNumber?: bigint;
  readonly RemotePartyPrepaymentTopUpFloorSeqNumber?: bigint;
  readonly ReplacementCertificates: ReplacementCertificatesDCCHandover;
  readonly CertificationPathCertificates: CertificationPathCertificates;
  readonly ApplyTimeBasedCPVChecks: boolean;
}

export interface RequestWANMatrix {
  readonly UPRN?: number;
  readonly PartialAddress?: PartialAddress;
}

export interface Request_Body {
  readonly UpdateImportTariffPrimaryElement?: TariffPrimaryElement;
  readonly UpdateImportTariffSecondaryElement?: TariffSecondaryElement;
  readonly UpdatePricePrimaryElement?: UpdatePricePrimaryElement;
  readonly UpdatePriceSecondaryElement?: UpdatePriceSecondaryElement;
  readonly UpdateMeterBalance?: UpdateMeterBalance;
  readonly UpdatePaymentMode?: UpdatePaymentMode;
  readonly ResetTariffBlockCounterMatrix?: ResetTariffBlockCounterMatrix;
  readonly UpdatePrepayConfiguration?: UpdatePrepayConfiguration;
  readonly TopUpDevice?: TopUpDevice;
  readonly UpdateDebt?: UpdateDebt;
  readonly ActivateEmergencyCredit?: ActivateEmergencyCredit;
  readonly DisplayMessage?: DisplayMessage;
  readonly RestrictAccessForChangeOfTenancy?: RestrictAccessForChangeOfTenancy;
  readonly ClearEventLog?: ClearEventLog;
  readonly UpdateSupplierName?: UpdateSupplierName;
  readonly DisablePrivacyPIN?: DisablePrivacyPIN;
  readonly ReadInstantaneousImportRegisters?: ReadInstantaneousImportRegisters;
  readonly ReadInstantaneousImportTOUMatrices?: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousImportTOUWithBlocksMatrices?: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousImportBlockCounters?: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousExportRegisters?: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousPrepayValues?: ReadDataOnDemandOrFutureDated;
  readonly RetrieveCoMOrTariffTriggeredBillingDataLog?: ReadLogFutureDatableAndURPCredentials;
  readonly RetrieveBillingCalendarTriggeredBillingDataLog?: ReadLogFutureDatableAndURPCredentials;
  readonly RetrieveBillingDataLogDebtPayments?: ReadLogFutureDatable;
  readonly RetrieveBillingDataLogPrepaymentCredits?: ReadLogFutureDatable;
  readonly RetrieveImportDailyReadLog?: ReadLogFutureDatableAndURPCredentials;
  readonly RetrieveExportDailyReadLog?: ReadLogFutureDatable;
  readonly ReadActiveImportProfileData?: ReadLogFutureDatableAndURPCredentials;
  readonly ReadReactiveImportProfileData?: ReadLogFutureDatable;
  readonly ReadExportProfileData?: ReadLogFutureDatable;
  readonly ReadNetworkData?: ReadLogFutureDatableAndURPCredentials;
  readonly ReadTariffPrimaryElement?: ReadDataOnDemand;
  readonly ReadTariffSecondaryElement?: ReadDataOnDemand;
  readonly ReadMaximumDemandImportRegisters?: ReadDataOnDemandOrFutureDated;
  readonly ReadMaximumDemandExportRegisters?: ReadDataOnDemandOrFutureDated;
  readonly ReadPrepaymentConfiguration?: ReadDataOnDemandOrFutureDated;
  readonly ReadPrepaymentDailyReadLog?: ReadLogFutureDatableAndURPCredentials;
  readonly ReadLoadLimitData?: ReadDataOnDemandOrFutureDated;
  readonly ReadActivePowerImport?: ReadDataOnDemand;
  readonly RetrieveDailyConsumptionLog?: ReadLogFutureDatableAndURPCredentials;
  readonly ReadMeterBalance?: ReadDataOnDemandOrFutureDated;
  readonly CreateSchedule?: DSPSchedule;
  readonly ReadSchedule?: ReadSchedule;
  readonly DeleteSchedule?: DeleteSchedule;
  readonly ReadDeviceConfigurationVoltage?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationRandomisation?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationBillingCalendar?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationIdentityExcMPxN?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationInstantaneousPowerThresholds?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationMPxN?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationGas?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationPaymentMode?: ReadDataOnDemand;
  readonly ReadDeviceConfigurationEventAndAlertBehaviours?: ReadDataOnDemand;
  readonly UpdateDeviceConfigurationLoadLimitingGeneralSettings?: UpdateDeviceConfigurationLoadLimitingGeneralSettings;
  readonly UpdateDeviceConfigurationLoadLimitingCounterReset?: UpdateDeviceConfigurationLoadLimitingCounterReset;
  readonly UpdateDeviceConfigurationVoltage?: UpdateDeviceConfigurationVoltage;
  readonly UpdateDeviceConfigurationGasConversion?: UpdateDeviceConfigurationGasConversion;
  readonly UpdateDeviceConfigurationGasFlow?: UpdateDeviceConfigurationGasFlow;
  readonly UpdateDeviceConfigurationBillingCalendar?: BillingCalendar;
  readonly SynchroniseClock?: SynchroniseClock;
  readonly UpdateDeviceConfigurationInstantaneousPowerThreshold?: UpdateDeviceConfigurationInstantaneousPowerThreshold;
  readonly ReadEventOrSecurityLog?: ReadEventOrSecurityLog;
  readonly UpdateDeviceConfigurationALCDescriptions?: UpdateDeviceConfigurationALCDescriptions;
  readonly UpdateDeviceConfigurationALCScheduler?: UpdateDeviceConfigurationALCScheduler;
  readonly UpdateDeviceConfigurationAuxiliaryControllerScheduler?: UpdateDeviceConfigurationAuxiliaryControllerScheduler;
  readonly UpdateSecurityCredentialsKRP?: UpdateSecurityCredentialsKRP;
  readonly UpdateSecurityCredentialsDevice?: UpdateSecurityCredentialsDevice;
  readonly IssueSecurityCredentials?: IssueSecurityCredentials;
  readonly SetMaximumDemandConfigurableTimePeriod?: SetMaximumDemandConfigurableTimePeriod;
  readonly ResetMaximumDemandRegisters?: ResetMaximumDemandRegisters;
  readonly SetDeviceConfigurationImportMPxN?: SetDeviceConfigurationImportMPxN;
  readonly SetDeviceConfigurationExportMPAN?: SetDeviceConfiguratinExportMPAN;
  readonly RequestHandoverOfDCCControlledDevice?: RequestHandoverOfDCCControlledDevice;
  readonly ConfigureAlertBehaviour?: ConfigureAlertBehaviour;
  readonly UpdateSecurityCredentialsCoS?: UpdateSecurityCredentialsCoS;
  readonly RetrieveDeviceSecurityCredentialsKRP?: RetrieveDeviceSecurityCredentialsKRP;
  readonly RetrieveDeviceSecurityCredentialsDevice?: RetrieveDeviceSecurityCredentialsDevice;
  readonly SetElectricitySupplyTamperState?: SetElectricitySupplyTamperState;
  readonly UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix?: UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix;
  readonly UpdateDeviceConfigurationRMSVoltageCounterReset?: UpdateDeviceConfigurationRMSVoltageCR;
  readonly SetCHFSubGHzConfiguration?: SubGHzConfiguration;
  readonly RequestCHFSubGHzChannelScan?: RequestCHFSubGHzChannelScan;
  readonly ReadCHFSubGHzConfiguration?: ReadCHFSubGHzConfiguration;
  readonly ReadCHFSubGHzChannel?: ReadCHFSubGHzChannel;
  readonly ReadCHFSubGHzChannelLog?: ReadCHFSubGHzChannelLog;
  readonly EnableSupply?: EnableSupply;
  readonly DisableSupply?: DisableSupply;
  readonly ArmSupply?: ArmSupply;
  readonly ReadSupplyStatus?: ReadDataOnDemand;
  readonly ActivateAuxiliaryLoad?: ActivateAuxiliaryLoad;
  readonly DeactivateAuxiliaryLoad?: DeactivateAuxiliaryLoad;
  readonly ReadALCSData?: ReadALCSData;
  readonly ResetAuxiliaryLoad?: ResetAuxiliaryLoad;
  readonly AddAuxiliaryLoadToBoostButton?: AddAuxiliaryLoadToBoostButton;
  readonly RemoveAuxiliaryLoadFromBoostButton?: RemoveAuxiliaryLoadFromBoostButton;
  readonly ReadBoostButtonDetails?: ReadLogFutureDatable;
  readonly SetRandomisedOffsetLimit?: SetRandomisedOffsetLimit;
  readonly SetAuxiliaryControllerState?: SetAuxiliaryControllerState;
  readonly ReadAuxiliaryControllerConfigurationData?: ReadAuxiliaryControllerConfigurationData;
  readonly ReadAuxiliaryControllerOperationalData?: ReadAuxiliaryControllerOperationalData;
  readonly LimitAPCLevel?: LimitAPCLevel;
  readonly CommissionDeviceSynchroniseClock?: SynchroniseClock;
  readonly ReadInventory?: ReadInventory;
  readonly DecommissionDevice?: DecommissionDevice;
  readonly UpdateInventory?: UpdateInventory;
  readonly ServiceOptOut?: ServiceOptOut;
  readonly ServiceOptIn?: ServiceOptIn;
  readonly JoinServiceCritical?: JoinOrUnjoinDevice;
  readonly JoinServiceNonCritical?: JoinOrUnjoinDevice;
  readonly UnjoinServiceCritical?: JoinOrUnjoinDevice;
  readonly UnjoinServiceNonCritical?: JoinOrUnjoinDevice;
  readonly ReadDeviceLog?: ReadDeviceLog;
  readonly UpdateHANDeviceLog?: UpdateHANDeviceLog;
  readonly RestoreHANDeviceLog?: RestoreHANDeviceLog;
  readonly RestoreGPFDeviceLog?: RestoreGPFDeviceLog;
  readonly ReturnLocalCommandResponse?: ReturnLocalCommandResponse;
  readonly CHFInstallSuccessSMWAN?: CHFInstallSuccessSMWAN;
  readonly CHFInstallSuccessNoSMWAN?: CHFInstallSuccessNoSMWAN;
  readonly CHFFaultReturn?: CHFFaultReturn;
  readonly CHFNoFaultReturn?: CHFNoFaultReturn;
  readonly RequestCustomerIdentificationNumber?: RequestCustomerIdentificationNumber;
  readonly UpdateFirmware?: UpdateFirmware;
  readonly ReadFirmwareVersion?: ReadFirmwareVersion;
  readonly ActivateFirmware?: ActivateFirmware;
  readonly UpdatePPMIDFirmware?: UpdatePPMIDFirmware;
  readonly RequestWANMatrix?: RequestWANMatrix;
  readonly DevicePrenotification?: DevicePrenotification;
  readonly RecordNetworkDataGAS?: RecordNetworkDataGAS;
  readonly SignedPreCommand?: SignedPreCommand;
}

export interface Request_Header {
  readonly RequestID: string;
  readonly FirstInSequence?: boolean;
  readonly PrecedingServiceRequestID?: string;
  readonly CommandVariant: CommandVariant;
  readonly ServiceReference: ServiceReference;
  readonly ServiceReferenceVariant: ServiceReferenceVariant;
}

export type Reset = Record<string, never>;

export interface ResetALCSHCALCS {
  readonly index: number;
}

export interface ResetAuxiliaryLoad {
  readonly ResetALCSHCALCS: ResetALCSHCALCS;
}

export interface ResetMaximumDemandRegisters {
  readonly ExecutionDateTime?: Date;
  readonly MaxDemandActivePowerImportValue?: Reset;
  readonly MaxDemandActivePowerExportValue?: Reset;
  readonly MaxDemandConfigTimeActivePowerImportValue?: Reset;
}

export type ResetMeterBalance = Record<string, never>;

export type ResetTariffBlockCounterMatrix = Record<string, never>;

export interface RestoreGPFDeviceLog {
  readonly OldGPFID: Eui64;
}

export interface RestoreHANDeviceLog {
  readonly OldCHFID: Eui64;
}

export interface RestrictAccessForChangeOfTenancy {
  readonly ExecutionDateTime?: Date;
  readonly RestrictionDateTime: Date;
}

export interface RetrieveDeviceSecurityCredentialsDevice {
  readonly CredentialType: CredentialType;
}

export interface RetrieveDeviceSecurityCredentialsKRP {
  readonly RemotePartyRole: readonly RemotePartyRole[];
}

export interface ReturnLocalCommandResponse {
  readonly OriginalRequestID?: string;
  readonly DeviceGBCSResponse: Buffer;
}

export interface ScheduleDatesAndTime {
  readonly SwitchTime: string;
  readonly StartDate: CalendarDate;
  readonly EndDate: CalendarDate;
}

export interface ScheduleDatesAndTimeWithoutWildcards {
  readonly SwitchTime: string;
  readonly StartDate: string;
  readonly EndDate: string;
}

export interface ServiceOptIn {
  readonly DeviceID: Eui64;
  readonly DeviceType: DeviceType;
  readonly MPxNs: MeterMPxNs;
  readonly OptInDate: string;
}

export interface ServiceOptOut {
  readonly ExecutionDateTime: Date;
  readonly ACBFloorSeqNumber: bigint;
  readonly ReplacementCertificates: ReplacementCertificatesACB;
  readonly CertificationPathCertificates: CertificationPathCertificates;
  readonly ApplyTimeBasedCPVChecks: boolean;
}

export interface SetAuxiliaryControllerState {
  readonly auxiliaryControllerN: number;
  readonly StartDateTime: Date;
  readonly EndDateTime: Date;
  readonly CommandedStateLevel: number;
  readonly InputFromControlledLoad?: NoType;
}

export interface SetDeviceConfiguratinExportMPAN {
  readonly ExecutionDateTime?: Date;
  readonly ExportMPAN: string;
}

export interface SetDeviceConfigurationImportMPxN {
  readonly ExecutionDateTime?: Date;
  readonly ImportMPANs?: ImportMPANs;
  readonly ImportMPRN?: string;
}

export interface SetElectricitySupplyTamperState {
  readonly SupplyTamperState: 'Locked' | 'Unchanged';
}

export interface SetMaximumDemandConfigurableTimePeriod {
  readonly ExecutionDateTime?: Date;
  readonly MaximumDemandTimePeriodSchedule: MaximumDemandTimePeriodSchedule;
}

export interface SetRandomisedOffsetLimit {
  readonly RandomisedOffsetLimit: number;
}

export interface SignedPreCommand {
  readonly ExecutionDateTime?: Date;
  readonly GBCSPayload: Buffer;
}

export interface SpecialDayApplicability {
  readonly SpecialDayID: number;
}

export interface SpecialDaysApplicability {
  readonly SpecialDayApplicability?: readonly SpecialDayApplicability[];
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

export interface SupplierESMECommon {
  readonly x810D?: EnableDisableAlert;
  readonly x810E?: EnableDisableAlert;
  readonly x8119?: EnableDisableAlert;
  readonly x8145?: EnableDisableAlert;
  readonly x8154?: EnableDisableAlert;
  readonly x8155?: EnableDisableAlert;
  readonly x8161?: EnableDisableAlert;
  readonly x8162?: EnableDisableAlert;
  readonly x8168?: EnableDisableAlert;
  readonly x8183?: EnableDisableAlert;
  readonly x81A0?: EnableDisableAlert;
  readonly x81A1?: EnableDisableAlert;
  readonly x81A2?: EnableDisableAlert;
  readonly x81A3?: EnableDisableAlert;
  readonly x81A4?: EnableDisableAlert;
  readonly x81A5?: EnableDisableAlert;
  readonly x81A6?: EnableDisableAlert;
  readonly x81A7?: EnableDisableAlert;
  readonly x81A8?: EnableDisableAlert;
  readonly x81A9?: EnableDisableAlert;
  readonly x81AA?: EnableDisableAlert;
  readonly x81AB?: EnableDisableAlert;
  readonly x81AC?: EnableDisableAlert;
  readonly x81AD?: EnableDisableAlert;
  readonly x81AE?: EnableDisableAlert;
  readonly x81AF?: EnableDisableAlert;
  readonly x81B0?: EnableDisableAlert;
  readonly x81B1?: EnableDisableAlert;
  readonly x81B2?: EnableDisableAlert;
  readonly x81B3?: EnableDisableAlert;
  readonly x81B8?: EnableDisableAlert;
  readonly x81B9?: EnableDisableAlert;
  readonly x81BA?: EnableDisableAlert;
  readonly x81BB?: EnableDisableAlert;
  readonly x81BC?: EnableDisableAlert;
  readonly x81BD?: EnableDisableAlert;
  readonly x81BE?: EnableDisableAlert;
  readonly x81C0?: EnableDisableAlert;
  readonly x81C1?: EnableDisableAlert;
  readonly x81C4?: EnableDisableAlert;
  readonly x81C5?: EnableDisableAlert;
  readonly x81C6?: EnableDisableAlert;
}

export interface SupplierESMEPolyPhase {
  readonly x81B7?: EnableDisableAlert;
}

export interface SupplierGSME {
  readonly x810D?: EnableDisableAlert;
  readonly x810E?: EnableDisableAlert;
  readonly x8119?: EnableDisableAlert;
  readonly x8145?: EnableDisableAlert;
  readonly x8154?: EnableDisableAlert;
  readonly x8155?: EnableDisableAlert;
  readonly x8168?: EnableDisableAlert;
  readonly x8183?: EnableDisableAlert;
  readonly x8184?: EnableDisableAlert;
  readonly x81A1?: EnableDisableAlert;
  readonly x81A4?: EnableDisableAlert;
  readonly x81A5?: EnableDisableAlert;
  readonly x81A6?: EnableDisableAlert;
  readonly x81A7?: EnableDisableAlert;
  readonly x81A8?: EnableDisableAlert;
  readonly x81A9?: EnableDisableAlert;
  readonly x81AA?: EnableDisableAlert;
  readonly x81AB?: EnableDisableAlert;
  readonly x81AC?: EnableDisableAlert;
  readonly x81AD?: EnableDisableAlert;
  readonly x81AE?: EnableDisableAlert;
  readonly x81AF?: EnableDisableAlert;
  readonly x81B0?: EnableDisableAlert;
  readonly x81B1?: EnableDisableAlert;
  readonly x81B2?: EnableDisableAlert;
  readonly x81B3?: EnableDisableAlert;
  readonly x81B4?: EnableDisableAlert;
  readonly x81B5?: EnableDisableAlert;
  readonly x81B6?: EnableDisableAlert;
  readonly x81B9?: EnableDisableAlert;
  readonly x81BA?: EnableDisableAlert;
  readonly x81BC?: EnableDisableAlert;
  readonly x81BD?: EnableDisableAlert;
  readonly x81BE?: EnableDisableAlert;
  readonly x81BF?: EnableDisableAlert;
  readonly x81C0?: EnableDisableAlert;
  readonly x81C2?: EnableDisableAlert;
  readonly x81C3?: EnableDisableAlert;
  readonly x81C4?: EnableDisableAlert;
  readonly x81C5?: EnableDisableAlert;
}

export interface SupplierGSMEAlertsEvents {
  readonly x810D?: WANHANEventLogAlarm;
  readonly x810E?: WANHANEventLogAlarm;
  readonly x8119?: WANHANEventLogAlarm;
  readonly x8145?: WANHANEventLogAlarm;
  readonly x8154?: WANHANEventLogAlarm;
  readonly x8155?: WANHANEventLogAlarm;
  readonly x8161?: WANHANEventLogAlarm;
  readonly x8162?: WANHANEventLogAlarm;
  readonly x8168?: WANHANEventLogAlarm;
  readonly x8183?: WANHANEventLogAlarm;
  readonly x8184?: WANHANEventLogAlarm;
  readonly x81A0?: WANHANEventLogAlarm;
  readonly x81A1?: WANHANEventLogAlarm;
  readonly x81A4?: WANHANEventLogAlarm;
  readonly x81A5?: WANHANEventLogAlarm;
  readonly x81A6?: WANHANEventLogAlarm;
  readonly x81A7?: WANHANEventLogAlarm;
  readonly x81A8?: WANHANEventLogAlarm;
  readonly x81A9?: WANHANEventLogAlarm;
  readonly x81AA?: WANHANEventLogAlarm;
  readonly x81AB?: WANHANEventLogAlarm;
  readonly x81AC?: WANHANEventLogAlarm;
  readonly x81AD?: WANHANEventLogAlarm;
  readonly x81AE?: WANHANEventLogAlarm;
  readonly x81AF?: WANHANEventLogAlarm;
  readonly x81B0?: WANHANEventLogAlarm;
  readonly x81B1?: WANHANEventLogAlarm;
  readonly x81B2?: WANHANEventLogAlarm;
  readonly x81B3?: WANHANEventLogAlarm;
  readonly x81B4?: WANHANEventLogAlarm;
  readonly x81B5?: WANHANEventLogAlarm;
  readonly x81B6?: WANHANEventLogAlarm;
  readonly x81B9?: WANHANEventLogAlarm;
  readonly x81BA?: WANHANEventLogAlarm;
  readonly x81BC?: WANHANEventLogAlarm;
  readonly x81BD?: WANHANEventLogAlarm;
  readonly x81BE?: WANHANEventLogAlarm;
  readonly x81BF?: WANHANEventLogAlarm;
  readonly x81C0?: WANHANEventLogAlarm;
  readonly x81C2?: WANHANEventLogAlarm;
  readonly x81C3?: WANHANEventLogAlarm;
  readonly x81C4?: WANHANEventLogAlarm;
  readonly x81C5?: WANHANEventLogAlarm;
  readonly x81C6?: WANHANEventLogAlarm;
}

export interface SupplierOrNetworkOperatorCertificatesKRP {
  readonly DigitalSigningCertificate?: Buffer;
  readonly KeyAgreementCertificate?: Buffer;
  readonly KeyAgreementTopUpCertificate?: Buffer;
}

export interface SwitchTypeAndId {
  readonly index: number;
  readonly ALCS?: NoType;
  readonly HCALCS?: Eui64;
}

export interface SynchroniseClock {
  readonly CurrentDateTime: Date;
  readonly TolerancePeriod: number;
}

export interface TariffPrimaryElement {
  readonly ExecutionDateTime?: Date;
  readonly ElecTariffElements?: ElecTariffElements;
  readonly GasTariffElements?: GasTariffElements;
  readonly PriceElements: PricePrimary;
}

export interface TariffSecondaryElement {
  readonly ExecutionDateTime?: Date;
  readonly SwitchingTable: ElecSwitchingTableSecondary;
  readonly SpecialDays: ElecSpecialDaysSecondary;
  readonly PriceElements: PriceSecondary;
}

export interface TopUpDevice {
  readonly UTRN: string;
}

export interface UpdateDebt {
  readonly TimeDebtRegister1: number;
  readonly TimeDebtRegister2: number;
  readonly PaymentDebtRegister: number;
  readonly DebtRecoveryPerPayment: number;
  readonly ElecDebtRecovery1?: ElecDebtRecovery;
  readonly ElecDebtRecovery2?: ElecDebtRecovery;
  readonly GasDebtRecovery1?: GasDebtRecovery;
  readonly GasDebtRecovery2?: GasDebtRecovery;
}

export interface UpdateDeviceConfigurationALCDescriptions {
  readonly ALCSHCALCSDescription?: readonly ALCSHCALCSDescription[];
}

export interface UpdateDeviceConfigurationALCScheduler {
  readonly ExecutionDateTime?: Date;
  readonly ALCSHCALCSConnectionSchedule: readonly ALCSHCALCSConnectionSchedule[];
  readonly ALCSHCALCSSpecialDays: ALCSHCALCSSpecialDays;
  readonly SwitchTypeAndId?: readonly SwitchTypeAndId[];
}

export interface UpdateDeviceConfigurationAuxiliaryControllerScheduler {
  readonly ExecutionDateTime?: Date;
  readonly AuxiliaryControllerSchedule?: readonly AuxiliaryControllerSchedule[];
  readonly AuxiliaryControllerSpecialDayDefinitions: AuxiliaryControllerSpecialDayDefinitions;
}

export interface UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix {
  readonly DailyTariffBlockCounterMatrixReset: boolean;
}

export interface UpdateDeviceConfigurationGasConversion {
  readonly CalorificValue: string;
  readonly ConversionFactor: string;
}

export interface UpdateDeviceConfigurationGasFlow {
  readonly UncontrolledGasFlowRate?: number;
  readonly UncontrolledGasFlowRateDecimal?: string;
  readonly SupplyDepletionState: 'Unchanged' | 'Locked';
  readonly SupplyTamperState: 'Unchanged' | 'Locked';
  readonly StabilisationPeriod: number;
  readonly MeasurementPeriod: number;
}

export interface UpdateDeviceConfigurationInstantaneousPowerThreshold {
  readonly ExecutionDateTime?: Date;
  readonly LowMediumPowerThreshold: number;
  readonly MediumHighPowerThreshold: number;
}

export interface UpdateDeviceConfigurationLoadLimitingCounterReset {
  readonly ExecutionDateTime?: Date;
}

export interface UpdateDeviceConfigurationLoadLimitingGeneralSettings {
  readonly ExecutionDateTime?: Date;
  readonly LoadLimitPeriod: number;
  readonly LoadLimitPowerThreshold: number;
  readonly LoadLimitRestorationPeriod: number;
  readonly LoadLimitSupplyState: 'Disable' | 'Unchanged';
}

export interface UpdateDeviceConfigurationRMSVoltageCR {
  readonly ExecutionDateTime?: Date;
}

export interface UpdateDeviceConfigurationVoltage {
  readonly ExecutionDateTime?: Date;
  readonly RMSVoltageSettings: RMSVoltageSettings;
  readonly SinglePhaseVoltageSettings?: AverageRMSVoltageSettings;
  readonly PolyPhaseVoltageSettings?: readonly PolyPhaseVoltageSettings[];
  readonly RMSVoltageCountersNotReset?: NoType;
}

export interface UpdateDeviceDetails {
  readonly DeviceManufacturer?: string;
  readonly DeviceModel?: string;
  readonly SMETSCHTSVersion?: string;
  readonly FirmwareVersion?: string;
  readonly ESMEVariant?: ESMEVariant;
}

export interface UpdateFirmware {
  readonly FirmwareImage: Buffer;
  readonly FirmwareVersion: string;
  readonly DeviceIDList: string;
}

export interface UpdateHANDeviceLog {
  readonly ExecutionDateTime?: Date;
  readonly DeviceID: Eui64;
  readonly RequestType: 'Add' | 'Remove';
  readonly AddDeviceToCHFWhitelist?: AddDeviceToCHFWhitelist;
}

export interface UpdateInventory {
  readonly DeviceID: Eui64;
  readonly UpdateDeviceStatusExceptCH?: UpdateDeviceStatusExceptCH;
  readonly UpdateDeviceStatusCH?: UpdateDeviceStatusCH;
  readonly UpdateDeviceDetails?: UpdateDeviceDetails;
  readonly DeleteDevice?: DeleteDevice;
  readonly UpdateMPxN?: UpdateMPxN;
}

export interface UpdateMPxN {
  readonly ImportMPxN?: string;
  readonly SecondaryImportMPAN?: string;
  readonly ExportMPAN?: string;
}

export interface UpdateMeterBalance {
  readonly PrepaymentMode?: AdjustOrReset;
  readonly CreditMode?: AdjustOrReset;
}

export interface UpdatePPMIDFirmware {
  readonly FirmwareImage: Buffer;
  readonly FirmwareVersion: string;
  readonly DeviceIDList: string;
}

export interface UpdatePaymentMode {
  readonly ExecutionDateTime?: Date;
  readonly Credit?: NoType;
  readonly Prepayment?: UpdatePaymentMode_Prepayment;
}

export interface UpdatePaymentMode_Prepayment {
  readonly SuspendDebtDisabled: boolean;
  readonly SuspendDebtEmergency: boolean;
  readonly DisablementThreshold: number;
}

export interface UpdatePrepayConfigElec {
  readonly DebtRecoveryRateCap: number;
  readonly EmergencyCreditLimit: number;
  readonly EmergencyCreditThreshold: number;
  readonly LowCreditThreshold: number;
  readonly ElectricityNonDisablementCalendar: ElectricityNonDisablementCalendar;
  readonly MaxMeterBalance: number;
  readonly MaxCreditThreshold: number;
}

export interface UpdatePrepayConfigGas {
  readonly DebtRecoveryRateCap: number;
  readonly EmergencyCreditLimit: number;
  readonly EmergencyCreditThreshold: number;
  readonly LowCreditThreshold: number;
  readonly GasNonDisablementCalendar: GasNonDisablementCalendar;
  readonly MaxMeterBalance: number;
  readonly MaxCreditThreshold: number;
}

export interface UpdatePrepayConfiguration {
  readonly ExecutionDateTime?: Date;
  readonly UpdatePrepayConfigElectricity?: UpdatePrepayConfigElec;
  readonly UpdatePrepayConfigGas?: UpdatePrepayConfigGas;
}

export interface UpdatePricePrimaryElement {
  readonly ExecutionDateTime?: Date;
  readonly PriceElements: PricePrimary;
}

export interface UpdatePriceSecondaryElement {
  readonly ExecutionDateTime?: Date;
  readonly PriceElements: PriceSecondary;
}

export interface UpdateSecurityCredentialsCoS {
  readonly ExecutionDateTime?: Date;
  readonly SupplierFloorSeqNumber: bigint;
  readonly SupplierPrepaymentTopUpFloorSeqNumber?: bigint;
  readonly SupplierReplacementCertificates: ReplacementCertificatesCoS;
  readonly CertificationPathCertificates: CertificationPathCertificates;
  readonly ApplyTimeBasedCPVChecks: boolean;
  readonly ImportMPxN: string;
}

export interface UpdateSecurityCredentialsDevice {
  readonly DeviceCertificate: Buffer;
}

export interface UpdateSecurityCredentialsKRP {
  readonly ExecutionDateTime?: Date;
  readonly RemotePartyRole: RemotePartyRole;
  readonly RemotePartyFloorSeqNumber?: bigint;
  readonly RemotePartyPrepaymentTopUpFloorSeqNumber?: bigint;
  readonly ReplacementCertificates: ReplacementCertificatesKRP;
  readonly CertificationPathCertificates: CertificationPathCertificates;
  readonly ApplyTimeBasedCPVChecks: boolean;
}

export interface UpdateSupplierName {
  readonly ExecutionDateTime?: Date;
  readonly SupplierName: string;
  readonly SupplierTelephoneNumber: string;
}

export interface WANHANEventLogAlarm {
  readonly WANAlert: EnableDisableAlert;
  readonly HANAlert: EnableDisableAlert;
  readonly EventLog: EnableDisableAlert;
  readonly Alarm: EnableDisableAlert;
}

export interface WeekProfileGas {
  readonly WeekName: number;
  readonly ReferencedDayName: readonly GasReferencedDayName[];
}

export interface WeekProfileGasNonDisablement {
  readonly WeekName: number;
  readonly ReferencedDayName: readonly GasReferencedDayNameNonDisablement[];
}

export interface Year {
  readonly SpecifiedYear?: number;
  readonly NonSpecifiedYear?: NoType;
}

/** Content type of each element a Service Request's Body may hold. */
export interface RequestBodyElements {
  readonly UpdateImportTariffPrimaryElement: TariffPrimaryElement;
  readonly UpdateImportTariffSecondaryElement: TariffSecondaryElement;
  readonly UpdatePricePrimaryElement: UpdatePricePrimaryElement;
  readonly UpdatePriceSecondaryElement: UpdatePriceSecondaryElement;
  readonly UpdateMeterBalance: UpdateMeterBalance;
  readonly UpdatePaymentMode: UpdatePaymentMode;
  readonly ResetTariffBlockCounterMatrix: ResetTariffBlockCounterMatrix;
  readonly UpdatePrepayConfiguration: UpdatePrepayConfiguration;
  readonly TopUpDevice: TopUpDevice;
  readonly UpdateDebt: UpdateDebt;
  readonly ActivateEmergencyCredit: ActivateEmergencyCredit;
  readonly DisplayMessage: DisplayMessage;
  readonly RestrictAccessForChangeOfTenancy: RestrictAccessForChangeOfTenancy;
  readonly ClearEventLog: ClearEventLog;
  readonly UpdateSupplierName: UpdateSupplierName;
  readonly DisablePrivacyPIN: DisablePrivacyPIN;
  readonly ReadInstantaneousImportRegisters: ReadInstantaneousImportRegisters;
  readonly ReadInstantaneousImportTOUMatrices: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousImportTOUWithBlocksMatrices: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousImportBlockCounters: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousExportRegisters: ReadDataOnDemandOrFutureDated;
  readonly ReadInstantaneousPrepayValues: ReadDataOnDemandOrFutureDated;
  readonly RetrieveCoMOrTariffTriggeredBillingDataLog: ReadLogFutureDatableAndURPCredentials;
  readonly RetrieveBillingCalendarTriggeredBillingDataLog: ReadLogFutureDatableAndURPCredentials;
  readonly RetrieveBillingDataLogDebtPayments: ReadLogFutureDatable;
  readonly RetrieveBillingDataLogPrepaymentCredits: ReadLogFutureDatable;
  readonly RetrieveImportDailyReadLog: ReadLogFutureDatableAndURPCredentials;
  readonly RetrieveExportDailyReadLog: ReadLogFutureDatable;
  readonly ReadActiveImportProfileData: ReadLogFutureDatableAndURPCredentials;
  readonly ReadReactiveImportProfileData: ReadLogFutureDatable;
  readonly ReadExportProfileData: ReadLogFutureDatable;
  readonly ReadNetworkData: ReadLogFutureDatableAndURPCredentials;
  readonly ReadTariffPrimaryElement: ReadDataOnDemand;
  readonly ReadTariffSecondaryElement: ReadDataOnDemand;
  readonly ReadMaximumDemandImportRegisters: ReadDataOnDemandOrFutureDated;
  readonly ReadMaximumDemandExportRegisters: ReadDataOnDemandOrFutureDated;
  readonly ReadPrepaymentConfiguration: ReadDataOnDemandOrFutureDated;
  readonly ReadPrepaymentDailyReadLog: ReadLogFutureDatableAndURPCredentials;
  readonly ReadLoadLimitData: ReadDataOnDemandOrFutureDated;
  readonly ReadActivePowerImport: ReadDataOnDemand;
  readonly RetrieveDailyConsumptionLog: ReadLogFutureDatableAndURPCredentials;
  readonly ReadMeterBalance: ReadDataOnDemandOrFutureDated;
  readonly CreateSchedule: DSPSchedule;
  readonly ReadSchedule: ReadSchedule;
  readonly DeleteSchedule: DeleteSchedule;
  readonly ReadDeviceConfigurationVoltage: ReadDataOnDemand;
  readonly ReadDeviceConfigurationRandomisation: ReadDataOnDemand;
  readonly ReadDeviceConfigurationBillingCalendar: ReadDataOnDemand;
  readonly ReadDeviceConfigurationIdentityExcMPxN: ReadDataOnDemand;
  readonly ReadDeviceConfigurationInstantaneousPowerThresholds: ReadDataOnDemand;
  readonly ReadDeviceConfigurationMPxN: ReadDataOnDemand;
  readonly ReadDeviceConfigurationGas: ReadDataOnDemand;
  readonly ReadDeviceConfigurationPaymentMode: ReadDataOnDemand;
  readonly ReadDeviceConfigurationEventAndAlertBehaviours: ReadDataOnDemand;
  readonly UpdateDeviceConfigurationLoadLimitingGeneralSettings: UpdateDeviceConfigurationLoadLimitingGeneralSettings;
  readonly UpdateDeviceConfigurationLoadLimitingCounterReset: UpdateDeviceConfigurationLoadLimitingCounterReset;
  readonly UpdateDeviceConfigurationVoltage: UpdateDeviceConfigurationVoltage;
  readonly UpdateDeviceConfigurationGasConversion: UpdateDeviceConfigurationGasConversion;
  readonly UpdateDeviceConfigurationGasFlow: UpdateDeviceConfigurationGasFlow;
  readonly UpdateDeviceConfigurationBillingCalendar: BillingCalendar;
  readonly SynchroniseClock: SynchroniseClock;
  readonly UpdateDeviceConfigurationInstantaneousPowerThreshold: UpdateDeviceConfigurationInstantaneousPowerThreshold;
  readonly ReadEventOrSecurityLog: ReadEventOrSecurityLog;
  readonly UpdateDeviceConfigurationALCDescriptions: UpdateDeviceConfigurationALCDescriptions;
  readonly UpdateDeviceConfigurationALCScheduler: UpdateDeviceConfigurationALCScheduler;
  readonly UpdateDeviceConfigurationAuxiliaryControllerScheduler: UpdateDeviceConfigurationAuxiliaryControllerScheduler;
  readonly UpdateSecurityCredentialsKRP: UpdateSecurityCredentialsKRP;
  readonly UpdateSecurityCredentialsDevice: UpdateSecurityCredentialsDevice;
  readonly IssueSecurityCredentials: IssueSecurityCredentials;
  readonly SetMaximumDemandConfigurableTimePeriod: SetMaximumDemandConfigurableTimePeriod;
  readonly ResetMaximumDemandRegisters: ResetMaximumDemandRegisters;
  readonly SetDeviceConfigurationImportMPxN: SetDeviceConfigurationImportMPxN;
  readonly SetDeviceConfigurationExportMPAN: SetDeviceConfiguratinExportMPAN;
  readonly RequestHandoverOfDCCControlledDevice: RequestHandoverOfDCCControlledDevice;
  readonly ConfigureAlertBehaviour: ConfigureAlertBehaviour;
  readonly UpdateSecurityCredentialsCoS: UpdateSecurityCredentialsCoS;
  readonly RetrieveDeviceSecurityCredentialsKRP: RetrieveDeviceSecurityCredentialsKRP;
  readonly RetrieveDeviceSecurityCredentialsDevice: RetrieveDeviceSecurityCredentialsDevice;
  readonly SetElectricitySupplyTamperState: SetElectricitySupplyTamperState;
  readonly UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix: UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix;
  readonly UpdateDeviceConfigurationRMSVoltageCounterReset: UpdateDeviceConfigurationRMSVoltageCR;
  readonly SetCHFSubGHzConfiguration: SubGHzConfiguration;
  readonly RequestCHFSubGHzChannelScan: RequestCHFSubGHzChannelScan;
  readonly ReadCHFSubGHzConfiguration: ReadCHFSubGHzConfiguration;
  readonly ReadCHFSubGHzChannel: ReadCHFSubGHzChannel;
  readonly ReadCHFSubGHzChannelLog: ReadCHFSubGHzChannelLog;
  readonly EnableSupply: EnableSupply;
  readonly DisableSupply: DisableSupply;
  readonly ArmSupply: ArmSupply;
  readonly ReadSupplyStatus: ReadDataOnDemand;
  readonly ActivateAuxiliaryLoad: ActivateAuxiliaryLoad;
  readonly DeactivateAuxiliaryLoad: DeactivateAuxiliaryLoad;
  readonly ReadALCSData: ReadALCSData;
  readonly ResetAuxiliaryLoad: ResetAuxiliaryLoad;
  readonly AddAuxiliaryLoadToBoostButton: AddAuxiliaryLoadToBoostButton;
  readonly RemoveAuxiliaryLoadFromBoostButton: RemoveAuxiliaryLoadFromBoostButton;
  readonly ReadBoostButtonDetails: ReadLogFutureDatable;
  readonly SetRandomisedOffsetLimit: SetRandomisedOffsetLimit;
  readonly SetAuxiliaryControllerState: SetAuxiliaryControllerState;
  readonly ReadAuxiliaryControllerConfigurationData: ReadAuxiliaryControllerConfigurationData;
  readonly ReadAuxiliaryControllerOperationalData: ReadAuxiliaryControllerOperationalData;
  readonly LimitAPCLevel: LimitAPCLevel;
  readonly CommissionDeviceSynchroniseClock: SynchroniseClock;
  readonly ReadInventory: ReadInventory;
  readonly DecommissionDevice: DecommissionDevice;
  readonly UpdateInventory: UpdateInventory;
  readonly ServiceOptOut: ServiceOptOut;
  readonly ServiceOptIn: ServiceOptIn;
  readonly JoinServiceCritical: JoinOrUnjoinDevice;
  readonly JoinServiceNonCritical: JoinOrUnjoinDevice;
  readonly UnjoinServiceCritical: JoinOrUnjoinDevice;
  readonly UnjoinServiceNonCritical: JoinOrUnjoinDevice;
  readonly ReadDeviceLog: ReadDeviceLog;
  readonly UpdateHANDeviceLog: UpdateHANDeviceLog;
  readonly RestoreHANDeviceLog: RestoreHANDeviceLog;
  readonly RestoreGPFDeviceLog: RestoreGPFDeviceLog;
  readonly ReturnLocalCommandResponse: ReturnLocalCommandResponse;
  readonly CHFInstallSuccessSMWAN: CHFInstallSuccessSMWAN;
  readonly CHFInstallSuccessNoSMWAN: CHFInstallSuccessNoSMWAN;
  readonly CHFFaultReturn: CHFFaultReturn;
  readonly CHFNoFaultReturn: CHFNoFaultReturn;
  readonly RequestCustomerIdentificationNumber: RequestCustomerIdentificationNumber;
  readonly UpdateFirmware: UpdateFirmware;
  readonly ReadFirmwareVersion: ReadFirmwareVersion;
  readonly ActivateFirmware: ActivateFirmware;
  readonly UpdatePPMIDFirmware: UpdatePPMIDFirmware;
  readonly RequestWANMatrix: RequestWANMatrix;
  readonly DevicePrenotification: DevicePrenotification;
  readonly RecordNetworkDataGAS: RecordNetworkDataGAS;
  readonly SignedPreCommand: SignedPreCommand;
}
