import type { SubGHzConfiguration } from '../../../../duis/generated/service-request-types.js';
import {
  bitString,
  constant,
  octetString,
  profileBuffer,
  structure,
  unsigned,
  zigbeeUtcTime,
} from '../../../dlms/index.js';
import { scaledDecimal } from '../../decimal.js';
import { dlmsUseCase, get, getRange, nothingToSay, set } from '../engine/index.js';
import { alertCode } from '../shared/alert-code.js';
import { logPeriod } from '../shared/log-period.js';
import { SUB_GHZ_CONFIGURATION, subGhzConfiguration } from './sub-ghz-configuration.js';

const facts = {
  messageType: 'SME.C.NC',
  targets: ['CHF'],
  originator: 'AccessControlBrokerForUser',
} as const;

/** Objects of a Communications Hub that works on Sub GHz channels. Source: mapping table rows 1921 to 1928. */
export const SUB_GHZ_OBJECTS = {
  scanRequest: { classId: 1, obis: '0-0:94.44.10.1' },
  operatingChannel: { classId: 1, obis: '0-0:94.44.10.2' },
  channelLog: { classId: 7, obis: '0-0:94.44.10.3' },
} as const;

/** A ZigBee channel mask. */
export const channelMask = bitString(32);

/** Read CHF Sub GHz Channel. */
export const DBCH01 = dlmsUseCase({
  ...facts,
  code: 'DBCH01',
  title: 'Read CHF Sub GHz Channel',
  messageCode: 0x010a,
  serviceReferenceVariants: ['6.31'],
  source: 'GBCS mapping table row 1922',
  command: { operatingChannel: get(SUB_GHZ_OBJECTS.operatingChannel, 2, channelMask) },
  from: { ReadCHFSubGHzChannel: nothingToSay },
});

/** Entry of the channel log. */
export const channelLogEntry = structure({
  timestamp: zigbeeUtcTime,
  logCode: alertCode,
  otherInformation: octetString({ max: 8 }),
});

/** Read CHF Sub GHz Channel Log. */
export const DBCH02 = dlmsUseCase({
  ...facts,
  code: 'DBCH02',
  title: 'Read CHF Sub GHz Channel Log',
  messageCode: 0x010b,
  serviceReferenceVariants: ['6.32'],
  source: 'GBCS mapping table rows 1923 to 1928',
  command: { log: getRange(SUB_GHZ_OBJECTS.channelLog, profileBuffer(channelLogEntry)) },
  from: { ReadCHFSubGHzChannelLog: (content) => ({ log: logPeriod(content.ReadLogPeriod) }) },
});

/** Read CHF Sub GHz Configuration. */
export const DBCH03 = dlmsUseCase({
  ...facts,
  code: 'DBCH03',
  title: 'Read CHF Sub GHz Configuration',
  messageCode: 0x010c,
  serviceReferenceVariants: ['6.30'],
  source: 'GBCS mapping table rows 1905 to 1920',
  command: { configuration: get(SUB_GHZ_CONFIGURATION, 2, subGhzConfiguration) },
  from: { ReadCHFSubGHzConfiguration: nothingToSay },
});

/** Bits for the channels of a page, besides 5 for the number of the page. */
const CHANNELS_OF_PAGE = 27;

/** A mask: the page in the upper 5 bits, a bit for each channel of it, the first channel last. */
function maskOf(page: number, firstChannel: number, channels: object): string {
  const asked = new Set(Object.keys(channels));
  const bits = Array.from({ length: CHANNELS_OF_PAGE }, (_, bit) =>
    asked.has(`Channel${firstChannel + CHANNELS_OF_PAGE - 1 - bit}`) ? '1' : '0',
  );
  return page.toString(2).padStart(5, '0') + bits.join('');
}

/** Percentages are carried in hundredths. */
const PERCENTAGE_DIGITS = 2;

function configurationOf(content: SubGHzConfiguration) {
  const percentage = (text: string) => scaledDecimal(text, PERCENTAGE_DIGITS);
  return {
    page28Mask: maskOf(28, 0, content.LowerBandSubGHzChannels0To26),
    page29Mask: maskOf(29, 27, content.LowerBandSubGHzChannels27To34),
    page30Mask: maskOf(30, 35, content.LowerBandSubGHzChannels35To61),
    page31Mask: maskOf(31, 0, content.UpperBandSubGHzChannels0To26),
    normalLimitedDutyCycleThreshold: percentage(content.NormalLimitedDutyCycleThreshold),
    limitedCriticalDutyCycleThreshold: percentage(content.LimitedCriticalDutyCycleThreshold),
    channelChangesPerWeek: content.MaximumSubGHzChannelChangesPerWeek,
    gsmeCurfew: content.GSMECurfew,
    quieterDecibelsLimit: content.ChannelQuieterThreshold,
    noisierDecibelsLimit: content.ChannelNoisierThreshold,
    nonGsmePoorCommsPercentage: percentage(content.NonGSMEPoorCommsPercentageThreshold),
    nonGsmeMeasurementPeriods: content.NonGSMEPoorCommsMeasurementPeriods,
    localChNoiseMeasurementPeriod: content.LocalCHNoiseMeasurementPeriod,
    localChFailurePercentage: percentage(content.LocalCHFailurePercentage),
    localChRetryPercentage: percentage(content.LocalCHRetryPercentage),
  };
}

/** Set CHF Sub GHz Configuration. */
export const DBCH04 = dlmsUseCase({
  ...facts,
  code: 'DBCH04',
  title: 'Set CHF Sub GHz Configuration',
  messageCode: 0x010d,
  serviceReferenceVariants: ['6.28'],
  source: 'GBCS mapping table rows 1905 to 1920',
  command: { configuration: set(SUB_GHZ_CONFIGURATION, 2, subGhzConfiguration) },
  from: { SetCHFSubGHzConfiguration: (content) => ({ configuration: configurationOf(content) }) },
});

/** Request CHF Sub GHz Channel Scan. */
export const DBCH05 = dlmsUseCase({
  ...facts,
  code: 'DBCH05',
  title: 'Request CHF Sub GHz Channel Scan',
  messageCode: 0x010e,
  serviceReferenceVariants: ['6.29'],
  source: 'GBCS mapping table row 1921',
  command: { request: set(SUB_GHZ_OBJECTS.scanRequest, 2, constant(unsigned, 0)) },
  from: { RequestCHFSubGHzChannelScan: nothingToSay },
});
