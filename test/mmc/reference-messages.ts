import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_RTDS_DIRECTORY } from '../../src/cli/keystore-options.js';

/** Where the reference test data lie. */
export const RTDS = process.env['RTDS_DIR'] ?? DEFAULT_RTDS_DIRECTORY;

/** Whether they are at hand. */
export const PRESENT = existsSync(join(RTDS, 'gbcs'));

/** The bytes of a reference message. @param path below `gbcs/` */
export function referenceMessage(path: string): Buffer {
  return Buffer.from(readFileSync(join(RTDS, 'gbcs', path), 'latin1').replace(/\s+/g, ''), 'hex');
}

/** Names below `gbcs/` of all files that match. */
export function referenceFiles(pattern: RegExp): readonly string[] {
  return readdirSync(join(RTDS, 'gbcs')).flatMap((folder) =>
    readdirSync(join(RTDS, 'gbcs', folder))
      .filter((name) => pattern.test(name))
      .map((name) => `${folder}/${name}`),
  );
}
