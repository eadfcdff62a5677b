import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSchemaPacks, SchemaPacks } from '../../../src/duis/schema/index.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The project's folder of schemas. */
export const XSD_DIRECTORY = join(ROOT, 'xsd');

let loaded: Promise<SchemaPacks> | undefined;

/** The project's schema packs, installed if they are not there yet, and compiled once for all tests. */
export function schemaPacks(): Promise<SchemaPacks> {
  loaded ??= ensureSchemaPacks(XSD_DIRECTORY).then(() => SchemaPacks.load(XSD_DIRECTORY));
  return loaded;
}

/** The official schemas of 5.4; tests that need them are skipped where the folder is absent. */
export const OFFICIAL_5_4 = join(
  process.env['RTDS_DIR'] ?? join(ROOT, '../shared/rtds'),
  '../schemas/duis-5.4',
);

export const describeWithOfficial54 = existsSync(OFFICIAL_5_4) ? describe : describe.skip;

/** File name and text of every request of the templates package. */
export function templateRequests(): { readonly name: string; readonly xml: string }[] {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-templates/package.json')),
    'templates',
  );
  return readdirSync(folder)
    .filter((name) => /\.xml$/i.test(name))
    .sort()
    .map((name) => ({ name, xml: readFileSync(join(folder, name), 'utf8') }));
}

/** The same document for another version of the schema. */
export function withVersion(xml: string, version: string): string {
  return xml.replace(/schemaVersion="[^"]*"/, `schemaVersion="${version}"`);
}

/** The same document without the placeholder for a Signature that templates have. */
export function withoutSignature(xml: string): string {
  return xml.replace(/<ds:Signature [^]*<\/ds:Signature>/, '');
}
