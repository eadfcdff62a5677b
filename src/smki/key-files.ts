import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../common/errors.js';
import type { Certificate } from './certificate.js';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;

/** Makes a directory only its owner may enter, also if it is there already. */
export function makePrivateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
  chmodSync(directory, OWNER_ONLY_DIRECTORY);
}

/** @throws ConfigError naming the first of the files that exists */
export function refuseExisting(directory: string, files: readonly string[]): void {
  const present = files.find((file) => existsSync(join(directory, file)));
  if (present !== undefined) {
    throw new ConfigError(
      'key store',
      `'${join(directory, present)}' exists already; nothing was written. Say --force to replace it`,
    );
  }
}

/** Writes a certificate in PEM: `<stem>.pem`. */
export function writeCertificate(directory: string, stem: string, certificate: Certificate): void {
  const base64 = certificate.der.toString('base64').replace(/.{1,64}/g, '$&\n');
  const pem = `-----BEGIN CERTIFICATE-----\n${base64}-----END CERTIFICATE-----\n`;
  writeFileSync(join(directory, `${stem}.pem`), pem, { mode: 0o644 });
}

/** Writes a private key in PKCS#8 PEM that only its owner may read: `<stem>.key`. */
export function writePrivateKey(directory: string, stem: string, key: KeyObject): void {
  const path = join(directory, `${stem}.key`);
  // Narrowed before the key goes in, in case the file was there with a wider mode.
  writeFileSync(path, '', { mode: OWNER_ONLY });
  chmodSync(path, OWNER_ONLY);
  writeFileSync(path, key.export({ format: 'pem', type: 'pkcs8' }));
}
