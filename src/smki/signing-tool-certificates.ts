import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { readFileSync } from 'node:fs';
import { parseCertificate } from './certificate.js';
import { credential, type Credential } from './credential.js';
import type { CredentialSource } from './credential-source.js';

const CERTIFICATE_ENTRY = /^(?!.*\.key\.)(.+)-ds(-[\w.-]+)?\.pem$/;

/**
 * The certificates, without keys, that the installed `@smartdcc/duis-sign-wrap` tool verifies signatures with. They
 * are those of the ZAZ1 set and one more: the identity the DSP of DCC Boxed signed with before version 1.4.1, so that
 * messages recorded then can still be verified. Nothing if the package is not installed.
 */
export async function signingToolCertificates(): Promise<CredentialSource> {
  const source = (credentials: Credential[], remarks: string[]): CredentialSource => ({
    name: 'DUIS signing tool',
    credentials,
    authorities: [],
    mustChain: false,
    remarks,
  });
  let jar: Buffer;
  try {
    const main = createRequire(import.meta.url).resolve('@smartdcc/duis-sign-wrap');
    jar = readFileSync(join(dirname(main), 'tool.jar'));
  } catch {
    return source([], ['the DUIS signing tool is not installed']);
  }
  const entries = await readEntries(jar, (name) => CERTIFICATE_ENTRY.test(name));
  return source(
    entries
      .map(({ name, content }) => credential(parseCertificate(content), 'ds', name.replace(/\.pem$/, '')))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    [],
  );
}

interface FileEntry {
  readonly name: string;
  readonly content: Buffer;
}

async function readEntries(zip: Buffer, wanted: (name: string) => boolean): Promise<FileEntry[]> {
  const file = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const found: Promise<FileEntry>[] = [];
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      if (wanted(entry.fileName)) found.push(readEntry(file, entry));
      file.readEntry();
    });
    file.once('end', resolve);
    file.once('error', reject);
    file.readEntry();
  });
  return Promise.all(found);
}

async function readEntry(file: ZipFile, entry: Entry): Promise<FileEntry> {
  return new Promise((resolve, reject) =>
    file.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else buffer(stream).then((content) => resolve({ name: entry.fileName, content }), reject);
    }),
  );
}
