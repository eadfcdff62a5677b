import { join } from 'node:path';
import { readSettings, type Settings } from '../config/index.js';

/**
 * Settings of a gateway that is started for a while and leaves nothing behind: any free ports, a database in memory.
 * @param directory where the certificates of its Devices go
 * @param more environment variables beside or in place of these
 */
export function throwawaySettings(directory: string, more: NodeJS.ProcessEnv = {}): Settings {
  return readSettings({
    DUIS_PORT: '0',
    DUIS_ADMIN_PORT: '0',
    DUIS_SMKI_PORT: '0',
    DUIS_S1SP_PORT: '0',
    DUIS_RECEIVE_RESPONSE_PORT: '0',
    DUIS_DATABASE: ':memory:',
    DUIS_CERTS_DIR: join(directory, 'certs'),
    ...more,
  });
}
