import { systemClock } from './common/clock.js';
import { ConfigError } from './common/errors.js';
import { createLogger } from './common/logger.js';
import { readSettings } from './config/index.js';
import { startEmbedded } from './app/start-embedded.js';
import { startSmkiRepository } from './app/start-smki-repository.js';
import { describeStart } from './app/describe-start.js';

try {
  const settings = readSettings();
  const log = createLogger(settings.log_level);
  const running = await startEmbedded(settings, { log });
  const { credentials } = running;
  const smki = await startSmkiRepository(settings, { credentials, clock: systemClock, log }).catch(
    async (error: unknown) => {
      await running.stop();
      throw error;
    },
  );
  console.log(describeStart(running, smki.url));

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    // What is cut off here is in the store, as after a crash.
    setTimeout(() => {
      log.warn('not all work in hand ended in time; it goes on at the next start', {
        limitMs: settings.shutdown_ms,
      });
      process.exit(0);
    }, settings.shutdown_ms);
    Promise.all([running.stop(), smki.stop()]).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('could not stop cleanly', { reason: String(error) });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  if (!(error instanceof ConfigError) && (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(`duis-gateway: ${(error as Error).message}`);
  // What listens already would keep a gateway alive that serves nobody.
  process.exit(1);
}
