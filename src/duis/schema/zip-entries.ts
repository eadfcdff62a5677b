import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { ConfigError } from '../../common/errors.js';

/** Largest schema file read from an archive, in bytes, and how many of them: against archives that unpack to too much. */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_ENTRIES = 64;

/**
 * The files in a zip (or jar) whose name `wanted` accepts, by name without folders.
 * @throws ConfigError if the archive is broken, too big, or holds two files of one name
 */
export async function zipEntries(
  path: string,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  try {
    const zip = await openPromise(path);
    for await (const entry of zip.eachEntry()) {
      const name = basename(entry.fileName);
      if (entry.fileName.endsWith('/') || !wanted(name)) continue;
      if (entry.uncompressedSize > MAX_BYTES || files.size >= MAX_ENTRIES) {
        throw new ConfigError(path, `${entry.fileName}: more than a set of schemas holds`);
      }
      if (files.has(name)) throw new ConfigError(path, `${name} is in it twice`);
      files.set(name, await buffer(await zip.openReadStreamPromise(entry)));
    }
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      path,
      `cannot be read as a zip archive: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return files;
}
