import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { eui64Compact, type Eui64 } from '../../src/common/eui64.js';

/** The reference test data; tests that need them are skipped where the folder is absent. */
export const RTDS_DIR = process.env['RTDS_DIR'] ?? join(import.meta.dirname, '../../../shared/rtds');
export const hasRtds = existsSync(join(RTDS_DIR, 'gbcs'));

/** `describe` where the reference data are present, else `describe.skip`. */
export const describeWithRtds = hasRtds ? describe : describe.skip;

export interface RtdsMessage {
  /** File name without `_GBCS.HEX`, such as `CCS01_8.11_SUCCESS_COMMAND`. */
  readonly name: string;
  readonly kind: 'COMMAND' | 'PRECOMMAND' | 'RESPONSE' | 'ALERT';
  readonly bytes: Buffer;
}

/** Every GBCS message of the reference data, or none. */
export function rtdsMessages(): RtdsMessage[] {
  if (!hasRtds) return [];
  const root = join(RTDS_DIR, 'gbcs');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('_GBCS.HEX'))
    .sort()
    .map((path) => {
      const name = basename(path, '_GBCS.HEX');
      const kind = /_(COMMAND|PRECOMMAND|RESPONSE|ALERT)(_|$)/.exec(name)?.[1];
      if (kind === undefined) throw new Error(`${path}: not a message name`);
      const text = readFileSync(join(root, path), 'utf8').replace(/\s+/g, '');
      return { name, kind: kind as RtdsMessage['kind'], bytes: Buffer.from(text, 'hex') };
    });
}

type KeyUse = 'ds' | 'ka' | 'pp-ka';

const keys = new Map<string, KeyObject | undefined>();

function load(file: string, read: (text: Buffer) => KeyObject): KeyObject | undefined {
  if (!keys.has(file)) {
    const path = join(RTDS_DIR, 'keystore', file);
    keys.set(file, existsSync(path) ? read(readFileSync(path)) : undefined);
  }
  return keys.get(file);
}

export function rtdsPrivateKey(eui: Eui64, use: KeyUse): KeyObject | undefined {
  return load(`${eui64Compact(eui)}-${use}.key`, (text) => createPrivateKey(text));
}

export function rtdsPublicKey(eui: Eui64, use: KeyUse): KeyObject | undefined {
  return load(`${eui64Compact(eui)}-${use}.pem`, (text) => new X509Certificate(text).publicKey);
}
