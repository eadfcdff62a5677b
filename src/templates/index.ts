export { fillTemplate } from './fill-template.js';
export { listTemplates, type TemplateFilter } from './list-templates.js';
export { readTemplate } from './read-template.js';
export type { Template } from './template.js';
export { templatesDirectory } from './templates-directory.js';
