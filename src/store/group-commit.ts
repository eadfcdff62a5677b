import type { Engine } from './engine.js';
import type { StatementRunner } from './statement.js';
import { storeFaultOf } from './store-fault.js';

/** Writes that belong together; run inside a transaction that others may share. */
export type Write<T> = (tx: StatementRunner) => Promise<T>;

interface Waiting {
  readonly write: Write<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Most writes in one transaction: beyond this a commit's cost no longer shows in each write's share. */
const GROUP_LIMIT = 512;

/** How long a write nobody outside waits for may be put off so that it shares another's commit. */
const PATIENCE_MS = 5;

/** Most turns of the event loop a group may grow. */
const MOST_TURNS = 16;

/**
 * Gathers the writes of concurrent callers into one durable transaction.
 *
 * Every promise settles after the commit. Where a group fails, each of its writes is tried alone, so that a bad one
 * harms no other; but not where the database as a whole takes no writes.
 */
export class GroupCommit {
  readonly #queue: Waiting[] = [];
  #running = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly engine: Pick<Engine, 'inTransaction'>) {}

  /** Writes are carried out in the order of asking. */
  submit<T>(write: Write<T>): Promise<T> {
    return this.#enqueue(write, () => this.#start());
  }

  /** As `submit`, for what nobody outside waits for: goes with the next commit, or makes its own after a moment. */
  submitPatiently<T>(write: Write<T>): Promise<T> {
    return this.#enqueue(write, () => {
      this.#timer ??= setTimeout(() => this.#start(), PATIENCE_MS);
    });
  }

  /** Resolves when every write asked for so far has been committed or refused. */
  async settled(): Promise<void> {
    if (this.#queue.length > 0 && !this.#running) this.#start();
    while (this.#running) await new Promise((next) => setImmediate(next));
  }

  #enqueue<T>(write: Write<T>, then: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ write, resolve: resolve as (value: unknown) => void, reject });
      if (!this.#running) then();
    });
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = true;
    void this.#drain();
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#gather();
      await this.#commitGroup(this.#queue.splice(0, GROUP_LIMIT));
    }
    this.#running = false;
  }

  /**
   * Lets the group grow for as long as each turn of the event loop brings more: a commit costs about as much for one
   * write as for many. An idle gateway commits after one turn.
   */
  async #gather(): Promise<void> {
    for (let turn = 0, size = 0; turn < MOST_TURNS && this.#queue.length > size; turn++) {
      size = this.#queue.length;
      if (size >= GROUP_LIMIT) return;
      await new Promise((next) => setImmediate(next));
    }
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#inTransaction(group);
      group.forEach(({ resolve }, index) => resolve(results[index]));
    } catch (error) {
      if (group.length === 1 || takesNoWrites(error)) for (const { reject } of group) reject(error);
      else for (const alone of group) await this.#commitGroup([alone]);
    }
  }

  async #inTransaction(group: readonly Waiting[]): Promise<unknown[]> {
    return this.engine.inTransaction(async (tx) => {
      const results: unknown[] = [];
      for (const { write } of group) results.push(await write(tx));
      return results;
    });
  }
}

/** A damaged page harms only those who need it. */
function takesNoWrites(error: unknown): boolean {
  const fault = storeFaultOf(error);
  return fault !== undefined && fault.kind !== 'damaged';
}
