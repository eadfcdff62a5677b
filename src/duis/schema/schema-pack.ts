import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  XmlBufferInputProvider,
  xmlCleanupInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XmlLibError,
  XsdValidator,
} from 'libxml2-wasm';
import { z } from 'zod';
import { ConfigError, InternalError } from '../../common/errors.js';
import { sha256 } from './sha256.js';

/** The file of a pack that describes it. */
export const MANIFEST = 'pack.json';

export const XMLDSIG_FILE = 'xmldsig-core-schema.xsd';

/** Names of a pack's files: those of the official ones, without spaces, which libxml2 cannot resolve in an import. */
export function duisFile(version: string): string {
  return `DUIS-Schema-V${version}.xsd`;
}

export function mmcFile(version: string): string {
  return `MMC-Schema-V${version}.xsd`;
}

/** Where a pack came from: the installed npm package, the project's uplift of that, or files a user downloaded. */
const ORIGINS = ['package', 'uplift', 'added'] as const;

const MANIFEST_SHAPE = z.strictObject({
  version: z.string().regex(/^\d+(\.\d+)*$/),
  origin: z.enum(ORIGINS),
  /** Fingerprint of what the pack was made from; another one means it has to be made again. */
  source: z.string(),
  /** SHA-256 of each file of the pack, in lower-case hexadecimal. */
  files: z.record(z.string(), z.string()),
});

export type SchemaPackManifest = z.output<typeof MANIFEST_SHAPE>;

/** The schemas of one DUIS version. */
export interface SchemaPack {
  readonly manifest: SchemaPackManifest;
  /** Content of each schema by file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A pack of these files; the manifest is made from them. */
export function schemaPack(
  version: string,
  origin: SchemaPackManifest['origin'],
  source: string,
  files: ReadonlyMap<string, Uint8Array>,
): SchemaPack {
  const sums = Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]));
  return { manifest: { version, origin, source, files: sums }, files };
}

/**
 * Reads the manifest of the pack in `directory`.
 * @returns undefined if there is none
 * @throws ConfigError if it cannot be understood
 */
export function readManifest(directory: string): SchemaPackManifest | undefined {
  const path = join(directory, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return MANIFEST_SHAPE.parse(JSON.parse(text));
  } catch (error) {
    throw new ConfigError(path, `not the manifest of a schema pack (${String(error)}); delete the folder`);
  }
}

/**
 * Reads a pack from its folder.
 * @throws ConfigError if a file is missing or is not the one that was installed
 */
export function readPack(directory: string): SchemaPack {
  const manifest = readManifest(directory);
  if (manifest === undefined) throw new ConfigError(directory, `no ${MANIFEST}: not a schema pack`);
  const files = new Map<string, Uint8Array>();
  for (const [name, sum] of Object.entries(manifest.files)) {
    const bytes = readIfPresent(join(directory, name));
    if (bytes === undefined || sha256(bytes) !== sum) {
      throw new ConfigError(
        join(directory, name),
        `${bytes === undefined ? 'missing' : 'changed'} since the pack was installed; delete the folder and start again`,
      );
    }
    files.set(name, bytes);
  }
  return { manifest, files };
}

function readIfPresent(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Compiles the schemas of a pack. They find each other by name in the pack, and nothing outside it.
 * @throws ConfigError with libxml2's reasons
 */
export function compilePack({ manifest, files }: SchemaPack): XsdValidator {
  const main = duisFile(manifest.version);
  const bytes = files.get(main);
  if (bytes === undefined) throw new ConfigError(`schema pack ${manifest.version}`, `no ${main} in it`);
  const folder = 'schema-pack/';
  const provider = new XmlBufferInputProvider(
    Object.fromEntries([...files].map(([name, content]) => [folder + name, content])),
  );
  if (!xmlRegisterInputProvider(provider)) throw new InternalError('libxml2 takes no input provider');
  try {
    const document = XmlDocument.fromBuffer(bytes, { url: folder + main });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const reasons = error.details
      .slice(0, 3)
      .map(({ file, line, message }) => `${file ?? main}:${line}: ${message.trim()}`);
    throw new ConfigError(`schema pack ${manifest.version}`, `cannot be compiled: ${reasons.join('; ')}`);
  } finally {
    // From here on libxml2 has no way to read anything but the bytes it is handed.
    xmlCleanupInputProvider();
  }
}
