import { ConfigError } from '../../common/errors.js';
import {
  duisFile,
  mmcFile,
  type SchemaPack,
  type SchemaPackManifest,
  schemaPack,
  XMLDSIG_FILE,
} from './schema-pack.js';
import { sha256 } from './sha256.js';

const KINDS = {
  DUIS: /^DUIS\b.*\.xsd$/i,
  MMC: /^MMC\b.*\.xsd$/i,
  'XML Signature': /^xmldsig.*\.xsd$/i,
} as const;

/** Whether a file name is that of a DUIS, MMC or XML Signature schema. */
export function isSchemaFileName(name: string): boolean {
  return Object.values(KINDS).some((kind) => kind.test(name));
}

/**
 * Makes a pack of schemas as they are published: gives the files names without spaces, and their imports with them.
 * @param where what the files came from, for errors
 * @param files content by official file name, such as `DUIS Schema V5.4.xsd`
 * @throws ConfigError if one of the three schemas is missing or there twice, or versions are unknown or differ
 */
export function assemblePack(
  where: string,
  files: ReadonlyMap<string, Uint8Array>,
  origin: SchemaPackManifest['origin'],
): SchemaPack {
  const duis = theOne(where, files, 'DUIS');
  const mmc = theOne(where, files, 'MMC');
  const xmldsig = theOne(where, files, 'XML Signature');
  const version = versionOf(where, duis);
  const mmcVersion = versionOf(where, mmc);
  if (version !== mmcVersion) {
    throw new ConfigError(
      where,
      `DUIS schema ${version} with MMC schema ${mmcVersion}: they belong to different versions`,
    );
  }
  const names = new Map([
    [duis, duisFile(version)],
    [mmc, mmcFile(version)],
    [xmldsig, XMLDSIG_FILE],
  ]);
  const renamed = new Map<string, Uint8Array>();
  for (const [official, name] of names) {
    renamed.set(name, withRenamedImports(where, official, files.get(official) ?? new Uint8Array(), names));
  }
  const source = [...names.keys()].map((name) => sha256(files.get(name) ?? new Uint8Array())).join(' ');
  return schemaPack(version, origin, source, renamed);
}

function theOne(where: string, files: ReadonlyMap<string, Uint8Array>, kind: keyof typeof KINDS): string {
  const [name, ...others] = [...files.keys()].filter((candidate) => KINDS[kind].test(candidate));
  if (name === undefined) throw new ConfigError(where, `no ${kind} schema in it`);
  if (others.length > 0) {
    throw new ConfigError(where, `several ${kind} schemas in it: ${[name, ...others].sort().join(', ')}`);
  }
  return name;
}

function versionOf(where: string, name: string): string {
  const version = /V(\d+(?:\.\d+)+)\.xsd$/i.exec(name)?.[1];
  if (version === undefined) {
    throw new ConfigError(where, `'${name}' does not end in a version such as V5.4.xsd`);
  }
  return version;
}

const IMPORT = /(\bschemaLocation\s*=\s*)(["'])(.*?)\2/g;

function withRenamedImports(
  where: string,
  file: string,
  bytes: Uint8Array,
  names: ReadonlyMap<string, string>,
): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  return Buffer.from(
    text.replace(IMPORT, (_all, attribute: string, quote: string, location: string) => {
      const name = names.get(decodeURI(location.split('/').at(-1) ?? ''));
      if (name === undefined) throw new ConfigError(where, `${file} imports ${location}, which is not in it`);
      return attribute + quote + name + quote;
    }),
  );
}
