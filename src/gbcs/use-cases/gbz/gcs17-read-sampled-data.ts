import { metering, SAMPLE_ID } from '../../gbz/clusters/metering.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { issuerEventId } from './issue-context.js';
import { logPeriodOf, samplesIn } from './read-log-period.js';

/* In the reads an ExecutionDateTime is kept by the DSP, and KAPublicSecurityCredentials go into other-information. */

const CONSUMPTION_DELIVERED = 0x00;
const HALF_HOUR_SECONDS = 1_800;
const DAY_SECONDS = 86_400;
/** Entries of the Profile Data Log and of the Daily Consumption Log. */
const PROFILE_ENTRIES = 19_056;
const DAILY_ENTRIES = 731;

/** The Network Data Log: four hours of six-minute samples, both ends included. */
const NETWORK_SAMPLE_SECONDS = 360;
const NETWORK_ENTRIES = 41;
/** The earliest time there is: the whole log. */
const WHOLE_LOG = 1;

/** Read GSME Profile Data Log. */
export const GCS17 = gbzUseCase(
  {
    code: 'GCS17',
    title: 'Read GSME Profile Data Log',
    messageCode: 0x0078,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.8.1'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table rows 537, 581, 609, 635, 656; SMETS 4.6.5.15',
    element: 'ReadActiveImportProfileData',
    response: [metering.fromServer.getSampledDataResponse],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  ({ one }) => [
    one(metering.fromClient.getSampledData, {
      sampleId: SAMPLE_ID.profileDataLog,
      earliestSampleTime: (period) => period.start,
      sampleType: CONSUMPTION_DELIVERED,
      numberOfSamples: (period) => samplesIn(period, HALF_HOUR_SECONDS, PROFILE_ENTRIES),
    }),
  ],
);

/** Read gas Daily Consumption Log. */
export const GCS61 = gbzUseCase(
  {
    code: 'GCS61',
    title: 'Read gas Daily Consumption Log',
    messageCode: 0x00a0,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.17'],
    targets: ['GPF'],
    source: 'GBCS mapping table rows 559, 619, 932, 1797, 1798',
    element: 'RetrieveDailyConsumptionLog',
    response: [metering.fromServer.getSampledDataResponse],
    from: (content) => logPeriodOf(content.ReadLogPeriod),
  },
  ({ one }) => [
    one(metering.fromClient.getSampledData, {
      sampleId: SAMPLE_ID.dailyConsumptionLog,
      earliestSampleTime: (period) => period.start,
      sampleType: CONSUMPTION_DELIVERED,
      numberOfSamples: (period) => samplesIn(period, DAY_SECONDS, DAILY_ENTRIES),
    }),
  ],
);

/** Read Gas Network Data Log: always the whole log, so that the request's ReadLogPeriod is carried nowhere. */
export const GCS18 = gbzUseCase(
  {
    code: 'GCS18',
    title: 'Read Gas Network Data Log',
    messageCode: 0x0079,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['4.10'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1356, 1391, 1400, 1403, 1481; SMETS 4.6.5.12',
    element: 'ReadNetworkData',
    response: [metering.fromServer.getSampledDataResponse],
    from: () => undefined,
  },
  ({ one }) => [
    one(metering.fromClient.getSampledData, {
      sampleId: SAMPLE_ID.networkDataLog,
      earliestSampleTime: WHOLE_LOG,
      sampleType: CONSUMPTION_DELIVERED,
      numberOfSamples: NETWORK_ENTRIES,
    }),
  ],
);

/** Start Network Data Log on GSME; only the Access Control Broker may, for whoever asks. */
export const GCS31 = gbzUseCase(
  {
    code: 'GCS31',
    title: 'Start Network Data Log on GSME',
    messageCode: 0x0080,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['14.1'],
    targets: ['GSME'],
    originator: 'AccessControlBrokerForUser',
    source: 'GBCS mapping table row 1392; SMETS 4.5.3.16',
    element: 'RecordNetworkDataGAS',
    response: [metering.fromServer.startSamplingResponse],
    from: (_, context) => ({ issuerEventId: issuerEventId(context) }),
  },
  ({ one }) => [
    one(metering.fromClient.startSampling, {
      issuerEventId: (values) => values.issuerEventId,
      startSamplingTime: 0,
      sampleType: CONSUMPTION_DELIVERED,
      sampleRequestInterval: NETWORK_SAMPLE_SECONDS,
      maximumNumberOfSamples: NETWORK_ENTRIES,
    }),
  ],
);
