import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { templatesDirectory } from './templates-directory.js';

const MAPPING_TABLE = z.array(
  z.object({ Code: z.string().optional(), 'Use Case Title': z.string().nullable().optional() }),
);

let titles: ReadonlyMap<string, string> | undefined;

/** The title of a GBCS Use Case, or undefined. Source: GBCS mapping table in @smartdcc/duis-templates. */
export function useCaseTitle(code: string): string | undefined {
  titles ??= readTitles();
  return titles.get(code);
}

function readTitles(): ReadonlyMap<string, string> {
  const file = join(dirname(templatesDirectory()), 'dist/gbcs-mapping-table.json');
  const rows = MAPPING_TABLE.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    rows.flatMap(({ Code: code, 'Use Case Title': title }) =>
      code !== undefined && typeof title === 'string' ? [[code, title] as const] : [],
    ),
  );
}
