import { events, LOG_ID } from '../gbcs/gbz/clusters/events.js';
import { metering, SAMPLE_ID } from '../gbcs/gbz/clusters/metering.js';
import { prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import {
  BLOCK_TIER_INFORMATION_SET_DELIVERED,
  DEBT_CREDIT_STATUS,
} from '../gbcs/gbz/clusters/snapshot-payloads.js';
import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { encodePayload, frameControlOf, readFrame } from '../gbcs/gbz/frame.js';
import { AT_ONCE, instantOf, utcTimeOf } from '../gbcs/gbz/utc-time.js';
import type { ZclCommand } from '../gbcs/gbz/zcl-cluster.js';
import { DAY_MS } from './household-load.js';
import type { GasBalances, GasReading, KeptSnapshot, LoggedEvent, SampleLog } from './zigbee-records.js';
import type { VirtualDevice } from './virtual-device.js';

/** Whose records are asked for. */
export interface RecordsAsked {
  /** The Device that is asked. */
  readonly own: Recorder;
  /** The gas meter of its home: a GSME itself, of a Gas Proxy Function the meter it tells of. */
  readonly meter: Recorder;
}

/** What publications need of a Device. */
type Recorder = Pick<VirtualDevice, 'attributes' | 'gasFunctions' | 'now' | 'published' | 'records'>;

interface PublicationRow<C, P> {
  readonly ask: ZclCommand<C>;
  readonly publish: ZclCommand<P>;
  /** Whether only the reader may see it. */
  readonly encrypted: boolean;
  /** The bit of that name in the frame control. */
  readonly disableDefaultResponse: (asked: C) => boolean;
  /** @param from the time of the additional header, of commands that have one. @returns undefined where there is nothing */
  readonly values: (asked: C, records: RecordsAsked, from: number) => P | undefined;
}

/** Lets the compiler check a row against the parameters of its two commands. */
const row = <C, P>(facts: PublicationRow<C, P>): PublicationRow<unknown, unknown> => ({
  ...facts,
  disableDefaultResponse: (asked) => facts.disableDefaultResponse(asked as C),
  values: (asked, records, from) => facts.values(asked as C, records, from),
});

const always = () => true;
/** All there is fits into one command. */
const ONE_COMMAND = { commandIndex: 0, totalNumberOfCommands: 1 } as const;
const CONSUMPTION_DELIVERED = 0;
/** One price tier whose blocks follow, 4 of them. Source: RTDS 4.5.0 GCS15b, GCS15c, GCS16a; mark: confirmed. */
const ONE_TIER_FOUR_BLOCKS = 0x14;
const PAYMENT_DEBT = 2;
/** How GBCS writes a sample interval of a day, which is more than a 16 bit number of seconds. */
const A_DAY = 0xffff;

interface Period {
  readonly earliestStartTime: number;
  readonly latestEndTime: number;
}

const within =
  ({ earliestStartTime, latestEndTime }: Period) =>
  ({ time }: { readonly time: Date }): boolean => {
    const at = utcTimeOf(time);
    return at >= earliestStartTime && at <= latestEndTime;
  };

/** The snapshot at an offset among those of the period; how many are told of is all of the causes. Source: GCS16a. */
function snapshotAt<T>(
  asked: Period & { readonly snapshotOffset: number },
  all: readonly KeptSnapshot<T>[],
  payload: (values: T) => { readonly tag: number; readonly value: unknown },
) {
  const found = all.filter(within(asked))[asked.snapshotOffset];
  return (
    found && {
      snapshotId: found.id,
      snapshotTime: utcTimeOf(found.time),
      totalSnapshotsFound: all.length,
      ...ONE_COMMAND,
      snapshotCause: found.cause,
      snapshot: payload(found.values),
    }
  );
}

const readingPayload = ({ total, tiers, blocks }: GasReading) => ({
  tag: BLOCK_TIER_INFORMATION_SET_DELIVERED,
  value: {
    currentSummationDelivered: total,
    tierSummations: tiers,
    numberOfTiersAndBlockThresholds: ONE_TIER_FOUR_BLOCKS,
    tierBlockSummations: blocks,
  },
});

const balancesPayload = (balances: GasBalances) => ({
  tag: DEBT_CREDIT_STATUS,
  value: {
    accumulatedDebt: balances.accumulatedDebt,
    type1DebtRemaining: balances.timeDebt1,
    type2DebtRemaining: balances.timeDebt2,
    type3DebtRemaining: balances.paymentDebt,
    emergencyCreditRemaining: balances.emergencyCredit,
    creditRemaining: balances.meterBalance,
  },
});

/** Samples from the first one there is at or after a time. */
function samplesFrom(log: SampleLog, earliest: Date, most: number) {
  const periodMs = log.periodSeconds * 1000;
  const oldest = log.oldest().getTime();
  const first = oldest + Math.ceil(Math.max(0, earliest.getTime() - oldest) / periodMs) * periodMs;
  const count = Math.min(most, Math.floor((log.end().getTime() - first) / periodMs));
  const samples = Array.from({ length: Math.max(0, count) }, (_, position) =>
    log.sampleAt(new Date(first + position * periodMs)),
  );
  return samples.length === 0 ? undefined : { start: new Date(first), samples };
}

/** The log a number means, of the Device itself or as a Gas Proxy Function has it of the meter. Source: CS10a, CS10b. */
function logOf({ own, meter }: RecordsAsked, logId: number): readonly LoggedEvent[] {
  switch (logId) {
    case LOG_ID.generalEventLog:
      return own.records.events.entries;
    case LOG_ID.securityEventLog:
      return own.records.securityEvents.entries;
    case LOG_ID.gsmeProxyEventLog:
      return meter.records.events.entries;
    case LOG_ID.gsmeProxySecurityLog:
      return meter.records.securityEvents.entries;
    default:
      return [];
  }
}

const LOG_NIBBLE = 0x0f;

/** How long a price holds, in minutes: it is that of a day. Source: RTDS 4.5.0 GCS21f. */
const PRICE_MINUTES = 1440;
const NO_OCTETS = Buffer.alloc(0);

/** Two numbers of half a byte each. */
const nibbles = (high: number, low: number): number => (high << 4) | low;

/** The price that gas costs now; undefined before a tariff was set. Source of the layout: RTDS 4.5.0 GCS21f. */
function currentPrice({ attributes, gasFunctions, now, published }: Recorder) {
  const { tariff } = published;
  if (tariff === undefined || gasFunctions === undefined) return undefined;
  const { kind, number, price: amount } = gasFunctions.meter.rateAt(now);
  const tier = kind === 'tier' ? number + 1 : 0;
  const digits = Number(attributes.read(price.id, price.attributes.priceTrailingDigit.id)?.value ?? 0) >> 4;
  return {
    providerId: 0,
    rateLabel: NO_OCTETS,
    issuerEventId: tariff.issuerEventId,
    currentTime: utcTimeOf(now),
    unitOfMeasure: tariff.unitOfMeasure,
    currency: tariff.currency,
    priceTrailingDigitAndTier: nibbles(digits, tier),
    numberOfPriceTiersAndRegisterTier: nibbles(tariff.numberOfPriceTiersInUse, tier),
    startTime: AT_ONCE,
    durationInMinutes: PRICE_MINUTES,
    price: amount,
    further: NO_OCTETS,
  };
}

/** What asks for records, and what publishes them. Source: Responses of RTDS 4.5.0. */
const PUBLICATIONS: readonly PublicationRow<unknown, unknown>[] = [
  row({
    ask: metering.fromClient.getSnapshot,
    publish: metering.fromServer.publishSnapshot,
    encrypted: true,
    disableDefaultResponse: always,
    values: (asked, { meter }) =>
      snapshotAt(asked, meter.records.readings.of(asked.snapshotCause), readingPayload),
  }),
  row({
    ask: prepayment.fromClient.getPrepaySnapshot,
    publish: prepayment.fromServer.publishPrepaySnapshot,
    encrypted: true,
    disableDefaultResponse: always,
    values: (asked, { meter }) =>
      snapshotAt(asked, meter.records.balances.of(asked.snapshotCause), balancesPayload),
  }),
  row({
    ask: metering.fromClient.getSampledData,
    publish: metering.fromServer.getSampledDataResponse,
    encrypted: true,
    disableDefaultResponse: ({ sampleId }) => sampleId !== SAMPLE_ID.networkDataLog,
    values: ({ sampleId, earliestSampleTime, numberOfSamples }, { meter }) => {
      const log = meter.records.samples.get(sampleId);
      const found = log && samplesFrom(log, instantOf(earliestSampleTime), numberOfSamples);
      return (
        found && {
          sampleId,
          sampleStartTime: utcTimeOf(found.start),
          sampleType: CONSUMPTION_DELIVERED,
          sampleRequestInterval: log.periodSeconds * 1000 === DAY_MS ? A_DAY : log.periodSeconds,
          samples: found.samples,
        }
      );
    },
  }),
  row({
    ask: prepayment.fromClient.getTopUpLog,
    publish: prepayment.fromServer.publishTopUpLog,
    encrypted: false,
    disableDefaultResponse: always,
    values: ({ latestEndTime, numberOfRecords }, { meter }, from) => {
      const found = meter.records.topUps.entries.filter(within({ earliestStartTime: from, latestEndTime }));
      // The newest first, unlike all other logs. Source: RTDS 4.5.0 GCS15e.
      const topUps = [...found].reverse().slice(0, numberOfRecords);
      return topUps.length === 0
        ? undefined
        : {
            ...ONE_COMMAND,
            topUps: topUps.map(({ code, amount, time }) => ({
              topUpCode: code,
              topUpAmount: amount,
              topUpTime: utcTimeOf(time),
            })),
          };
    },
  }),
  row({
    ask: prepayment.fromClient.getDebtRepaymentLog,
    publish: prepayment.fromServer.publishDebtLog,
    encrypted: true,
    disableDefaultResponse: always,
    values: ({ latestEndTime, numberOfDebts }, { meter }, from) => {
      const found = meter.records.debtPayments.entries.filter(
        within({ earliestStartTime: from, latestEndTime }),
      );
      return found.length === 0
        ? undefined
        : {
            ...ONE_COMMAND,
            debts: found.slice(-numberOfDebts).map(({ time, amount, outstanding }) => ({
              collectionTime: utcTimeOf(time),
              amountCollected: amount,
              debtType: PAYMENT_DEBT,
              outstandingDebt: outstanding,
            })),
          };
    },
  }),
  row({
    ask: events.fromClient.getEventLog,
    publish: events.fromServer.publishEventLog,
    encrypted: false,
    disableDefaultResponse: always,
    values: ({ eventControlLogId, startTime, endTime }, records) => {
      const logId = eventControlLogId & LOG_NIBBLE;
      const period = { earliestStartTime: startTime, latestEndTime: endTime };
      const found = logOf(records, logId).filter(within(period));
      return found.length === 0
        ? undefined
        : {
            totalNumberOfEvents: found.length,
            ...ONE_COMMAND,
            logPayloadControl: 0,
            events: found.map(({ code, time, data }) => ({
              logId,
              eventId: code,
              eventTime: utcTimeOf(time),
              eventData: data,
            })),
          };
    },
  }),
  row({
    ask: price.fromClient.getCurrentPrice,
    publish: price.fromServer.publishPrice,
    encrypted: false,
    disableDefaultResponse: always,
    values: (_, { meter }) => currentPrice(meter),
  }),
];

/**
 * Publishes the records that a component asks for.
 * @returns the answer in plain, and whether it is to be encrypted; undefined where there is nothing to publish
 */
export function publishRecords(
  records: RecordsAsked,
  component: GbzComponent,
): { readonly answer: GbzComponent; readonly personal: boolean } | undefined {
  const { cluster, frameControl, command, sequence, fromDateTime = 0 } = component;
  const known = commandOf(cluster, frameControl, command);
  const found = PUBLICATIONS.find(({ ask }) => ask === known);
  if (found === undefined) return undefined;
  const asked = readFrame(component).values;
  const values = found.values(asked, records, fromDateTime);
  if (values === undefined) return undefined;
  const { publish } = found;
  const answer: GbzComponent = {
    cluster,
    sequence,
    frameControl: {
      ...frameControlOf(publish),
      disableDefaultResponse: found.disableDefaultResponse(asked),
    },
    command: publish.id,
    payload: encodePayload(publish, values),
  };
  return { answer, personal: found.encrypted };
}

/** Publish Snapshot of one reading, as it is pushed when a billing period ends. */
export function snapshotComponent(snapshot: KeptSnapshot<GasReading>): GbzComponent {
  const { publishSnapshot } = metering.fromServer;
  const values = snapshotAt(
    { earliestStartTime: 0, latestEndTime: utcTimeOf(snapshot.time), snapshotOffset: 0 },
    [snapshot],
    readingPayload,
  );
  return {
    cluster: metering.id,
    sequence: 0,
    frameControl: { ...frameControlOf(publishSnapshot), disableDefaultResponse: true },
    command: publishSnapshot.id,
    payload: values === undefined ? Buffer.alloc(0) : encodePayload(publishSnapshot, values),
  };
}
