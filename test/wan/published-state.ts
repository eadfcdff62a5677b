import { calendar, CALENDAR_TYPE } from '../../src/gbcs/gbz/clusters/calendar.js';
import { deviceManagement } from '../../src/gbcs/gbz/clusters/device-management.js';
import { events, LOG_ID } from '../../src/gbcs/gbz/clusters/events.js';
import { metering } from '../../src/gbcs/gbz/clusters/metering.js';
import { prepayment } from '../../src/gbcs/gbz/clusters/prepayment.js';
import { price } from '../../src/gbcs/gbz/clusters/price.js';
import { SNAPSHOT_CAUSE } from '../../src/gbcs/gbz/clusters/snapshot.js';
import type { GbzComponent } from '../../src/gbcs/gbz/component.js';
import { encodePayload, frameControlOf, readFrame } from '../../src/gbcs/gbz/frame.js';
import { instantOf } from '../../src/gbcs/gbz/utc-time.js';
import type { ZclCommand } from '../../src/gbcs/gbz/zcl-cluster.js';
import type { VirtualDevice } from '../../src/wan/virtual-device.js';
import type { GasBalances, GasReading, KeptSnapshot } from '../../src/wan/zigbee-records.js';

/** How GBCS writes a sample interval of a day. */
const A_DAY = 0xffff;
const DAY_SECONDS = 86_400;
/** Before all that is read. */
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

interface SnapshotLog<T> {
  readonly add: (snapshot: KeptSnapshot<T>) => void;
}

interface ToldSnapshot {
  readonly snapshotId: number;
  readonly snapshotTime: number;
  readonly totalSnapshotsFound: number;
  readonly snapshotCause: number;
}

/** Keeps snapshots, behind as many from long ago as are counted but not told. */
function keepSnapshots<T>(
  logs: Readonly<Record<'daily' | 'billing' | 'changes', SnapshotLog<T>>>,
  told: readonly (ToldSnapshot & { readonly values: T })[],
): void {
  const others = (told[0]?.totalSnapshotsFound ?? 0) - told.length;
  const [first] = told;
  if (first === undefined) return;
  const before = Array.from({ length: others }, () => ({ ...first, time: LONG_AGO }));
  const all = [...before, ...told.map((each) => ({ ...each, time: instantOf(each.snapshotTime) }))];
  for (const { snapshotId: id, snapshotCause: cause, time, values } of all) {
    const name =
      cause === SNAPSHOT_CAUSE.general
        ? 'daily'
        : cause === SNAPSHOT_CAUSE.endOfBillingPeriod
          ? 'billing'
          : 'changes';
    logs[name].add({ id, cause, time, values });
  }
}

interface ReadingPayload {
  readonly currentSummationDelivered: number;
  readonly tierSummations: readonly number[];
  readonly tierBlockSummations: readonly number[];
}

const readingOf = (value: unknown): GasReading => {
  const { currentSummationDelivered, tierSummations, tierBlockSummations } = value as ReadingPayload;
  return { total: currentSummationDelivered, tiers: tierSummations, blocks: tierBlockSummations };
};

const balancesOf = (value: unknown): GasBalances => {
  const told = value as Readonly<Record<string, number>>;
  return {
    accumulatedDebt: told['accumulatedDebt'] ?? NaN,
    timeDebt1: told['type1DebtRemaining'] ?? NaN,
    timeDebt2: told['type2DebtRemaining'] ?? NaN,
    paymentDebt: told['type3DebtRemaining'] ?? NaN,
    emergencyCredit: told['emergencyCreditRemaining'] ?? NaN,
    meterBalance: told['creditRemaining'] ?? NaN,
  };
};

/** Gives a virtual gas Device the records and settings that the plain components of a Response publish. */
export function recordWhatIsPublished(device: VirtualDevice, components: readonly GbzComponent[]): void {
  const { records, published } = device;
  const told = <T>(command: ZclCommand<T>): readonly T[] =>
    components
      .map((component) => readFrame(component))
      .filter((frame) => frame.command === command)
      .map(({ values }) => values as T);

  keepSnapshots(
    records.readings,
    told(metering.fromServer.publishSnapshot).map((each) => ({
      ...each,
      values: readingOf(each.snapshot.value),
    })),
  );
  keepSnapshots(
    records.balances,
    told(prepayment.fromServer.publishPrepaySnapshot).map((each) => ({
      ...each,
      values: balancesOf(each.snapshot.value),
    })),
  );
  for (const { sampleId, sampleStartTime, sampleRequestInterval, samples } of told(
    metering.fromServer.getSampledDataResponse,
  )) {
    const periodSeconds = sampleRequestInterval === A_DAY ? DAY_SECONDS : sampleRequestInterval;
    const start = instantOf(sampleStartTime).getTime();
    const positionOf = (time: Date) => (time.getTime() - start) / periodSeconds / 1000;
    records.samples.set(sampleId, {
      periodSeconds,
      oldest: () => new Date(start),
      end: () => new Date(start + samples.length * periodSeconds * 1000),
      sampleAt: (time) => samples[positionOf(time)] ?? NaN,
    });
  }
  for (const { topUps } of told(prepayment.fromServer.publishTopUpLog)) {
    for (const { topUpCode, topUpAmount, topUpTime } of [...topUps].reverse()) {
      const code = Buffer.from(topUpCode);
      records.topUps.add({
        result: 'accepted',
        code,
        amount: topUpAmount,
        intoDebt: 0,
        time: instantOf(topUpTime),
      });
    }
  }
  for (const { debts } of told(prepayment.fromServer.publishDebtLog)) {
    for (const { collectionTime, amountCollected: amount, outstandingDebt: outstanding } of debts)
      records.debtPayments.add({ time: instantOf(collectionTime), amount, outstanding });
  }
  for (const { events: entries } of told(events.fromServer.publishEventLog)) {
    for (const { logId, eventId: code, eventTime, eventData } of entries) {
      const log = logId === LOG_ID.generalEventLog ? records.events : records.securityEvents;
      log.add({ code, time: instantOf(eventTime), data: Buffer.from(eventData) });
    }
  }
  for (const component of components) {
    if (component.cluster === calendar.id || component.cluster === price.id) published.keep(component);
  }
  for (const { calendarType, issuerCalendarId } of told(calendar.fromServer.publishDayProfile))
    published.putInForce(calendarType, issuerCalendarId);
  for (const answer of told(prepayment.fromServer.changePaymentModeResponse)) {
    published.putInForce(CALENDAR_TYPE.friendlyCredit, answer.friendlyCreditCalendarId);
    const { emergencyCreditLimit, emergencyCreditThreshold } = prepayment.attributes;
    device.attributes.set(prepayment.id, emergencyCreditLimit.id, answer.emergencyCreditLimit);
    device.attributes.set(prepayment.id, emergencyCreditThreshold.id, answer.emergencyCreditThreshold);
  }
  for (const { events: configured } of told(deviceManagement.fromClient.reportEventConfiguration)) {
    for (const { eventId, eventConfiguration } of configured)
      published.keep(configurationOf(eventId, eventConfiguration));
  }
}

/** The Command that configures an event. */
function configurationOf(eventId: number, eventConfiguration: number): GbzComponent {
  const { setEventConfiguration: command } = deviceManagement.fromServer;
  return {
    cluster: deviceManagement.id,
    sequence: 0,
    frameControl: frameControlOf(command),
    command: command.id,
    payload: encodePayload(command, {
      issuerEventId: 0,
      startDateTime: 0,
      eventConfiguration,
      eventSelection: { tag: 0, value: [eventId] },
    }),
  };
}
