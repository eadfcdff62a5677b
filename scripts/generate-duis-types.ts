/**
 * Writes src/duis/generated/ from the DUIS and MMC schemas: TypeScript interfaces for every type, and the table by which
 * messages are bound to them. `--check` writes nothing and fails when the files differ.
 *
 *   npx tsx scripts/generate-duis-types.ts [--check] [FOLDER OF THE SCHEMA PACK]
 */
import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { readSchemaModel } from './schema-model-reader.js';
import { renderModel, renderTypes } from './schema-model-renderer.js';

const OUTPUT = fileURLToPath(new URL('../src/duis/generated/', import.meta.url));
const args = process.argv.slice(2);
const check = args.includes('--check');
const folder =
  args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('../xsd/packs/5.4/', import.meta.url));

const schemas = readdirSync(folder).filter((name) => /^(DUIS|MMC).*\.xsd$/i.test(name));
const find = (start: string): string => {
  const name = schemas.find((candidate) => candidate.toUpperCase().startsWith(start));
  if (name === undefined) throw new Error(`no ${start} schema in ${folder}`);
  return readFileSync(join(folder, name), 'utf8');
};
const model = readSchemaModel({ sr: find('DUIS'), ra: find('MMC') });

const files = {
  'service-request-types.ts': renderTypes(model, 'request'),
  'service-response-types.ts': renderTypes(model, 'response'),
  'schema-model.ts': renderModel(model),
};

const options = (await prettier.resolveConfig(OUTPUT + 'x.ts')) ?? {};
let differs = false;
mkdirSync(OUTPUT, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const formatted = await prettier.format(text, { ...options, parser: 'typescript' });
  if (!check) writeFileSync(OUTPUT + name, formatted);
  else if (readFileSync(OUTPUT + name, 'utf8') !== formatted) {
    differs = true;
    console.error(`${name} differs from what the schemas give; run scripts/generate-duis-types.ts`);
  }
}
process.exitCode = differs ? 1 : 0;
