import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { boxedKeyStore } from './boxed-key-store.js';
import type { CredentialSource } from './credential-source.js';
import { CredentialStore } from './credential-store.js';
import { keyStoreDirectory } from './key-store-directory.js';
import { signingToolCertificates } from './signing-tool-certificates.js';

/** Folder of a certificates directory where `duis certs generate` puts virtual Devices. */
export const DEVICES_FOLDER = 'devices';

export interface CredentialSettings {
  /** Laid out as certs/README.md says; may be missing. Its credentials come before the test set. */
  readonly directory?: string;
  /** Trust the ZAZ1 test organisations of the installed packages. */
  readonly testCredentials: boolean;
}

/** A store, and what the operator should know about the places it was filled from. */
export interface OpenedCredentials {
  readonly store: CredentialStore;
  readonly remarks: readonly string[];
}

/**
 * Fills a store from a certificates directory, its virtual Devices and, if wanted, the test credentials.
 * @throws ConfigError naming the file that cannot be used
 */
export async function openCredentials(settings: CredentialSettings): Promise<OpenedCredentials> {
  const { directory, testCredentials } = settings;
  const directories = directory === undefined ? [] : [directory, join(directory, DEVICES_FOLDER)];
  const sources: CredentialSource[] = directories
    .filter((path) => existsSync(path))
    .map((path) => keyStoreDirectory(path));
  if (testCredentials) sources.push(boxedKeyStore(), await signingToolCertificates());
  return {
    store: new CredentialStore(sources),
    remarks: sources.flatMap(({ name, remarks }) => remarks.map((remark) => `${name}: ${remark}`)),
  };
}
