import type { Description } from '../../gbcs/index.js';
import { at, each, hexadecimal, instant, number } from '../conversions.js';
import { valueAt } from '../decoded-content.js';
import type { MmcTree, Reader } from '../mmc-tree.js';
import type { ResponseRow } from '../response-row.js';
import { wordAt } from '../switching-schedules.js';

/** Bits of a ZigBee channel mask: the number of the page, then a bit a channel, the first channel last. */
const PAGE_BITS = 5;

/** First channel of each page; page 31 is the upper band. Source: DBCH03 and DBCH04, which write the same masks. */
const FIRST_CHANNELS: Readonly<Record<number, number>> = { 28: 0, 29: 27, 30: 35, 31: 0 };
const UPPER_BAND = 31;

/** The channels a mask of 32 bits names; undefined for a page that is not known. */
function channelsOf(
  mask: Description | undefined,
): { readonly page: number; readonly channels: MmcTree } | undefined {
  if (typeof mask !== 'string' || !/^[01]{32}$/.test(mask)) return undefined;
  const page = Number.parseInt(mask.slice(0, PAGE_BITS), 2);
  const first = FIRST_CHANNELS[page];
  if (first === undefined) return undefined;
  const bits = [...mask.slice(PAGE_BITS)].reverse();
  const named = bits.flatMap((bit, index) => (bit === '1' ? [[`Channel${first + index}`, {}] as const] : []));
  return { page, channels: Object.fromEntries<MmcTree>(named) };
}

const channels =
  (path: string): Reader =>
  (content) =>
    channelsOf(valueAt(content, path))?.channels;

/** The channel in use, in the band of its page. */
function operatingChannel(mask: Description | undefined): MmcTree | undefined {
  const found = channelsOf(mask);
  if (found === undefined || Object.keys(found.channels).length === 0) return undefined;
  const band =
    found.page === UPPER_BAND ? 'OperatingUpperBandSubGHzChannel' : 'OperatingLowerBandSubGHzChannel';
  return { [band]: found.channels };
}

/** The channel mask at the start of a log entry's further information: 4 bytes. */
const MASK_LENGTH = 4;
const BYTE_BITS = 8;
const loggedChannel: Reader = (entry) => {
  const information = valueAt(entry, 'otherInformation');
  if (typeof information !== 'string' || information.length < 2 * MASK_LENGTH) return undefined;
  const mask = Number.parseInt(information.slice(0, 2 * MASK_LENGTH), 16);
  return operatingChannel(mask.toString(2).padStart(MASK_LENGTH * BYTE_BITS, '0'));
};

/**
 * What made the hub scan: after the mask an octet-string (09, length 1) of one byte, 0 to 7, for the eight triggers of MMC.
 * Source: RTDS 4.5.0 DBCH02; MMC schema 5.4, ScanTrigger. That they are in the order of the schema is inferred.
 */
const SCAN_TRIGGERS = [
  'RemotePartyCommand',
  'GSMERequest',
  'GSMEMissedItsCurfew',
  'GSMEMissingForTheLastDay',
  'CHDetectedMessageFailureProblems',
  'CHDetectedMessageRetryProblems',
  'SubGHzNon-GSMEDeviceRequest',
  'SMHANFormation',
];
const scanTrigger: Reader = (entry) => {
  const trigger = /^[0-9A-F]{8}0901([0-9A-F]{2})$/i.exec(wordAt(entry, 'otherInformation'))?.[1];
  return trigger === undefined ? undefined : SCAN_TRIGGERS[parseInt(trigger, 16)];
};

/** Sub GHz configuration, channel and channel log of a Communications Hub: 6.30 to 6.32. */
export const SUB_GHZ: readonly ResponseRow[] = [
  {
    useCases: ['DBCH01'],
    elements: {
      OperatingSubGHzChannel: (content: Description) =>
        operatingChannel(valueAt(content, 'operatingChannel')),
    },
    source: 'MMC schema 5.4, ReadCHFSubGHzChannelRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['DBCH02'],
    elements: {
      LogEntry: each('log', {
        Timestamp: at('timestamp', instant),
        EventCode: at('logCode', hexadecimal),
        OperatingSubGHzChannel: loggedChannel,
        ScanTrigger: scanTrigger,
      }),
    },
    source: 'MMC schema 5.4, ReadCHFSubGHzChannelLogRsp; RTDS 4.5.0 DBCH02, with triggers 0 to 7',
    mark: 'inferred',
  },
  {
    useCases: ['DBCH03'],
    elements: {
      LowerBandSubGHzChannels0To26: channels('configuration.page28Mask'),
      LowerBandSubGHzChannels27To34: channels('configuration.page29Mask'),
      LowerBandSubGHzChannels35To61: channels('configuration.page30Mask'),
      UpperBandSubGHzChannels0To26: channels('configuration.page31Mask'),
      NormalLimitedDutyCycleThreshold: at('configuration.normalLimitedDutyCycleThreshold', number),
      LimitedCriticalDutyCycleThreshold: at('configuration.limitedCriticalDutyCycleThreshold', number),
      MaximumSubGHzChannelChangesPerWeek: at('configuration.channelChangesPerWeek', number),
      GSMECurfew: at('configuration.gsmeCurfew', number),
      ChannelQuieterThreshold: at('configuration.quieterDecibelsLimit', number),
      ChannelNoisierThreshold: at('configuration.noisierDecibelsLimit', number),
      NonGSMEPoorCommsPercentageThreshold: at('configuration.nonGsmePoorCommsPercentage', number),
      NonGSMEPoorCommsMeasurementPeriods: at('configuration.nonGsmeMeasurementPeriods', number),
      LocalCHNoiseMeasurementPeriod: at('configuration.localChNoiseMeasurementPeriod', number),
      LocalCHFailurePercentage: at('configuration.localChFailurePercentage', number),
      LocalCHRetryPercentage: at('configuration.localChRetryPercentage', number),
    },
    source: 'MMC schema 5.4, ReadCHFSubGHzConfigurationRsp; DBCH04 writes the same',
    mark: 'confirmed',
  },
];
