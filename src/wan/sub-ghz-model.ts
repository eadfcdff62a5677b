import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import type { ValueOf } from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import {
  channelLogEntry,
  channelMask,
  SUB_GHZ_OBJECTS,
} from '../gbcs/use-cases/dlms/comms-hub/dbch-sub-ghz.js';
import {
  SUB_GHZ_CONFIGURATION,
  subGhzConfiguration,
} from '../gbcs/use-cases/dlms/comms-hub/sub-ghz-configuration.js';
import { channelChange, scanAssessment } from '../gbcs/use-cases/dlms/alerts/sub-ghz-alert-members.js';
import { type DlmsAlertMember, dlmsAlertContent } from './device-alert.js';
import { keepLog } from './kept-log.js';
import type { VirtualDevice } from './virtual-device.js';

type Configuration = ValueOf<typeof subGhzConfiguration>;

/** Why a hub looked for another channel. Source: MMC 5.4, ScanTrigger, in its order; RTDS 4.5.0 DBCH02; mark: inferred. */
const TRIGGER = { remotePartyCommand: 0, smHanFormation: 7 } as const;

/** Alerts of DBCH07 to DBCH09. Source: RTDS 4.5.0 DBCH07, DBCH08; message code and alert code tables. */
const ALERTS = {
  channelChanged: { messageCode: 0x0111, alertCode: 0x8f26 },
  scanAssessed: { messageCode: 0x0112, alertCode: 0x8f28 },
  configurationChanged: { messageCode: 0x0113, alertCode: 0x8f2a },
} as const;

/** What the reference Alert says of a scan that is done; mark: inferred. */
const SCAN_IS_DONE = 0;

/** Bits of a mask for the number of its page, and for the channels of a page. */
const PAGE_BITS = 5;
const CHANNEL_BITS = 27;

/** Each page with all its channels: 27 of them, 8 on page 29. */
const ALL_CHANNELS = [28, 29, 30, 31].map((page) => {
  const channels = page === 29 ? 8 : CHANNEL_BITS;
  return page.toString(2) + '1'.repeat(channels).padStart(CHANNEL_BITS, '0');
});

/** As a hub comes. What manufacturers set is not published; mark: unknown. */
const FACTORY_CONFIGURATION: Configuration = {
  page28Mask: ALL_CHANNELS[0] ?? '',
  page29Mask: ALL_CHANNELS[1] ?? '',
  page30Mask: ALL_CHANNELS[2] ?? '',
  page31Mask: ALL_CHANNELS[3] ?? '',
  normalLimitedDutyCycleThreshold: 125,
  limitedCriticalDutyCycleThreshold: 200,
  channelChangesPerWeek: 4,
  gsmeCurfew: 6,
  quieterDecibelsLimit: 6,
  noisierDecibelsLimit: 10,
  nonGsmePoorCommsPercentage: 5000,
  nonGsmeMeasurementPeriods: 125,
  localChNoiseMeasurementPeriod: 90,
  localChFailurePercentage: 5000,
  localChRetryPercentage: 3000,
};

/** Entries a log keeps; the oldest go first. Source: MMC 5.4, ReadCHFSubGHzChannelLogRsp. */
const LOG_CAPACITY = 100;

/**
 * Gives a Communications Hub Function a Sub GHz network: a configuration, the channel it works on, and the log of its
 * changes. A scan ends at once and finds the next channel that is permitted; how many changes a week are permitted is kept
 * and not looked at.
 */
export function furnishSubGhz(hub: VirtualDevice): void {
  const { objects } = hub;
  const configuration = { ...SUB_GHZ_CONFIGURATION, index: 2 };
  const log = keepLog(objects, {
    attribute: { ...SUB_GHZ_OBJECTS.channelLog, index: 2 },
    entry: channelLogEntry,
    capacity: LOG_CAPACITY,
  });
  let channel = '';
  const told = (): Configuration => {
    const written = objects.value(configuration);
    if (written === undefined) return FACTORY_CONFIGURATION;
    return decodeData(subGhzConfiguration, new ByteReader(written));
  };
  const move = (trigger: number): void => {
    channel = channelAfter(channel, told());
    const otherInformation = Buffer.concat([bytesOf(channel), Buffer.of(0x09, 1, trigger)]);
    log.add({ timestamp: hub.now, logCode: ALERTS.channelChanged.alertCode, otherInformation });
  };
  const change = (trigger: number): void => {
    move(trigger);
    tell(hub, ALERTS.channelChanged, {
      type: channelChange,
      value: { channel, reason: Buffer.of(trigger) },
    });
  };

  objects.keep(configuration, encodeData(subGhzConfiguration, FACTORY_CONFIGURATION));
  move(TRIGGER.smHanFormation);
  objects.defineAttribute({ ...SUB_GHZ_OBJECTS.operatingChannel, index: 2 }, () =>
    encodeData(channelMask, channel),
  );
  objects.whenWritten(configuration, () => {
    tell(hub, ALERTS.configurationChanged, { type: subGhzConfiguration, value: told() });
    if (!permittedChannels(told()).includes(channel)) change(TRIGGER.remotePartyCommand);
  });
  objects.whenWritten({ ...SUB_GHZ_OBJECTS.scanRequest, index: 2 }, () => {
    tell(hub, ALERTS.scanAssessed, {
      type: scanAssessment,
      value: { first: Buffer.of(TRIGGER.remotePartyCommand), second: Buffer.of(SCAN_IS_DONE) },
    });
    change(TRIGGER.remotePartyCommand);
  });
}

function tell<T>(
  hub: VirtualDevice,
  { messageCode, alertCode }: { readonly messageCode: number; readonly alertCode: number },
  member: DlmsAlertMember<T>,
): void {
  hub.send({
    messageCode,
    recipient: hub.accessControlBroker,
    protection: 'MAC',
    content: dlmsAlertContent(alertCode, hub.now, member),
  });
}

/** Masks of one channel each, from the lowest. */
function permittedChannels(configuration: Configuration): string[] {
  const { page28Mask, page29Mask, page30Mask, page31Mask } = configuration;
  return [page28Mask, page29Mask, page30Mask, page31Mask].flatMap((mask) =>
    [...mask.slice(PAGE_BITS)].reverse().flatMap((bit, position) => {
      if (bit !== '1') return [];
      return [mask.slice(0, PAGE_BITS) + '1'.padEnd(position + 1, '0').padStart(CHANNEL_BITS, '0')];
    }),
  );
}

/** The next channel that is permitted, the first one after the last; where none is permitted the same. */
function channelAfter(channel: string, configuration: Configuration): string {
  const permitted = permittedChannels(configuration);
  return permitted[(permitted.indexOf(channel) + 1) % permitted.length] ?? channel;
}

function bytesOf(mask: string): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(Number.parseInt(mask, 2));
  return bytes;
}
