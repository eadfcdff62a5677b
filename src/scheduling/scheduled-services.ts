import type { ScheduleDetails } from './schedule.js';

/** The `DSP...` elements of which a schedule has one. */
export type ScheduledContentElement = Extract<keyof ScheduleDetails, `DSPRe${string}`>;

/** Those that say which part of a log to read. */
export type LogElement = {
  [E in ScheduledContentElement]: Required<ScheduleDetails>[E] extends { readonly StartTime: string }
    ? E
    : never;
}[ScheduledContentElement];

type Variant = ScheduleDetails['DSPScheduledServiceReferenceVariant'];

/**
 * A Service Reference Variant that a schedule can run: the element of the schedule that is for it (`chosen`), the element
 * in the Body of the Service Request a run sends, and what that holds.
 */
export type ScheduledService =
  | {
      readonly variant: Variant;
      readonly chosen: Exclude<ScheduledContentElement, LogElement>;
      readonly element:
        | 'ReadInstantaneousExportRegisters'
        | 'ReadMaximumDemandImportRegisters'
        | 'ReadMaximumDemandExportRegisters'
        | 'ReadLoadLimitData'
        | 'ReadActivePowerImport'
        | 'RecordNetworkDataGAS';
      readonly holds: 'nothing';
    }
  | {
      readonly variant: Variant;
      readonly chosen: LogElement;
      readonly element:
        'RetrieveExportDailyReadLog' | 'ReadReactiveImportProfileData' | 'ReadExportProfileData';
      readonly holds: 'log period';
    }
  | {
      readonly variant: Variant;
      readonly chosen: LogElement;
      readonly element:
        | 'RetrieveImportDailyReadLog'
        | 'ReadActiveImportProfileData'
        | 'ReadNetworkData'
        | 'ReadPrepaymentDailyReadLog'
        | 'RetrieveDailyConsumptionLog';
      readonly holds: 'log period and certificate';
    };

/**
 * What a DSP schedule can run.
 *
 * Sources: DUIS schema 5.4, simple type DSPScheduledServiceReferenceVariant and the choice in complex type DSPSchedule; the
 * bodies are those of the Service Requests of the same name. Confirmed: 4.6.1 (RTDS ECS21a_5.1._DCC_SCHEDULED). Inferred:
 * which element is for which other variant, from their names. 4.2 is in the schema's list, though the source of the
 * Service Request catalogue does not have it as scheduled; the schema counts, since it is what Users write to.
 */
export const SCHEDULED_SERVICES: readonly ScheduledService[] = [
  {
    variant: '4.2',
    chosen: 'DSPReadInstantaneousExportRegisters',
    element: 'ReadInstantaneousExportRegisters',
    holds: 'nothing',
  },
  {
    variant: '4.6.1',
    chosen: 'DSPRetrieveImportDailyReadLog',
    element: 'RetrieveImportDailyReadLog',
    holds: 'log period and certificate',
  },
  {
    variant: '4.6.2',
    chosen: 'DSPRetrieveExportDailyReadLog',
    element: 'RetrieveExportDailyReadLog',
    holds: 'log period',
  },
  {
    variant: '4.8.1',
    chosen: 'DSPReadActiveImportProfileData',
    element: 'ReadActiveImportProfileData',
    holds: 'log period and certificate',
  },
  {
    variant: '4.8.2',
    chosen: 'DSPReadReactiveImportProfileData',
    element: 'ReadReactiveImportProfileData',
    holds: 'log period',
  },
  {
    variant: '4.8.3',
    chosen: 'DSPReadExportProfileData',
    element: 'ReadExportProfileData',
    holds: 'log period',
  },
  {
    variant: '4.10',
    chosen: 'DSPReadNetworkData',
    element: 'ReadNetworkData',
    holds: 'log period and certificate',
  },
  {
    variant: '4.12.1',
    chosen: 'DSPReadMaximumDemandImportRegisters',
    element: 'ReadMaximumDemandImportRegisters',
    holds: 'nothing',
  },
  {
    variant: '4.12.2',
    chosen: 'DSPReadMaximumDemandExportRegisters',
    element: 'ReadMaximumDemandExportRegisters',
    holds: 'nothing',
  },
  {
    variant: '4.14',
    chosen: 'DSPReadPrepaymentDailyReadLog',
    element: 'ReadPrepaymentDailyReadLog',
    holds: 'log period and certificate',
  },
  {
    variant: '4.15',
    chosen: 'DSPReadLoadLimitData',
    element: 'ReadLoadLimitData',
    holds: 'nothing',
  },
  {
    variant: '4.16',
    chosen: 'DSPReadActivePowerImport',
    element: 'ReadActivePowerImport',
    holds: 'nothing',
  },
  {
    variant: '4.17',
    chosen: 'DSPRetrieveDailyConsumptionLog',
    element: 'RetrieveDailyConsumptionLog',
    holds: 'log period and certificate',
  },
  {
    variant: '14.1',
    chosen: 'DSPRecordNetworkDataGAS',
    element: 'RecordNetworkDataGAS',
    holds: 'nothing',
  },
];

/** @returns undefined if no schedule can run the Service Reference Variant */
export function scheduledService(variant: string): ScheduledService | undefined {
  return SCHEDULED_SERVICES.find((service) => service.variant === variant);
}
