import type { TopUp } from './prepayment-account.js';

/** Registers of a gas meter, in litres. */
export interface GasReading {
  readonly total: number;
  /** By price tier, 4. */
  readonly tiers: readonly number[];
  /** By block, 4. */
  readonly blocks: readonly number[];
}

/** What is in the account of a gas meter, in thousandths of a penny. */
export interface GasBalances {
  readonly accumulatedDebt: number;
  readonly timeDebt1: number;
  readonly timeDebt2: number;
  readonly paymentDebt: number;
  readonly emergencyCredit: number;
  readonly meterBalance: number;
}

/** What a meter kept at a time. */
export interface KeptSnapshot<T> {
  readonly id: number;
  readonly time: Date;
  /** SNAPSHOT_CAUSE. */
  readonly cause: number;
  readonly values: T;
}

/** A log with a sample for each period of the same length. */
export interface SampleLog {
  readonly periodSeconds: number;
  /** Start of the oldest sample there is. */
  readonly oldest: () => Date;
  /** End of the newest. */
  readonly end: () => Date;
  /** Litres in the period that starts then. */
  readonly sampleAt: (start: Date) => number;
}

/** An entry of an event or security log. */
export interface LoggedEvent {
  readonly time: Date;
  /** Event or Alert Code of GBCS section 16. */
  readonly code: number;
  readonly data: Buffer;
}

/** A payment of which a part went into the payment debt; thousandths of a penny. */
export interface DebtPayment {
  readonly time: Date;
  readonly amount: number;
  readonly outstanding: number;
}

/** Entries logs keep. Source: GBCS mapping table, GCS15b to GCS15e, GCS16a, CS10a; their component counts. */
const KEPT = { daily: 31, billing: 12, changes: 12, topUps: 5, debtPayments: 10, events: 100 } as const;

/** A log that forgets its oldest entries. */
class Log<T> {
  readonly #entries: T[] = [];
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Oldest first. */
  get entries(): readonly T[] {
    return this.#entries;
  }

  add(entry: T): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#capacity) this.#entries.shift();
  }

  clear(): void {
    this.#entries.length = 0;
  }
}

/** The snapshots of a meter, in the logs that GBCS tells apart by their causes. */
class SnapshotLogs<T> {
  readonly daily = new Log<KeptSnapshot<T>>(KEPT.daily);
  readonly billing = new Log<KeptSnapshot<T>>(KEPT.billing);
  readonly changes = new Log<KeptSnapshot<T>>(KEPT.changes);

  /** Those of some causes, oldest first. @param causes bit mask */
  of(causes: number): readonly KeptSnapshot<T>[] {
    const all = [this.daily, this.billing, this.changes].flatMap(({ entries }) => entries);
    return all.filter(({ cause }) => (cause & causes) !== 0);
  }
}

/** What a ZigBee Device has recorded; of most Devices but a GSME there are only events. */
export class ZigbeeRecords {
  readonly readings = new SnapshotLogs<GasReading>();
  readonly balances = new SnapshotLogs<GasBalances>();
  /** By SAMPLE_ID. */
  readonly samples = new Map<number, SampleLog>();
  readonly topUps = new Log<TopUp>(KEPT.topUps);
  readonly debtPayments = new Log<DebtPayment>(KEPT.debtPayments);
  readonly events = new Log<LoggedEvent>(KEPT.events);
  readonly securityEvents = new Log<LoggedEvent>(KEPT.events);
  /** The top up tried last, accepted or not. */
  lastTopUp: TopUp | undefined;
}
