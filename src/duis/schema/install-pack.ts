import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST, type SchemaPack } from './schema-pack.js';

/**
 * Writes a pack to its folder, in the place of one that may be there. The folder appears complete or not at all, also
 * where two processes do this at once: the later one's pack stays.
 * @param packs the folder of the packs
 */
export function installPack(packs: string, pack: SchemaPack): void {
  const target = join(packs, pack.manifest.version);
  const fresh = join(packs, `.new-${randomUUID()}`);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [name, bytes] of pack.files) writeFileSync(join(fresh, name), bytes);
    writeFileSync(join(fresh, MANIFEST), `${JSON.stringify(pack.manifest, null, 2)}\n`);
    replace(target, fresh, join(packs, `.old-${randomUUID()}`));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Another process may put its pack there between our two renames; then we try again. */
const ATTEMPTS = 5;

function replace(target: string, fresh: string, aside: string): void {
  for (let attempt = 1; ; attempt += 1) {
    if (existsSync(target)) {
      try {
        renameSync(target, aside);
      } catch (error) {
        if (!isCode(error, 'ENOENT')) throw error;
      }
    }
    try {
      renameSync(fresh, target);
      rmSync(aside, { recursive: true, force: true });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !(isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST'))) throw error;
      rmSync(aside, { recursive: true, force: true });
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
