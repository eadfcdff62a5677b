import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock } from '../common/clock.js';
import { ConfigError } from '../common/errors.js';
import { type Eui64, eui64Compact } from '../common/eui64.js';
import { type Certificate, parseCertificate } from './certificate.js';
import {
  type AuthorityName,
  buildAuthorityCertificate,
  buildDeviceCertificate,
  type Issuer,
} from './certificate-builder.js';
import { type DeviceKeyUsage, requestedKey } from './certification-request.js';
import type { SigningCredential } from './credential.js';
import type { CredentialSource } from './credential-source.js';
import { authorityOf } from './issuing-authority.js';
import { type KeySource, randomKeys } from './key-source.js';
import { makePrivateDirectory, refuseExisting, writeCertificate, writePrivateKey } from './key-files.js';
import { keyStoreDirectory } from './key-store-directory.js';

const ROOT: AuthorityName = { organisationalUnit: '00', commonName: 'VDR' };
const ISSUING: AuthorityName = { organisationalUnit: '07', commonName: 'VD1' };
const ISSUERS = 'issuers';
const ROOT_STEM = 'root';
const ISSUING_STEM = 'issuing';

/** What to make, and where. */
export interface DevicePkiOptions {
  readonly devices: readonly Eui64[];
  /** Where to keep it, laid out as `keyStoreDirectory` reads it; without it everything stays in memory. */
  readonly directory?: string;
  /**
   * What to do for a Device that has certificates there: `refuse` writes nothing and throws, `keep` leaves them,
   * `replace` issues new ones. The authority is made once a directory and kept.
   */
  readonly existing?: 'refuse' | 'keep' | 'replace';
  readonly clock?: Clock;
  /** New keys unless given. */
  readonly keys?: KeySource;
}

interface Authorities {
  readonly root: Certificate;
  readonly issuing: Certificate;
  readonly issuer: Issuer;
}

/**
 * A PKI for virtual Devices: a root, an issuing authority, and for each Device a digital signature and a key
 * agreement certificate with their keys.
 * @throws ConfigError if files are in the way or those to keep cannot be used
 */
export function generateDevicePki(options: DevicePkiOptions): CredentialSource {
  const { devices, directory, existing = 'refuse', clock = systemClock, keys = randomKeys } = options;
  const now = new Date(Math.floor(clock().getTime() / 1000) * 1000);
  if (directory === undefined) {
    const { root, issuing, issuer } = makeAuthorities(now, keys);
    return {
      name: 'virtual Devices',
      credentials: devices.flatMap((device) => makeDevice(device, issuer, now, keys)),
      authorities: [root, issuing].map(authorityOf),
      mustChain: true,
      remarks: [],
    };
  }
  const filesOf = (device: Eui64): string[] =>
    stemsOf(device).flatMap((stem) => [`${stem}.pem`, `${stem}.key`]);
  if (existing === 'refuse') refuseExisting(directory, devices.flatMap(filesOf));
  makePrivateDirectory(directory);
  const issuer = keptAuthority(directory) ?? writeAuthorities(directory, makeAuthorities(now, keys));
  for (const device of devices) {
    const complete = filesOf(device).every((file) => existsSync(join(directory, file)));
    if (existing === 'keep' && complete) continue;
    for (const { certificate, name, privateKey } of makeDevice(device, issuer, now, keys)) {
      // The certificate last: where there is one, its key is there too.
      writePrivateKey(directory, name, privateKey);
      writeCertificate(directory, name, certificate);
    }
  }
  return keyStoreDirectory(directory);
}

/**
 * Issues the certificate a Device has asked for.
 * @param directory as in `DevicePkiOptions`: its authority signs
 * @param request certification request, DER
 * @throws CodecError for a request that is none or does not hold its key
 * @throws ConfigError if there is no authority in the directory
 */
export function issueDeviceCertificate(
  directory: string,
  asked: { readonly device: Eui64; readonly usage: DeviceKeyUsage; readonly request: Uint8Array },
  now: Date,
): Certificate {
  const issuer = keptAuthority(directory);
  if (issuer === undefined)
    throw new ConfigError('key store', `there is no issuing authority in '${directory}'`);
  return buildDeviceCertificate(asked.device, asked.usage, requestedKey(asked.request), issuer, now);
}

const stemsOf = (device: Eui64): readonly [string, string] => [
  `${eui64Compact(device)}-ds`,
  `${eui64Compact(device)}-ka`,
];

function makeAuthorities(now: Date, keys: KeySource): Authorities {
  const rootKeys = keys(ROOT_STEM);
  const issuingKeys = keys(ISSUING_STEM);
  const rootIssuer: Issuer = { name: ROOT, privateKey: rootKeys.privateKey };
  return {
    root: buildAuthorityCertificate(ROOT, rootKeys.publicKey, rootIssuer, now, 1),
    issuing: buildAuthorityCertificate(ISSUING, issuingKeys.publicKey, rootIssuer, now, 0),
    issuer: { name: ISSUING, privateKey: issuingKeys.privateKey },
  };
}

function makeDevice(device: Eui64, issuer: Issuer, now: Date, keys: KeySource): SigningCredential[] {
  return stemsOf(device).map((name) => {
    const usage = name.endsWith('ds') ? 'ds' : 'ka';
    const { publicKey, privateKey } = keys(name);
    const keyUsage = usage === 'ds' ? 'digitalSignature' : 'keyAgreement';
    const certificate = buildDeviceCertificate(device, keyUsage, publicKey, issuer, now);
    return { eui: device, usage, name, publicKey, privateKey, certificate };
  });
}

/** The root's private key is not kept: nothing more will be signed with it. */
function writeAuthorities(directory: string, { root, issuing, issuer }: Authorities): Issuer {
  const issuers = join(directory, ISSUERS);
  makePrivateDirectory(issuers);
  writeCertificate(issuers, ROOT_STEM, root);
  writePrivateKey(issuers, ISSUING_STEM, issuer.privateKey);
  writeCertificate(issuers, ISSUING_STEM, issuing);
  return issuer;
}

/** @throws ConfigError if there is an authority whose private key is missing or another's */
function keptAuthority(directory: string): Issuer | undefined {
  const path = join(directory, ISSUERS, ISSUING_STEM);
  if (!existsSync(`${path}.pem`)) return undefined;
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(`${path}.key`));
  } catch {
    throw new ConfigError('key store', `'${path}.key' is needed to issue certificates and cannot be read`);
  }
  const { publicKey } = parseCertificate(readFileSync(`${path}.pem`));
  if (!createPublicKey(privateKey).equals(publicKey)) {
    throw new ConfigError('key store', `'${path}.key' does not belong to the certificate beside it`);
  }
  return { name: ISSUING, privateKey };
}
