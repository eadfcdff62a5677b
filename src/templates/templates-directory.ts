import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the sample requests in the installed `@smartdcc/duis-templates`. */
export function templatesDirectory(): string {
  return join(
    dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-templates/package.json')),
    'templates',
  );
}
