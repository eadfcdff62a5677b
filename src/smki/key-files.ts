import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
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
  writeWhole(directory, `${stem}.pem`, pem, 0o644);
}

/** Writes a private key in PKCS#8 PEM that only its owner may read: `<stem>.key`. */
export function writePrivateKey(directory: string, stem: string, key: KeyObject): void {
  writeWhole(directory, `${stem}.key`, key.export({ format: 'pem', type: 'pkcs8' }), OWNER_ONLY);
}

/** A process that dies on the way leaves no half file: the next start could not read one. */
function writeWhole(directory: string, file: string, content: string | Buffer, mode: number): void {
  const draft = join(directory, `${file}.${process.pid}.draft`);
  // Narrowed before a key goes in, in case the draft was there with a wider mode.
  writeFileSync(draft, '', { mode });
  chmodSync(draft, mode);
  writeFileSync(draft, content);
  renameSync(draft, join(directory, file));
}
