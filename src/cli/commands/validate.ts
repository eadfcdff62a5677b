import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { GatewayError } from '../../common/errors.js';
import { readSettings } from '../../config/index.js';
import {
  DEFAULT_LIMITS,
  ensureSchemaPacks,
  SchemaPacks,
  schemaVersionOf,
  UnreadableXml,
  withDocument,
} from '../../duis/schema/index.js';
import { reporting } from './certs.js';

const STANDARD_INPUT = 0;

interface Options {
  readonly xsd?: string;
  readonly as?: string;
}

/** What is said of one document. */
interface Verdict {
  readonly valid: boolean;
  /** One for each finding, the file's name in front. */
  readonly lines: readonly string[];
}

/** `duis validate`: checks DUIS messages against their schema. */
export function register(program: Command): void {
  program
    .command('validate')
    .description(
      'check DUIS messages against the schema their schemaVersion names; exit code 1 if one is invalid',
    )
    .argument('<file...>', 'the messages, - for standard input')
    .option('--as <version>', 'the schema version to check against, whatever the messages say')
    .option('--xsd <directory>', 'the folder of the schemas; by default DUIS_XSD_DIR')
    .action(async (files: string[], options: Options, command: Command) => {
      await reporting(command, async () => {
        const directory = options.xsd ?? readSettings().xsd_dir;
        await ensureSchemaPacks(directory);
        const packs = SchemaPacks.open(directory);
        for (const file of files) {
          const { valid, lines } = judge(file, packs, options.as);
          for (const line of lines) console.log(line);
          if (!valid) process.exitCode = 1;
        }
      });
    });
}

function judge(file: string, packs: SchemaPacks, as?: string): Verdict {
  try {
    const bytes = readFileSync(file === '-' ? STANDARD_INPUT : file);
    return withDocument(bytes, DEFAULT_LIMITS, (document): Verdict => {
      const root = document.root.name;
      const version = as ?? schemaVersionOf(document);
      if (version === undefined) {
        const known = packs.known().join(', ');
        return invalid(`${file}:1: /${root}: found no schemaVersion, expected one of ${known}`);
      }
      const violations = packs.validate(document, version);
      if (violations.length === 0)
        return { valid: true, lines: [`${file}: valid (${root}, DUIS ${version})`] };
      return invalid(...violations.map(({ line, path, message }) => `${file}:${line}: ${path}: ${message}`));
    });
  } catch (error) {
    if (error instanceof UnreadableXml) return invalid(`${file}:${error.line ?? 1}: ${error.explanation}`);
    if (error instanceof GatewayError) return invalid(`${file}: ${error.message}`);
    if (error instanceof Error && 'syscall' in error) return invalid(`${file}: ${error.message}`);
    throw error;
  }
}

function invalid(...lines: readonly string[]): Verdict {
  return { valid: false, lines };
}
