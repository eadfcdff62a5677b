import type { Kysely, Selectable } from 'kysely';
import { parseRequestId } from '../common/request-id.js';
import { claimArguments, type Claims } from './claims.js';
import { CommandOrder } from './command-order.js';
import type { Database } from './database.js';
import type { FutureExecutions, NewFutureExecution } from './future-executions.js';
import type { GroupCommit } from './group-commit.js';
import {
  type JournalKey,
  journalStatements,
  type JournalStatements,
  storedCounter,
} from './journal-statements.js';
import type { NewDelivery, Outbox } from './outbox.js';
import type { StatementRunner } from './statement.js';
import type {
  RequestKind,
  RequestRoute,
  RequestState,
  ServiceRequestsTable,
} from './tables/journal-tables.js';

export type { JournalKey };

/** A message as it comes in, before anything is done about it. */
export interface NewJournalEntry extends JournalKey {
  readonly originator: string;
  readonly target: string;
  readonly commandVariant: number;
  readonly serviceReferenceVariant: string;
  readonly receivedAt: Date;
  /** The signed XML as it came. */
  readonly request: Buffer;
  /** `accepted` where the door is already known: saves a second write. */
  readonly state?: 'received' | 'accepted';
  readonly route?: RequestRoute;
  /** The DSP schedule it is a run of. */
  readonly scheduleId?: number;
}

/** A message with all that is known of it. */
export interface JournalEntry extends JournalKey {
  readonly originator: string;
  readonly target: string;
  readonly commandVariant: number;
  readonly serviceReferenceVariant: string;
  readonly receivedAt: Date;
  /** RequestID of the message that has to succeed before this one is served. */
  readonly preceding: string | null;
  /** The DSP schedule it is a run of. */
  readonly scheduleId: number | null;
  readonly state: RequestState;
  readonly stateSince: Date;
  readonly route: RequestRoute | null;
  readonly request: Buffer;
  readonly command: Buffer | null;
  readonly commandCounter: bigint | null;
  readonly response: Buffer | null;
  readonly responseCode: string | null;
}

/** What `record` found. */
export type Recorded =
  | { readonly outcome: 'new' }
  /** Another gateway's Command to the Device has a higher counter: nothing is written, the Command has to be made anew. */
  | { readonly outcome: 'overtaken' }
  | {
      readonly outcome: 'repeat';
      /** Whether the bytes are those of the first time. */
      readonly identical: boolean;
      readonly earlier: JournalEntry;
    };

/** A step in a message's life, and what is to be kept with it. */
export interface Progress {
  readonly state: Exclude<RequestState, 'received'>;
  readonly at: Date;
  readonly reason?: string;
  // What follows is written once; a later step does not change it.
  readonly route?: RequestRoute;
  readonly command?: Buffer;
  /** Originator Counter of the Access Control Broker in `command`; absent if a User's counter is in it. */
  readonly commandCounter?: bigint;
  readonly response?: Buffer;
  readonly responseCode?: string;
  /** Until when a message is held, and what it waits for; taken when it is recorded. */
  readonly dueAt?: Date;
  readonly preceding?: string;
  /** Instructions the Device holds until their time. */
  readonly futureExecutions?: readonly NewFutureExecution[];
  /** More that belongs to this step and is written in the same transaction. */
  readonly also?: (tx: StatementRunner) => Promise<void>;
  /** Handed over in the same transaction, so that neither exists without the other. */
  readonly deliveries?: readonly NewDelivery[];
}

export interface JournalEvent {
  readonly state: RequestState;
  readonly at: Date;
  readonly reason: string | null;
}

/** `signed-pre-command` for Command Variants 5, 6 and 7, which repeat the RequestID of their Command Variant 4. */
export function requestKindOf(commandVariant: number): RequestKind {
  return commandVariant >= 5 && commandVariant <= 7 ? 'signed-pre-command' : 'service-request';
}

/**
 * Every message from a User and how far it has come, durable before a promise resolves.
 *
 * Writes of concurrent callers share one transaction. Each step is taken once: repeating it changes nothing and says so.
 */
export class Journal {
  readonly #statements: JournalStatements;
  /** Where several instances make Commands. */
  readonly #order: CommandOrder | undefined;

  constructor(
    db: Kysely<Database>,
    private readonly runner: StatementRunner,
    private readonly group: GroupCommit,
    private readonly outbox: Outbox,
    private readonly futureExecutions: FutureExecutions,
    private readonly onUnreadable: (requestId: string, reason: unknown) => void,
    private readonly claims?: Claims,
  ) {
    this.#statements = journalStatements(db);
    this.#order = claims && new CommandOrder(db);
  }

  /**
   * Writes a message down, unless its RequestID was used before by a message of the same kind.
   * @param progress how far it has come already, with all that goes with it, in the same transaction
   */
  async record(entry: NewJournalEntry, progress?: Progress): Promise<Recorded> {
    const receivedAt = entry.receivedAt.getTime();
    return this.group.submit(async (tx) => {
      if (progress && !(await this.#isInOrder(tx, entry.target, progress))) return { outcome: 'overtaken' };
      const inserted = await tx.run(this.#statements.insert, {
        request_id: entry.requestId,
        kind: entry.kind,
        originator: entry.originator,
        target: entry.target,
        command_variant: entry.commandVariant,
        service_reference_variant: entry.serviceReferenceVariant,
        received_at: receivedAt,
        state: progress?.state ?? entry.state ?? 'received',
        ...columnsOf(progress ?? {}),
        due_at: progress?.dueAt?.getTime() ?? null,
        preceding: progress?.preceding ?? null,
        originator_counter: storedCounter(parseRequestId(entry.requestId).counter),
        schedule_id: entry.scheduleId ?? null,
        route: progress?.route ?? entry.route ?? null,
        request: entry.request,
      });
      if (inserted > 0) {
        if (progress !== undefined) await this.#follow(tx, entry, progress);
        return { outcome: 'new' };
      }
      const row = await tx.first(this.#statements.find, keyOf(entry));
      if (row === undefined) throw new Error(`${entry.requestId} can be neither written nor read`);
      const earlier = toEntry(row);
      return { outcome: 'repeat', identical: earlier.request.equals(entry.request), earlier };
    });
  }

  /**
   * Takes a message a step further.
   * @returns false if it was not in a state from which that step leads on, as when a Device answers twice, or if another
   * gateway's Command to the Device has overtaken it; nothing is written then
   */
  async advance(key: JournalKey, progress: Progress): Promise<boolean> {
    return this.group.submitPatiently((tx) => this.advanceWithin(tx, key, progress));
  }

  /** The same within a group of writes. */
  async advanceWithin(tx: StatementRunner, key: JournalKey, progress: Progress): Promise<boolean> {
    const { target } = parseRequestId(key.requestId);
    if (!(await this.#isInOrder(tx, target, progress))) return false;
    const changed = await tx.run(this.#statements.advance[progress.state], {
      ...keyOf(key),
      state: progress.state,
      at: progress.at.getTime(),
      ...columnsOf(progress),
    });
    if (changed === 0) return false;
    await this.#follow(tx, key, progress);
    return true;
  }

  async #isInOrder(
    tx: StatementRunner,
    device: string,
    { commandCounter, deliveries = [] }: Progress,
  ): Promise<boolean> {
    if (this.#order === undefined || commandCounter === undefined) return true;
    if (!deliveries.some(({ channel }) => channel === 'wan')) return true;
    return this.#order.admits(tx, device, commandCounter);
  }

  /** Writes what belongs to a step: the event, and the deliveries. */
  async #follow(tx: StatementRunner, key: JournalKey, progress: Progress): Promise<void> {
    await tx.run(this.#statements.insertEvent, {
      ...keyOf(key),
      state: progress.state,
      at: progress.at.getTime(),
      reason: progress.reason ?? null,
    });
    for (const delivery of progress.deliveries ?? []) await this.outbox.write(tx, delivery);
    for (const execution of progress.futureExecutions ?? []) {
      await this.futureExecutions.write(tx, key, execution);
    }
    await progress.also?.(tx);
  }

  /** Adds to the history of a message what leaves its state as it is. Nothing is written where there is no such message. */
  async note(key: JournalKey, at: Date, reason: string): Promise<void> {
    await this.group.submit(async (tx) => {
      const row = await tx.first(this.#statements.find, keyOf(key));
      if (row === undefined) return;
      await tx.run(this.#statements.insertEvent, {
        ...keyOf(key),
        state: row.state,
        at: at.getTime(),
        reason,
      });
    });
  }

  async find(key: JournalKey): Promise<JournalEntry | undefined> {
    const row = await this.runner.first(this.#statements.find, keyOf(key));
    return row === undefined ? undefined : toEntry(row);
  }

  /** The message whose Command to `device` bears this Originator Counter of the Access Control Broker. */
  async findByCommandCounter(device: string, counter: bigint): Promise<JournalEntry | undefined> {
    const row = await this.runner.first(this.#statements.findByCommand, {
      target: device,
      command_counter: storedCounter(counter),
    });
    return row === undefined ? undefined : toEntry(row);
  }

  /** Messages that were taken in and have no outcome yet, oldest first: where a restarted gateway goes on. */
  async unfinished(): Promise<JournalEntry[]> {
    return this.#readable(await this.runner.all(this.#statements.unfinished, {}));
  }

  /** Messages that went out at `before` or earlier and were not answered since. */
  async dispatchedBefore(before: Date): Promise<JournalEntry[]> {
    return this.#readable(
      await this.runner.all(this.#statements.dispatchedBefore, { before: before.getTime() }),
    );
  }

  /**
   * Held messages whose time has come and that wait for no other, earliest first. Where several instances work on the
   * store, what one is given no other is until its claim has ended.
   */
  async due(now: Date, limit: number): Promise<JournalEntry[]> {
    if (this.claims !== undefined) {
      const asked = { limit, ...claimArguments(this.claims, now) };
      const rows = await this.runner.all(this.#statements.claimDue, asked);
      return this.#readable(rows.sort(byTime));
    }
    return this.#readable(await this.runner.all(this.#statements.due, { now: now.getTime(), limit }));
  }

  /** Held messages that wait for the outcome of the one named. */
  async followersOf(requestId: string): Promise<JournalEntry[]> {
    return this.#readable(await this.runner.all(this.#statements.followers, { preceding: requestId }));
  }

  /** The RequestIDs that held messages wait for. */
  async precedingRequests(): Promise<string[]> {
    const rows = await this.runner.all(this.#statements.preceding, {});
    return rows.flatMap(({ preceding }) => preceding ?? []);
  }

  /** The message before a held one has succeeded: it is due at its own time, or now. */
  async letGo(key: JournalKey, at: Date): Promise<void> {
    await this.group.submit((tx) => tx.run(this.#statements.letGo, { ...keyOf(key), at: at.getTime() }));
  }

  /** Counts the time messages wait for an answer from `now` where it would begin later, as when the clock was moved back. */
  async restartWaits(now: Date): Promise<void> {
    await this.group.submit((tx) => tx.run(this.#statements.restartWaits, { now: now.getTime() }));
  }

  /** Everything held for a Device, in the order of receipt. */
  async heldFor(target: string): Promise<JournalEntry[]> {
    return this.#readable(await this.runner.all(this.#statements.heldFor, { target }));
  }

  /** The highest counter of a Signed Pre-Command of a User that became a Command to a Device; undefined if none did. */
  async highestSignedCounter(originator: string, target: string): Promise<bigint | undefined> {
    const row = await this.runner.first(this.#statements.highestSignedCounter, { originator, target });
    return row?.highest === null || row === undefined ? undefined : BigInt(row.highest);
  }

  /** The highest Originator Counter of the Access Control Broker in any Command; 0 if there is none. */
  async highestCommandCounter(): Promise<bigint> {
    const row = await this.runner.first(this.#statements.highestCounter, {});
    return BigInt(row?.highest ?? 0);
  }

  /** The rows that can be read; of the others it is told, and they stay as they are. */
  #readable(rows: readonly Selectable<ServiceRequestsTable>[]): JournalEntry[] {
    return rows.flatMap((row) => {
      try {
        return [toEntry(row)];
      } catch (error) {
        this.onUnreadable(row.request_id, error);
        return [];
      }
    });
  }

  /** A message's states with their times and reasons, first to last. */
  async history(key: JournalKey): Promise<JournalEvent[]> {
    const entry = await this.find(key);
    if (entry === undefined) return [];
    const events = await this.runner.all(this.#statements.events, keyOf(key));
    return [
      { state: 'received', at: entry.receivedAt, reason: null },
      ...events.map(({ state, at, reason }) => ({ state, at: new Date(at), reason })),
    ];
  }
}

function byTime(a: Selectable<ServiceRequestsTable>, b: Selectable<ServiceRequestsTable>): number {
  return (a.due_at ?? 0) - (b.due_at ?? 0) || a.received_at - b.received_at;
}

function keyOf({ requestId, kind }: JournalKey): { request_id: string; kind: RequestKind } {
  return { request_id: requestId, kind };
}

function columnsOf(progress: Partial<Progress>) {
  const { route, command, commandCounter, response, responseCode } = progress;
  return {
    route: route ?? null,
    command: command ?? null,
    command_counter: commandCounter === undefined ? null : storedCounter(commandCounter),
    response: response ?? null,
    response_code: responseCode ?? null,
  };
}

/** @throws if the row is not as the journal writes it */
function toEntry(row: Selectable<ServiceRequestsTable>): JournalEntry {
  if (!Buffer.isBuffer(row.request)) throw new TypeError('the request is no bytes');
  return {
    requestId: row.request_id,
    kind: row.kind,
    originator: row.originator,
    target: row.target,
    commandVariant: row.command_variant,
    serviceReferenceVariant: row.service_reference_variant,
    preceding: row.preceding,
    scheduleId: row.schedule_id,
    receivedAt: new Date(row.received_at),
    state: row.state,
    stateSince: new Date(row.state_since),
    route: row.route,
    request: row.request,
    command: row.command,
    commandCounter: row.command_counter === null ? null : BigInt(row.command_counter),
    response: row.response,
    responseCode: row.response_code,
  };
}
