import { type Command, Option } from 'commander';
import { systemClock } from '../../common/clock.js';
import { ConfigError } from '../../common/errors.js';
import {
  type AppliedMigration,
  type InterimKnowledge,
  InterimMigrations,
  readFirmwareName,
  readInterimPair,
  readInterimPairs,
} from '../../inventory/index.js';
import type { Store } from '../../store/index.js';
import { type DatabaseOption, onDatabase } from '../database-option.js';
import { readInput } from '../files.js';
import { describeProposal } from '../interim-proposal.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';

interface Options extends DatabaseOption {
  readonly pair: readonly string[];
  readonly pairs?: string;
  readonly keep: readonly string[];
  readonly apply: boolean;
  readonly undo?: string;
  readonly list: boolean;
  readonly json: boolean;
}

const NAMING = ['pair', 'pairs', 'keep'];

/** `duis cpl migrate-interim`: from the tactical interim solution to two rows of one firmware version (MP202). */
export function registerMigrateInterim(cpl: Command): void {
  const one = (value: string, earlier: readonly string[]) => [...earlier, value];
  onDatabase(cpl.command('migrate-interim'))
    .description('replace SMETS1 rows of fictitious PPMID firmware versions by rows of the real ones')
    .addHelpText('after', EXPLANATION)
    .addOption(
      new Option('--pair <pair>', 'MANUFACTURER/MODEL/FICTITIOUS=REAL; may be repeated')
        .argParser(one)
        .default([], 'none'),
    )
    .option('--pairs <file>', 'such pairs, one a line, or - for standard input')
    .addOption(
      new Option('--keep <name>', 'MANUFACTURER/MODEL/FIRMWARE that is SMETS1 only for real; may be repeated')
        .argParser(one)
        .default([], 'none'),
    )
    .addOption(new Option('--apply', 'change list and inventory').default(false).conflicts(['undo', 'list']))
    .addOption(new Option('--undo <id>', 'put back what a migration changed').conflicts([...NAMING, 'list']))
    .addOption(new Option('--list', 'print the migrations applied').default(false).conflicts(NAMING))
    .option('--json', 'print JSON', false)
    .action(async (options: Options, command: Command) => {
      await reporting(command, async () => {
        for (const line of await run(options)) console.log(line);
      });
    });
}

const EXPLANATION = `
Without --apply it prints what it would change and writes nothing. A fictitious version is told from the list only
where a PPMID model has one firmware version in SMETS1 only and one in SMETS2+, both Active; all others are left alone
until --pair or --keep names them. Everything is applied in one transaction, or nothing.`;

async function run(options: Options): Promise<string[]> {
  const lines = (json: unknown, text: () => string[]) =>
    options.json ? [JSON.stringify(json, undefined, 2)] : text();
  if (options.list) {
    const applied = await onMigrations(options, (migrations) => migrations.list());
    return lines(applied, () => aligned([HEADINGS, ...applied.map(rowOf)]));
  }
  if (options.undo !== undefined) {
    const id = readId(options.undo);
    const undone = await onMigrations(options, (migrations) => migrations.undo(id, systemClock()));
    return lines(undone, () => [
      `migration ${id} undone; as they were: rows ${undone.entries}, Devices ${undone.devices}`,
    ]);
  }
  const knowledge = readKnowledge(options);
  if (!options.apply) {
    const proposal = await onMigrations(options, (migrations) =>
      migrations.propose(knowledge, systemClock()),
    );
    return lines({ applied: false, ...proposal }, () => [
      ...describeProposal(proposal),
      proposal.conversions.length === 0
        ? 'nothing to migrate'
        : 'nothing was written; --apply makes these changes',
    ]);
  }
  const { id, proposal } = await onMigrations(options, (migrations) =>
    migrations.apply(knowledge, systemClock()),
  );
  return lines({ applied: id !== undefined, id, ...proposal }, () => [
    ...describeProposal(proposal),
    id === undefined
      ? 'nothing to migrate'
      : `applied as migration ${id}; 'duis cpl migrate-interim --undo ${id}' puts it back`,
  ]);
}

function onMigrations<T>(
  { database }: DatabaseOption,
  work: (migrations: InterimMigrations) => Promise<T>,
): Promise<T> {
  return withStore(database, (store: Store) => work(new InterimMigrations(store)));
}

function readKnowledge({ pair, pairs, keep }: Options): InterimKnowledge {
  const listed = pairs === undefined ? [] : readInterimPairs(readInput(pairs).toString('utf8'));
  return { pairs: [...listed, ...pair.map(readInterimPair)], keep: keep.map(readFirmwareName) };
}

const HEADINGS = ['MIGRATION', 'APPLIED', 'ROWS', 'DEVICES', 'UNDONE'];

function rowOf({ id, appliedAt, entries, devices, undoneAt }: AppliedMigration): string[] {
  return [
    String(id),
    appliedAt.toISOString(),
    String(entries),
    String(devices),
    undoneAt?.toISOString() ?? '-',
  ];
}

function readId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new ConfigError('--undo', `'${text}' is not the number of a migration`);
}
