import type { Logger } from '../common/logger.js';
import { failureFacts } from '../store/index.js';

/** Does something for each of many, so that one that cannot be served, such as a damaged row, holds up no other. */
export async function oneByOne<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  {
    log,
    task,
    about,
  }: {
    readonly log: Logger;
    readonly task: string;
    /** What the log calls an item. */
    readonly about: (item: T) => Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      log.error('left for later', { task, ...about(item), ...failureFacts(error) });
    }
  }
}
