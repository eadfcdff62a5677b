import { join } from 'node:path';
import type { Command } from 'commander';
import { readSettings } from '../../config/index.js';
import { SharedSecretCache } from '../../gbcs/index.js';
import { CredentialStore, keyStoreDirectory } from '../../smki/index.js';
import { ensureSchemaPacks, SchemaPacks } from '../../duis/schema/index.js';
import { checkPair, type PairResult, type Verdict } from '../conformance/check-pair.js';
import { parseCoverage, type ParseResult, parseTotals } from '../conformance/parse-coverage.js';
import { referencePairs } from '../conformance/reference-pairs.js';
import { rtdsDirectory } from '../keystore-options.js';
import { DuisFileReader } from '../duis-file-reader.js';
import { reporting } from './certs.js';

interface Options {
  readonly rtds?: string;
  readonly only?: string;
  readonly json?: true;
}

/** `duis conformance`: compares our messages with those of the reference test data. */
export function register(program: Command): void {
  program
    .command('conformance')
    .description(
      'build the message of every request of the reference test data and compare it with theirs, and parse every ' +
        'Response and Alert; exit code 1 if one that is built differs or one that is parsed is not valid MMC',
    )
    .option(
      '--rtds <directory>',
      'holds requests/, gbcs/ and keystore/; by default RTDS_DIR, else ../shared/rtds',
    )
    .option('--only <text>', 'pairs whose name begins with this, such as ECS17')
    .option('--json', 'print all results as JSON')
    .action(async (options: Options, command: Command) => {
      await reporting(command, async () => {
        const results = await check(rtdsDirectory(options.rtds), options.only ?? '');
        if (options.json) console.log(JSON.stringify(results, undefined, 2));
        else for (const line of table(results)) console.log(line);
        if (results.some(isBad)) process.exitCode = 1;
        if (options.json || options.only !== undefined) return;
        const parsed = await parseAnswers(rtdsDirectory(options.rtds));
        for (const line of parseTotals(parsed)) console.log(line);
        if (parsed.some(({ state }) => state === 'wrong')) process.exitCode = 1;
      });
    });
}

async function check(directory: string, prefix: string): Promise<PairResult[]> {
  const pairs = referencePairs(directory).filter(({ name }) => name.startsWith(prefix));
  const credentials = new CredentialStore([keyStoreDirectory(join(directory, 'keystore'))]);
  const reader = await DuisFileReader.open(readSettings().xsd_dir);
  try {
    const secrets = new SharedSecretCache();
    return pairs.map((pair) => checkPair(pair, { reader, credentials, secrets }));
  } finally {
    reader.close();
  }
}

async function parseAnswers(directory: string): Promise<readonly ParseResult[]> {
  const { xsd_dir: xsdDirectory } = readSettings();
  await ensureSchemaPacks(xsdDirectory);
  const packs = SchemaPacks.load(xsdDirectory);
  try {
    const credentials = new CredentialStore([keyStoreDirectory(join(directory, 'keystore'))]);
    return parseCoverage(directory, { packs, credentials });
  } finally {
    packs.dispose();
  }
}

const isWrong = ({ state }: Verdict): boolean => state === 'differs' || state === 'refused';
const isBad = ({ message, command }: PairResult): boolean => isWrong(message) || isWrong(command);

function table(results: readonly PairResult[]): string[] {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const lines = results.map(
    ({ name, useCase, message, command, note }) =>
      `${name.padEnd(width)}  ${useCase.padEnd(12)} ${words(message).padEnd(16)} with MAC: ${words(command)}` +
      (note === undefined ? '' : ` (${note})`),
  );
  return [...lines, '', ...totals(results)];
}

function words(verdict: Verdict): string {
  switch (verdict.state) {
    case 'differs':
      return `differs at byte ${verdict.at}: expected ${verdict.expected}, found ${verdict.found}`;
    case 'refused':
    case 'not checked':
      return `${verdict.state} (${verdict.reason})`;
    default:
      return verdict.state;
  }
}

function totals(results: readonly PairResult[]): string[] {
  const families = [...new Set(results.map(({ encoding }) => encoding)), 'all'];
  return families.map((family) => {
    const those = results.filter(({ encoding }) => family === 'all' || encoding === family);
    const count = (test: (result: PairResult) => boolean) => those.filter(test).length;
    return (
      `${family.padEnd(6)} ${count(({ message }) => message.state === 'equal')} of ${those.length} equal, ` +
      `${count(({ command }) => command.state === 'equal')} with MAC; ` +
      `${count(isBad)} wrong, ${count(({ message }) => message.state === 'not built yet')} not built yet`
    );
  });
}
