import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedGateway, startEmbedded } from '../app/start-embedded.js';
import { throwawaySettings } from '../app/throwaway-settings.js';
import { createLogger } from '../common/logger.js';
import { seededKeys } from '../smki/index.js';

/** Where the clock of a gateway for tests starts if nothing else is asked for. */
export const DEFAULT_START = '2026-06-01T12:00:00Z';

/** What keys of virtual Devices are made from if nothing else is asked for. */
export const DEFAULT_SEED = '1';

/** How a gateway for tests is to be. */
export interface ThrowawayOptions {
  /** Where its clock starts; 2026-06-01T12:00:00Z if not given. */
  readonly clock?: Date;
  /** The same seed makes the same keys of virtual Devices, and so the same Commands and Responses; `1` if not given. */
  readonly seed?: string;
  /** Environment variables such as `DUIS_LOG_LEVEL`, beside or in place of those for any free ports and a database in memory. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** A gateway for tests, whose clock stands still unless it is moved. */
export interface ThrowawayGateway extends EmbeddedGateway {
  now(): Date;
  /** Moves the clock on by milliseconds, and has all done that is due then. */
  advance(milliseconds: number): Promise<void>;
}

/**
 * Starts a gateway with virtual Devices, a mock S1SP, a Receive Response Service and seeded homes, that leaves nothing
 * behind when it is stopped.
 * @param start starts another gateway in place of that of this project
 * @throws ConfigError naming the environment variable that is wrong
 */
export async function startThrowawayGateway(
  { clock = new Date(DEFAULT_START), seed = DEFAULT_SEED, environment = {} }: ThrowawayOptions = {},
  start: typeof startEmbedded = startEmbedded,
): Promise<ThrowawayGateway> {
  const directory = mkdtempSync(join(tmpdir(), 'duis-gateway-'));
  const remove = (): void => {
    rmSync(directory, { recursive: true });
  };
  let now = clock;
  try {
    const settings = throwawaySettings(directory, { DUIS_LOG_LEVEL: 'error', ...environment });
    const embedded = await start(settings, {
      log: createLogger(settings.log_level),
      clock: () => now,
      keys: seededKeys(seed),
    });
    return {
      ...embedded,
      now: () => now,
      advance: async (milliseconds) => {
        now = new Date(now.getTime() + milliseconds);
        await embedded.runDue();
      },
      stop: async () => {
        await embedded.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
