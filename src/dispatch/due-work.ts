import type { Logger } from '../common/logger.js';
import { failureFacts } from '../store/index.js';

/** Something to be looked at now and then: each look does all there is to do. */
export interface DueTask {
  readonly name: string;
  readonly run: () => Promise<void>;
  /** Whether every gateway on a store looks at it, because each claims its own part of the work; else one does for all. */
  readonly everywhere?: boolean;
}

/** How often the tasks are looked at. */
const PERIOD_MS = 1000;

/** Runs the tasks that depend on time, one after the other; a task that fails is logged and tried again at the next look. */
export class DueWork {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly tasks: readonly DueTask[],
    private readonly log: Logger,
    /** Whether this gateway is the one that does for all; asked at each look. */
    private readonly doesForAll: () => Promise<boolean> = () => Promise.resolve(true),
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      if (this.#running === undefined) void this.run();
    }, PERIOD_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks at every task. A look that is asked for during another begins after it. */
  async run(): Promise<void> {
    const before = this.#running;
    const look = (async () => {
      await before;
      await this.#look();
    })();
    this.#running = look;
    try {
      await look;
    } finally {
      if (this.#running === look) this.#running = undefined;
    }
  }

  async #look(): Promise<void> {
    const forAll = await this.#isForAll();
    for (const { name, run, everywhere = false } of this.tasks) {
      if (!forAll && !everywhere) continue;
      try {
        await run();
      } catch (error) {
        this.log.error('due work failed', { task: name, ...failureFacts(error) });
      }
    }
  }

  async #isForAll(): Promise<boolean> {
    try {
      return await this.doesForAll();
    } catch (error) {
      this.log.error('due work failed', { task: 'lease', ...failureFacts(error) });
      return false;
    }
  }
}
