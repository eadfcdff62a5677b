import type { Logger } from '../common/logger.js';
import { failureFacts } from '../store/index.js';

/** Something to be looked at now and then: each look does all there is to do. */
export interface DueTask {
  readonly name: string;
  readonly run: () => Promise<void>;
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
    for (const { name, run } of this.tasks) {
      try {
        await run();
      } catch (error) {
        this.log.error('due work failed', { task: name, ...failureFacts(error) });
      }
    }
  }
}
