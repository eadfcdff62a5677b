import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type XmlDocument, XmlValidateError, type XsdValidator } from 'libxml2-wasm';
import { ConfigError } from '../../common/errors.js';
import {
  compilePack,
  readManifest,
  readPack,
  type SchemaPack,
  type SchemaPackManifest,
} from './schema-pack.js';
import { type SchemaViolation, schemaViolation } from './schema-violation.js';
import { UnknownSchemaVersion } from './unknown-schema-version.js';

/** The folder of the packs inside the `xsd` folder. */
export function packsDirectory(xsdDirectory: string): string {
  return join(xsdDirectory, 'packs');
}

/** Versions whose exact text is not published where the project could read it, and the version they are validated as. */
export const VALIDATED_AS: Readonly<Record<string, string>> = { '5.2': '5.4', '5.3': '5.4' };

/** At most so many violations of one document are reported. */
const MAX_VIOLATIONS = 100;

/** Numeric order of versions such as 5.4 and 5.10. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** What is installed in `xsdDirectory`, in order of version; folders that are no packs are passed over. */
export function installedPacks(xsdDirectory: string): readonly SchemaPackManifest[] {
  let names: string[];
  try {
    names = readdirSync(packsDirectory(xsdDirectory));
  } catch {
    return [];
  }
  return names
    .filter((name) => !name.startsWith('.'))
    .map((name) => readManifest(join(packsDirectory(xsdDirectory), name)))
    .filter((manifest) => manifest !== undefined)
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** The installed schemas, each compiled once. */
export class SchemaPacks {
  readonly #packs: ReadonlyMap<string, SchemaPack>;
  readonly #validators = new Map<string, XsdValidator>();

  private constructor(packs: ReadonlyMap<string, SchemaPack>) {
    this.#packs = packs;
  }

  /**
   * Reads every pack; each is compiled (about 0.1 s) when it is first needed.
   * @throws ConfigError if there is none, or one is damaged
   */
  static open(xsdDirectory: string): SchemaPacks {
    const packs = new Map<string, SchemaPack>();
    for (const { version } of installedPacks(xsdDirectory)) {
      packs.set(version, readPack(join(packsDirectory(xsdDirectory), version)));
    }
    if (packs.size === 0) {
      throw new ConfigError(
        packsDirectory(xsdDirectory),
        'no schema packs; `duis schemas install` makes them',
      );
    }
    return new SchemaPacks(packs);
  }

  /**
   * Reads and compiles every pack, so that no request has to wait for it.
   * @throws ConfigError if there is none, or one is damaged or cannot be compiled
   */
  static load(xsdDirectory: string): SchemaPacks {
    const opened = SchemaPacks.open(xsdDirectory);
    for (const version of opened.#packs.keys()) opened.#validator(version);
    return opened;
  }

  /** Versions a document may name, in order. */
  known(): readonly string[] {
    const names = new Set(this.#packs.keys());
    for (const [version, other] of Object.entries(VALIDATED_AS)) if (names.has(other)) names.add(version);
    return [...names].sort(compareVersions);
  }

  /**
   * Validates a document against the schemas of one version.
   * @param version as in `schemaVersion`; white space around it has no meaning
   * @returns what is wrong with it, empty if valid
   * @throws UnknownSchemaVersion
   */
  validate(document: XmlDocument, version: string): readonly SchemaViolation[] {
    const name = version.trim();
    const validator = this.#validator(name) ?? this.#validator(VALIDATED_AS[name] ?? '');
    if (validator === undefined) throw new UnknownSchemaVersion(name, this.known());
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return error.details.slice(0, MAX_VIOLATIONS).map((detail) => schemaViolation(document, detail));
    }
  }

  /** Frees the compiled schemas; they would be compiled again if needed. */
  dispose(): void {
    for (const validator of this.#validators.values()) validator.dispose();
    this.#validators.clear();
  }

  #validator(version: string): XsdValidator | undefined {
    const known = this.#validators.get(version);
    if (known !== undefined) return known;
    const pack = this.#packs.get(version);
    if (pack === undefined) return undefined;
    const compiled = compilePack(pack);
    this.#validators.set(version, compiled);
    return compiled;
  }
}

/** The `schemaVersion` of the document's root element; undefined if it has none. */
export function schemaVersionOf(document: XmlDocument): string | undefined {
  return document.root.attr('schemaVersion')?.value.trim();
}
