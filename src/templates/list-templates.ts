import { installedTemplates } from './installed-templates.js';
import type { Template } from './template.js';

/** What templates have to be; a member left out does not matter. */
export interface TemplateFilter {
  /** Words that are all found in the name, the title of the Use Case or the name of the service; letter case is all one. */
  readonly name?: string | undefined;
  /** A Use Case code such as `ECS17b`; letter case is all one. */
  readonly useCase?: string | undefined;
  /** A Service Reference Variant such as `4.1.1`, or a Service Reference such as `4.1` for all its Variants. */
  readonly variant?: string | undefined;
}

/** The templates a filter lets through, by name. */
export function listTemplates(filter: TemplateFilter = {}): readonly Template[] {
  const { name, useCase, variant } = filter;
  return installedTemplates().filter(
    (template) =>
      (name === undefined || hasWords(template, name)) &&
      (useCase === undefined || template.useCase?.toLowerCase() === useCase.toLowerCase()) &&
      (variant === undefined || `${template.serviceReferenceVariant}.`.startsWith(`${variant}.`)),
  );
}

function hasWords(template: Template, words: string): boolean {
  const text = `${template.name} ${template.useCaseTitle ?? ''} ${template.service}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
