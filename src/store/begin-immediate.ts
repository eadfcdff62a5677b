import type { Database as SqliteDatabase, Statement as SqliteStatement } from 'better-sqlite3';
import { storeFaultOf } from './store-fault.js';

/** Pause before a database that another process writes to is tried again. */
const PAUSE_MS = 20;

/** How long the driver itself waits for a lock: it holds up the whole process meanwhile. */
const DRIVER_PATIENCE_MS = 20;

/** Begins transactions that write; waits for another process that writes without holding up this one. */
export class ImmediateTransactions {
  readonly #begin: SqliteStatement;

  /** @param patienceMs longest wait for another process */
  constructor(
    private readonly database: SqliteDatabase,
    private readonly patienceMs: number,
  ) {
    this.#begin = database.prepare('begin immediate');
  }

  /** From now on the driver itself hardly waits: to be called when nothing writes outside of transactions any more. */
  takeOver(): void {
    this.database.pragma(`busy_timeout = ${Math.min(DRIVER_PATIENCE_MS, this.patienceMs)}`);
  }

  /**
   * @param pause called before each further attempt, where others may use the connection; `resume` after it
   * @throws the driver's error when it is locked for too long, or for any other reason
   */
  async begin(pause: () => void = nothing, resume: () => Promise<void> = atOnce): Promise<void> {
    const end = performance.now() + this.patienceMs;
    while (!this.#attempt(end)) {
      pause();
      await new Promise((next) => setTimeout(next, PAUSE_MS));
      await resume();
    }
  }

  #attempt(end: number): boolean {
    try {
      this.#begin.run();
      return true;
    } catch (error) {
      if (storeFaultOf(error)?.kind !== 'locked' || performance.now() >= end) throw error;
      return false;
    }
  }
}

const nothing = (): void => undefined;
const atOnce = (): Promise<void> => Promise.resolve();
