import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database file that does not exist yet, in a folder that `remove` deletes. */
export function temporaryDatabase(): { readonly url: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'duis-store-'));
  return { url: join(folder, 'new', 'gateway.sqlite'), remove: () => rmSync(folder, { recursive: true }) };
}
