import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { type RunningRepository, startSmkiRepository } from '../../src/app/start-smki-repository.js';
import { systemClock } from '../../src/common/clock.js';
import { silentLogger } from '../../src/common/logger.js';
import { readSettings } from '../../src/config/index.js';

/** A gateway as `npm start` starts it, on free ports, with its SMKI repository. */
export interface BoxedWorld {
  readonly running: EmbeddedGateway;
  readonly smki: RunningRepository;
  stop(): Promise<void>;
}

export async function startBoxedWorld(): Promise<BoxedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'boxed-'));
  const settings = readSettings({
    DUIS_PORT: '0',
    DUIS_ADMIN_PORT: '0',
    DUIS_SMKI_PORT: '0',
    DUIS_S1SP_PORT: '0',
    DUIS_RECEIVE_RESPONSE_PORT: '0',
    DUIS_DATABASE: ':memory:',
    DUIS_CERTS_DIR: join(folder, 'certs'),
  });
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
