import { join } from 'node:path';
import { ConfigError, InternalError } from '../../common/errors.js';
import { assemblePack } from './assemble-pack.js';
import { installPack } from './install-pack.js';
import { OFFICIAL_SHA256, OFFICIAL_VERSION, officialSchemas } from './official-schemas.js';
import {
  duisFile,
  mmcFile,
  readManifest,
  readPack,
  type SchemaPack,
  type SchemaPackManifest,
  schemaPack,
  XMLDSIG_FILE,
} from './schema-pack.js';
import { packsDirectory } from './schema-packs.js';
import { sha256 } from './sha256.js';
import { uplift } from './uplift.js';
import { type UpliftDefinition, upliftTo54 } from './uplift-definition.js';

/**
 * Makes the packs the project brings along, where they are not there yet: the official schemas of 5.1 from the installed
 * npm package, and those of 5.4 made from them. A pack that a user added is left alone; a damaged one is replaced.
 * @param xsdDirectory the folder that holds `packs/`
 * @returns the versions that were written now
 * @throws ConfigError if the npm package does not hold the published schemas
 */
export async function ensureSchemaPacks(xsdDirectory: string): Promise<readonly string[]> {
  const packs = packsDirectory(xsdDirectory);
  const definition = upliftTo54();
  const officialSource = Object.values(OFFICIAL_SHA256).join(' ');
  const upliftSource = `${officialSource} ${sha256(Buffer.from(JSON.stringify(definition)))}`;
  const missing = [
    { version: OFFICIAL_VERSION, source: officialSource },
    { version: definition.to, source: upliftSource },
  ].filter(({ version, source }) => !isInstalled(join(packs, version), source));
  if (missing.length === 0) return [];
  const official = assemblePack('the official schemas', await officialSchemas(), 'package');
  for (const { version } of missing) {
    installPack(
      packs,
      version === OFFICIAL_VERSION ? official : upliftedPack(official, definition, upliftSource),
    );
  }
  return missing.map(({ version }) => version);
}

function isInstalled(directory: string, source: string): boolean {
  let manifest: SchemaPackManifest | undefined;
  try {
    manifest = readManifest(directory);
    if (manifest === undefined) return false;
    if (manifest.origin !== 'added' && manifest.source !== source) return false;
    readPack(directory);
    return true;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    if (manifest?.origin === 'added') throw error;
    return false;
  }
}

/** The pack of the version that `definition` leads to. */
export function upliftedPack(official: SchemaPack, definition: UpliftDefinition, source: string): SchemaPack {
  const file = (name: string): Uint8Array => {
    const bytes = official.files.get(name);
    if (bytes === undefined) throw new InternalError(`${name} is not in the pack`);
    return bytes;
  };
  const { from, to } = definition;
  const duis = Buffer.from(uplift(file(duisFile(from)), definition)).toString('utf8');
  const files = new Map<string, Uint8Array>([
    [
      duisFile(to),
      Buffer.from(duis.replace(`schemaLocation="${mmcFile(from)}"`, `schemaLocation="${mmcFile(to)}"`)),
    ],
    [mmcFile(to), file(mmcFile(from))],
    [XMLDSIG_FILE, file(XMLDSIG_FILE)],
  ]);
  return schemaPack(to, 'uplift', source, files);
}
