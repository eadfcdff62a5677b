import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestOutline } from '../duis/element-values/index.js';
import type { Template } from './template.js';
import { templateName, useCaseOf } from './template-name.js';
import { templatesDirectory } from './templates-directory.js';
import { useCaseTitle } from './use-case-titles.js';

let installed: readonly Template[] | undefined;

/** Every template, by name; read once, as an installed package does not change. */
export function installedTemplates(): readonly Template[] {
  installed ??= readdirSync(templatesDirectory())
    .filter((file) => /_REQUEST_DUIS\.XML$/i.test(file))
    .sort()
    .map(readFile);
  return installed;
}

function readFile(file: string): Template {
  const name = templateName(file);
  const bytes = readFileSync(join(templatesDirectory(), file));
  const useCase = useCaseOf(name);
  return {
    name,
    useCase,
    useCaseTitle: useCase === undefined ? undefined : useCaseTitle(useCase),
    ...requestOutline(bytes),
    xml: bytes.toString('utf8'),
  };
}
