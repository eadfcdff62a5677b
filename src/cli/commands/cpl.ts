import { type Command, Option } from 'commander';
import { readSettings } from '../../config/index.js';
import {
  CentralProductsList,
  CPL_COLUMNS,
  type CplFilter,
  type SmetsGeneration,
} from '../../inventory/index.js';
import { openStore, type Store } from '../../store/index.js';
import { readInput } from '../files.js';
import { reporting } from './certs.js';
import { registerMigrateInterim } from './cpl-migrate-interim.js';

/** `duis cpl`: the Central Products List. */
export function register(program: Command): void {
  const cpl = program.command('cpl').description('import and list the Central Products List');

  cpl
    .command('import')
    .description('import a CSV file: every row of it, or none if one is bad')
    .argument('<file>', 'CSV with a header line, or - for standard input')
    .option('--database <file>', 'SQLite file; by default that of the settings')
    .addHelpText('after', () => `\nColumns:\n${describeColumns()}`)
    .action(async (file: string, options: { database?: string }, command: Command) => {
      await reporting(command, async () => {
        const csv = readInput(file).toString('utf8');
        const result = await withStore(options.database, (store) =>
          new CentralProductsList(store).import(csv),
        );
        console.log(`${result.added} added, ${result.changed} changed, ${result.unchanged} unchanged`);
      });
    });

  cpl
    .command('list')
    .description('print the entries, one a line')
    .option('--database <file>', 'SQLite file; by default that of the settings')
    .option('--manufacturer <id>', 'only this manufacturer')
    .option('--model <model>', 'only this model')
    .addOption(new Option('--generation <generation>', 'only this generation').choices(['SMETS1', 'SMETS2+']))
    .action(async (options: ListOptions, command: Command) => {
      await reporting(command, async () => {
        const entries = await withStore(options.database, (store) =>
          new CentralProductsList(store).list(filterOf(options)),
        );
        const rows = entries.map((entry) => [
          entry.manufacturer,
          entry.model,
          entry.deviceType,
          entry.firmwareVersion,
          entry.generation,
          entry.smetsChtsVersion,
          entry.gbcsVersion ?? '-',
          entry.status,
        ]);
        for (const line of aligned([HEADINGS, ...rows])) console.log(line);
      });
    });

  registerMigrateInterim(cpl);
}

const HEADINGS = ['MANUFACTURER', 'MODEL', 'TYPE', 'FIRMWARE', 'GENERATION', 'VERSION', 'GBCS', 'STATUS'];

interface ListOptions {
  readonly database?: string;
  readonly manufacturer?: string;
  readonly model?: string;
  readonly generation?: SmetsGeneration;
}

function filterOf({ manufacturer, model, generation }: ListOptions): CplFilter {
  return {
    ...(manufacturer !== undefined && { manufacturer }),
    ...(model !== undefined && { model }),
    ...(generation !== undefined && { generation }),
  };
}

/** Opens the gateway's store for one piece of work; a running gateway may have it open too. */
export async function withStore<T>(
  database: string | undefined,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore({ url: database ?? readSettings().database });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Rows of cells as lines with aligned columns. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function describeColumns(): string {
  return Object.entries(CPL_COLUMNS)
    .map(([name, meaning]) => `  ${name.padEnd(18)} ${meaning}`)
    .join('\n');
}
