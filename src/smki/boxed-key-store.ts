import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { CodecError, ConfigError } from '../common/errors.js';
import { eui64Compact } from '../common/eui64.js';
import { parseCertificate } from './certificate.js';
import { credential, type Credential, type Usage } from './credential.js';
import type { CredentialSource } from './credential-source.js';
import { ZAZ1_AUTHORITIES } from './zaz1-authorities.js';

/** EUI-64, then key usage, then decimal serial number. */
const FILE = z.record(
  z.string(),
  z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ certificate: z.string(), privateKey: z.string().optional(), name: z.string() }),
    ),
  ),
);

const PACKAGE_FILE = '@smartdcc/dccboxed-keystore/keystore.json';

/**
 * The ZAZ1 test organisations of the installed `@smartdcc/dccboxed-keystore`, or another file of its form.
 * Within a party certificates are in the order of their names, so that `Z1-` comes before its replacement `Z1b-`.
 * @throws ConfigError if the file is missing or not of that form
 */
export function boxedKeyStore(
  path: string = createRequire(import.meta.url).resolve(PACKAGE_FILE),
): CredentialSource {
  const entries = Object.entries(readStore(path)).flatMap(([eui, usages]) =>
    Object.values(usages).flatMap((serials) =>
      Object.values(serials).map((entry) => readEntry(path, eui, entry)),
    ),
  );
  return {
    name: 'ZAZ1 test organisations',
    credentials: entries.sort((a, b) => (a.name < b.name ? -1 : 1)),
    authorities: ZAZ1_AUTHORITIES,
    mustChain: false,
    remarks: [],
  };
}

function readStore(path: string): z.infer<typeof FILE> {
  try {
    return FILE.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // The cause is left out: a JSON error quotes the text around it, which may be a key.
    throw new ConfigError('key store', `'${path}' cannot be read as a DCC Boxed key store`);
  }
}

function readEntry(
  path: string,
  eui: string,
  entry: { certificate: string; privateKey?: string | undefined; name: string },
): Credential {
  try {
    const certificate = parseCertificate(entry.certificate);
    const usage = usageOf(certificate.keyUsage, entry.name);
    const privateKey = entry.privateKey === undefined ? undefined : createPrivateKey(entry.privateKey);
    const result = credential(certificate, usage, entry.name, privateKey);
    if (eui64Compact(result.eui) !== eui.toLowerCase()) {
      throw new CodecError(`the certificate names ${result.eui}`);
    }
    return result;
  } catch (error) {
    const reason = error instanceof CodecError ? error.message : 'the private key cannot be read';
    throw new ConfigError('key store', `'${path}', entry '${entry.name}' of ${eui}: ${reason}`);
  }
}

/** Only the name tells a prepayment key agreement certificate (`Z1-supplierPP-ka`) from an ordinary one. */
function usageOf(keyUsage: string, name: string): Usage {
  if (keyUsage === 'digitalSignature') return 'ds';
  return name.endsWith('PP-ka') ? 'pp-ka' : 'ka';
}
