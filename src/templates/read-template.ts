import { ConfigError } from '../common/errors.js';
import { installedTemplates } from './installed-templates.js';
import { listTemplates } from './list-templates.js';
import type { Template } from './template.js';
import { tagOf, templateName } from './template-name.js';

/** How many names an error gives. */
const NAMED = 5;

/**
 * The template of that name. Its file name does as well, and so does the name without `_SUCCESS` that the package uses, where
 * only one template has it.
 * @throws ConfigError naming templates it could be
 */
export function readTemplate(name: string): Template {
  const asked = templateName(name);
  const all = installedTemplates();
  const exact = all.find((template) => template.name === asked);
  if (exact) return exact;
  const [only, ...others] = all.filter((template) => tagOf(template.name) === asked);
  if (only && others.length === 0) return only;
  const similar = listTemplates({ name: asked.replaceAll('_', ' ') });
  const names = similar.slice(0, NAMED).map((template) => template.name);
  throw new ConfigError(
    'template',
    `there is none named '${name}'` +
      (names.length === 0 ? '; duis template list shows all' : `; there are ${names.join(', ')}`),
  );
}
