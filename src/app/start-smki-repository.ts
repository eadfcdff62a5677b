import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import type { Settings } from '../config/index.js';
import { createSmkiApp, listen } from '../http/index.js';
import { CertificateRepository, type CredentialStore } from '../smki/index.js';

/** An SMKI repository that answers. */
export interface RunningRepository {
  /** Base URL, as DCC Boxed's clients want it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the certificates of a credential store, those added later included, at the paths of DCC Boxed's SMKI repository. */
export async function startSmkiRepository(
  settings: Settings,
  { credentials, clock, log }: { credentials: CredentialStore; clock: Clock; log: Logger },
): Promise<RunningRepository> {
  const policy = { clock, acceptExpired: settings.accept_expired };
  const server = await listen(createSmkiApp(new CertificateRepository(credentials, policy), log), {
    host: settings.host,
    port: settings.smki_port,
    bodyTimeoutMs: settings.body_timeout_ms,
  });
  return { url: server.url, stop: () => server.stop(settings.shutdown_ms) };
}
