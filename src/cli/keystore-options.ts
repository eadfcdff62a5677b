import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../config/index.js';
import { boxedKeyStore, CredentialStore, DEVICES_FOLDER, keyStoreDirectory } from '../smki/index.js';

/** Where the reference test data lie, if nothing else is said. */
export const DEFAULT_RTDS_DIRECTORY = '../shared/rtds';

/** The folder of the reference test data: that of the option, of `RTDS_DIR`, or the usual one. */
export function rtdsDirectory(option?: string): string {
  return option ?? process.env['RTDS_DIR'] ?? DEFAULT_RTDS_DIRECTORY;
}

/**
 * The credentials of the directories named; without any, those of the reference test data where they are present, then
 * those the gateway would have.
 * @throws ConfigError naming the file that cannot be used
 */
export function credentialsFrom(directories: readonly string[] = []): CredentialStore {
  if (directories.length > 0) return new CredentialStore(directories.map(keyStoreDirectory));
  const { certs_dir: own, test_credentials: testCredentials } = readSettings();
  const usual = [join(rtdsDirectory(), 'keystore'), own, join(own, DEVICES_FOLDER)];
  const sources = usual.filter((directory) => existsSync(directory)).map(keyStoreDirectory);
  return new CredentialStore(testCredentials ? [...sources, boxedKeyStore()] : sources);
}
