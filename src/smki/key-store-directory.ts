import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CodecError, ConfigError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { type Certificate, parseCertificate } from './certificate.js';
import { credential, type Credential, type Usage } from './credential.js';
import type { CredentialSource } from './credential-source.js';
import { authorityOf, type IssuingAuthority } from './issuing-authority.js';

const CERTIFICATE_FILES = new Set(['.pem', '.crt', '.cer', '.der']);
/** `<EUI-64>-<usage>`, as key stores of the reference message set name their files. */
const STEM = /^([0-9a-f]{16}|(?:[0-9a-f]{2}-){7}[0-9a-f]{2})-(ds|ka|pp-ka)$/i;
const ISSUERS = 'issuers';

/**
 * Reads a directory of certificates (PEM or DER) and private keys (`.key`, PKCS#8) that share a file name:
 * `<EUI-64>-ds|ka|pp-ka` says whose and what for; with any other name the certificate says it. Certificates in a
 * folder `issuers` are authorities, and where there are any, everything in the directory must chain to one.
 * @throws ConfigError naming the file that cannot be used
 */
export function keyStoreDirectory(directory: string): CredentialSource {
  const files = list(directory);
  const remarks: string[] = [];
  const authorities: IssuingAuthority[] = files.includes(ISSUERS)
    ? list(join(directory, ISSUERS))
        .filter(isCertificateFile)
        .map((file) => readAuthority(join(directory, ISSUERS, file)))
    : [];
  const keys = new Set(files.filter((file) => extname(file) === '.key'));
  const credentials: Credential[] = [];
  for (const file of files.filter(isCertificateFile)) {
    const keyFile = `${stemOf(file)}.key`;
    const privateKey = keys.delete(keyFile) ? readPrivateKey(directory, keyFile, remarks) : undefined;
    credentials.push(readPair(directory, file, privateKey, remarks));
  }
  for (const keyFile of keys) {
    const named = namedBy(stemOf(keyFile));
    if (named === undefined) {
      remarks.push(`${keyFile}: there is no certificate of that name`);
      continue;
    }
    const privateKey = readPrivateKey(directory, keyFile, remarks);
    const publicKey = createPublicKey(privateKey);
    credentials.push({ ...named, name: stemOf(keyFile), publicKey, privateKey, certificate: undefined });
  }
  return { name: directory, credentials, authorities, mustChain: authorities.length > 0, remarks };
}

const isCertificateFile = (file: string): boolean => CERTIFICATE_FILES.has(extname(file));
const stemOf = (file: string): string => file.slice(0, -extname(file).length);

function list(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch (error) {
    throw new ConfigError('key store', `'${directory}' cannot be read: ${(error as Error).message}`);
  }
}

function namedBy(stem: string): { eui: Eui64; usage: Usage } | undefined {
  const match = STEM.exec(stem);
  if (match?.[1] === undefined) return undefined;
  return { eui: parseEui64(match[1]), usage: match[2]?.toLowerCase() as Usage };
}

function readAuthority(path: string): IssuingAuthority {
  const certificate = readCertificate(path);
  if (certificate.holder !== 'authority') {
    throw new ConfigError('key store', `'${path}' is not the certificate of an issuing authority`);
  }
  return authorityOf(certificate);
}

function readCertificate(path: string): Certificate {
  try {
    return parseCertificate(readFileSync(path));
  } catch (error) {
    throw new ConfigError('key store', `'${path}': ${(error as Error).message}`);
  }
}

function readPrivateKey(directory: string, file: string, remarks: string[]): KeyObject {
  const path = join(directory, file);
  if ((statSync(path).mode & 0o077) !== 0) remarks.push(`${file}: others than its owner may read it`);
  const bytes = readFileSync(path);
  try {
    const text = bytes.toString('latin1');
    return text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  } catch {
    throw new ConfigError('key store', `'${path}' is not a PKCS#8 private key in PEM or DER`);
  }
}

function readPair(
  directory: string,
  file: string,
  privateKey: KeyObject | undefined,
  remarks: string[],
): Credential {
  const path = join(directory, file);
  const stem = stemOf(file);
  const named = namedBy(stem);
  const bytes = readFileSync(path);
  if (named !== undefined && bytes.includes('-----BEGIN PUBLIC KEY-----')) {
    // The reference set holds the bare key of a party that has no certificate.
    const publicKey = createPublicKey(bytes);
    return { ...named, name: stem, publicKey, privateKey, certificate: undefined };
  }
  const certificate = readCertificate(path);
  const usage = named?.usage ?? (certificate.keyUsage === 'digitalSignature' ? 'ds' : 'ka');
  if (named !== undefined && named.eui !== certificate.eui) {
    remarks.push(
      `${file}: the certificate in it names ${certificate.eui ?? 'nobody'}, and that is what counts`,
    );
  }
  try {
    return credential(certificate, usage, stem, privateKey);
  } catch (error) {
    const reason = error instanceof CodecError ? error.message : String(error);
    throw new ConfigError('key store', `'${path}': ${reason}`);
  }
}
