import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { ConfigError } from '../../common/errors.js';
import { assemblePack, isSchemaFileName } from './assemble-pack.js';
import { installPack } from './install-pack.js';
import { compilePack, duisFile, type SchemaPack, type SchemaPackManifest } from './schema-pack.js';
import { packsDirectory } from './schema-packs.js';
import { zipEntries } from './zip-entries.js';

const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };
const DUIS_NAMESPACE = 'http://www.dccinterface.co.uk/ServiceUserGateway';

/**
 * Installs the schemas of one version as DCC publishes them, in the place of a pack of that version that may be there.
 * @param source a folder or a zip archive with the DUIS, MMC and XML Signature schemas
 * @throws ConfigError with the reason why they cannot be used; then nothing is changed
 */
export async function addSchemaPack(xsdDirectory: string, source: string): Promise<SchemaPackManifest> {
  const files = isDirectory(source) ? schemasIn(source) : await zipEntries(source, isSchemaFileName);
  const pack = assemblePack(source, files, 'added');
  checkDuisSchema(source, pack);
  compilePack(pack).dispose();
  installPack(packsDirectory(xsdDirectory), pack);
  return pack.manifest;
}

function isDirectory(source: string): boolean {
  try {
    return statSync(source).isDirectory();
  } catch (error) {
    throw new ConfigError(
      source,
      `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The schema files in a folder and the folders in it, by name.
 * @throws ConfigError if there are two of one name
 */
export function schemasIn(directory: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const name = basename(path);
    if (!isSchemaFileName(name)) continue;
    if (files.has(name)) throw new ConfigError(directory, `${name} is in it twice`);
    files.set(name, readFileSync(join(directory, path)));
  }
  return files;
}

/** A schema may compile and yet be another one. */
function checkDuisSchema(source: string, { manifest, files }: SchemaPack): void {
  const document = parse(source, duisFile(manifest.version), files);
  try {
    const namespace = document.root.attr('targetNamespace')?.value;
    if (namespace !== DUIS_NAMESPACE) {
      throw new ConfigError(
        source,
        `the DUIS schema is for namespace ${namespace ?? '(none)'}, not ${DUIS_NAMESPACE}`,
      );
    }
    for (const name of ['Request', 'Response']) {
      if (document.get(`/xs:schema/xs:element[@name='${name}']`, XS) === null) {
        throw new ConfigError(source, `the DUIS schema has no element ${name}`);
      }
    }
  } finally {
    document.dispose();
  }
}

function parse(source: string, name: string, files: ReadonlyMap<string, Uint8Array>): XmlDocument {
  try {
    return XmlDocument.fromBuffer(files.get(name) ?? new Uint8Array());
  } catch (error) {
    throw new ConfigError(
      source,
      `the DUIS schema is not XML: ${error instanceof Error ? error.message.trim() : ''}`,
    );
  }
}
