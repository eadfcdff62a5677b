import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { throwawaySettings } from '../../src/app/throwaway-settings.js';
import { type RunningRepository, startSmkiRepository } from '../../src/app/start-smki-repository.js';
import { systemClock } from '../../src/common/clock.js';
import { silentLogger } from '../../src/common/logger.js';

/** A gateway as `npm start` starts it, on free ports, with its SMKI repository. */
export interface BoxedWorld {
  readonly running: EmbeddedGateway;
  readonly smki: RunningRepository;
  stop(): Promise<void>;
}

export async function startBoxedWorld(): Promise<BoxedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'boxed-'));
  const settings = throwawaySettings(folder);
  const running = await startEmbedded(settings, { log: silentLogger });
  const { credentials } = running;
  const smki = await startSmkiRepository(settings, { credentials, clock: systemClock, log: silentLogger });
  return {
    running,
    smki,
    stop: async () => {
      await smki.stop();
      await running.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
