import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigError } from '../../common/errors.js';
import { sha256 } from './sha256.js';
import { zipEntries } from './zip-entries.js';

/** The version of the schemas in the installed npm package. */
export const OFFICIAL_VERSION = '5.1';

/** SHA-256 of the official schemas as published with DUIS and MMC 5.1. */
export const OFFICIAL_SHA256: Readonly<Record<string, string>> = {
  'DUIS Schema V5.1.xsd': '7b2f3e3b6b441aa45558342b83302252312d758fa46ff6036ebe7817b248cbc0',
  'MMC Schema V5.1.xsd': '459efdba738214c99bca6207f6fdf1828ce2ca02616ffbb55be9917fc3d15d70',
  'xmldsig-core-schema.xsd': '5baf55ea1ef7cfb89ca33209d7a764c594d26feca814116dacc04bee51b868ce',
};

/** The archive in the npm package `@smartdcc/duis-sign-wrap` that holds the official schemas. */
export function officialArchive(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-sign-wrap')), 'tool.jar');
}

/**
 * The official DUIS, MMC and XML Signature schemas, by their official file names.
 * @throws ConfigError if one is missing or is not the published text
 */
export async function officialSchemas(archive: string = officialArchive()): Promise<Map<string, Uint8Array>> {
  const files = await zipEntries(archive, (name) => name in OFFICIAL_SHA256);
  for (const [name, sum] of Object.entries(OFFICIAL_SHA256)) {
    const bytes = files.get(name);
    if (bytes === undefined) throw new ConfigError(archive, `${name} is not in it`);
    if (sha256(bytes) !== sum)
      throw new ConfigError(archive, `${name} is not the published text: its SHA-256 differs`);
  }
  return files;
}
